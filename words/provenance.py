"""How firm the numbers of an appraisal are here, in words."""

from model.appraisal import Appraisal
from model.levers import Lever
from model.provenance import Status
from words.statuses import marked

ASSUMED, DERIVED = marked(Status.ASSUMPTION), marked(Status.DERIVED)


def status(now: Appraisal, lever: Lever) -> Status:
    """How firm a number is here: yours, once you changed it."""
    return Status.YOURS if lever.id in now.changes else lever.quantity.status


def standing(now: Appraisal) -> dict[Status, list[Lever]]:
    """Every number one may move, by how firm it is here, the firmest first."""
    found = {each: [lever for lever in now.engine.levers if status(now, lever) is each] for each in Status}
    return {each: levers for each, levers in found.items() if levers}


def how_many_assumed(now: Appraisal) -> str:
    """How many of the numbers are nobody's but ours."""
    levers = now.engine.levers
    assumed = sum(status(now, lever) is Status.ASSUMPTION for lever in levers)
    return f"{assumed} of {len(levers)} numbers are our assumptions"
