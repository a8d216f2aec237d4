"""The main job in a real browser: the published case, a lever moved, the answer read from the page."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from charts.style import LIGHT
from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from words.numbers import millions

AS_PUBLISHED = ["Nil", "£2.775m", "£4.710m", "£1.561m"]
WITH_4600_STAFF = ["Nil", "£2.831m", "£4.800m", "£1.591m"]
DRAWN_ONLY_IN = {
    "Compare": "Outcomes", "Over time": "Roll-out", "Assumptions": "numbers are our assumptions",
    "The briefing": "What the briefing says",
}  # fmt: skip


def computed(**changes: float) -> list[str]:
    """The costs of North Council with these changes, straight from the model."""
    appraisal = evaluate(Engine(presets.load("north-council")), changes)
    return [millions(result.cost).capitalize() for result in appraisal.options]


def costs(page: Page) -> Locator:
    return page.locator(".summary .figure")


def slider(page: Page, lever: str = "staff") -> Locator:
    return page.locator(f'.lever[data-lever="{lever}"] input[type=range]')


def entry(page: Page, lever: str = "staff") -> Locator:
    return page.locator(f'.lever[data-lever="{lever}"] .entry')


def weight(page: Page, outcome: str) -> Locator:
    """A slider under What matters."""
    return page.get_by_role("group", name=outcome, exact=True).get_by_role("slider")


def go_to(page: Page, view: str) -> None:
    page.get_by_role("tab", name=view, exact=True).click()
    expect(page.locator(f".st-key-view-{view.replace(' ', '-')}")).to_contain_text(DRAWN_ONLY_IN[view])


def test_the_page_opens_on_the_published_case(open_page):
    page = open_page()
    expect(costs(page)).to_have_text(AS_PUBLISHED)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hybrid comes first.")
    expect(page.locator(".bar b:visible")).to_have_count(0)
    expect(page.get_by_text("yours")).to_have_count(0)


def test_every_key_that_moves_a_slider_moves_the_costs(open_page):
    page = open_page()
    slider(page).focus()
    for key, staff in {"ArrowRight": 4600, "PageUp": 5600, "End": 20_000, "Home": 100}.items():
        page.keyboard.press(key)
        expect(entry(page)).to_have_value(f"{staff:,}")
        expect(costs(page)).to_have_text(computed(staff=staff))


def test_a_typed_value_counts_a_refused_one_does_not_and_reset_gives_the_preset_back(open_page):
    page = open_page()
    entry(page).fill("4,600")
    entry(page).press("Enter")
    expect(costs(page)).to_have_text(WITH_4600_STAFF)
    entry(page).fill("20,001")
    entry(page).press("Enter")
    expect(page.get_by_role("alert").filter(has_text="100 to 20,000 staff")).to_have_count(1)
    expect(costs(page)).to_have_text(WITH_4600_STAFF)
    page.get_by_role("button", name="Reset Staff to 4,500").click()
    expect(costs(page)).to_have_text(AS_PUBLISHED)
    expect(entry(page)).to_have_value("4,500")
    expect(page.get_by_role("alert").filter(has_text="20,000")).to_have_count(0)


def test_the_preset_keeps_a_mark_once_something_moved(open_page):
    page = open_page()
    entry(page).fill("9,000")
    entry(page).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("still")
    expect(page.locator(".summary .cost .bar b:visible")).to_have_count(3)
    marks = page.locator(".summary .cost .bar:has(b:visible)").evaluate_all(
        "bars => bars.map(bar => [parseFloat(bar.children[0].style.width), parseFloat(bar.children[1].style.left)])"
    )
    assert len(marks) == 3
    for (now, was), before, after in zip(marks, (2775, 4710, 1561), (5280, 8760, 2896), strict=True):
        assert was / now == pytest.approx(before / after, rel=0.01)


def test_a_weight_moves_step_by_step_and_what_matters_stays_open(open_page):
    page = open_page()
    page.get_by_text("What matters").click()
    weight(page, "Staff wellbeing").focus()
    for step in range(1, 11):
        page.keyboard.press("ArrowLeft")
        expect(weight(page, "Staff wellbeing")).to_have_value(str(100 - 5 * step))
    expect(page.get_by_role("textbox", name="Staff wellbeing: type a value")).to_have_value("50")
    expect(page.locator(".beside", has_text="weighted")).to_be_visible()
    expect(page.locator(".score-note, .summary .label").last).to_contain_text("weighted as set here")
    weight(page, "Smart working").press("Home")
    expect(page.get_by_role("textbox", name="Smart working: type a value")).to_have_value("0")
    expect(weight(page, "Staff wellbeing")).to_have_value("50")


def test_a_change_holds_while_one_looks_at_other_views(open_page):
    page = open_page()
    slider(page).press("ArrowRight")
    expect(costs(page)).to_have_text(WITH_4600_STAFF)
    go_to(page, "Assumptions")
    row = page.locator(".assumption[data-lever=staff] .entry")
    expect(row).to_have_value("4,600")
    row.fill("4500")
    row.press("Enter")
    expect(row).to_have_value("4,500")
    expect(entry(page)).to_have_value("4,500")
    go_to(page, "Compare")
    expect(costs(page)).to_have_text(AS_PUBLISHED)


def ticks(page: Page) -> Locator:
    grey = page.get_by_role("figure").locator(f'text[fill="{LIGHT.grey}"]')
    return grey.filter(has_text=re.compile(r"^£?[\d,.]+[%m]?$"))


def test_axes_stand_still_while_staff_moves_a_little(open_page):
    page = open_page()
    chart = page.get_by_role("figure")
    expect(chart.locator("svg")).to_be_visible()
    before = ticks(page).all_text_contents()
    assert len(before) > 8
    slider(page).press("ArrowRight")
    expect(page.locator(".under", has_text="Hollow marks: preset.")).to_be_visible()
    expect(ticks(page)).to_have_text(before)
    go_to(page, "Over time")
    for name, key in {"People idle": "people_idle", "Backlog": "backlog", "Spending": "spending"}.items():
        page.get_by_role("radio", name=name).click()
        expect(page.locator(f".st-key-chart-{key} svg")).to_be_visible()
        before, described = ticks(page).all_text_contents(), chart.get_attribute("aria-label")
        slider(page).press("ArrowRight")
        expect(chart).not_to_have_attribute("aria-label", described)
        expect(ticks(page)).to_have_text(before)


def test_a_chart_is_described_in_words_and_its_table_holds_the_numbers_of_the_board(open_page):
    page = open_page()
    chart = page.get_by_role("figure", name=re.compile("Hybrid gives the most benefit"))
    for cost in AS_PUBLISHED[1:]:
        expect(chart).to_have_attribute("aria-label", re.compile(re.escape(cost)))
    page.locator("summary", has_text="The same as a table").press("Enter")
    table = page.get_by_role("table", name=re.compile("Hybrid gives the most benefit"))
    expect(table.locator("tbody tr > :nth-child(2)")).to_have_text(["nil", *AS_PUBLISHED[1:]])


def test_another_preset_is_chosen_by_keyboard_and_starts_with_its_own_numbers(open_page):
    page = open_page()
    slider(page).press("ArrowRight")
    expect(page.get_by_role("button", name="Reset all")).to_be_enabled()
    page.get_by_role("combobox", name="Preset").focus()
    page.keyboard.press("ArrowDown")
    county = page.get_by_role("option", name="County")
    expect(county).to_be_visible()
    while county.get_attribute("data-focused") is None:
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Preset")).to_have_value("County")
    expect(costs(page)).to_have_text(["Nil", "£4.692m", "£7.765m", "£2.546m"])
    expect(page.get_by_role("button", name="Reset all")).to_be_disabled()


def test_two_visitors_do_not_see_each_others_changes(open_page):
    mine, yours = open_page(), open_page()
    slider(mine).press("ArrowRight")
    expect(costs(mine)).to_have_text(WITH_4600_STAFF)
    entry(yours, "offices").fill("9")
    entry(yours, "offices").press("Enter")
    expect(costs(yours)).to_have_text(computed(offices=9))
    expect(costs(mine)).to_have_text(WITH_4600_STAFF)


def test_four_options_are_in_sight_together_on_an_old_projector_and_no_number_is_broken(open_page):
    page = open_page("/?cloud.months=25", size=(1024, 768))
    for table in page.locator(".scroll").all():
        assert table.evaluate("table => table.scrollWidth - table.clientWidth") <= 0
    scores = page.locator(".score .value").all()
    assert [score.bounding_box()["height"] < 30 for score in scores] == [True] * 4
