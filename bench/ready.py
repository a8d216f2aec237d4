"""Before going on stage: `make stage` warms the server, shows every scene once, and says ready or why not.

It checks the server that answers at the address, or starts one there and, once all is well, keeps it running.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import monotonic, sleep
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

from playwright.sync_api import Error, Page, Playwright, sync_playwright

from bench.line import Line
from bench.screen import FLAGS
from bench.server import serving
from exports.stage.slides import Face, Slide, slides
from model.appraisal import evaluate
from model.engine import Engine
from model.presets import PresetError, load, shipped

ROOT = Path(__file__).parents[1]
PATIENCE = 30
"""Seconds for the server to start, and for a page to show what it should."""
SOON = 500
"""Milliseconds from one scene to the next that a room does not notice."""
PRESSED = "addEventListener('keydown', () => { window.pressed = performance.timeOrigin + performance.now(); }, true)"
CHANGED = """() => {
  const said = () => document.querySelector('.main .headline')?.textContent;
  window.shown = { headline: said(), at: 0 };
  new MutationObserver(() => requestAnimationFrame(() => {
    const at = performance.timeOrigin + performance.now();
    if (said() !== window.shown.headline) window.shown = { headline: said(), at };
  })).observe(document.body, { childList: true, subtree: true });
}"""
SHOWN = "headline => window.shown.headline === headline && window.shown"


class NotReady(Exception):
    """What stands in the way; the message is one plain sentence."""


@dataclass
class Findings:
    """What is wrong, and how long each change of scene took, from the key to the audience's window, in milliseconds."""

    wrong: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    @property
    def slowest(self) -> float:
        return max(self.waits, default=0.0)


def main(address: str, preset: str) -> int:
    """0 once everything was shown as it should be, 2 when not."""
    try:
        expected = _expected(preset)
        with _server(address) as (own, process), sync_playwright() as playwright:
            found = _rehearse(playwright, own, preset, expected)
            _say(found, len(expected), own, preset)
            if process and not found.wrong:
                _keep(process)
            return 2 if found.wrong else 0
    except (NotReady, PresetError) as refused:
        print(f"Not ready. {refused}", file=sys.stderr)
        return 2


def _expected(preset: str) -> tuple[Slide, ...]:
    """What the scenes have to say, computed apart from the page."""
    scenario = load(preset)
    if preset not in shipped():
        raise NotReady("Only a preset in the folder presets can be shown: copy your file there and give its name.")
    return slides(evaluate(Engine(scenario)))


def lines() -> Iterator[Line]:
    """How long a change of scene takes, for `make bench`."""
    with serving("app.py") as server, sync_playwright() as playwright:
        waits = _rehearse(playwright, server.address, "north-council", _expected("north-council")).waits
        yield Line("scene key to the audience's window, median", median(waits))
        yield Line("scene key to the audience's window, slowest", max(waits), most=SOON)


# The server


@contextmanager
def _server(address: str) -> Iterator[tuple[str, subprocess.Popen | None]]:
    """The one that answers there, or one started for now."""
    if _answers(address):
        yield address, None
        return
    host, port = urlsplit(address).hostname, urlsplit(address).port
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.address={host}", f"--server.port={port}"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(address, process)
        yield address, process
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _answers(address: str) -> bool:
    """Whether Side by Side is there. Raises NotReady where something else is."""
    try:
        with urlopen(f"{address}/stage", timeout=PATIENCE) as answer:
            if b"Side by Side" in answer.read(2_000):
                return True
    except URLError as error:
        if not hasattr(error, "code"):
            return False
    except OSError:
        return False
    raise NotReady(f"Something else answers at {address}: give another port, as in make stage PORT=8600.")


def _wait_for(address: str, process: subprocess.Popen) -> None:
    end = monotonic() + PATIENCE
    while monotonic() < end:
        if process.poll() is not None:
            raise NotReady(f"The server could not start at {address}: make run says why.")
        if _answers(address):
            return
        sleep(0.2)
    raise NotReady(f"The server did not answer at {address} within {PATIENCE} seconds: make run says why.")


def _keep(process: subprocess.Popen) -> None:
    """Go on serving until the presenter is done."""
    print("It keeps running; Ctrl-C ends it.", flush=True)
    try:
        process.wait()
    except KeyboardInterrupt:
        print()


# The rehearsal


def _rehearse(playwright: Playwright, address: str, preset: str, expected: tuple[Slide, ...]) -> Findings:
    """Both windows through all scenes, once with the network and once without."""
    found = Findings()
    context = _chromium(playwright).new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.add_init_script(PRESSED)  # before the page's own, which keeps keys to itself
    for event in ("pageerror", "crash"):
        page.on(event, lambda said: found.wrong.append(f"The presenter's page failed: {str(said).splitlines()[0]}."))
    try:
        page.goto(f"{address}/?{urlencode({'preset': preset, 'view': 'Present'})}")
        page.get_by_role("button", name="Present here").wait_for(timeout=PATIENCE * 1000)
        with page.expect_popup() as opened:
            page.get_by_role("button", name="Open the audience's window").click()
        opened.value.locator(".headline").wait_for()
        opened.value.evaluate(CHANGED)
        _walk(page, opened.value, expected, found, "")
        context.set_offline(True)
        page.keyboard.press("1")
        _walk(page, opened.value, expected, found, " without a network")
    except Error as error:
        found.wrong.append(f"The Present view did not open at {address}: {str(error).splitlines()[0]}")
    return found


def _chromium(playwright: Playwright):
    try:
        return playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=FLAGS)
    except Error:
        raise NotReady("Chromium did not start: install it, or set CHROMIUM to the path of one.") from None


def _faces(slide: Slide, how: str) -> list[Face]:
    """What the key moves through: a question comes before its answer, and once."""
    return [face for face in (None if how else slide.question, slide.face) if face]


def _walk(page: Page, audience: Page, expected: tuple[Slide, ...], found: Findings, how: str) -> None:
    for number, slide in enumerate(expected, 1):
        for face in _faces(slide, how):
            try:
                shown = audience.wait_for_function(SHOWN, arg=face.headline, timeout=PATIENCE * 1000).json_value()
            except Error:
                found.wrong.append(f"Scene {number}, “{slide.name}”, did not show “{face.headline}”{how}.")
                continue
            if pressed := page.evaluate("window.pressed"):
                found.waits.append(shown["at"] - pressed)
            _check(audience, number, slide, found, how)
            page.keyboard.press("ArrowRight")


def _check(audience: Page, number: int, slide: Slide, found: Findings, how: str) -> None:
    """Whether what is shown is whole."""
    box = audience.locator(".main .scene").bounding_box()
    if not box or box["y"] + box["height"] > 720:
        found.wrong.append(f"Scene {number}, “{slide.name}”, does not fit its sheet{how}.")


def _say(found: Findings, scenes: int, address: str, preset: str) -> None:
    if found.slowest > SOON:
        slow = f"A change of scene took {found.slowest:.0f} ms, and a room notices {SOON}: close what else is running."
        found.wrong.append(slow)
    if found.wrong:
        print("\n".join(["Not ready.", *found.wrong]), file=sys.stderr)
        return
    where = f"{address}/?{urlencode({'preset': preset, 'view': 'Present'})}"
    print(
        f"Ready: {scenes} scenes shown with and without a network, each within {found.slowest:.0f} ms of the key.\n"
        f"Present at {where}", flush=True,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].rstrip("/"), *sys.argv[2:3] or ["north-council"]))
