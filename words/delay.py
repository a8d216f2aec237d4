"""What waiting costs, in a sentence for each option."""

from collections.abc import Sequence

from model.delay import MonthOfWaiting
from words.numbers import counted, months, pay, whole


def cost_of_delay(waiting: MonthOfWaiting) -> str:
    """One more month of waiting leaves 1,013 people idle and adds £3.07m of lost work; the backlog clears later."""
    if whole(waiting.people_idle) == "0":
        return "One more month of waiting costs no work"
    idle = counted(waiting.people_idle, "person", "people")
    adds = f"leaves {idle} idle and adds {pay(waiting.lost_work_value)} of lost work"
    return f"One more month of waiting {adds}{_backlog(waiting)}"


def dearest(waiting: Sequence[MonthOfWaiting]) -> str:
    """Which option it costs most to wait for."""
    worst = max(waiting, key=lambda each: each.lost_work_value)
    if whole(worst.people_idle) == "0":
        return "Waiting costs no work: by then nobody is stranded"
    return f"Each month of waiting for {worst.option.name} costs {pay(worst.lost_work_value)} of lost work"


def _backlog(waiting: MonthOfWaiting) -> str:
    if waiting.clears_later is None:
        return "; its backlog never clears"
    return f"; its backlog clears {months(waiting.clears_later)} later" if waiting.clears_later > 0 else ""
