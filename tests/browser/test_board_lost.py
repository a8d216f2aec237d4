"""Whatever comes between a hand and the server, no value is lost, and nothing is said before it is so."""

import pytest
from playwright.sync_api import Page, expect

from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from ui.views import VIEWS
from words.numbers import millions

FILES = "/_stcore/bidi-components/side-by-side.board"
STAFF, MONTHS = '[data-lever="staff"]', '[data-lever="cloud.months"]'
COSTS = ".summary .figure"
LONG = 120_000
"""ms: fifty runs of the script on a busy machine take their time."""


def slider(page: Page, lever: str = STAFF):
    return page.locator(f"{lever} input[type=range]")


def entry(page: Page, lever: str = STAFF):
    return page.locator(f"{lever} .entry")


def computed(**changes: float) -> list[str]:
    appraisal = evaluate(Engine(presets.load("north-council")), changes)
    return [millions(result.cost).capitalize() for result in appraisal.options]


def saved(page: Page) -> None:
    """Waits until the address says what the server knows, and nothing waits to be sent."""
    expect(page.locator(".unsaved")).to_be_hidden(timeout=LONG)


def test_the_network_may_go_and_come_back_and_no_click_is_needed(open_page):
    page = open_page()
    page.context.set_offline(True)
    slider(page).press("ArrowRight")
    slider(page, MONTHS).press("ArrowRight")
    expect(page.locator(".unsaved")).to_contain_text("Not saved yet")
    expect(page.locator(".verdict h1")).to_contain_text("Hybrid comes first.")
    page.context.set_offline(False)
    expect(page.locator(".verdict h1")).to_contain_text("Hybrid still comes first.", timeout=LONG)
    expect(page.locator(COSTS)).to_have_text(computed(staff=4600, **{"cloud.months": 19}), timeout=LONG)
    saved(page)


def test_of_fifty_changes_in_a_row_none_is_lost(open_page):
    page = open_page()
    slider(page).focus()
    for _ in range(50):
        page.keyboard.press("ArrowRight")
    expect(page.locator(COSTS)).to_have_text(computed(staff=9500), timeout=LONG)
    expect(page.locator(".live.held")).to_have_count(0, timeout=LONG)
    page.wait_for_url("**staff=9500**", timeout=LONG)
    saved(page)


def test_a_move_at_every_view_by_arrow_key_loses_nothing(open_page):
    page = open_page()
    for step, view in enumerate(VIEWS):
        tab = page.get_by_role("tab", name=view, exact=True)
        expect(tab).to_have_attribute("aria-selected", "true", timeout=LONG)
        slider(page).press("ArrowRight")
        page.wait_for_url(f"**staff={4600 + 100 * step}**", timeout=LONG)
        tab.press("ArrowRight")
    expect(page.locator(COSTS)).to_have_text(computed(staff=4500 + 100 * len(VIEWS)), timeout=LONG)
    saved(page)


def test_a_browser_of_another_language_reads_and_writes_the_same_numbers(browser, server):
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="de-DE", reduced_motion="reduce")
    page = context.new_page()
    page.goto(server.url())
    expect(slider(page)).to_be_visible()
    slider(page).press("ArrowRight")
    expect(slider(page)).to_have_attribute("aria-valuetext", "4,600 staff")
    expect(page.locator(COSTS)).to_have_text(computed(staff=4600))
    entry(page, '[data-lever="disruption.share"]').fill("12.5")
    entry(page, '[data-lever="disruption.share"]').press("Enter")
    page.wait_for_url("**disruption.share=12.5**")
    expect(entry(page, '[data-lever="disruption.share"]')).to_have_value("12.5%")
    entry(page).fill("4.700")
    entry(page).press("Enter")
    expect(page.locator(f"{STAFF} [role=alert]")).to_contain_text("the figures still use 4,600 staff")
    context.close()


HEARD = """() => {
  const status = document.querySelector('.st-key-panel [data-started]').shadowRoot.querySelector('[role=status]');
  window.heard = [];
  new MutationObserver(() => window.heard.push(status.textContent)).observe(status, {childList: true, subtree: true});
}"""


def test_a_drag_is_announced_once_when_it_has_settled(open_page):
    page = open_page()
    page.evaluate(HEARD)
    slider(page).focus()
    page.keyboard.down("ArrowRight")
    for _ in range(10):
        page.keyboard.down("ArrowRight")
    expect(page.locator(".live.held")).to_have_count(1)
    assert page.evaluate("window.heard") == []
    page.keyboard.up("ArrowRight")
    page.wait_for_function("() => window.heard.length")
    expect(page.locator(".live.held")).to_have_count(0)
    (heard,) = page.evaluate("window.heard")
    assert heard.startswith("Hybrid still comes first.")


def test_a_change_that_is_answered_while_another_is_held_is_not_announced_by_itself(open_page):
    page = open_page()
    page.evaluate(HEARD)
    page.evaluate(f"import('{FILES}/moves.js').then(({{ hold }}) => hold('cloud.months', 18))")  # as a thumb would
    slider(page).press("ArrowRight")
    page.wait_for_url("**staff=4600**")
    expect(page.locator(f"{STAFF} .status")).to_have_text("yours")
    slider(page, MONTHS).press("ArrowRight")
    page.wait_for_url("**cloud.months=19**")
    page.wait_for_function("() => window.heard.length")
    expect(page.locator(".live.held")).to_have_count(0)
    assert len(page.evaluate("window.heard")) == 1


def test_the_focus_stays_on_a_lever_that_was_reset_by_keyboard(open_page):
    page = open_page()
    slider(page).press("ArrowRight")
    page.get_by_role("button", name="Reset Staff to 4,500").press("Enter")
    expect(page.locator(f"{STAFF} .status")).to_have_text("published")
    expect(slider(page)).to_be_focused()


def test_the_scale_of_a_row_stands_while_a_thumb_moves_and_widens_when_it_is_let_go(open_page):
    page = open_page()
    cheapest, dearest = (page.locator(f'[data-cell="cost:{option}"] .bar i') for option in (3, 2))
    width = "bar => parseFloat(bar.style.width)"
    before = cheapest.evaluate(width)
    slider(page).focus()
    for _ in range(4):
        page.keyboard.down("PageUp")
    expect(dearest).to_have_attribute("style", "width: 100%;")
    held = cheapest.evaluate(width)
    appraisal = evaluate(Engine(presets.load("north-council")), {"staff": 8500})
    assert held / before == pytest.approx(appraisal.options[3].cost / 1_561_000, rel=0.001), "a pound is as long as before"
    page.keyboard.up("PageUp")
    expect(page.locator(".live.held")).to_have_count(0)
    assert cheapest.evaluate(width) < held
