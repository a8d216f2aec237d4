"""The real page script, run as Streamlit runs it, without a browser in front of it."""

import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Widget

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from ui.shelf import shelf, shipped_engine

ROOT = Path(__file__).parents[2]
PLAIN = "Plain sliders, as this page is run without a browser."
TAG = re.compile(r"<[^>]+>")


class Visit:
    """One visitor's page: what stands on it, and what can be done there."""

    def __init__(self) -> None:
        self.page = AppTest.from_file(ROOT / "ui/main.py", default_timeout=60)
        self.page.session_state["plain"] = PLAIN
        self.unfolded = set()
        self.run()

    def run(self) -> None:
        for fold in self.unfolded:  # a browser remembers what stands open; this page without one does not
            self.page.session_state[fold] = True
        self.page.run()
        assert not self.page.exception, "the page stopped with an error"

    @property
    def html(self) -> str:
        """All HTML that the page drew itself, in its order."""
        return "\n".join(element.proto.body for element in self.page.get("html"))

    @property
    def text(self) -> str:
        """The words of that HTML as a reader sees them."""
        return words_of(self.html)

    @property
    def verdict(self) -> str:
        return words_of(re.search(r"<h1>(.*?)</h1>", self.html, re.DOTALL)[1])

    @property
    def refusals(self) -> list[str]:
        """What is said about a refused entry."""
        return [words_of(found) for found in re.findall(r'role="alert">(.*?)</p>', self.html, re.DOTALL)]

    @property
    def costs(self) -> list[str]:
        """The large figures of the options, in their order."""
        return [words_of(found) for found in re.findall(r'class="figure">(.*?)</span>', self.html)]

    @property
    def preset(self) -> str:
        return self.page.session_state["preset"]

    @property
    def changes(self) -> dict[str, float]:
        return self.page.session_state["changes"]

    @property
    def computed(self) -> Appraisal:
        """What the model says about this preset with these changes, computed apart from the page."""
        return evaluate(Engine(presets.load(self.preset)), self.changes)

    @property
    def levers(self) -> list[str]:
        """The levers drawn as sliders, in their order."""
        return [slider.key.split(":")[2] for slider in self.page.slider]

    def control(self, kind: str, lever: str, place: str) -> Widget:
        """A lever's slider ("slide") or its typed value ("type"); the number at the end of its key may be any."""
        drawn = self.page.slider if kind == "slide" else self.page.text_input
        return next(widget for widget in drawn if widget.key.rpartition(":")[0] == f"{kind}:{place}:{lever}")

    def open(self, view: str) -> None:
        self.page.session_state["view"] = view
        self.run()

    def unfold(self, *folds: str) -> None:
        self.unfolded |= set(folds)
        self.run()

    def choose(self, preset: str) -> None:
        self.page.selectbox(key="choice").set_value(preset)
        self.run()

    def slide(self, lever: str, value: float, place: str = "front") -> None:
        self.control("slide", lever, place).set_value(value)
        self.run()

    def enter(self, lever: str, text: str, place: str = "front") -> None:
        self.control("type", lever, place).set_value(text)
        self.run()

    def entry(self, lever: str, place: str = "front") -> str:
        return self.control("type", lever, place).value

    def handle(self, lever: str, place: str = "front") -> float:
        return self.control("slide", lever, place).value

    def send(self, states: object) -> None:
        """What a browser says its controls show, whatever they show here."""
        self.page._run(states)
        assert not self.page.exception, "the page stopped with an error"

    def press(self, key: str) -> None:
        self.page.button(key=key).click()
        self.run()

    def pick(self, key: str, choice: str) -> None:
        """Choose one of a row of buttons."""
        self.page.button_group(key=key).set_value(choice)
        self.run()

    def offers(self, key: str) -> bool:
        return any(button.key == key for button in self.page.button)


def words_of(html: str) -> str:
    return " ".join(unescape(TAG.sub(" ", html)).split())


@pytest.fixture
def visit() -> Visit:
    return Visit()


@pytest.fixture(scope="module")
def long_visit() -> Visit:
    """One visit for all the tests of a file: what one of them leaves behind, the next one finds."""
    return Visit()


def forget() -> None:
    """What every visit shares: presets and their engines."""
    for remembered in (shelf, shipped_engine):
        remembered.cache_clear()


@pytest.fixture
def visit_with(tmp_path, monkeypatch) -> Callable[..., Visit]:
    """A visit to a page whose folder holds these presets beside the shipped ones: {file name: content or a path}."""

    def arrive(files: dict[str, str | Path], shipped: bool = True) -> Visit:
        folder = tmp_path / "presets"
        shutil.copytree(presets.FOLDER, folder) if shipped else folder.mkdir()
        for name, content in files.items():
            text = content.read_text(encoding="utf-8") if isinstance(content, Path) else content
            (folder / name).write_text(text, encoding="utf-8")
        monkeypatch.setattr(presets, "FOLDER", folder)
        forget()
        return Visit()

    yield arrive
    forget()
