"""Which change made the difference: each lever that moved is put back, one at a time, in one batch."""

from model.appraisal import Appraisal
from model.levers import Lever


def decisive(now: Appraisal, before: Appraisal, gainer: str, loser: str) -> Lever | None:
    """The lever moved since ``before`` that did most for the gainer's overall score against the loser's.

    That is the one whose return would cost the gainer most points; None if none helped.
    """
    moved = [name for name in {**before.changes, **now.changes} if before.value(name) != now.value(name)]
    if not moved:
        return None
    engine = now.engine
    overall = engine.run(engine.cases([{**now.changes, name: before.value(name)} for name in moved])).overall
    ids = [option.id for option in now.scenario.options]
    gap = now.option(gainer).overall - now.option(loser).overall
    help_given = gap - (overall[:, ids.index(gainer)] - overall[:, ids.index(loser)])
    best = int(help_given.argmax())
    return engine.offered[moved[best]] if help_given[best] > 1e-9 else None
