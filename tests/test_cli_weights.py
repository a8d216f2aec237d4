"""Random weightings in the terminal: the promised shape, the model's numbers, and the same ones every time."""

import pytest

from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.weights import acceptability


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_option_has_its_acceptability_central_weights_and_confidence(read, preset):
    told = read("weights", preset, "--samples", "200", "--seed", "3")
    outcomes = [outcome.id for outcome in presets.load(preset).outcomes]
    for option in told["options"]:
        assert {"id", "rank_acceptability", "central_weights", "confidence"} == set(option)
        assert sum(option["rank_acceptability"]) == pytest.approx(1)
        if option["central_weights"] is None:
            assert option["rank_acceptability"][0] == 0 and option["confidence"] is None
        else:
            assert list(option["central_weights"]) == outcomes
            assert sum(option["central_weights"].values()) == pytest.approx(1)
            assert 0 <= option["confidence"] <= 1
    for rank in zip(*(option["rank_acceptability"] for option in told["options"]), strict=True):
        assert sum(rank) == pytest.approx(1)


def test_the_numbers_are_the_models_with_and_without_value_for_money(read):
    told = read("weights", "north-council", "--samples", "500", "--seed", "9", "--set", "staff=5200")
    now = evaluate(Engine(presets.load("north-council")), {"staff": 5200})
    for options, green_book in ((told["options"], False), (told["without_value_for_money"]["options"], True)):
        found = acceptability(now, 500, 9, green_book)
        assert [option["rank_acceptability"] for option in options] == [
            list(each.rank_acceptability) for each in found.options
        ]
        assert [option["confidence"] for option in options] == [each.confidence for each in found.options]
    assert "value" not in told["without_value_for_money"]["options"][3]["central_weights"]


def test_hybrid_is_first_in_more_than_998_of_1000_weightings(read):
    told = read("weights", "north-council")
    assert (told["samples"], told["seed"]) == (100_000, 2026)
    # 0.99846 in closed form.
    assert told["options"][3]["rank_acceptability"][0] == pytest.approx(0.99846, abs=0.0005)


def test_the_same_seed_tells_the_same_and_another_another(read):
    one, same, other = (read("weights", "depot", "--samples", "100", "--seed", seed) for seed in ("5", "5", "6"))
    assert one == same
    assert one["options"] != other["options"]


def test_as_text_both_views_are_told_where_they_differ(run):
    north, depot = (run("weights", preset, "--samples", "100")[1] for preset in ("north-council", "depot"))
    assert north.count("Place ") == 2 and "Value for money left out" in north
    assert depot.count("Place ") == 1 and "Value for money left out" not in depot


REFUSED = {
    "no samples": (("--samples", "0"), "The number of samples must be a whole number from 1 to 1,000,000, not 0."),
    "too many samples": (
        ("--samples", "1000001"), "The number of samples must be a whole number from 1 to 1,000,000, not 1,000,001."
    ),
    "samples in words": (("--samples", "many"), "--samples needs a whole number."),
    "a seed below nil": (("--seed", "-1"), "The seed must be a whole number from 0 to 4,294,967,295, not -1."),
    "draws, which uncertainty has": (("--draws", "9"), "--draws goes only with uncertainty, not with weights."),
    "an unknown option": (
        ("--sample", "9"),
        "'--sample' is not understood; after weights and the preset can come"
        " --set LEVER=VALUE, --samples a whole number, --seed a whole number and --json.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_drawn_is_refused_in_one_sentence(run, arguments, sentence):
    assert run("weights", "north-council", *arguments) == (2, "", sentence + "\n")
