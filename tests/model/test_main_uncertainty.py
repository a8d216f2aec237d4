"""The number that moves each option's results most."""

import pytest

from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.main_uncertainty import MainUncertainty, main_uncertainties


def of(engine: Engine, option: str, changes: dict | None = None) -> MainUncertainty:
    return next(found for found in main_uncertainties(evaluate(engine, changes)) if found.option.id == option)


def test_hybrids_cost_hangs_most_on_its_training(engine):
    # £40 to £290 a person for 4,500: 1,561,000 + 250 x 4,500 = 2,686,000. Its devices move £360,000 less.
    found = of(engine, "hybrid").cost
    assert found.what_if.id == "hybrid.training"
    assert (found.at_low, found.at_high) == pytest.approx((1_561_000, 2_686_000))


def test_hybrids_benefit_hangs_most_on_its_judged_outcomes_together(engine):
    # Of 400 in all, at least 275 and at most 500: (275 and 500 x 33 / 36 + 73.3643) / 6.
    found = of(engine, "hybrid").benefit
    assert found.what_if.id == "hybrid.score.*"
    assert (found.at_low, found.at_high) == pytest.approx((54.24, 88.62), abs=0.01)


def test_the_work_lost_hangs_most_on_how_many_are_stranded(engine):
    # Doing nothing for 18 months: 4,500 x 2% and 50% x 18.
    found = of(engine, "do-nothing").lost_work
    assert found.what_if.id == "disruption.share"
    assert (found.at_low, found.at_high) == pytest.approx((1_620, 40_500))


def test_what_no_range_moves_has_no_main_uncertainty(engine):
    nothing = of(engine, "do-nothing")
    assert nothing.cost is nothing.benefit is None


@pytest.mark.parametrize("preset", presets.shipped())
def test_both_ends_are_what_evaluate_says(preset):
    engine = Engine(presets.load(preset))
    changes = {f"{engine.scenario.options[1].id}.cost_change": 10}
    for found in main_uncertainties(evaluate(engine, changes)):
        for field, widest in {"cost": found.cost, "benefit": found.benefit}.items():
            for end, value in () if widest is None else (("low", widest.at_low), ("high", widest.at_high)):
                moved = {lever.id: getattr(lever.quantity, end) for lever in widest.what_if.levers}
                assert value == pytest.approx(getattr(evaluate(engine, changes | moved).option(found.option.id), field))


def test_nothing_moves_an_option_more_than_its_main_uncertainty(engine):
    widest = of(engine, "cloud").benefit
    for lever in (lever for lever in engine.levers if lever.uncertain):
        low, high = (
            evaluate(engine, {lever.id: end}).option("cloud").benefit for end in (lever.quantity.low, lever.quantity.high)
        )
        assert abs(high - low) <= abs(widest.at_high - widest.at_low) + 1e-9


def test_without_a_disruption_there_is_no_work_to_lose():
    for found in main_uncertainties(evaluate(Engine(presets.load("depot")))):
        assert found.lost_work is None
        assert found.cost is not None


def test_without_any_range_nothing_is_uncertain(decide):
    for found in main_uncertainties(evaluate(decide({"stay": {"good": 10}, "go": {"good": 90}}))):
        assert found.cost is found.benefit is found.lost_work is None
