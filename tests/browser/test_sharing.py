"""What one person sees goes to another whole; what was done can be undone, by button, key and browser; nothing is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

FIGURES = ".summary .figure"
AS_PUBLISHED = ["Nil", "£2.775m", "£4.710m", "£1.561m"]
WITH_5200_STAFF = ["Nil", "£3.167m", "£5.340m", "£1.771m"]
WITH_25_MONTHS_TOO = ["Nil", "£3.167m", "£5.445m", "£1.771m"]
CHANGED = "/?preset=north-council&staff=5200&cloud.months=25"
DOWN_THE_PANEL = """lever => {
  const panel = document.querySelector('.st-key-panel');
  return lever.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop;
}"""


def costs(page: Page):
    return page.locator(FIGURES)


def enter(page: Page, lever: str, text: str) -> None:
    entry = page.locator(f'[data-lever="{lever}"] .entry')
    entry.fill(text)
    entry.press("Enter")


def change_twice(page: Page) -> None:
    enter(page, "staff", "5200")
    expect(costs(page)).to_have_text(WITH_5200_STAFF)
    expect(page).to_have_url(re.compile(r"staff=5200"))  # a step of its own for Back
    enter(page, "cloud.months", "25")
    expect(costs(page)).to_have_text(WITH_25_MONTHS_TOO)
    expect(page).to_have_url(re.compile(r"cloud\.months=25"))
    expect(page.locator('[data-lever="cloud.months"] .entry')).to_have_attribute("value", "25")  # settled, not typed


def numbers(page: Page) -> list[str]:
    """Every number on the page's open view and of its levers."""
    board = page.locator("[data-cell]").all_inner_texts()
    entries = page.locator(".entry").evaluate_all("entries => entries.map(entry => entry.value)")
    return [*board, *entries, page.locator(".verdict").inner_text()]


def test_a_link_opened_in_another_browser_shows_every_number_its_sender_saw(open_page):
    sender = open_page()
    change_twice(sender)
    sender.get_by_role("button", name="Copy link").click()
    address = sender.get_by_label("Link to what is shown", exact=True).get_by_role("textbox").input_value()
    assert len(address) < 300
    other = open_page(f"/?{address.partition('?')[2]}")
    expect(costs(other)).to_have_text(WITH_25_MONTHS_TOO)
    assert numbers(other) == numbers(sender)
    assert other.locator(".notices").count() == 0


def test_back_and_forward_undo_and_redo_and_a_view_is_a_step_of_its_own(open_page):
    page = open_page()
    change_twice(page)
    page.get_by_role("tab", name="Assumptions").click()
    expect(page).to_have_url(re.compile("view=Assumptions"))
    page.go_back()
    expect(page.get_by_role("tab", name="Compare")).to_have_attribute("aria-selected", "true")
    expect(costs(page)).to_have_text(WITH_25_MONTHS_TOO)
    page.get_by_role("tab", name="Assumptions").click()  # the same once more
    expect(page).to_have_url(re.compile("view=Assumptions"))
    page.go_back()
    expect(costs(page)).to_have_text(WITH_25_MONTHS_TOO)
    page.go_back()
    expect(costs(page)).to_have_text(WITH_5200_STAFF)
    page.go_back()
    expect(costs(page)).to_have_text(AS_PUBLISHED)
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    page.go_forward()
    expect(costs(page)).to_have_text(WITH_5200_STAFF)
    expect(page.get_by_role("button", name="Redo")).to_be_enabled()


def test_keys_undo_and_redo_but_leave_a_half_typed_entry_alone(open_page):
    page = open_page()
    change_twice(page)
    page.keyboard.press("Control+z")  # the entry still has the focus, and holds what was settled
    expect(costs(page)).to_have_text(WITH_5200_STAFF)
    entry = page.locator('[data-lever="staff"] .entry')
    entry.press_sequentially("9")
    page.keyboard.press("Control+z")
    expect(entry).to_have_value("5,200")
    expect(costs(page)).to_have_text(WITH_5200_STAFF)
    page.locator('[data-lever="staff"] input[type=range]').focus()
    page.keyboard.press("Control+Shift+z")
    expect(costs(page)).to_have_text(WITH_25_MONTHS_TOO)
    page.keyboard.press("Control+y")
    expect(page.get_by_role("button", name="Redo")).to_be_disabled()


def test_the_last_change_is_told_and_can_be_played_again(open_page):
    page = open_page(CHANGED)
    expect(page.get_by_role("button", name="Replay")).to_have_count(0)
    enter(page, "m365.months", "4")
    expect(page.locator(".last-change")).to_have_text("Microsoft 365: Months to deliver from 3 to 4.")
    said = page.locator(".verdict h1").inner_text()
    page.get_by_role("button", name="Replay").click()
    expect(page.locator(".st-key-panel [role=status]")).to_contain_text(said.split(".")[0])
    expect(page.locator(".verdict h1")).to_be_visible()
    expect(page.locator('[data-lever="m365.months"] .entry')).to_have_value("4")


@pytest.mark.parametrize("size", ["projector", "phone"])
def test_the_first_change_pushes_no_lever_down(open_page, size):
    page = open_page(size=size)
    lever = page.locator('[data-lever="m365.months"]')
    before = lever.evaluate(DOWN_THE_PANEL)
    lever.locator("input[type=range]").press("ArrowRight")
    expect(page.locator(".last-change")).to_have_text("Microsoft 365: Months to deliver from 3 to 4.")
    assert lever.evaluate(DOWN_THE_PANEL) == before


def test_the_link_is_copied_where_the_browser_lets_a_page_copy(open_page):
    page = open_page(CHANGED)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".copied")).to_have_text("Copied. Whoever opens it sees exactly this.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    expect(page.get_by_text("This address works on this machine only.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Copy link")).to_have_attribute("aria-expanded", "false")


def test_the_link_is_marked_to_be_copied_by_hand_where_it_does_not(open_page):
    page = open_page(CHANGED)
    page.evaluate("""() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined })
        document.execCommand = () => false
    }""")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".copied")).to_contain_text("copy it by hand")
    field = page.locator(".address")
    assert field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)") == page.url


def test_the_qr_code_is_drawn_from_the_address_shown(open_page, server):
    page = open_page(CHANGED)
    with page.expect_response(lambda answer: "/qr.svg" in answer.url) as answer:
        page.get_by_role("button", name="Copy link").click()
    assert answer.value.headers["content-type"] == "image/svg+xml"
    expect(page.get_by_role("img", name="QR code of this link")).to_have_js_property("complete", True)
    assert page.locator(".qr").evaluate("code => code.naturalWidth") > 100


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["projector", "phone"])
def test_axe_finds_nothing_while_the_link_is_shown(open_page, axe, size, scheme):
    page = open_page(CHANGED, size=size, scheme=scheme)
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".link-box")).to_be_visible()
    assert axe(page) == []


def test_what_a_link_cannot_mean_is_named_and_both_answers_are_told(open_page):
    saw = "do-nothing.0.4_m365.3167000.2_cloud.5445000.3_hybrid.1771000.1"
    page = open_page(f"/?preset=north-council&staff=99999&model=0.9&saw={saw}")
    notices = page.locator(".notices")
    expect(notices).to_contain_text("The link sets Staff to '99999', but it must be 100 to 20,000 staff")
    expect(notices).to_contain_text("Made with an older model. Version 0.9 put Microsoft 365 second")
    expect(costs(page)).to_have_text(AS_PUBLISHED)
