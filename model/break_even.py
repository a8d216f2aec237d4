"""When an option pays for itself: the work it saves against the benchmark, at staff cost, is worth what it costs.

No work saved is ever taken off a cost: it is only compared with it.
"""

import numpy as np

from model.cash_flows import MONTHS, CashFlows
from model.engine import NEVER, Array


def break_even_month(flows: CashFlows, years: int) -> Array:
    """First month in which the work saved so far is worth the money spent so far, (cases, options).

    Both undiscounted and against the benchmark; NEVER for the benchmark, and where it does not happen in time.
    Later licences may take it below again.
    """
    engine, months = flows.engine, np.arange(1.0, MONTHS * years + 1)
    spent, lost = flows.spent(months), flows.lost(months)
    benchmark = _benchmark(flows)
    saved = (lost[:, benchmark, None] - lost) * flows.batch.one("disruption.staff_cost")[..., None]
    extra = spent - spent[:, benchmark, None]
    reached = (saved >= extra) & (months > flows.start[..., None]) & (engine.waits[:, None] > 0)
    return np.where(reached.any(axis=-1), 1.0 + reached.argmax(axis=-1), NEVER)


def break_even_share(flows: CashFlows) -> Array:
    """% of staff who must be stranded for the work saved to be worth the first cost, (cases, options).

    NEVER for the benchmark, and where even all staff are too few; 0 where it pays with nobody stranded.
    """
    nobody, everybody = (_saved_less_cost(flows, share) for share in (0.0, 100.0))
    slope = everybody - nobody
    # Lost work is linear in the share who are stranded (equations 3 and 4), so two points give the root.
    share = np.divide(-100.0 * nobody, slope, out=np.full(slope.shape, NEVER), where=slope > 0)
    pays = (flows.engine.waits > 0) & (share <= 100.0)
    return np.where(pays, np.maximum(share, 0.0), NEVER)


def _saved_less_cost(flows: CashFlows, share: float) -> Array:
    """£ by which the work saved is worth more than the extra first cost, with this % of staff stranded."""
    cases, benchmark = flows.cases.copy(), _benchmark(flows)
    cases[:, flows.engine.column["disruption.share"]] = share
    lost, cost = flows.engine.run(cases).lost_work, flows.first_cost
    saved = (lost[:, benchmark, None] - lost) * flows.batch.one("disruption.staff_cost")
    return saved - (cost - cost[:, benchmark, None])


def _benchmark(flows: CashFlows) -> int:
    return int(np.flatnonzero(flows.engine.waits == 0)[0])
