"""How sure a file is, is how sure the screen is."""

from exports.evidence import DRAWS, SEED, evidence
from model.appraisal import evaluate
from model.engine import Engine
from model.presets import load
from model.switching import cost_switches, ranking_changes
from model.tornado import tornado
from model.uncertainty import simulate
from ui.sections import how_sure

NORTH = Engine(load("north-council"))


def test_files_draw_as_often_as_the_screen_and_from_the_same_seed():
    assert (DRAWS, SEED) == (how_sure.DRAWS, how_sure.SEED)


def test_evidence_is_what_the_model_finds():
    now = evaluate(NORTH, {"cloud.months": 25})
    found = evidence(now)
    assert found.simulation == simulate(now, DRAWS, SEED)
    assert found.tornado == tornado(now)
    whole_costs = [switch for switch in cost_switches(now) if switch.lever.endswith(".cost_change")]
    assert whole_costs and found.switches == (*ranking_changes(now), *whole_costs)


def test_where_no_outcome_counts_there_is_no_lead_to_take_away():
    nothing = {f"weight.{outcome.id}": 0 for outcome in NORTH.scenario.outcomes}
    assert evidence(evaluate(NORTH, nothing)).tornado is None
