"""Numbers typed where they stand in the list of all of them."""

import pytest
from playwright.sync_api import Locator, Page, expect

SENT = "() => { window.send = WebSocket.prototype.send; WebSocket.prototype.send = () => {} }"
BACK = "() => { WebSocket.prototype.send = window.send }"


@pytest.fixture
def page(open_page) -> Page:
    page = open_page("/?view=Assumptions")
    expect(page.locator(".assumption")).to_have_count(113)
    return page


def row(page: Page, lever: str) -> Locator:
    return page.locator(f'.assumption[data-lever="{lever}"]')


def entry(page: Page, lever: str) -> Locator:
    return row(page, lever).get_by_role("textbox")


def typed(page: Page, lever: str, text: str) -> None:
    entry(page, lever).fill(text)
    entry(page, lever).press("Enter")


def test_a_number_typed_in_place_is_yours_and_its_slider_follows(page):
    typed(page, "staff", "5200")
    expect(row(page, "staff").locator(".status")).to_have_text("yours")
    expect(entry(page, "staff")).to_have_value("5,200")
    expect(page.locator('.lever[data-lever="staff"] .entry')).to_have_value("5,200")
    expect(page.locator(".verdict h1")).to_contain_text("£1.771m")


def test_a_slider_moved_beside_the_list_is_followed_there(page):
    page.locator('.lever[data-lever="staff"] input[type=range]').press("ArrowRight")
    expect(entry(page, "staff")).to_have_value("4,600")


def test_reset_gives_a_number_back_and_leaves_the_focus_in_its_entry(page):
    typed(page, "m365.licences", "£300")
    row(page, "m365.licences").get_by_role("button", name="Reset").click()
    expect(entry(page, "m365.licences")).to_have_value("£240")
    expect(row(page, "m365.licences").locator(".status")).to_have_text("assumption")
    expect(entry(page, "m365.licences")).to_be_focused()


def test_a_refused_number_says_why_beside_it_and_stays_to_be_mended(page):
    typed(page, "offices", "500")
    expect(row(page, "offices").get_by_role("alert")).to_have_text(
        "Offices must be 1 to 60 offices. Nothing changed: the figures still use 7 offices."
    )
    expect(entry(page, "offices")).to_have_value("500")
    expect(entry(page, "offices")).to_have_accessible_description("Offices must be 1 to 60 offices. Nothing changed: the figures still use 7 offices.")
    typed(page, "offices", "9")
    expect(row(page, "offices").get_by_role("alert")).to_have_count(0)


def test_what_is_being_typed_outlives_the_answer_to_what_was_typed_before(page):
    page.evaluate(SENT)
    typed(page, "staff", "5200")
    entry(page, "offices").fill("12")
    page.evaluate(BACK)
    expect(row(page, "staff").locator(".status")).to_have_text("yours")
    expect(entry(page, "offices")).to_have_value("12")
    expect(entry(page, "offices")).to_be_focused()
    entry(page, "offices").press("Enter")
    expect(row(page, "offices").locator(".status")).to_have_text("yours")


def test_the_list_is_filtered_by_what_was_changed(page):
    typed(page, "staff", "5200")
    expect(row(page, "staff").locator(".status")).to_have_text("yours")
    page.get_by_role("radiogroup", name="Show").get_by_text("What you changed").click()
    expect(page.locator(".assumption")).to_have_count(1)
    expect(entry(page, "staff")).to_have_value("5,200")
