"""The options side by side say what the appraisal says, and what changed from the preset."""

import re

import pytest

from model import presets
from model.provenance import Status
from ui.sections.options import idle
from words.facts import COST, TIME, best_on, facts, nil_cost
from words.numbers import COUNTS, money, months, place, score
from words.plain_text import of_appraisal

NORTH = "north-council"
MOVED = {"staff": 5200, "cloud.months": 25}


@pytest.mark.parametrize("preset", presets.shipped())
def test_each_option_is_told_in_every_row_and_as_its_result_has_it(pair, preset):
    now, before = pair(preset)
    rows = {fact.name: [told.words for told in fact.told] for fact in facts(now, before)}
    assert rows["Place"] == [place(result.rank) for result in now.options]
    assert rows[COST] == [money(result.cost) for result in now.options]
    assert rows[TIME] == [months(result.months) if result.months else "none" for result in now.options]
    assert rows["Score, of 100"] == [score(result.overall) for result in now.options]


def test_rows_without_data_fall_away(pair):
    names = [fact.name for fact in facts(*pair("depot"))]
    assert names == ["Place", COST, TIME, "Score, of 100", "Score without value for money"]


def test_what_an_option_was_is_told_only_where_it_reads_otherwise(pair):
    rows = {fact.name: fact.told for fact in facts(*pair(NORTH, MOVED))}
    assert [told.was for told in rows[TIME]] == ["", "", "was 18 months", ""]
    assert [told.was for told in rows["Place"]] == ["", "was 3rd", "was 2nd", ""]
    assert all(told.was == "" for fact in facts(*pair(NORTH)) for told in fact.told)


def test_costs_are_derived_scores_assumed_and_times_as_firm_as_the_loosest_of_them(pair):
    published = {fact.name: fact.status for fact in facts(*pair(NORTH))}
    assert (published[COST], published["Score, of 100"]) == (Status.DERIVED, Status.ASSUMPTION)
    assert published[TIME] == Status.PUBLISHED
    assert {fact.name: fact.status for fact in facts(*pair(NORTH, MOVED))}[TIME] == Status.YOURS
    assert {fact.name: fact.status for fact in facts(*pair("depot"))}[TIME] == Status.ASSUMPTION


def test_nil_cost_is_shown_with_what_it_really_means(pair):
    now, before = pair(NORTH)
    assert nil_cost(now) == "1,125 people idle, £3.41m of pay a month"
    told = next(fact for fact in facts(now, before) if fact.name == COST).told
    assert [each.meaning for each in told] == [f"but {nil_cost(now)}", "", "", ""]
    assert nil_cost(pair("depot")[0]) == nil_cost(pair(NORTH, {"disruption.share": 0})[0]) == ""


@pytest.mark.parametrize(
    ("preset", "changes", "said"),
    [
        (NORTH, {}, "Hybrid scores highest on five of the seven outcomes, Microsoft Cloud on two"),
        (NORTH, MOVED, "Hybrid scores highest on all seven outcomes"),
        ("two", {}, "Go scores highest on the one outcome"),
        ("level", {}, "Stay scores highest on the one outcome, Go on one"),
        ("level", {"stay.score.good": 0, "go.score.good": 0}, "No option scores anything on any outcome"),
    ],
)
def test_who_scores_highest_on_how_many_outcomes(pair, preset, changes, said):
    assert best_on(pair(preset, changes)[0]) == said


@pytest.mark.parametrize("preset", presets.shipped())
def test_nobody_is_said_to_be_best_who_is_beaten(pair, preset):
    now, _ = pair(preset)
    said = f", {best_on(now)}".replace(" scores highest on ", " on ", 1)
    for result in now.options:
        best = sum(
            result.scores[outcome.id] >= max(other.scores[outcome.id] for other in now.options) - 0.05
            for outcome in now.scenario.outcomes
        )
        found = re.search(rf", {re.escape(result.option.name)} on (\w+)", said)
        every = len(now.scenario.outcomes)
        assert best == (0 if not found else every if found[1] == "all" else COUNTS.index(found[1]))


def test_a_place_that_several_have_is_told_as_shared(pair):
    now, preset = pair("level")
    assert [told.words for told in facts(now, preset)[0].told] == ["=1st", "=1st"]


def test_where_nothing_has_a_weight_nobody_is_told_to_have_a_place(pair):
    outcomes = pair(NORTH)[0].scenario.outcomes
    now, preset = pair(NORTH, {f"weight.{outcome.id}": 0 for outcome in outcomes})
    assert "Place" not in [fact.name for fact in facts(now, preset)]
    assert "1st" not in of_appraisal(now, preset)


def test_less_than_half_a_person_is_nobody_idle(pair):
    # 100 staff x 0.4% = 0.4 people.
    now, preset = pair(NORTH, {"staff": 100, "disruption.share": 0.4})
    assert (nil_cost(now), idle(now), facts(now, preset)[1].told[0].meaning) == ("", "", "")


def test_one_person_is_one_person_on_screen_and_in_files(pair):
    now, _ = pair(NORTH, {"staff": 100, "disruption.share": 1})
    assert nil_cost(now) == "1 person idle, £3,033 of pay a month"
    assert idle(now) == "but 1 person idle: £3,033 of pay a month"


def test_half_a_person_is_rounded_alike_on_screen_and_in_files(pair):
    # 497 staff x 50% = 248.5 people, x £3,033 = £753,700.50.
    now, _ = pair("small-district", {"disruption.share": 50})
    assert nil_cost(now) == "249 people idle, £753,701 of pay a month"
    assert idle(now) == "but 249 people idle: £753,701 of pay a month"
