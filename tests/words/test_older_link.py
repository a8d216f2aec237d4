"""A link whose sender saw another answer: both are told, in one or two plain sentences."""

import pytest

from model import MODEL_VERSION
from model.appraisal import evaluate
from model.link import saw
from words.older_link import other_answer

OLDER = "0.9"


@pytest.fixture
def now(engines):
    return evaluate(engines["north-council"])


def seen(now, **changed):
    return {**saw(now), **changed}


def test_the_same_answer_says_nothing_whatever_the_version(now):
    for version in (MODEL_VERSION, OLDER, "99.1"):
        assert other_answer(version, seen(now), now, complete=True) == ""


def test_an_older_version_is_named_with_both_orders(now):
    other = seen(now, cloud=(4_710_000.0, 3), m365=(2_775_000.0, 2))
    assert other_answer(OLDER, other, now, complete=True) == (
        "Made with an older model. Version 0.9 put Microsoft 365 second and Microsoft Cloud third;"
        " today's puts Microsoft 365 third and Microsoft Cloud second."
    )


def test_where_the_order_is_the_same_the_costs_are_told(now):
    told = other_answer("2.0", seen(now, hybrid=(1_400_000.0, 1)), now, complete=True)
    assert told == "Made with a newer model. Version 2.0 put Hybrid at £1.400m; today's puts Hybrid at £1.561m."


def test_a_difference_that_three_places_would_hide_is_told_to_the_pound(now):
    told = other_answer(OLDER, seen(now, hybrid=(1_561_002.0, 1)), now, complete=True)
    assert "Hybrid at £1,561,002; today's puts Hybrid at £1,561,000" in told


def test_within_one_version_the_figures_have_changed_or_not_all_was_taken(now):
    other = seen(now, hybrid=(1_400_000.0, 1))
    assert other_answer(MODEL_VERSION, other, now, complete=True).startswith("The figures behind this link have changed")
    told = other_answer(MODEL_VERSION, other, now, complete=False)
    assert told == "So the answer is another one. Its sender saw Hybrid at £1.400m; this page shows Hybrid at £1.561m."


def test_other_options_are_said_to_be_others(now):
    assert "Its options were others" in other_answer(OLDER, {"new-depot": (1.0, 1)}, now, complete=True)


def test_a_version_without_what_its_sender_saw_is_still_told(now):
    assert other_answer(OLDER, None, now, complete=True) == (
        "Made with an older model. Figures may differ from what its sender saw."
    )
    assert other_answer(MODEL_VERSION, None, now, complete=True) == ""


@pytest.mark.parametrize("version", ["", "<b>1</b>", "1.x", "9" * 500, "1..2", "\u202e1"])
def test_a_version_of_nobodys_is_quoted_and_kept_short(now, version):
    told = other_answer(version, seen(now, hybrid=(1.0, 4)), now, complete=True)
    assert told.startswith("Made with another model, '")
    assert len(told) < 300 and "\u202e" not in told
