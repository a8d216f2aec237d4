"""What an uplift does to the order is told of those who are first, however many they are."""

from model.optimism import CATEGORIES, Uplift, biased
from words import sureness
from words.uplift import after_uplift, table

NORTH = "north-council"


def told(now, **uplifts: float) -> str:
    return after_uplift(now, biased(now, [{name: Uplift(cost=percent) for name, percent in uplifts.items()}]))


def places(now) -> list[str]:
    return [row[-1] for row in table(now, {}, biased(now, [{}]))[1]]


def test_one_leader_comes_first_whether_others_change_places_or_not(pair):
    now, _ = pair(NORTH)
    assert told(now) == "With these uplifts the order does not change: Hybrid comes first"
    # At 24 months cloud is 47.6 - 47.0 = 0.6 points ahead of Microsoft 365. Three times its cost takes its 14.7 points
    # for value for money, one outcome of seven: 14.7 / 7 = 2.1.
    close, _ = pair(NORTH, {"cloud.months": 24})
    said = "With these uplifts the order changes: Hybrid still comes first, but others change places"
    assert told(close, cloud=200) == said


def test_those_who_tie_for_first_place_tie_and_have_a_shared_place(pair):
    level, _ = pair("level")
    assert told(level) == "With these uplifts the order does not change: Stay and Go tie for first place"
    assert places(level) == ["=1st", "=1st"]


def test_where_nothing_has_a_weight_no_order_is_claimed(pair):
    now, preset = pair(NORTH)
    nothing, _ = pair(NORTH, {f"weight.{outcome.id}": 0 for outcome in now.scenario.outcomes})
    assert f"{told(nothing)}." == sureness.NOTHING_COUNTS
    assert places(nothing) == ["–"] * 4


def test_an_uplift_is_shown_as_it_is_applied(pair):
    # A twentieth of the way up equipment's range: 10 + .05 x (200 - 10) = 19.5, and 10 + .05 x (54 - 10) = 12.2.
    now, _ = pair(NORTH)
    uplift = {"hybrid": CATEGORIES[0].uplift(0.05)}
    assert table(now, uplift, biased(now, [uplift]))[1][3][1:3] == ["+19.5%", "+12.2%"]
