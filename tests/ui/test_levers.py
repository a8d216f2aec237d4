"""Levers on the page: slider and typed value are one number, and nothing but a good one moves the figures."""

import re

import pytest

from model.engine import Engine
from model.presets import load
from model.provenance import Status
from words.facts import TIME, facts
from words.numbers import millions, typed

PRESET = ["Nil", "£2.775m", "£4.710m", "£1.561m"]


def offered(visit, lever):
    return visit.computed.engine.offered[lever]


def test_the_levers_in_front_are_those_that_the_preset_names(visit):
    assert set(visit.levers) == set(load("north-council").shown_levers)


def test_moving_the_slider_moves_the_typed_value_and_the_figures(visit):
    visit.slide("staff", 4600)
    assert visit.entry("staff") == "4,600"
    assert visit.costs == ["Nil", "£2.831m", "£4.800m", "£1.591m"]


def test_typing_a_value_moves_the_slider_and_the_figures(visit):
    visit.enter("staff", "4,600")
    assert visit.handle("staff") == 4600
    assert visit.costs == ["Nil", "£2.831m", "£4.800m", "£1.591m"]


def test_every_lever_in_front_goes_both_ways(visit):
    for lever in visit.levers:
        measure, default = offered(visit, lever).measure, offered(visit, lever).default
        visit.slide(lever, default + measure.step)
        assert visit.entry(lever) == typed(default + measure.step, measure.unit)
        visit.enter(lever, typed(default, measure.unit))
        assert visit.handle(lever) == default
        assert visit.costs == PRESET
        assert not visit.changes


def test_times_somebody_changed_are_said_to_be_theirs_as_in_files(visit):
    said = "Time {} to complete"
    assert said.format("published") in visit.text
    visit.enter("cloud.months", "25")
    assert said.format("yours") in visit.text
    told = facts(visit.computed, visit.computed)
    assert next(fact.status for fact in told if fact.name == TIME) is Status.YOURS


def test_a_value_between_two_stops_of_the_slider_may_be_typed(visit):
    visit.enter("staff", "4,537")
    assert visit.handle("staff") == 4537
    assert visit.costs == [millions(result.cost).capitalize() for result in visit.computed.options]


@pytest.mark.parametrize(
    "text",
    ["99", "20,001", "-4500", "4,500.5", "lots", "", "nan", "inf", "1e999", "1e3", "£1.2m", "0x10", "4,5,0,0", "9" * 10_000,
     "<b>4500</b>", "4500; drop", "½", "'", "\N{ARABIC-INDIC DIGIT NINE}", "\0"],
)  # fmt: skip
def test_a_refused_entry_says_one_sentence_and_changes_nothing(long_visit, text):
    visit = long_visit
    visit.slide("offices", 9)
    before = visit.costs
    visit.enter("staff", text)
    (said,) = visit.refusals
    assert said.startswith("Staff must be")
    assert "100 to 20,000 staff" in said
    assert said.endswith("Nothing changed: the figures still use 4,500 staff.")
    assert visit.costs == before
    assert visit.changes == {"offices": 9}


def test_half_a_month_is_refused_where_only_whole_ones_count(visit):
    visit.enter("cloud.months", "2.5")
    assert visit.refusals[0].startswith("Microsoft Cloud: Months to deliver must be a whole number, 0 to 36 months.")
    assert not visit.changes


def test_what_was_refused_stays_to_be_mended_until_a_good_number_takes_its_place(visit):
    visit.enter("staff", "20,001")
    assert visit.entry("staff") == "20,001"
    visit.enter("staff", "20,000")
    assert visit.refusals == []
    assert visit.changes == {"staff": 20_000}


@pytest.mark.parametrize(("text", "value"), [("£1.2m", 1_200_000), ("1200k", 1_200_000), (" £7,300,000 ", 7_300_000)])
def test_large_sums_may_be_typed_as_people_write_them(visit, text, value):
    visit.choose("depot")
    visit.open("Assumptions")
    visit.enter("rebuild.works", text, "assumptions")
    assert visit.refusals == []
    assert visit.changes == {"rebuild.works": value}


def test_resetting_one_lever_leaves_the_others(visit):
    visit.slide("staff", 6000)
    visit.slide("offices", 9)
    visit.press("reset:front:staff")
    assert visit.changes == {"offices": 9}
    assert visit.entry("staff") == "4,500"
    assert not visit.offers("reset:front:staff")


def test_resetting_all_puts_every_figure_back(visit):
    assert visit.page.button(key="reset-all").disabled
    visit.slide("staff", 6000)
    visit.enter("offices", "nonsense")
    visit.press("reset-all")
    assert visit.costs == PRESET
    assert not visit.changes
    assert visit.refusals == []
    assert visit.page.button(key="reset-all").disabled


def test_another_preset_starts_with_its_own_numbers(visit):
    visit.slide("staff", 6000)
    visit.enter("offices", "nonsense")
    visit.choose("county")
    assert not visit.changes
    assert visit.refusals == []
    assert visit.entry("staff") == typed(Engine(load("county")).offered["staff"].default, "staff")
    assert visit.costs == [millions(result.cost).capitalize() for result in visit.computed.options]


def test_a_preset_that_lacks_the_lever_moved_last_has_no_last_change_to_tell_or_replay(visit):
    visit.slide("staff", 6000)
    visit.choose("depot")
    assert "6,000" not in visit.text
    visit.press("undo")
    assert visit.changes == {"staff": 6000}


def test_what_a_preset_offers_is_taken_with_one_press(visit):
    visit.press("offer:front:disruption.share")
    assert visit.changes == {"disruption.share": 2}
    assert visit.entry("disruption.share") == "2%"
    assert not visit.offers("offer:front:disruption.share")
    visit.press("reset:front:disruption.share")
    assert visit.offers("offer:front:disruption.share")


def test_a_moved_lever_is_marked_as_yours_and_says_what_it_was(visit):
    assert "yours" not in visit.text
    visit.slide("staff", 4600)
    assert "yours was 4,500" in visit.text
    assert "1 change" in visit.text


def test_every_weight_at_nil_is_said_and_puts_nobody_first(visit):
    visit.unfold("fold-weights")
    for outcome in visit.computed.scenario.outcomes:
        visit.slide(f"weight.{outcome.id}", 0, "weights")
    assert visit.verdict.startswith("No option comes first.")
    assert "nothing weighted" in visit.text
    assert 'class="head o3 first"' not in visit.html


def test_every_lever_can_be_reached_in_front_among_the_weights_or_under_more(visit):
    visit.unfold("fold-weights", "fold-more")
    reached = set(visit.levers)
    for group in visit.page.selectbox(key="more-group").options:
        visit.page.selectbox(key="more-group").select(group)
        visit.run()
        reached |= set(visit.levers)
    assert reached == set(visit.computed.engine.offered)


def test_what_matters_holds_the_weights_alone_and_says_how_they_stand(visit):
    weights = [f"weight.{outcome.id}" for outcome in visit.computed.scenario.outcomes]
    assert "all equal" in visit.text
    visit.unfold("fold-weights")
    assert [slider.key.split(":")[2] for slider in visit.page.slider if slider.key.startswith("slide:weights:")] == weights
    visit.slide(weights[0], 50, "weights")
    assert "all equal" not in visit.text


def test_a_lever_of_an_option_bears_that_option_s_mark_and_no_other_lever_does(visit):
    feet = re.findall(r'<div class="foot[^"]*">(?:<span class="mark [^"]* o(\d)")?', visit.html)
    of = {option.id: str(index) for index, option in enumerate(visit.computed.scenario.options)}
    assert feet == [of.get(lever.partition(".")[0], "") for lever in visit.levers]


def test_a_lever_shown_twice_is_one_lever(visit):
    visit.open("Assumptions")
    visit.enter("staff", "6,000", "assumptions")
    assert visit.entry("staff") == visit.entry("staff", "assumptions") == "6,000"
    visit.slide("staff", 7000)
    assert visit.entry("staff", "assumptions") == "7,000"


def test_an_assumption_edited_in_place_becomes_yours_and_reset_gives_it_back(visit):
    visit.open("Assumptions")
    assumed = visit.text.count("assumption")
    visit.enter("m365.licences", "£300", "assumptions")
    assert visit.costs == []
    assert visit.changes == {"m365.licences": 300}
    assert "was £240, assumption" in visit.text
    assert "yours 1" in visit.text
    assert visit.page.button_group(key="assumed").value == "Everything"
    visit.press("reset:assumptions:m365.licences")
    assert not visit.changes
    assert visit.text.count("assumption") == assumed


def test_an_assumption_refused_in_place_says_so_there_and_changes_nothing(visit):
    visit.open("Assumptions")
    visit.enter("disruption.most_per_person", "£40,001", "assumptions")
    assert visit.refusals == [
        "Most we would pay per person enabled must be £500 to £40,000 a person."
        " Nothing changed: the figures still use £5,000 a person."
    ]
    assert not visit.changes


def test_the_heading_of_assumptions_and_its_count_name_the_same_number(visit):
    visit.open("Assumptions")
    visit.enter("m365.licences", "£300", "assumptions")
    assumed = int(visit.text.partition(" numbers are our assumptions")[0].split(" of ")[-2].split()[-1])
    assert f"assumption {assumed}" in visit.text


def states_of(visit):
    return visit.page._tree.get_widget_states()


def test_a_second_step_before_the_first_is_answered_counts_from_the_first(visit):
    before = states_of(visit)
    visit.slide("staff", 4600)
    slider = visit.control("slide", "staff", "front")
    next(state for state in before.widgets if state.id == slider.id).double_array_value.data[:] = [4700]
    visit.send(before)  # the typed value beside it still shows 4,500 there
    assert visit.changes == {"staff": 4700}
    assert visit.entry("staff") == "4,700"


def test_a_typed_value_holds_when_the_slider_beside_it_has_not_heard_of_it_yet(visit):
    before = states_of(visit)
    visit.enter("staff", "5,200")
    offices = visit.control("slide", "offices", "front")
    next(state for state in before.widgets if state.id == offices.id).double_array_value.data[:] = [9]
    typed_staff = visit.control("type", "staff", "front")
    next(state for state in before.widgets if state.id == typed_staff.id).string_value = "5,200"
    visit.send(before)
    assert visit.changes == {"staff": 5200, "offices": 9}


def test_a_number_no_slider_can_send_changes_nothing(visit):
    visit.slide("staff", 6000)
    slider = visit.control("slide", "staff", "front")
    for hostile in (float("nan"), float("inf"), -1, 1e300):
        states = states_of(visit)
        next(state for state in states.widgets if state.id == slider.id).double_array_value.data[:] = [hostile]
        visit.send(states)
        assert visit.changes == {"staff": 6000}


def test_a_typed_value_is_tidied_without_taking_the_focus_from_its_entry(visit):
    entry = visit.control("type", "staff", "front").id
    visit.enter("staff", "4600")
    assert visit.entry("staff") == "4,600"
    assert visit.control("type", "staff", "front").id == entry


def test_where_nothing_has_a_weight_no_place_is_shared_out_and_nothing_is_recommended(visit):
    nothing = {name: 0.0 for name in visit.computed.engine.offered if name.startswith("weight.")}
    visit.page.session_state["changes"] = nothing
    visit.open("How sure")
    assert "no place is decided" in visit.text and "How often each comes first" not in visit.text
    visit.pick("how-sure", "Switching values")
    assert "the recommendation" not in visit.text
