"""The live board in a real browser: bars move with the thumb, and nothing that was set is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from words.numbers import count, millions, money, score
from words.outcomes import per_person

FILES = "/_stcore/bidi-components/side-by-side.board"
STAFF, MONTHS = '[data-lever="staff"]', '[data-lever="cloud.months"]'
FIGURES = ".summary .figure"
SETTLED = ["Nil", "£2.831m", "£4.800m", "£1.591m"]
"""What 4,600 staff cost."""
MARK = "document.querySelector('.st-key-panel [data-started]').shadowRoot.querySelector('input[type=range]')"


def slider(page: Page, lever: str = STAFF):
    return page.locator(f"{lever} input[type=range]")


def entry(page: Page, lever: str = STAFF):
    return page.locator(f"{lever} .entry")


def verdict(page: Page):
    return page.locator(".verdict h1")


def grab(page: Page, lever: str = STAFF) -> tuple[float, float]:
    """Take hold of a thumb; where it is."""
    slider(page, lever).scroll_into_view_if_needed()
    x, y = slider(page, lever).evaluate("""slider => {
      const box = slider.getBoundingClientRect(), room = box.width - 18
      const share = (slider.value - slider.min) / (slider.max - slider.min)
      return [box.x + 9 + share * room, box.y + box.height / 2]
    }""")
    page.mouse.move(x, y)
    page.mouse.down()
    return x, y


def shown(page: Page) -> list[str]:
    expect(page.locator(FIGURES)).to_have_count(4, timeout=30_000)
    return page.locator(FIGURES).all_text_contents()


def typed(page: Page, text: str, lever: str = STAFF) -> None:
    entry(page, lever).fill(text)
    entry(page, lever).press("Enter")


def test_the_board_writes_numbers_as_the_page_does(open_page):
    near_a_seam = [499.49, 499.5, 500, 999_999.49, 999_999.5, 999_999_499, 999_999_500]
    numbers = [0, 0.05, 0.35, 0.4, 0.5, 1, 1.5, 2.5, 56.25, 354.5, 3480, 4500.125, *near_a_seam, 2_774_500, 2_775_000, 121_500, 90_000 * 1.35, 1.25e9]
    written = open_page().evaluate(
        """([files, numbers]) => import(`${files}/format.js`).then(({ count, millions, money, perPerson, score }) =>
          numbers.map(number => [count(number), millions(number), money(-number), perPerson(number), score(number)]))""",
        [FILES, numbers],
    )
    expected = [[count(each), millions(each), money(-each), per_person(each), score(each)] for each in numbers]
    assert written == expected


def test_figures_follow_the_thumb_while_the_verdict_waits_until_it_is_let_go(open_page):
    page = open_page()
    before = shown(page)
    x, y = grab(page)
    page.mouse.move(x + 40, y, steps=5)
    expect(page.locator(FIGURES).nth(3)).not_to_have_text(before[3])
    while_held = shown(page)
    expect(verdict(page)).to_contain_text("Hybrid comes first.")
    page.mouse.up()
    expect(verdict(page)).to_contain_text("Hybrid still comes first.")
    assert shown(page) == while_held, "what is settled is what the thumb had shown"


def test_fresh_data_do_not_wait_until_the_browser_says_that_a_script_it_has_has_come(open_page):
    page = open_page()
    page.evaluate("""() => document.addEventListener("load", event => {
      if (event.isTrusted && event.target.src?.includes("board.js")) event.stopImmediatePropagation();
    }, true)""")
    typed(page, "4600")
    expect(page.locator(f"{STAFF} .status")).to_have_text("yours")


@pytest.mark.parametrize("lever", ["staff", "disruption.share", "hybrid.cost_change", "cloud.months"])
def test_every_cell_that_a_thumb_paints_is_what_python_draws_once_it_is_let_go(open_page, lever):
    page = open_page()
    page.set_viewport_size({"width": 1280, "height": 2000})  # all in sight
    x, y = grab(page, f'[data-lever="{lever}"]')
    page.mouse.move(x + 25, y, steps=3)
    cells = "cells => cells.map(cell => cell.innerText.replace(/\\s+/g, ' '))"
    expect(page.locator(".live.held")).to_have_count(1)
    painted = page.locator("[data-cell]").evaluate_all(cells)
    page.mouse.up()
    expect(page.locator(".live.held")).to_have_count(0)
    assert page.locator("[data-cell]").evaluate_all(cells) == painted


def test_what_is_out_of_sight_is_painted_when_it_comes_back_though_the_thumb_is_still_held(open_page):
    page = open_page()
    line = page.locator('[data-cell^="line:3:"]').first
    expect(line).not_to_be_in_viewport()
    before = line.inner_text()
    x, y = grab(page)
    page.mouse.move(x + 25, y, steps=3)
    expect(page.locator(".live.held")).to_have_count(1)
    assert line.inner_text() == before
    line.scroll_into_view_if_needed()
    expect(line).to_contain_text("+£")
    page.locator(FIGURES).first.scroll_into_view_if_needed()
    page.mouse.up()
    expect(page.locator(".live.held")).to_have_count(0)


def test_keys_move_a_lever_and_settle_when_let_go(open_page):
    page = open_page()
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(FIGURES)).to_have_text(SETTLED)
    expect(slider(page)).to_have_attribute("aria-valuetext", "4,600 staff")
    for key, value in {"PageUp": "5600", "PageDown": "4600", "End": "20000", "Home": "100", "ArrowLeft": "100"}.items():
        page.keyboard.press(key)
        expect(slider(page)).to_have_js_property("value", value)
    expect(verdict(page)).to_contain_text("still comes first")
    assert page.evaluate(f"{MARK}.getRootNode().activeElement === {MARK}"), "the focus stays on the slider"


def test_a_typed_value_between_two_stops_is_exact_and_a_reset_gives_it_back(open_page):
    page = open_page()
    typed(page, "4,537")
    expect(page.locator(f"{STAFF} .status")).to_have_text("yours")
    expect(slider(page)).to_have_js_property("value", "4537")
    page.locator(f"{STAFF} button").click()
    expect(page.locator(f"{STAFF} .status")).to_have_text("published")
    expect(entry(page)).to_have_value("4,500")


def test_a_refused_entry_says_why_and_stays_to_be_mended(open_page):
    page = open_page()
    typed(page, "45000")
    expect(page.locator(f"{STAFF} [role=alert]")).to_contain_text("Nothing changed: the figures still use 4,500 staff.")
    expect(entry(page)).to_have_value("45000")
    typed(page, "4600")
    expect(page.locator(f"{STAFF} [role=alert]")).to_have_count(0)
    expect(page.locator(FIGURES)).to_have_text(SETTLED)


def test_one_announcement_says_the_verdict_and_what_moved(open_page):
    page = open_page()
    status = page.locator(".st-key-panel [role=status]")
    expect(status).to_have_text("")
    typed(page, "25", MONTHS)
    expect(status).to_contain_text("Hybrid still comes first.")
    expect(status).to_contain_text("Microsoft Cloud drops to third: at 25 months it delivers too late.")


def test_two_levers_moved_before_the_server_answers_leave_open_what_both_of_them_move(open_page):
    page = open_page()
    page.evaluate("() => { WebSocket.prototype.send = () => {} }")
    slider(page).press("ArrowRight")
    expect(page.locator(FIGURES)).to_have_text(SETTLED)
    slider(page, '[data-lever="hybrid.cost_change"]').press("PageUp")
    expect(page.locator(FIGURES)).to_have_text(["Nil", "£2.8m about", "£4.8m about", "–"])
    expect(page.locator(".live.provisional")).to_have_count(1)
    expect(page.locator(".summary .rank")).to_have_text(["–"] * 4)
    expect(page.locator('[data-cell="cost:3"] .bar')).to_be_hidden()
    expect(page.locator(".unsaved")).to_contain_text("Not saved yet")
    expect(page.locator(".st-key-panel [role=status]")).to_have_text("")


def test_what_was_not_saved_is_sent_again_until_it_is(open_page):
    page = open_page()
    page.evaluate("() => { window.send = WebSocket.prototype.send; WebSocket.prototype.send = () => {} }")
    slider(page).press("ArrowRight")
    expect(page.locator(".unsaved")).to_be_visible()
    page.evaluate("() => { WebSocket.prototype.send = window.send }")
    expect(verdict(page)).to_contain_text("still comes first")
    expect(page.locator(".unsaved")).to_be_hidden()


def test_a_page_loaded_anew_in_mid_drag_keeps_what_was_let_go(open_page, settled):
    page = open_page()
    typed(page, "4600")
    expect(page.locator(FIGURES)).to_have_text(SETTLED)
    x, y = grab(page, MONTHS)
    page.mouse.move(x + 20, y)
    page.reload()
    expect(page.locator(FIGURES)).to_have_text(SETTLED)
    expect(entry(page)).to_have_value("4,600")
    expect(entry(page, MONTHS)).to_have_value("18")


def test_a_server_started_anew_is_given_back_what_it_forgot(browser, serve):
    page = browser.new_page()  # a tab nobody listens to: it rightly complains while the server is away
    with serve() as server:
        address, port = server.url(), int(server.address.partition(":")[2])
        page.goto(address)
        typed(page, "4600")
        expect(page.locator(FIGURES)).to_have_text(SETTLED)
    slider(page, MONTHS).press("ArrowRight")
    expect(page.locator(".unsaved")).to_contain_text("Not saved yet")
    page.get_by_role("tab", name="Over time").click()
    with serve(port):
        expect(page.locator(".unsaved")).to_be_hidden(timeout=90_000)
        expect(verdict(page)).to_contain_text("still comes first", timeout=30_000)
        expect(entry(page)).to_have_value("4,600")
        expect(entry(page, MONTHS)).to_have_value("19")
        expect(page.locator(".st-key-view-Over-time h1")).to_be_visible()
        page.close()


def test_views_may_come_and_go_without_loss(open_page):
    page = open_page()
    typed(page, "4600")
    page.get_by_role("tab", name="Assumptions").click()
    expect(page.locator(FIGURES)).to_have_count(0)
    slider(page, MONTHS).press("ArrowRight")
    page.get_by_role("tab", name="Compare").click()
    expect(page.locator(FIGURES).first).to_be_visible()
    expect(entry(page)).to_have_value("4,600")
    expect(entry(page, MONTHS)).to_have_value("19")


def test_the_panel_is_never_rebuilt(open_page):
    page = open_page()
    slider(page).focus()
    page.evaluate(f"{MARK}.mark = 'mine'")
    for step in range(30):
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"{STAFF} .status")).to_have_text("yours")
        expect(entry(page)).to_have_value(f"{4600 + 100 * step:,}")
    expect(page.get_by_role("button", name="Reset Staff to 4,500")).to_be_visible()
    assert page.evaluate(f"{MARK}.mark") == "mine"


def test_another_preset_brings_its_own_levers(open_page):
    page = open_page()
    page.locator(".st-key-choice input").click()
    page.get_by_role("option", name=re.compile("depot", re.IGNORECASE)).click()
    expect(page.locator('[data-lever="rebuild.months"]')).to_be_visible()
    expect(page.locator(STAFF)).to_have_count(0)


@pytest.mark.parametrize("size", ["projector", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_a_lever_moved_and_one_refused(open_page, axe, size, scheme):
    page = open_page(size=size, scheme=scheme)
    typed(page, "25", MONTHS)
    expect(page.locator(f"{MONTHS} .status")).to_have_text("yours")
    typed(page, "45000")
    expect(page.locator(f"{STAFF} [role=alert]")).to_be_visible()
    assert axe(page) == []
