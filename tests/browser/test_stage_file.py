"""Scenes in one file: opened from a disk, walked through by keys alone, legible from the back row, asking nobody."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from exports.stage.document import document
from model import presets
from model.appraisal import evaluate
from model.engine import Engine

ROOT = Path(__file__).parents[2]
SIZES = [(1280, 720), (1920, 1080)]

TOO_SMALL = """floor => {
  const sheet = document.querySelector('.sheet'), scale = sheet.getBoundingClientRect().width / 1280, found = [];
  for (const node of sheet.querySelectorAll('*')) {
    const words = [...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim());
    if (!words || node.closest('.unseen, [hidden]') || !node.checkVisibility()) continue;
    const svg = node.ownerSVGElement;
    const drawn = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : scale;
    const size = parseFloat(getComputedStyle(node).fontSize) * drawn;
    if (size < floor * scale - 0.01) found.push(`${size / scale} ${node.textContent.trim()}`);
  }
  return found;
}"""
OUTSIDE = """() => {
  const sheet = document.querySelector('.sheet').getBoundingClientRect(), found = [];
  const scale = sheet.width / 1280, foot = document.querySelector('.below').getBoundingClientRect().top;
  const room = document.querySelector('.room:not([hidden])')?.getBoundingClientRect().left ?? Infinity;
  for (const node of document.querySelectorAll('.main *')) {
    if (node.closest('.unseen')) continue;
    const { left, right, top, bottom, width } = node.getBoundingClientRect();
    const beside = node.closest('.chart') ? room : sheet.right;
    if (!width || node.closest('svg') && !['text', 'svg'].includes(node.nodeName)) continue;
    if (left < sheet.left - 1 || right > Math.min(sheet.right, beside) + 1 || top < sheet.top || bottom > foot + 2 * scale)
      found.push(`${node.nodeName}.${node.className.baseVal ?? node.className} ${Math.round(right / scale)}, ${Math.round(bottom / scale)}: ${node.textContent.trim().slice(0, 60)}`);
  }
  return found;
}"""

CUT = """() => [...document.querySelectorAll('.main *')]
  .filter(node => getComputedStyle(node).overflowY === 'hidden' && node.clientHeight > 1 && !node.closest('svg'))
  .filter(node => node.scrollHeight > node.clientHeight + 2)  // no letter reaches the very foot of its line
  .map(node => node.textContent)"""


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """opened(preset, scheme): the file of a preset in a tab that may ask nobody and must not complain."""
    contexts, complaints = [], []

    def opened(preset: str = "north-council", scheme: str = "dark", motion: str = "reduce") -> Page:
        file = tmp_path / "scenes.html"
        now = evaluate(Engine(presets.load(preset)))
        file.write_bytes(document(now, date="25 November 2026", link=""))
        context = browser.new_context(color_scheme=scheme, reduced_motion=motion, viewport={"width": 1280, "height": 720})
        contexts.append(context)
        page = context.new_page()
        context.set_offline(True)
        page.on("request", lambda asked: asked.url.startswith(("data:", file.as_uri())) or complaints.append(asked.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def headline(page: Page) -> str:
    return page.locator(".main h1").inner_text()


@pytest.mark.parametrize("preset", ["north-council", "tests/presets/scenes.toml", "tests/presets/eight.toml"])
def test_every_scene_is_legible_from_the_back_row_and_stays_on_its_sheet(opened, preset):
    page = opened(preset if preset in presets.shipped() else str(ROOT / preset))
    scenes = page.evaluate("JSON.parse(document.querySelector('#deck').textContent).scenes")
    faces = [face["headline"] for scene in scenes for face in (scene["question"], scene["face"]) if face]
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for expected in faces:
            assert headline(page) == expected
            assert page.evaluate(TOO_SMALL, 28) == [], expected
            assert page.evaluate(OUTSIDE) == [], expected
            assert "eight" in preset or page.evaluate(CUT) == [], expected  # its names are longer than any sheet
            page.keyboard.press("Shift+Digit2")  # a hand, where one is asked for
            page.keyboard.press("ArrowRight")
        page.reload()
        page.keyboard.press("Home")


def test_keys_alone_walk_through_all_six_scenes_and_back(opened):
    page = opened()
    seen = [headline(page)]
    for key in ["ArrowRight", " ", "PageDown", "ArrowRight", "ArrowRight"]:
        page.keyboard.press(key)
        seen.append(headline(page))
    assert seen == [
        "1,125 of 4,500 people cannot work away from the office",
        "Four options, from nothing to £4.710m",
        "Hybrid costs £1.561m, Microsoft Cloud £4.710m",
        "Hybrid scores highest on five of the seven outcomes, Microsoft Cloud on two",
        "Hybrid's first place is safe. Second place is not",
        "Microsoft Cloud takes 25 months, not 18. Who comes second?",
    ]
    expect(page.get_by_role("status")).to_have_text(seen[-1])
    page.keyboard.press("ArrowRight")  # what is hidden is revealed first
    assert headline(page) == "At 25 months, Microsoft Cloud drops to third"
    page.keyboard.press("ArrowLeft")
    assert headline(page) == seen[4]
    page.keyboard.press("2")
    assert headline(page) == seen[1]
    page.reload()
    assert headline(page) == seen[1]


def test_the_room_guesses_unseen_and_the_reveal_says_who_saw_it_coming(opened):
    page = opened()
    page.keyboard.press("6")
    for key, times in (("Digit3", 3), ("Digit2", 2), ("Digit1", 1)):
        for _ in range(times):
            page.keyboard.press(f"Shift+{key}")
    page.keyboard.press("-")  # the hand for doing nothing was a stretch
    page.get_by_role("button", name="Microsoft 365").click()  # a hand by pointer
    room = page.locator(".room")
    expect(room).to_contain_text("6 hands counted")
    expect(room.get_by_role("listitem")).to_have_text(["Do nothing", "Microsoft 365", "Microsoft Cloud"])
    page.keyboard.press("r")
    expect(room).to_contain_text("3 of 6 saw it coming")
    expect(room.get_by_role("listitem")).to_have_text(["Do nothing0", "Microsoft 3653", "Microsoft Cloud3"])
    page.keyboard.press("Shift+Digit1")  # too late to guess
    expect(room).to_contain_text("3 of 6 saw it coming")


def test_the_line_draws_itself_once_unless_motion_is_not_wanted(opened):
    moving, still = opened(motion="no-preference"), opened()
    for page in (moving, still):
        page.keyboard.press("6")
        page.keyboard.press("r")
    assert moving.evaluate("document.querySelector('.figure:not(.under)').getAnimations().map(each => each.effect.getTiming().duration)") == [900]
    assert still.evaluate("document.querySelector('.figure').getAnimations().length") == 0
    expect(moving.locator(".figure")).to_have_count(1)  # the question lies under it only while it draws


def test_blank_notes_keys_and_theme_come_and_go(opened):
    page = opened(scheme="light")
    for key, part in (("b", ".blank"), ("n", ".notes"), ("?", ".panel.keys")):
        page.keyboard.press(key)
        expect(page.locator(part)).to_be_visible()
        page.keyboard.press(key)
        expect(page.locator(part)).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator(".notes")).to_contain_text("Ask who has worked from home this month.")
    expect(page.locator(".notes")).to_contain_text("Next: Four options")
    expect(page.locator(".stage")).to_have_attribute("data-theme", "light")
    page.keyboard.press("t")
    expect(page.locator(".stage")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_scene(opened, axe, scheme):
    page = opened(scheme=scheme)
    for number in range(6):
        page.keyboard.press(str(number + 1))
        assert axe(page) == [], headline(page)
    for key in ("Shift+Digit1", "r", "n", "?"):
        page.keyboard.press(key)
        assert axe(page) == [], key
