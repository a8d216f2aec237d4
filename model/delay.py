"""Cost of delay: what one more month of waiting costs each option, while the disruption runs on."""

from dataclasses import dataclass

import numpy as np

from model.appraisal import Appraisal
from model.scenario import Option


@dataclass(frozen=True)
class MonthOfWaiting:
    """What an option comes to with one more month before work starts, less what it comes to now."""

    option: Option
    lost_staff_months: float
    """Staff-months of work (equation 4)."""
    lost_work_value: float
    """£, shown beside cost and never added to it (equation 5)."""
    backlog_peak: float
    """Staff-months that the backlog rises higher; below nil where the dip now falls after the disruption."""
    clears_later: int | None
    """Months later that the backlog is cleared; None if it never is."""

    @property
    def people_idle(self) -> float:
        """People idle a month longer, a staff-month each: dip and training come later but lose no more."""
        return self.lost_staff_months


def month_of_waiting(now: Appraisal) -> tuple[MonthOfWaiting, ...]:
    """What the next month of waiting costs, by option; nothing to tell where there is no disruption."""
    if now.scenario.disruption is None:
        return ()
    cases = now.engine.cases([now.changes, {**now.changes, "delay": now.value("delay") + 1}])
    results, backlog = now.engine.run(cases), now.engine.backlog(cases)
    lost, peak = (np.diff(array, axis=0)[0] for array in (results.lost_work, backlog.peak))
    clears, clears_then = backlog.clear
    return tuple(
        MonthOfWaiting(
            option=option,
            lost_staff_months=float(lost[index]),
            lost_work_value=float(lost[index]) * now.value("disruption.staff_cost"),
            backlog_peak=float(peak[index]),
            clears_later=int(clears_then[index] - clears[index]) if np.isfinite(clears_then[index]) else None,
        )
        for index, option in enumerate(now.scenario.options)
    )
