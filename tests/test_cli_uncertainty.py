"""Draws over the ranges in the terminal: the promised shape, the model's numbers, and the same ones every time."""

import pytest

from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.uncertainty import simulate


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_option_has_its_percentiles_and_its_shares_of_places(read, preset):
    told = read("uncertainty", preset, "--draws", "200", "--seed", "3")
    assert [option["id"] for option in told["options"]] == [option.id for option in presets.load(preset).options]
    for option in told["options"]:
        for spread in (option["cost"], option["overall"], option["benefit"]):
            assert list(spread) == ["p10", "p50", "p90"]
            assert spread["p10"] <= spread["p50"] <= spread["p90"]
        assert sum(option["rank_shares"]) == pytest.approx(1)
    for place in zip(*(option["rank_shares"] for option in told["options"]), strict=True):
        assert sum(place) == pytest.approx(1)


def test_the_numbers_are_the_models(read):
    told = read("uncertainty", "north-council", "--draws", "500", "--seed", "9", "--set", "staff=5200")
    now = evaluate(Engine(presets.load("north-council")), {"staff": 5200})
    for option, found in zip(told["options"], simulate(now, 500, 9).options, strict=True):
        assert option["cost"] == pytest.approx(vars(found.cost))
        assert option["overall"] == pytest.approx(vars(found.overall))
        assert option["benefit"] == pytest.approx(vars(found.benefit))
        assert option["rank_shares"] == list(found.rank_shares)
        assert option["firsts"] == found.firsts


def test_the_same_seed_tells_the_same_and_another_another(read):
    one, same, other = (read("uncertainty", "depot", "--draws", "100", "--seed", seed) for seed in ("5", "5", "6"))
    assert one == same
    assert one["options"] != other["options"]


def test_unless_told_otherwise_there_are_10_000_draws_of_the_seed_2026(read):
    told = read("uncertainty", "north-council")
    assert (told["draws"], told["seed"]) == (10_000, 2026)
    assert told == read("uncertainty", "north-council", "--draws", "10000", "--seed", "2026")


def test_the_seed_may_be_nil(read):
    assert read("uncertainty", "depot", "--draws", "5", "--seed", "0")["seed"] == 0


def test_as_text_it_says_how_often_and_how_far(run):
    code, out, err = run("uncertainty", "north-council", "--draws", "1000", "--seed", "1")
    assert (code, err) == (0, "")
    assert out.startswith("Hybrid is first in 99")
    for heading in ("Cost to deliver", "Score, of 100", "Place"):
        assert sum(line.startswith(heading) for line in out.splitlines()) == 1


REFUSED = {
    "no draws": (("--draws", "0"), "The number of draws must be a whole number from 1 to 100,000, not 0."),
    "too many draws": (
        ("--draws", "100001"), "The number of draws must be a whole number from 1 to 100,000, not 100,001."
    ),
    "half a draw": (("--draws", "2.5"), "--draws needs a whole number."),
    "draws in words": (("--draws", "many"), "--draws needs a whole number."),
    "a bare --draws": (("--draws",), "--draws needs a whole number."),
    "a seed below nil": (("--seed", "-1"), "The seed must be a whole number from 0 to 4,294,967,295, not -1."),
    "a seed too long": (
        ("--seed", "4294967296"), "The seed must be a whole number from 0 to 4,294,967,295, not 4,294,967,296."
    ),
    "samples, which weights have": (("--samples", "9"), "--samples goes only with weights, not with uncertainty."),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_drawn_is_refused_in_one_sentence(run, arguments, sentence):
    assert run("uncertainty", "north-council", *arguments) == (2, "", sentence + "\n")


def test_where_nothing_has_a_weight_no_place_is_shared_out(run):
    weights = ("wellbeing", "smart-working", "location", "talent", "future-proof", "delivery", "value")
    nothing = [part for weight in weights for part in ("--set", f"weight.{weight}=0")]
    code, out, _ = run("uncertainty", "north-council", "--draws", "20", *nothing)
    assert code == 0 and "no place is decided" in out and "Place" not in out
