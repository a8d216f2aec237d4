"""The presenter's window and the audience's that follows it: by keys alone, with the network gone, while a thumb moves."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

FIRST = "1,125 of 4,500 people cannot work away from the office"
QUESTION = "Microsoft Cloud takes 25 months, not 18. Who comes second?"
ANSWER = "At 25 months, Microsoft Cloud drops to third"
MONTHS = '[data-lever="cloud.months"] input[type=range]'


@pytest.fixture
def presenting(open_page) -> Callable[..., Page]:
    """The Present view, its scenes there."""

    def presenting(**how: str) -> Page:
        page = open_page("/?view=Present", **how)
        expect(page.get_by_role("button", name="1 The challenge")).to_be_visible()
        return page

    return presenting


def audience_of(page: Page) -> Page:
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Open the audience's window").press("Enter")
    expect(opened.value.locator(".headline")).to_have_text(FIRST)
    return opened.value


def headline(page: Page | Locator, words: str) -> None:
    expect(page.locator(".main .headline").first).to_have_text(words)


def test_keys_alone_walk_the_audience_through_all_six_scenes(presenting):
    page = presenting()
    audience = audience_of(page)
    said = [
        "Four options, from nothing to £4.710m",
        "Hybrid costs £1.561m, Microsoft Cloud £4.710m",
        "Hybrid scores highest on five of the seven outcomes, Microsoft Cloud on two",
        "Hybrid's first place is safe. Second place is not",
        QUESTION,
        ANSWER,
    ]
    for words in said:
        page.keyboard.press("ArrowRight")
        headline(audience, words)
        expect(audience.get_by_role("status")).to_have_text(words)
    expect(page.get_by_role("button", name="6 What if…")).to_have_attribute("aria-current", "step")
    page.keyboard.press("1")
    headline(audience, FIRST)
    expect(page.get_by_role("region", name="Your notes")).to_contain_text("Ask who has worked from home this month.")
    expect(audience.get_by_text("Ask who has worked")).to_be_hidden()
    audience.keyboard.press("ArrowRight")  # a clicker may point at either window
    headline(audience, said[0])
    page.keyboard.press("b")
    expect(audience.locator(".blank")).to_be_visible()


def test_hands_are_counted_unseen_and_told_with_the_answer(presenting):
    page = presenting()
    audience = audience_of(page)
    page.keyboard.press("6")
    for name, times in (("Microsoft Cloud", 3), ("Microsoft 365", 2)):
        for _ in range(times):
            page.get_by_role("button", name=f"One hand for {name}", exact=True).press("Enter")
    page.get_by_role("button", name="One hand less for Microsoft Cloud").press("Enter")
    expect(audience.locator(".room")).to_contain_text("4 hands counted")
    expect(audience.locator(".expected")).to_have_count(0)
    page.get_by_role("button", name="Reveal").press("Enter")
    headline(audience, ANSWER)
    expect(audience.locator(".room")).to_contain_text("2 of 4 saw it coming")


def test_with_the_network_gone_both_windows_go_on_and_a_lever_still_moves_the_bars(presenting):
    page = presenting()
    audience = audience_of(page)
    page.context.set_offline(True)
    for key in ("2", "3", "4", "5", "6", "r"):
        page.keyboard.press(key)
    headline(audience, ANSWER)
    page.locator(MONTHS).focus()
    page.keyboard.down("ArrowRight")  # held, so nothing is let go of
    headline(audience, "Microsoft Cloud: Months to deliver: 19 months")
    expect(audience.locator('[data-cell="months:2"] .value')).to_have_text("19")
    page.keyboard.up("ArrowRight")
    page.context.set_offline(False)
    headline(audience, "Hybrid still comes first")
    expect(audience.locator('[data-cell="cost:2"] .figure')).to_have_text("£4.725m")  # a month more is £15,000 more


def test_the_audience_sees_the_bars_move_with_the_thumb_and_the_verdict_once_it_is_let_go(presenting):
    page = presenting()
    audience = audience_of(page)
    page.keyboard.press("6")
    page.locator(MONTHS).focus()
    page.keyboard.press("ArrowRight")  # while the room still guesses, levers give nothing away
    headline(audience, QUESTION.replace("18", "19"))
    page.keyboard.press("r")  # a slider keeps the keys that move it, and no others
    headline(audience, "At 25 months, Microsoft Cloud drops to third")
    slider = page.locator(MONTHS)
    slider.evaluate("s => { s.value = 30; s.dispatchEvent(new Event('input', { bubbles: true })); }")
    headline(audience, "Microsoft Cloud: Months to deliver: 30 months")
    expect(audience.locator('[data-cell="rank:2"] .rank')).to_have_text("3rd")
    assert "comes first" not in audience.locator(".main").inner_text()
    slider.evaluate("s => s.dispatchEvent(new Event('change', { bubbles: true }))")
    headline(audience, "Hybrid still comes first")
    expect(audience.locator(".second")).to_contain_text("Microsoft Cloud drops to third: at 30 months it delivers too late.")


def test_one_window_is_enough_and_escape_leaves_the_stage(presenting, axe):
    page = presenting()
    page.get_by_role("button", name="Present here").press("Enter")
    stage = page.get_by_role("dialog", name="The stage")
    expect(stage).to_be_visible()
    page.keyboard.press("6")
    page.keyboard.press("n")
    expect(stage.get_by_label("Notes")).to_contain_text("Let the room guess before you reveal")
    assert axe(page) == []
    page.keyboard.press("n")
    page.keyboard.press("r")
    page.keyboard.press("l")  # the board, with one lever at a time: here it moves the page's own behind it
    stage.get_by_label("Lever").select_option("cloud.months")
    lever = stage.get_by_role("slider", name="Microsoft Cloud: Months to deliver")
    lever.press("ArrowRight")
    headline(stage, "Hybrid still comes first")
    expect(stage.locator('[data-cell="cost:2"] .figure')).to_have_text("£4.725m")
    expect(lever).to_have_attribute("aria-valuetext", "19 months")
    page.keyboard.press("Escape")
    expect(page.locator(MONTHS)).to_have_value("19")
    expect(stage).to_be_hidden()
    expect(page.get_by_role("button", name="Present here")).to_be_focused()


def test_the_audiences_window_passes_axe_and_says_what_it_waits_for(presenting, axe, complaints_about):
    page = presenting(scheme="dark")
    audience = audience_of(page)
    heard = complaints_about(audience)
    page.keyboard.press("6")  # the other scenes are those of the file, in tests/browser/test_stage_file.py
    headline(audience, QUESTION)
    assert axe(audience) == []
    for key, words in (("r", ANSWER), ("l", "Hybrid comes first")):
        page.keyboard.press(key)
        headline(audience, words)
        assert axe(audience) == []
    audience.goto(audience.url.partition("#")[0] + "#nobody")
    audience.reload()
    expect(audience.get_by_text("Waiting for the presenter's window.")).to_be_visible()
    assert axe(audience) == [] and heard == []


def test_a_reload_and_another_view_come_back_to_the_same_scene(presenting, settled):
    page = presenting()
    page.keyboard.press("4")
    expect(page.get_by_role("button", name="4 What they achieve")).to_have_attribute("aria-current", "step")
    page.reload()
    expect(page.get_by_role("button", name="4 What they achieve")).to_have_attribute("aria-current", "step")
    page.get_by_role("tab", name="Compare").click()
    expect(page.locator(".summary")).to_be_visible()
    page.get_by_role("tab", name="Present").click()
    expect(page.get_by_role("button", name="4 What they achieve")).to_have_attribute("aria-current", "step")


def test_keys_pressed_in_a_control_belong_to_it(presenting):
    page = presenting()
    page.locator(MONTHS).focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(MONTHS)).to_have_value("17")
    entry = page.locator('[data-lever="staff"] .entry')
    entry.fill("5200")
    entry.press("b")
    expect(page.get_by_role("button", name="1 The challenge")).to_have_attribute("aria-current", "step")
    expect(page.get_by_role("button", name="Blank", exact=True)).to_have_attribute("aria-pressed", "false")
