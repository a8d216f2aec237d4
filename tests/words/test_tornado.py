"""What matters most, in words: which number can take the lead away, and which comes closest."""

from dataclasses import replace

import pytest

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.tornado import Influence, Tornado, tornado
from model.what_ifs import WhatIf, together
from words import tornado as words

ENGINE = Engine(presets.load("north-council"))


@pytest.fixture(scope="module")
def now() -> Appraisal:
    return evaluate(ENGINE)


def test_where_no_number_takes_the_lead_away_the_closest_is_named(now):
    assert words.finding(tornado(now), now) == (
        "Nothing on its own can take away Hybrid's lead of 18.1 points;"
        " “Hybrid's judged outcomes” comes closest, leaving 1.7 points"
    )
    assert words.finding(tornado(now, "cost"), now) == (
        "Nothing on its own can take away Hybrid's cost advantage of £1.214m;"
        " “Hybrid: Training, unit cost” comes closest, leaving £89,000"
    )


def test_three_numbers_are_all_named():
    now = evaluate(ENGINE, {"hybrid.months": 15})
    assert words.finding(tornado(now), now) == (
        "“Hybrid's judged outcomes”, “Months Microsoft Cloud takes” and “Microsoft 365's judged outcomes”"
        " can take away Hybrid's lead of 7.3 points, each on its own"
    )


def test_numbers_that_can_take_the_lead_away_are_named_three_at_most():
    now = evaluate(Engine(presets.load("depot")))
    high = [bar for bar in tornado(now).bars if bar.influence is Influence.HIGH]
    assert len(high) == 4
    assert words.finding(tornado(now), now) == (
        "“Share a neighbour's depot's judged outcomes”, “Rebuild on site's judged outcomes”,"
        " “Refurbish in phases' judged outcomes” and 1 more can take away Rebuild on site's lead of 9.6 points,"
        " each on its own"
    )


def test_an_option_that_costs_more_has_a_gap_to_make_up():
    now = evaluate(Engine(presets.load("depot")))
    assert words.finding(tornado(now, "cost"), now) == (
        "Nothing on its own can make up the £9.670m that Rebuild on site costs more than the cheapest other option"
        " apart from Stay and repair;"
        " “Rebuild on site: Building works, cost” comes closest, leaving £8.470m"
    )


def test_one_number_is_named_alone():
    now = evaluate(ENGINE, {"hybrid.months": 12})
    assert words.finding(tornado(now), now) == "“Hybrid's judged outcomes” can take away Hybrid's lead of 10.9 points"


def test_where_no_range_moves_the_lead_none_comes_closest(now):
    still = replace(tornado(now).bars[-1], at_low=18.1, at_high=18.1, influence=Influence.LOW)
    assert words.finding(Tornado("hybrid", "overall", 18.1, (still,)), now) == (
        "Nothing on its own can take away Hybrid's lead of 18.1 points"
    )


def test_an_option_as_dear_as_the_cheapest_has_no_advantage_to_lose(now):
    bar = replace(tornado(now, "cost").bars[0], at_low=50.0, at_high=-20.0, influence=Influence.HIGH)
    level = Tornado("hybrid", "cost", 0.3, (bar,))
    said = "make Hybrid dearer than the cheapest other option apart from Do nothing, which now costs as much"
    assert words.finding(level, now) == f"“{words.label(bar.what_if)}” can {said}"
    low = replace(bar, at_high=0.3, influence=Influence.LOW)
    assert words.finding(replace(level, bars=(low,)), now) == f"Nothing on its own can {said}"


def test_without_ranges_nothing_is_said_to_matter(now):
    assert words.finding(Tornado("hybrid", "overall", 18.1, ()), now) == "No number here has a range"


@pytest.mark.parametrize(
    ("lever", "label"),
    [
        ("hybrid.months", "Months Hybrid takes"),
        ("hybrid.reach", "Gap Hybrid closes"),
        ("horizon", "Months looked at"),
        ("hybrid.dip", "Hybrid: Productivity dip"),
        ("hybrid.training", "Hybrid: Training, unit cost"),
    ],
)
def test_a_bar_says_what_it_stands_for(lever, label):
    assert words.label(WhatIf((ENGINE.offered[lever],))) == label


def test_scores_that_move_together_have_one_name(now):
    assert words.label(together(ENGINE)[3]) == "Hybrid's judged outcomes"


def test_the_table_has_both_ends_of_every_bar(now):
    headings, rows = words.table(tornado(now))
    assert headings == ["What", "From", "Lead there", "To", "Lead there", "Influence"]
    assert rows[:2] == [
        ["Hybrid's judged outcomes", "all lowest", "1.7", "100", "31.2", "medium"],
        ["Months Microsoft Cloud takes", "12", "10.4", "36", "25.7", "medium"],
    ]
    assert len(rows) == len(tornado(now).bars)


def test_the_table_of_costs_is_in_pounds(now):
    assert words.table(tornado(now, "cost"))[1][0] == [
        "Hybrid: Training, unit cost", "£40", "£1.214m", "£290", "£89,000", "medium",
    ]  # fmt: skip
