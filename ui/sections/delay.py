"""The cost-of-delay clock: what each month of waiting costs, while the disruption runs on."""

from model.appraisal import Appraisal
from model.delay import MonthOfWaiting, month_of_waiting
from ui import state
from ui.levers import draw_lever
from ui.pieces import OptionMark, draw, marks
from words.delay import cost_of_delay, dearest
from words.numbers import money, pay, whole


def delay(now: Appraisal) -> None:
    """A month and a working day of waiting, by option, and the lever that makes it longer."""
    waiting = month_of_waiting(now)
    clocks = [
        _clock(mark, each, now) for mark, each in zip(marks(now.scenario), waiting, strict=True)
        if each.option.id != now.scenario.benchmark  # it waits for nothing, and its people stay idle anyway
    ]  # fmt: skip
    draw("delay", clocks=clocks, title=dearest(waiting))
    draw_lever(state.engine().offered["delay"], "clock", name="Months before work starts")


def _clock(mark: OptionMark, waiting: MonthOfWaiting, now: Appraisal) -> dict[str, object]:
    days = now.value("disruption.working_days")
    return {
        "mark": mark,
        "month": pay(waiting.lost_work_value),
        "day": money(waiting.lost_work_value / days),
        "people": whole(waiting.people_idle),
        "sentence": cost_of_delay(waiting),
    }
