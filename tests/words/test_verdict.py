"""The verdict is true of the numbers it stands beside, and reads as a person would say it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from tests.words.conftest import TWO
from words.numbers import ORDINALS, money, points, score
from words.verdict import reordered, verdict

NORTH = ("wellbeing", "smart-working", "location", "talent", "future-proof", "delivery", "value")
JUDGED = NORTH[:5]
HYBRID_LEADS = "It costs £1.561m, less than Microsoft 365 and Microsoft Cloud, and scores higher than both."


def only(*outcomes: str) -> dict[str, float]:
    """Changes that leave weight on these outcomes alone."""
    return {f"weight.{outcome}": 0 for outcome in NORTH if outcome not in outcomes}


def test_the_preset_says_who_leads_on_what_grounds_and_who_is_next(pair):
    said = verdict(*pair("north-council"))
    assert said.lead == "Hybrid comes first."
    assert said.rest == HYBRID_LEADS
    assert said.moved == "It scores 72.7 of 100, seven outcomes weighted equally; next is Microsoft Cloud with 54.7."
    assert str(said) == f"{said.lead} {said.rest} {said.moved}"


SAID = {
    "the same option still first, two others changing places": (
        {"staff": 5200, "cloud.months": 25},
        "Hybrid still comes first.",
        "It costs £1.771m, less than Microsoft 365 and Microsoft Cloud, and scores higher than both.",
        "Microsoft Cloud drops to third: at 25 months it delivers too late. Microsoft 365 passes it, by only 0.4 points.",
    ),
    "another option first": (
        {"hybrid.months": 36},
        "Microsoft Cloud now comes first.",
        "It costs £4.710m, £2.699m more than Hybrid, and scores 14.5 points more.",
        "Hybrid drops to third: at 36 months it delivers too late. Microsoft 365 passes it, by 6.9 points.",
    ),
    "judged scores that change the winner": (
        {f"hybrid.score.{outcome}": 50 for outcome in JUDGED},
        "Microsoft Cloud now comes first.",
        "It costs £4.710m, £3.149m more than Hybrid, and scores 1.6 points more.",
        "Hybrid drops to second: it is now judged 50 of 100 on “Smart working”."
        " Microsoft Cloud passes it, by 1.6 points.",
    ),
    "nobody changing places, a smaller lead": (
        {"hybrid.cost_change": 200},
        "Hybrid still comes first.",
        "It costs £4.683m, £1.908m more than Microsoft 365, and scores 16.9 points more.",
        "Nothing changes places: Hybrid leads Microsoft Cloud by 9.3 points, down from 18.1.",
    ),
    "nobody changing places, the same lead": (
        {"disruption.catch_up": 0},
        "Hybrid still comes first.",
        HYBRID_LEADS,
        "Nothing changes places: Hybrid leads Microsoft Cloud by 18.1 points, as before.",
    ),
    "a shorter view": (
        {"horizon": 18},
        "Hybrid still comes first.",
        HYBRID_LEADS,
        "Microsoft Cloud drops to third: outcomes are now counted over 18 months."
        " Microsoft 365 passes it, by 6.0 points.",
    ),
    "one weight": (
        only("value"),
        "Hybrid still comes first.",
        HYBRID_LEADS,
        "Microsoft Cloud drops to third: only “Value for money” counts now. Microsoft 365 passes it, by 13.3 points.",
    ),
    "no weight at all": (
        only(),
        "No option comes first.",
        "Every weight is nil, so nothing is being compared. Give at least one outcome a weight.",
        "",
    ),
    "all level": (
        {**only("delivery"), "disruption.share": 0},
        "Do nothing, Microsoft 365, Microsoft Cloud and Hybrid tie for first place.",
        "Each scores 0.0 of 100, on “Delivery of services” alone.",
        "",
    ),
}


@pytest.mark.parametrize(("changes", "lead", "rest", "moved"), SAID.values(), ids=SAID)
def test_north_councils_verdict_tells_what_moved_and_why(pair, changes, lead, rest, moved):
    said = verdict(*pair("north-council", changes))
    assert (said.lead, said.rest, said.moved) == (lead, rest, moved)


TWO_WAYS = {
    "the preset": ({}, "Go comes first. It costs £1,000 and scores 80.0 of 100, on “A good hall” alone."
                       " Next is Stay with 60.0."),
    "a tie": ({"go.score.good": 60}, "Stay and Go tie for first place. Both score 60.0 of 100, on “A good hall” alone."),
    "a winner that costs nothing": (
        {"go.score.good": 20},
        "Stay now comes first. It costs nothing, less than Go, and scores higher."
        " Go drops to second: it is now judged 20 of 100 on “A good hall”. Stay passes it, by 40.0 points.",
    ),
    "two that cost nothing": (
        {"go.van": 0}, "Go still comes first. It costs nothing and scores 80.0 of 100, on “A good hall” alone."
                       " Nothing changes places: Go leads Stay by 20.0 points, as before.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("dearer", "why"),
    [
        ({"cloud.cost_change": 50}, "it now costs £7.200m"),
        ({"cloud.licences": 600}, "it now costs £6.150m"),
        ({"m365.cost_change": -50}, "Microsoft 365 now costs £1.388m"),
    ],
)
def test_a_cost_that_changed_the_order_is_told_as_what_the_option_costs_now(engines, dearer, why):
    before, now = ({"cloud.months": 24, **changes} for changes in ({}, dearer))
    said = reordered(*(evaluate(engines["north-council"], changes) for changes in (now, before)))
    assert said.startswith(f"Microsoft Cloud drops to third: {why}. Microsoft 365 passes it, by ")


@pytest.mark.parametrize(("changes", "said"), TWO_WAYS.values(), ids=TWO_WAYS)
def test_two_options_are_enough_for_a_verdict(pair, changes, said):
    assert str(verdict(*pair("two", changes))) == said


def test_a_decision_without_a_disruption_has_a_verdict(pair):
    said = verdict(*pair("depot"))
    assert said.lead == "Rebuild on site comes first."
    assert "five outcomes weighted as set here; next is Share a neighbour's depot with 68.2." in said.moved
    assert "people" not in str(said) and "work" not in str(said)


def test_options_that_were_level_and_part_are_said_to_part(pair):
    assert verdict(*pair("level", {"go.score.good": 70})).moved == "Stay falls behind Go, by 10.0 points."


def test_options_that_become_level_behind_the_first_are_said_to_be_level(pair, engines):
    refurbish = {lever.id: lever.default for lever in engines["depot"].levers if lever.id.startswith("refurbish.s")}
    changes = {name.replace("refurbish", "share"): value for name, value in refurbish.items()} | {"share.months": 18}
    now, before = pair("depot", changes)
    assert verdict(now, before).moved == "Refurbish in phases and Share a neighbour's depot are now level."


def random_changes(engine, random, many: int) -> dict[str, float]:
    chosen = random.sample(engine.levers, min(many, len(engine.levers)))
    return {lever.id: _random_value(lever, random) for lever in chosen}


def _random_value(lever, random) -> float:
    measure = lever.measure
    step = random.randint(round(measure.least / measure.precision), round(measure.most / measure.precision))
    return round(step * measure.precision, 9)


CASES = st.tuples(st.sampled_from([*presets.shipped(), "two"]), st.integers(1, 12), st.randoms(use_true_random=False))
THOROUGH = settings(derandomize=True, deadline=None, max_examples=150)


@THOROUGH
@given(CASES)
def test_whatever_the_levers_the_verdict_is_whole_sentences(engines, pair, case):
    preset, many, random = case
    said = str(verdict(*pair(preset, random_changes(engines[preset], random, many))))
    assert re.fullmatch(r"[A-Z][^\n]*[^ .]\.", said)
    assert not re.search(r"nan|None|inf\b|  | \.|\.\.|{|}|£0\b|, ,", said)


@THOROUGH
@given(CASES)
def test_whatever_the_levers_the_one_said_to_come_first_does_and_costs_what_is_said(engines, pair, case):
    preset, many, random = case
    now, before = pair(preset, random_changes(engines[preset], random, many))
    said = verdict(now, before)
    winners = [result for result in now.options if result.rank == 1]
    if not now.weighted:
        assert said.lead == "No option comes first."
    elif len(winners) > 1:
        assert all(result.option.name in said.lead for result in winners)
        assert score(winners[0].overall) in said.rest
    else:
        assert said.lead.startswith(winners[0].option.name)
        cost = money(winners[0].cost).replace("nil", "nothing")
        assert said.rest.startswith(f"It costs {cost}")
        for rival, words in re.findall(r"more than (.+?), and scores (.+?) more\.$", said.rest):
            other = next(result for result in now.options if result.option.name == rival)
            assert words == points(winners[0].overall - other.overall)


@THOROUGH
@given(CASES)
def test_whatever_the_levers_what_is_said_to_have_moved_has_moved(engines, pair, case):
    preset, many, random = case
    now, before = pair(preset, random_changes(engines[preset], random, many))
    ranks = {result.option.name: (before.option(result.option.id).rank, result.rank) for result in now.options}
    overall = {result.option.name: result.overall for result in now.options}
    moved = verdict(now, before).moved
    if found := re.match(r"(.+?) drops to (?:joint )?(\w+)[:.].*?([^.]+) passes it, by (?:only )?(.+)\.$", moved):
        loser, place, gainer, ahead = found.groups()
        gainer = gainer.strip()
        assert ranks[loser][1] == ORDINALS.index(place) + 1 > ranks[loser][0]
        assert ranks[gainer][0] > ranks[loser][0] and ranks[gainer][1] < ranks[loser][1]
        assert ahead == points(overall[gainer] - overall[loser])
    elif found := re.match(r"Nothing changes places: (.+?) leads (.+?) by (.+?), (?:as before|up|down)", moved):
        first, second, ahead = found.groups()
        assert all(was == here for was, here in ranks.values())
        assert ranks[first][1] < ranks[second][1]
        assert ahead == points(overall[first] - overall[second])


def test_beside_a_preset_without_any_weight_nobody_was_first_before():
    unweighted = TWO.replace('name = "A good hall"', 'name = "A good hall"\nweight = { value = 0, status = "assumption" }')
    engine = Engine(presets.parse(unweighted.encode(), "two.toml"))
    said = verdict(evaluate(engine, {"weight.good": 50}), evaluate(engine))
    assert str(said) == "Go now comes first. It costs nothing and scores 80.0 of 100, on “A good hall” alone. Next is Stay with 60.0."
