"""Every view of every shipped preset says what the model computes, and nothing else."""

import re
from html import unescape

import pytest

from charts import tornado
from model import presets
from model.delay import month_of_waiting
from model.levers import Group
from model.switching import ranking_changes
from model.tornado import tornado as what_matters
from ui.sections.after_year_one import ON
from ui.sections.assumptions import ALL, ALL_GROUPS, ASSUMED, YOURS
from ui.sections.over_time import WAITING
from ui.views import VIEWS
from words import switching
from words.numbers import count, millions, money, pay, place, score
from words.verdict import verdict

UNDER_A_VERDICT = ["Compare", "Over time", "Assumptions", "The briefing"]


@pytest.fixture(scope="module", params=presets.shipped())
def visit_to_each(request, long_visit):
    long_visit.choose(request.param)
    return long_visit


@pytest.fixture
def board_of_each(visit_to_each):
    visit_to_each.open("Compare")
    return visit_to_each


def test_every_view_is_drawn_and_the_verdict_above_it_is_the_one_of_the_model(visit_to_each):
    computed = visit_to_each.computed
    for view in VIEWS:
        visit_to_each.open(view)
        assert view not in UNDER_A_VERDICT or str(verdict(computed, computed)) in visit_to_each.text


def test_the_board_shows_the_costs_that_the_model_computes(board_of_each):
    results = board_of_each.computed.options
    assert board_of_each.costs == [millions(result.cost).capitalize() for result in results]


def test_the_board_shows_months_scores_and_places_in_the_order_of_the_preset(board_of_each):
    results, board = board_of_each.computed.options, board_of_each.text
    for shown in (
        " ".join(f"{result.option.name} {place(result.rank)}" for result in results),
        *(f"{count(result.months)} months" for result in results if result.months > 1),
        *(score(result.overall) for result in results),
    ):
        assert shown in board


def charts_in(visit) -> list[str]:
    """What each chart says to those who cannot see it."""
    return [unescape(alt) for alt in re.findall(r'<img class="picture" alt="(.*?)"', visit.html)]


def test_over_time_draws_each_chart_it_offers_with_its_words_and_its_table(visit_to_each):
    visit_to_each.open("Over time")
    charts = visit_to_each.page.button_group(key="over-time").options
    assert charts
    for name in sorted({*charts} - {WAITING}):
        visit_to_each.pick("over-time", name)
        (alt,) = charts_in(visit_to_each)
        title = alt.split(". ")[0]
        assert visit_to_each.text.count(title) > 1, "as the heading and as the table's caption"
        assert 'class="plain"' in visit_to_each.html


def test_how_sure_shows_ranges_what_matters_and_what_would_change_the_order_at_a_glance(visit_to_each):
    visit_to_each.open("How sure")
    visit_to_each.pick("how-sure", "At a glance")
    now = visit_to_each.computed
    across, lead = charts_in(visit_to_each)
    assert "Cost to deliver on the left" in across
    assert lead == tornado.alt(now, what_matters(now, "overall"))
    _, rows = switching.table(ranking_changes(now), now)
    assert len(rows) > 1
    for what, stands, at, then in rows[:2]:
        assert f"{what} {at} now {stands} {then}" in visit_to_each.text


def test_the_cost_of_delay_has_a_clock_for_each_option_that_can_wait_where_there_is_a_disruption(visit_to_each):
    visit_to_each.open("Over time")
    offered = WAITING in visit_to_each.page.button_group(key="over-time").options
    assert offered == (visit_to_each.computed.scenario.disruption is not None)
    if offered:
        visit_to_each.pick("over-time", WAITING)
        now = visit_to_each.computed
        clocks = re.findall(r'class="clock.*?</div>', visit_to_each.html, re.DOTALL)
        waiting = [each for each in month_of_waiting(now) if each.option.id != now.scenario.benchmark]
        for clock, each in zip(clocks, waiting, strict=True):
            assert each.option.name in unescape(clock) and pay(each.lost_work_value) in clock


def test_the_later_years_are_off_until_asked_for_and_then_offer_their_levers_and_no_others(visit):
    visit.open("How sure")
    visit.pick("how-sure", "After year one")
    assert "Net present cost" not in visit.text, "off until somebody asks for it"
    visit.pick("after-year-one", ON)
    assert "Net present cost" in visit.text
    drawn = [slider.key.split(":")[2] for slider in visit.page.slider if slider.key.startswith("slide:life:")]
    later = [lever.id for lever in visit.computed.engine.levers if lever.group is Group.AFTER_FIRST_YEAR]
    assert drawn == later != []


def test_the_table_beside_a_chart_holds_the_numbers_of_the_board(board_of_each):
    table = board_of_each.html[board_of_each.html.index('class="plain"') :]
    for result in board_of_each.computed.options:
        assert money(result.cost) in table
        assert f"<td>{score(result.benefit)}</td>" in table


def test_no_view_draws_more_than_three_charts(visit_to_each):
    for view in VIEWS:
        visit_to_each.open(view)
        assert len(charts_in(visit_to_each)) <= 3


def test_assumptions_shows_the_numbers_that_its_filters_ask_for(visit_to_each):
    visit_to_each.open("Assumptions")
    levers = visit_to_each.computed.engine.levers
    for shown in (ALL, ASSUMED, YOURS):
        visit_to_each.pick("assumed", shown)
        for group in [ALL_GROUPS, *dict.fromkeys(lever.group for lever in levers)]:
            visit_to_each.page.selectbox(key="assumed-group").set_value(group)
            visit_to_each.run()
            wanted = [lever.id for lever in levers if group in (ALL_GROUPS, lever.group) and is_shown(lever, shown)]
            assert rows_of(visit_to_each) == wanted
            assert ("No number fits" in visit_to_each.text) is not bool(wanted)


def is_shown(lever, shown) -> bool:
    return {ALL: True, ASSUMED: lever.quantity.status == "assumption", YOURS: False}[shown]


def rows_of(visit) -> list[str]:
    return [entry.key.split(":")[2] for entry in visit.page.text_input if ":assumptions:" in entry.key]


def test_a_group_that_another_preset_lacks_does_not_stay_chosen(visit):
    visit.open("Assumptions")
    visit.page.selectbox(key="assumed-group").set_value(Group.DISRUPTION)
    visit.run()
    visit.choose("depot")
    assert rows_of(visit) == [lever.id for lever in visit.computed.engine.levers]


def test_a_chart_that_another_preset_lacks_does_not_stay_chosen(visit):
    visit.open("Over time")
    visit.pick("over-time", "Backlog")
    visit.choose("depot")
    assert len(charts_in(visit)) == 1


def test_the_briefing_keeps_its_words_whatever_the_levers_say(visit):
    visit.open("The briefing")
    before = visit.html[visit.html.index('class="board briefing"') : visit.html.index("</table>")]
    visit.slide("staff", 9000)
    assert visit.changes
    assert before in visit.html
    assert "£4.71m" in before


def test_a_preset_without_a_briefing_claims_none(visit):
    visit.choose("depot")
    visit.open("The briefing")
    assert "What the briefing says" not in visit.text
    assert "its own words" in visit.text
    assert "Time to complete" not in visit.text, "no option says a word about it"
