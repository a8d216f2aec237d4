"""Any preset works on the board: two options or eight, names as long as may be, nothing and billions."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

COSTS = ".summary .figure"
PROJECTOR, PHONE = {"width": 1280, "height": 720}, {"width": 390, "height": 844}

# Whatever is cut off, runs over its neighbour or makes the page wider than the window.
MISFITS = """() => {
  const found = [], roots = [...document.querySelectorAll('[data-started]')].map(each => each.shadowRoot);
  const all = selector => roots.flatMap(root => [...root.querySelectorAll(selector)]);
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) found.push(`page ${page.scrollWidth}`);
  for (const each of all('[data-cell], .entry, .caption, .foot, .slide')) {
    if (each.scrollWidth > each.clientWidth + 1) found.push(`${each.className} ${each.textContent || each.value}`);
  }
  for (const each of all('.caption')) {
    const [what, entry] = [...each.children].map(part => part.getBoundingClientRect());
    if (what.right > entry.left) found.push(`under the entry: ${each.textContent}`);
  }
  return found;
}"""

TOO_WIDE = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return main.scrollWidth - main.clientWidth;
}"""


@pytest.fixture(scope="module")
def shelf(serve) -> Iterator[str]:
    with serve(script="tests/browser/shelf/app.py") as server:
        yield server.url()


def opened(browser, shelf: str, preset: str) -> Page:
    page = browser.new_page(viewport=PROJECTOR, reduced_motion="reduce")
    page.goto(f"{shelf}?preset={preset}")
    expect(page.locator("[data-lever]").first).to_be_visible()
    expect(page.locator(COSTS).first).to_be_visible()
    return page


def misfits(page: Page) -> list[str]:
    """On a projector and on a phone."""
    found = []
    for size in (PHONE, PROJECTOR):
        page.set_viewport_size(size)
        found += page.evaluate(MISFITS)
    return found


@pytest.mark.parametrize(("preset", "options"), [("two", 2), ("hostile", 6), ("eight", 8)])
def test_everything_fits_at_rest_and_at_the_end_of_a_lever(browser, shelf, preset, options):
    page = opened(browser, shelf, preset)
    expect(page.locator(COSTS)).to_have_count(options)
    assert misfits(page) == []
    before = page.locator(COSTS).all_text_contents()
    lever = page.locator("[data-lever*=cost_change]").nth(1 if options == 8 else 0)
    lever.locator("input[type=range]").press("End")
    expect(lever.locator(".status")).to_have_text("yours")
    expect(page.locator(".live.held")).to_have_count(0)
    assert page.locator(COSTS).all_text_contents() != before
    assert misfits(page) == []
    page.close()


def test_nothing_and_billions_stand_side_by_side(browser, shelf):
    page = opened(browser, shelf, "two")
    expect(page.locator(COSTS)).to_have_text(["Nil", "£5.994bn"])
    tubes = page.locator('[data-lever="tunnel.bores"]')
    expect(tubes.locator(".entry")).to_have_value("£999,000,000")
    tubes.locator(".entry").fill("0")
    tubes.locator(".entry").press("Enter")
    expect(page.locator(COSTS)).to_have_text(["Nil", "Nil"])
    page.close()


@pytest.mark.parametrize("preset", ["eight", "north-council"])
def test_how_sure_it_is_fits_the_window_however_many_options_there_are(browser, shelf, preset):
    page = browser.new_page(viewport=PROJECTOR, reduced_motion="reduce")
    page.goto(f"{shelf}?preset={preset}&view=How+sure")
    for part, told in (("At a glance", "How often each comes first"), ("Weights", "random weightings")):
        page.get_by_role("radio", name=part, exact=True).click()
        expect(page.get_by_role("heading", name=told)).to_be_visible()
        for size in (PHONE, PROJECTOR):
            page.set_viewport_size(size)
            assert page.evaluate(TOO_WIDE) == 0, (part, size)
    page.close()
