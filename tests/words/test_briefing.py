"""The briefing's own sentences say what they leave out, and how firm a number is."""

import pytest

from model.provenance import Source, Status
from model.tornado import tornado
from model.uncertainty import simulate
from words import briefing


def bars(now):
    return {bar.what_if.id: bar for bar in tornado(now).bars}


def test_a_number_stands_with_its_range_and_status(pair):
    now, _ = pair("north-council")
    found = briefing.matters(bars(now)["hybrid.months"], now)
    assert found == ("Months Hybrid takes: 6 months, plausibly 4 to 12", Status.PUBLISHED)


def test_a_number_somebody_changed_is_yours(pair):
    now, _ = pair("north-council", {"cloud.months": 25})
    words, status = briefing.matters(bars(now)["cloud.months"], now)
    assert "25 months" in words and status is Status.YOURS


def test_numbers_that_move_together_are_as_firm_as_the_least_firm(pair):
    now, _ = pair("north-council", {"hybrid.score.wellbeing": 80})
    together = next(bar for bar in tornado(now).bars if len(bar.what_if.levers) > 1 and bar.what_if.levers[0].option.id == "hybrid")
    assert briefing.matters(together, now) == ("Hybrid's judged outcomes, all together within their ranges", Status.YOURS)


def test_the_doubt_about_cost_is_the_first_option_s(pair):
    now, _ = pair("north-council")
    (said,) = briefing.cost_doubt(now, simulate(now, 200, 1))
    assert said.startswith("On these ranges, costs run above the preset's figures; Hybrid's: £")


def test_nobody_first_has_no_cost_to_doubt(pair):
    now, _ = pair("north-council", {f"weight.{outcome.id}": 0 for outcome in pair("north-council")[0].scenario.outcomes})
    assert briefing.cost_doubt(now, simulate(now, 50, 1)) == ()


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ((), "No document is named: the numbers are the council's own or assumed."),
        (("A", "B"), "A; B."),
        (("A", "B", "C", "D"), "A; B; and 2 more, in the app."),
    ],
)
def test_sources_that_have_no_room_are_counted(items, said):
    assert briefing.sources(items, 2) == said


def test_changes_that_have_no_room_are_counted():
    assert briefing.changed((), 2) == "As in the preset, nothing changed."
    assert briefing.changed(("A", "B", "C"), 2) == "Yours: A; B; and 1 more, in the app."


def test_a_source_says_where_it_can_be_read():
    known = Source(title="Rates", publisher="A council", year=2020)
    assert briefing.source(known) == "Rates, A council, 2020"
    assert briefing.source(known.model_copy(update={"link": "https://a.example/"})) == "Rates, A council, 2020, https://a.example/"


def test_a_long_address_is_cut_and_none_is_not_named():
    assert briefing.open_again("") == ""
    assert briefing.open_again(f"https://a.example/{'b' * 300}").endswith("b…")
