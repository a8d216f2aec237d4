"""How sure we are, said in words that are true of the draws, the weightings and the uplifts they stand beside."""

from dataclasses import replace

import pytest

from model.optimism import CATEGORIES, Flip, verdict
from model.scenario import OutcomeKind
from model.uncertainty import Percentiles, simulate
from model.weights import acceptability
from words import sureness

KINDS = {category.id: category for category in CATEGORIES}


@pytest.fixture(scope="module")
def north(pair):
    return pair("north-council")[0]


@pytest.fixture(scope="module")
def drawn(north):
    return simulate(north, 1_000, 1)


def shared(simulation, *shares: tuple[float, ...]):
    """The simulation with other shares of places."""
    options = [replace(found, rank_shares=each) for found, each in zip(simulation.options, shares, strict=True)]
    return replace(simulation, options=tuple(options))


def unweighted(pair):
    return pair("two", {"weight.good": 0})[0]


def test_first_places_are_counted_in_draws(north, drawn):
    firsts, second = drawn.option("hybrid").firsts, round(100 * drawn.option("cloud").rank_shares[1])
    assert sureness.first_places(north, drawn) == (
        f"Hybrid is first in {firsts} of 1,000 draws; Microsoft Cloud is second in {second}%."
    )


def test_one_option_is_not_said_to_be_first_and_second(pair):
    # Level options share both places, and the first of them is named for both.
    now = pair("level")[0]
    said = sureness.first_places(now, simulate(now, 20, 1))
    assert said == "Stay is first, alone or level with another, in 20 of 20 draws."


def test_options_that_are_level_have_first_place_as_often(pair):
    now = pair("level")[0]
    assert sureness.headline(now, simulate(now, 20, 1)) == "First place is open: Stay and Go have it as often."
    weighed = acceptability(now, 20, 1)
    assert sureness.first_by_weights(weighed) == "Stay and Go are each first in 50% of random weightings."


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (0.95, 0.95, "Stay's first place is safe. So is second place."),
        (0.95, 0.94, "Stay's first place is safe. Second place is not."),
        (0.94, 0.94, "Stay's first place is likely, not safe."),
        (0.75, 0.75, "Stay's first place is likely, not safe."),
        (0.74, 0.74, "First place is open: Stay has it most often."),
    ],
)
def test_the_headline_says_how_safe_the_places_are(pair, first, second, said):
    now = pair("two")[0]
    simulation = shared(simulate(now, 10, 1), (first, 1 - first), (1 - first, second))
    assert sureness.headline(now, simulation) == said


def test_north_councils_first_place_is_safe_and_its_second_is_not(north, drawn):
    assert sureness.headline(north, drawn) == "Hybrid's first place is safe. Second place is not."


def test_a_name_that_ends_in_s_has_no_second_one(pair):
    now = pair("two")[0]
    simulation = shared(simulate(now, 10, 1), (1.0, 0.0), (0.0, 1.0))
    works = replace(simulation.options[0], option=simulation.options[0].option.model_copy(update={"name": "Works"}))
    said = sureness.headline(now, replace(simulation, options=(works, simulation.options[1])))
    assert said == "Works' first place is safe. So is second place."


def test_where_every_weight_is_nil_no_place_is_spoken_of(pair):
    now = unweighted(pair)
    drawn = simulate(now, 10, 1)
    nil = "Every weight is nil, so no place is decided."
    assert sureness.headline(now, drawn) == sureness.first_places(now, drawn) == nil
    assert sureness.optimism(now, verdict(now)) == [nil]


def test_costs_lean_the_way_all_middles_do(north, drawn, pair):
    assert sureness.lean(north, drawn) == "On these ranges, costs run above the preset's figures"
    set_here = pair("north-council", {"staff": 5000})[0]
    assert sureness.lean(set_here, simulate(set_here, 300, 1)) == "On these ranges, costs run above the figures set here"
    known = pair("two")[0]
    assert sureness.lean(known, simulate(known, 10, 1)) == "On these ranges, costs lie around the preset's figures"
    mixed = replace(drawn, options=(*drawn.options[:3], replace(drawn.options[3], cost=Percentiles(0, 1, 2))))
    assert sureness.lean(north, mixed) == "On these ranges, costs lie around the preset's figures"
    low = replace(drawn, options=tuple(replace(found, cost=Percentiles(0, 1, 2)) for found in drawn.options))
    assert sureness.lean(north, low) == "On these ranges, costs run below the preset's figures"


def test_ranges_are_said_with_their_middle():
    assert sureness.cost_range(Percentiles(1_990_765, 2_413_209, 2_921_012)) == (
        "£1.991m to £2.921m in eight draws of ten, £2.413m in the middle"
    )
    assert sureness.cost_range(Percentiles(0, 0, 0)) == "nil in every draw"
    assert sureness.score_range(Percentiles(60.31, 68.84, 74.8)) == (
        "60.3 to 74.8 of 100 in eight draws of ten, 68.8 in the middle"
    )


def test_random_weightings_are_said_as_a_share(north):
    assert sureness.first_by_weights(acceptability(north, 1_000, 3)) in {
        f"Hybrid is first in {share} of random weightings." for share in ("99.6%", "99.7%", "99.8%", "99.9%", "100%")
    }


def test_central_weights_name_what_their_voters_lean_towards(north):
    found = acceptability(north, 20_000, 1)
    said = {each.option.id: sureness.central_weights(each, found.outcomes) for each in found.options}
    assert said["m365"] == "No random weighting puts Microsoft 365 first."
    assert said["hybrid"].startswith("Hybrid comes first with weights close to equal; with those it is first in 99")
    assert said["cloud"].startswith("Microsoft Cloud comes first for those who put, on average, 4")
    assert "on location strategy" in said["cloud"] and "on future-proofing" in said["cloud"]


def test_the_swing_question_names_the_worst_and_the_best_option(north):
    outcomes = {outcome.id: outcome for outcome in north.scenario.outcomes}
    assert sureness.swing_question(north, outcomes["delivery"]) == (
        "Delivery of services: how much does the move from Do nothing (0.0 of 100) to Hybrid (73.4) matter?"
        " The move that matters most gets 100."
    )


def test_a_swing_of_nothing_is_not_asked_about(pair):
    now = pair("level")[0]
    (good,) = now.scenario.outcomes
    assert good.kind is OutcomeKind.JUDGED
    assert sureness.swing_question(now, good) == (
        "All options score the same on a good hall, so its weight decides nothing."
    )


DOMINANCE = {
    "nowhere worse, and what speaks for the rest": (
        "north-council",
        {},
        "Hybrid is nowhere worse than Microsoft 365: not on cost, nor on any of the six outcomes. Microsoft Cloud costs"
        " £3.149m more than Hybrid, but does better on location strategy and future-proofing.",
    ),
    "a cheaper rival": (
        "north-council",
        {"m365.cost_change": -50},
        "Microsoft Cloud costs £3.149m more than Hybrid, but does better on location strategy and future-proofing."
        " Microsoft 365 costs £173,500 less than Hybrid.",
    ),
    "a cheaper rival that does something better": (
        "north-council",
        {"m365.cost_change": -50, "m365.score.talent": 100},
        "Microsoft Cloud costs £3.149m more than Hybrid, but does better on location strategy and future-proofing."
        " Microsoft 365 costs £173,500 less than Hybrid, and does better on attract the best talent.",
    ),
    "one option beside carrying on": ("two", {}, "There is nothing to put beside Go but carrying on as now."),
}


@pytest.mark.parametrize(("preset", "changes", "said"), DOMINANCE.values(), ids=DOMINANCE)
def test_dominance_is_said_with_its_exceptions(pair, preset, changes, said):
    assert sureness.dominance(pair(preset, changes)[0]) == said


def test_a_rival_as_dear_is_judged_by_what_it_does(pair):
    # With every line at nil both cost the same.
    same = {
        f"{option}.{line}": 0
        for option in ("m365", "hybrid")
        for line in ("licences", "devices", "user-migration", "training", "project", "bandwidth", "external")
    }
    said = sureness.dominance(pair("north-council", same)[0])
    assert said.startswith("Hybrid is nowhere worse than Microsoft 365")
    better = sureness.dominance(pair("north-council", {**same, "m365.score.talent": 100})[0])
    assert "Microsoft 365 costs the same as Hybrid and does better on attract the best talent." in better


def test_optimism_bias_is_said_for_all_alike_and_for_the_preferred_option(north):
    assert sureness.optimism(north, verdict(north)) == [
        "The same uplift on every cost: the order does not change.",
        "The same uplift on every time: flips at 41%, when Microsoft 365 comes second.",
        "Only Hybrid costs more: it stays first up to 300%; its cost passes Microsoft 365's at 78% and Microsoft Cloud's"
        " at 202%.",
        "Only Hybrid takes longer: flips at 255%, when Microsoft Cloud comes first.",
    ]


def test_small_uplifts_keep_a_tenth(pair):
    now = pair("north-council", {"hybrid.months": 20, "cloud.months": 24})[0]
    assert sureness.optimism(now, verdict(now))[1] == "The same uplift on every time: flips at 2.4%, when Microsoft 365 comes second."


def test_those_who_tie_for_first_place_have_no_lead_for_optimism_to_end(pair):
    now = pair("level")[0]
    said = sureness.optimism(now, verdict(now))
    assert said[2:] == ["Stay and Go tie for first place, so none of them has a lead to lose."]


def test_a_tie_that_any_uplift_ends_does_not_flip_at_nought_percent(pair):
    now = pair("north-council")[0]
    flip = Flip(0.0001, now.option("hybrid").option, 2)
    said = sureness.optimism(now, replace(verdict(now), months_together=flip))
    assert said[1] == "The same uplift on every time: flips with any uplift, when Hybrid comes second."


def test_a_place_that_is_shared_at_the_flip_is_said_to_be_joint(pair):
    # On smart working alone cloud and hybrid are judged 100: hybrid's 6 months are cloud's 18 at +200%.
    weights = {f"weight.{outcome.id}": 0 for outcome in pair("north-council")[0].scenario.outcomes}
    now = pair("north-council", {**weights, "weight.smart-working": 100})[0]
    assert sureness.optimism(now, verdict(now))[3] == (
        "Only Hybrid takes longer: flips at 200%, when Microsoft Cloud comes joint first."
    )


def test_the_dearest_option_passes_nobodys_cost(pair):
    now = pair("depot")[0]
    assert sureness.optimism(now, verdict(now))[2] == "Only Rebuild on site costs more: it stays first up to 300%."


def test_the_evidence_is_said_with_its_source_and_its_weakness():
    assert sureness.evidence(KINDS["equipment"]) == (
        "Equipment and development: cost 10% to 200%, time 10% to 54% (Review of Large Public Procurement in the UK,"
        " Mott MacDonald for HM Treasury, 2002). The evidence is old and thin: public projects finished before 2002,"
        " long before the cloud."
    )
    assert "cost 0% to 41%, time not given" in sureness.evidence(KINDS["outsourcing"])
    assert sureness.evidence(KINDS["own"]).startswith("Own evidence: your own percentages. Only as good as")
