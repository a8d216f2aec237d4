"""Switching values are said as a person says them, and what is said is so."""

import tomllib

import pytest

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.scenario import Scenario
from model.switching import RankingChange, Switch, ranking_changes, switching_values
from model.what_ifs import WhatIf, together
from words import switching

ENGINE = Engine(presets.load("north-council"))
HYBRID_SCORES = together(ENGINE)[3]


@pytest.fixture(scope="module")
def now() -> Appraisal:
    return evaluate(ENGINE)


def changes(now: Appraisal, lever: str) -> tuple[RankingChange, ...]:
    return ranking_changes(now, [WhatIf((ENGINE.offered[lever],))])


def switch(lever: str | WhatIf, at: float, direction: int) -> Switch:
    what_if = WhatIf((ENGINE.offered[lever],)) if isinstance(lever, str) else lever
    return Switch(what_if, None, at, direction)


@pytest.mark.parametrize(
    ("lever", "at", "direction", "words"),
    [
        ("hybrid.months", 22, 1, "22 months or more"),
        ("cloud.months", 3, -1, "3 months or fewer"),
        ("cloud.months", 1, -1, "1 month or fewer"),
        ("cloud.months", 0, -1, "0 months"),
        ("cloud.months", 36, 1, "36 months"),
        ("horizon", 23, -1, "under 24 months"),
        ("horizon", 24, -1, "24 months or fewer"),
        ("horizon", 61, 1, "over 60 months"),
        ("horizon", 57, 1, "57 months or more"),
        ("staff", 4_812, -1, "4,812 staff or fewer"),
        ("staff", 4_501, 1, "over 4,500 staff"),
        ("disruption.share", 12.9, -1, "under 13% of staff"),
        ("disruption.share", 12.5, -1, "12.5% of staff or less"),
        ("hybrid.cost_change", 60.1, 1, "over +60%"),
        ("hybrid.cost_change", -12.3, -1, "−12.3% or less"),
        ("hybrid.cost_change", 0.1, 1, "over 0%"),
        ("hybrid.training", 309.78, 1, "£309.78 a person or more"),
        ("weight.value", 28, -1, "28 of 100 or less"),
        (HYBRID_SCORES, 52, -1, "all 52 or less (partly met: 50)"),
        (HYBRID_SCORES, 50, -1, "all 50 or less (partly met: 50)"),
        (HYBRID_SCORES, 40, -1, "all 40 or less"),
        (HYBRID_SCORES, 62, 1, "all 62 or more (mostly met: 75)"),
        (HYBRID_SCORES, 100, 1, "all 100 (fully met: 100)"),
    ],
)
def test_a_condition_has_its_unit_and_its_direction_in_words(lever, at, direction, words):
    assert switching.condition(switch(lever, at, direction)) == words


@pytest.mark.parametrize(
    ("lever", "words"),
    [
        ("staff", "The council has"),
        ("horizon", "Outcomes are counted for"),
        ("delay", "Work starts after"),
        ("disruption.months", "The disruption lasts"),
        ("disruption.share", "Those who cannot work remotely are"),
        ("disruption.staff_cost", "“Staff cost” is"),
        ("weight.talent", "“Attract the best talent” counts for"),
        ("hybrid.months", "Hybrid takes"),
        ("hybrid.reach", "Hybrid closes"),
        ("hybrid.dip", "Hybrid's “Productivity dip” is"),
        ("hybrid.cost_change", "Hybrid's cost changes by"),
        ("hybrid.training", "Hybrid's “Training, unit cost” is"),
        ("do-nothing.score.talent", "Do nothing on “Attract the best talent” is judged"),
    ],
)
def test_every_kind_of_lever_begins_a_sentence(lever, words):
    assert switching.subject(WhatIf((ENGINE.offered[lever],))) == words


@pytest.mark.parametrize("preset", presets.shipped())
def test_no_lever_is_left_without_words(preset):
    subjects = [switching.subject(WhatIf((lever,))) for lever in Engine(presets.load(preset)).levers]
    assert not [subject for subject in subjects if "{" in subject or subject != subject.strip()]


def test_sentences_of_north_council(now):
    said = [switching.sentence(change, now) for lever in ("horizon", "cloud.months") for change in changes(now, lever)]
    assert said == [
        "Outcomes are counted for under 24 months: Microsoft 365 comes second",
        "Microsoft Cloud takes 3 months or fewer: Microsoft Cloud comes first",
        "Microsoft Cloud takes 25 months or more: Microsoft 365 comes second",
    ]


def test_a_table_puts_first_place_first_and_then_the_costs(now):
    found = [*switching_values(now, "cost"), *changes(now, "horizon"), *ranking_changes(now, [HYBRID_SCORES])]
    wanted = [change for change in found if change.what_if.levers[0].line is None]
    headings, rows = switching.table(wanted, now)
    assert headings == ["What", "Now", "Switches at", "Then"]
    assert rows == [
        ["Hybrid's judged outcomes are", "as judged", "all 52 or less (partly met: 50)", "Microsoft Cloud comes first"],
        ["Outcomes are counted for", "36 months", "under 24 months", "Microsoft 365 comes second"],
        ["Hybrid's judged outcomes are", "as judged", "all 40 or less", "Microsoft 365 comes second"],
        ["Microsoft 365's cost is", "£2.775m", "£1.561m, −43.7%", "Microsoft 365 costs less"],
        ["Hybrid's cost is", "£1.561m", "£2.775m, +77.8%", "Microsoft 365 costs less"],
        ["Hybrid's cost is", "£1.561m", "£4.710m, +201.7%", "Microsoft Cloud costs less"],
    ]


def test_ticks_speak_of_the_sliders_own_option_without_its_name(now):
    ticks = [switching.tick(change, now) for lever in ("horizon", "cloud.months") for change in changes(now, lever)]
    assert ticks == [
        "M365 passes Cloud under 24 months",
        "Passes Hybrid under 4 months",
        "Drops below M365 beyond 24 months",
    ]


def test_ticks_speak_of_the_sliders_nearest_step_where_it_is_near_enough():
    now = evaluate(ENGINE, {"staff": 5200, "cloud.months": 25})
    ticks = [switching.tick(change, now) for lever in ("staff", "m365.cost_change") for change in changes(now, lever)]
    assert ticks == [
        "Cloud passes M365 under about 1,200 staff",
        "Cloud passes M365 beyond about 9,300 staff",
        "Drops below Cloud beyond +3.8%",
    ]


# Ties. Two options, one outcome: Stay scores 40, Build 60.

TIES = """
id = "duel"
name = "Two ways"
benchmark = "stay"
organisation.name = "A council"
horizon = { value = 24, status = "assumption" }
outcomes = [{ id = "room", name = "Room to grow" }]

[[options]]
id = "stay"
name = "Stay"
months = { value = 0, status = "assumption" }
scores.room = { value = 40, status = "assumption" }

[[options]]
id = "build"
name = "Build"
months = { value = 0, status = "assumption" }
scores.room = { value = 60, status = "assumption" }

[[options]]
id = "works"
name = "Works"
months = { value = 0, status = "assumption" }
scores.room = { value = 0, status = "assumption" }
"""


@pytest.fixture(scope="module")
def duel() -> Appraisal:
    return evaluate(Engine(Scenario.model_validate(tomllib.loads(TIES))))


def of_lever(now: Appraisal, lever: str) -> tuple[RankingChange, ...]:
    return ranking_changes(now, [WhatIf((now.engine.offered[lever],))])


def test_a_tie_is_called_a_tie(duel):
    assert [switching.sentence(change, duel) for change in of_lever(duel, "stay.score.room")] == [
        "Stay on “Room to grow” is judged 0 of 100: Stay and Works tie for second place",
        "Stay on “Room to grow” is judged 60 of 100 or more: Stay and Build tie for first place",
        "Stay on “Room to grow” is judged over 60 of 100: Stay comes first",
    ]


def test_ticks_tell_drawing_level_from_passing(duel):
    assert [switching.tick(change, duel) for change in of_lever(duel, "stay.score.room")] == [
        "Works draws level with Stay under 1 of 100",
        "Draws level with Build beyond 59 of 100",
        "Build drops below Stay beyond 60 of 100",
    ]


def test_all_options_level_is_no_win(duel):
    last = of_lever(duel, "weight.room")[-1]
    assert switching.sentence(last, duel) == "“Room to grow” counts for 0 of 100: all options tie"
    assert switching.tick(last, duel) == "Stay and Works draw level with Build under 1 of 100"


@pytest.mark.parametrize(("name", "of"), [("Hybrid", "Hybrid's"), ("Works", "Works'")])
def test_a_name_that_ends_in_s_takes_only_the_apostrophe(name, of):
    assert switching.possessive(name) == of
