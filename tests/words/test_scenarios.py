"""Scenarios beside each other in words: who comes first where, what differs, and why two may not be compared."""

import pytest

from model.appraisal import evaluate
from words.scenarios import Named, alike, comes_to, finding, not_compared, settings, settings_title


@pytest.fixture
def named(engines):
    """What is on screen, and others by letter: (preset, changes) each."""

    def found(*cases) -> list[Named]:
        return [
            Named(letter, name, "", evaluate(engines[preset], changes))
            for letter, name, (preset, changes) in zip(["", *"ABCD"], ["On screen", *"wxyz"], cases, strict=False)
        ]

    return found


NORTH = "north-council"
LATE = {"hybrid.months": 30, "hybrid.cost_change": 300}


def test_one_winner_is_named_once_and_several_with_where_they_win(named):
    assert finding(named((NORTH, {}), (NORTH, {"staff": 9000}))) == "Hybrid comes first in both scenarios"
    assert finding(named((NORTH, {}), (NORTH, {}), ("county", {}))) == "Hybrid comes first in all three scenarios"
    assert finding(named((NORTH, {}), (NORTH, LATE), (NORTH, {}))) == (
        "Hybrid comes first on screen and in B; Microsoft Cloud comes first in A"
    )


def test_where_nothing_has_a_weight_nobody_comes_first(named, engines):
    nil = {f"weight.{outcome.id}": 0 for outcome in engines[NORTH].scenario.outcomes}
    assert finding(named((NORTH, nil), (NORTH, {}))) == "No option comes first on screen; Hybrid comes first in A"


def test_ties_are_said(named):
    assert finding(named(("level", {}), ("level", {}))).startswith("Stay and Go tie for first place in both")


def test_only_the_levers_that_differ_are_listed_with_their_units(named):
    headers, rows = settings(named((NORTH, {"staff": 5200}), (NORTH, {}), (NORTH, {"staff": 5200, "m365.licences": 300})))
    assert headers == ["What differs", "On screen", "A: w", "B: x"]
    assert rows == [
        ["Staff", "5,200 staff", "4,500 staff", "5,200 staff"],
        ["Microsoft 365: Licences, year 1, unit cost", "£240 a person", "£240 a person", "£300 a person"],
    ]
    assert [settings_title(count) for count in (0, 1, 2, 30)] == [
        "No number differs between them", "One number differs", "Two numbers differ", "30 numbers differ",
    ]  # fmt: skip


def test_presets_of_the_same_options_may_be_compared_and_others_not_with_the_reason(named):
    found = named((NORTH, {}), ("county", {}), ("depot", {}), ("two", {}))
    assert [each.letter for each in alike(found)] == ["", "A"]
    first, second = not_compared(found)
    assert first.startswith("B: x is not compared with what is on screen: it has other options (Stay and repair,")
    assert second == "C: y is not compared with what is on screen: it has other options (Stay and Go)."


def test_the_same_options_judged_by_other_outcomes_are_not_alike(named, engines):
    found = named((NORTH, {}), (NORTH, {}))
    scenario = engines[NORTH].scenario
    fewer = scenario.model_copy(update={"outcomes": scenario.outcomes[:-1]})
    engine = type(engines[NORTH])(fewer)
    found[1] = Named("A", "w", "", evaluate(engine))
    assert "it is judged by other outcomes (Staff wellbeing" in not_compared(found)[0]


def test_what_a_scenario_comes_to_fits_two_short_lines(named):
    (now, *_) = named((NORTH, {}))
    assert [comes_to(result, now.appraisal) for result in now.appraisal.options][::3] == [
        ("4th, nil", "no time, score 0.0"), ("1st, £1.561m", "6 months, score 72.7"),
    ]  # fmt: skip
