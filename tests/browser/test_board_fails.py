"""Where the live board cannot work, plain sliders take its place by themselves; where it is only slow, they do not."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

LEVER = '[data-lever="staff"]'
COSTS = ".summary .figure"
WHY = "The live levers do not work in this browser"


@pytest.fixture
def tab(browser) -> Page:
    """A tab nobody listens to: it is meant to complain."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    yield page
    page.close()


def blocked(route: Route) -> None:
    route.abort()


def missing(route: Route) -> None:
    route.fulfill(status=404, body="")


def throwing(route: Route) -> None:
    route.fulfill(content_type="text/javascript", body="throw new Error('it broke')")


def breaking_at_work(route: Route) -> None:
    route.fulfill(content_type="text/javascript", body=route.fetch().text().replace("PAINT[kind]", "nothing[kind]"))


def move(tab: Page) -> None:
    slider = tab.locator(f"{LEVER} input[type=range]")
    expect(slider).to_be_visible()  # what has no styles yet takes no key
    slider.press("ArrowRight")


@pytest.mark.parametrize(
    ("file", "fate"),
    [("panel.js", missing), ("tables.js", throwing), ("board.css", blocked)],
    ids=["missing", "throwing", "unstyled"],
)
def test_where_the_board_cannot_start_plain_sliders_come_by_themselves_and_say_why(tab, server, file, fate):
    tab.route(f"**/{file}", fate)
    tab.goto(server.url())
    expect(tab.get_by_text(WHY)).to_be_visible()
    expect(tab.locator("[data-testid=stSlider]").first).to_be_visible()
    expect(tab.locator(COSTS).first).to_be_visible()


def test_where_the_tabs_cannot_start_plain_ones_lead_to_every_view(tab, server):
    tab.route("**/tabs.js", missing)
    tab.goto(server.url("/?view=Assumptions"))
    views = tab.get_by_role("radiogroup", name="View")
    expect(views.get_by_role("radio", name="Assumptions")).to_be_checked()
    views.get_by_text("The briefing").click()
    expect(tab.locator(".briefing")).to_be_visible()
    expect(tab).to_have_url(re.compile("view=The"))


def test_what_breaks_under_a_thumb_gives_way_to_plain_sliders_that_stand_where_it_was_let_go(tab, server):
    tab.route("**/cells.js", breaking_at_work)
    tab.goto(server.url())
    move(tab)
    expect(tab.get_by_text(WHY)).to_be_visible()
    expect(tab.get_by_role("textbox", name="Staff: type a value")).to_have_value("4,600")
    expect(tab.locator(COSTS)).to_have_text(["Nil", "£2.831m", "£4.800m", "£1.591m"])


def test_a_board_that_is_only_slow_is_waited_for(tab, server):
    held = []
    tab.route("**/side-by-side.board/board.js", lambda route: held.append(route))
    tab.goto(server.url())
    expect(tab.get_by_role("button", name="Use plain ones")).to_be_visible()
    for route in held:
        route.continue_()
    move(tab)
    expect(tab.locator(COSTS)).to_have_text(["Nil", "£2.831m", "£4.800m", "£1.591m"])
    expect(tab.get_by_role("button", name="Use plain ones")).to_be_hidden()
    expect(tab.get_by_text(WHY)).to_have_count(0)
