"""Which change made the difference: each changed lever is put back, one at a time, in one batch."""

from model.appraisal import Appraisal
from model.levers import Lever


def decisive(now: Appraisal, gainer: str, loser: str) -> Lever | None:
    """The changed lever that did most for the gainer's overall score against the loser's.

    That is the one whose return to its default would cost the gainer most points; None if none helped.
    """
    changed = list(now.changes)
    if not changed:
        return None
    engine = now.engine
    cases = engine.cases([{name: now.changes[name] for name in changed if name != left_out} for left_out in changed])
    overall = engine.run(cases).overall
    ids = [option.id for option in now.scenario.options]
    gap = now.option(gainer).overall - now.option(loser).overall
    help_given = gap - (overall[:, ids.index(gainer)] - overall[:, ids.index(loser)])
    best = int(help_given.argmax())
    return engine.offered[changed[best]] if help_given[best] > 1e-9 else None
