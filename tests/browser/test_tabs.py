"""The tabs keep what a hand was given: the focus, the choice, and a place in sight."""

import pytest
from playwright.sync_api import Locator, Page, expect

FIRST, SECOND = ".verdict h1", ".st-key-view-Over-time"
HAS_FOCUS = "node => node === document.activeElement"


def tab(page: Page, view: str) -> Locator:
    return page.get_by_role("tab", name=view, exact=True)


def is_chosen(page: Page, view: str) -> None:
    expect(tab(page, view)).to_have_attribute("aria-selected", "true")
    expect(page.locator("[role=tab][aria-selected=true]")).to_have_count(1)
    expect(page.locator("[role=tab][tabindex='0']")).to_have_text(view)


def test_a_tab_and_its_focus_outlive_whatever_is_answered_while_it_has_the_focus(open_page, settled):
    page = open_page()
    page.locator('[data-lever="staff"] input[type=range]').press("ArrowRight")
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    first, second = (tab(page, view).element_handle() for view in ("Compare", "Over time"))
    first.focus()
    page.keyboard.press("Control+z")
    expect(page.locator('[data-lever="staff"] .entry')).to_have_value("4,500")
    assert first.evaluate(HAS_FOCUS)
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"{SECOND} h1")).to_be_visible()
    settled(page)
    assert second.evaluate(HAS_FOCUS)
    is_chosen(page, "Over time")


@pytest.mark.parametrize(("key", "view"), [("ArrowLeft", "Take away"), ("End", "Take away"), ("Home", "Compare")])
def test_the_keys_of_a_tab_list_lead_round_and_to_its_ends(open_page, key, view):
    page = open_page()
    tab(page, "Compare").press(key)
    is_chosen(page, view)
    expect(tab(page, view)).to_be_focused()


def test_a_choice_is_marked_at_once_and_sent_again_until_it_is_heard(open_page):
    page = open_page()
    page.evaluate("() => { window.send = WebSocket.prototype.send; WebSocket.prototype.send = () => {} }")
    tab(page, "Over time").click()
    is_chosen(page, "Over time")
    expect(page.locator(FIRST)).to_be_hidden()
    page.evaluate("() => { WebSocket.prototype.send = window.send }")
    expect(page.locator(SECOND)).to_be_visible()
    is_chosen(page, "Over time")


def test_a_view_is_read_from_its_head_however_far_down_the_one_before_was(open_page):
    page = open_page()
    page.get_by_text("The same as a table").scroll_into_view_if_needed()
    expect(page.locator(FIRST)).not_to_be_in_viewport()
    tab(page, "Assumptions").click()
    expect(page.locator(".st-key-view-Assumptions h1")).to_be_in_viewport()


def test_a_tab_far_to_the_right_is_in_sight_on_a_phone_where_a_link_opens_it(open_page):
    page = open_page("/?view=Take away", size="phone")
    is_chosen(page, "Take away")
    expect(tab(page, "Take away")).to_be_in_viewport(ratio=1)
    expect(tab(page, "Compare")).not_to_be_in_viewport()
    tab(page, "Take away").press("Home")
    expect(tab(page, "Compare")).to_be_in_viewport(ratio=1)
    assert all(box["height"] >= 44 for box in (each.bounding_box() for each in page.get_by_role("tab").all()))


def test_in_a_window_with_no_room_for_all_tabs_none_lies_under_the_link(open_page):
    page = open_page(size=(1024, 720))
    tabs, link = page.get_by_role("tablist", name="Views"), page.locator(".link-part")
    assert tabs.bounding_box()["x"] + tabs.bounding_box()["width"] <= link.bounding_box()["x"]
    tab(page, "Compare").press("End")
    is_chosen(page, "Take away")
    expect(tab(page, "Take away")).to_be_in_viewport(ratio=1)
