"""The equations of docs/method.md as formulas: each method is a row of Outcomes, each formula one option's cell in it.

They are written a second time on purpose: so that somebody in finance can follow and change them cell by cell.
"""

from collections.abc import Callable

from exports.workbook.figures import MISSING
from exports.workbook.inputs import Inputs
from exports.workbook.months import NUMBERS, MonthCells
from exports.workbook.options import OptionCost
from model.engine import NOTHING
from model.scenario import OutcomeKind, Scenario

NOISE = f"{NOTHING:G}"


class Equations:
    """Formulas of the options by their place; ``at`` names the cell of a row above, by row and place."""

    def __init__(
        self, scenario: Scenario, inputs: Inputs, costs: list[OptionCost], months: MonthCells,
        at: Callable[[str, int], str],
    ) -> None:
        self.inputs, self.costs, self.walked, self.at = inputs, costs, months, at
        self.ids = [option.id for option in scenario.options]
        self.benchmark = self.ids.index(scenario.benchmark)
        self.outcomes = {outcome.id: outcome for outcome in scenario.outcomes}

    def of(self, key: str, index: int) -> str:
        """The formula of a row, for one option."""
        name, _, outcome = key.partition(".")
        return self.score(outcome, index) if outcome else getattr(self, name)(index)

    def cost(self, index: int) -> str:
        """Equation 1, added up on Options."""
        return str(self.costs[index].total)

    def start(self, index: int) -> str:
        """As on Months."""
        return str(self.walked.start[index])

    def months(self, index: int) -> str:
        """As on Months."""
        return str(self.walked.delivery[index])

    def ready(self, index: int) -> str:
        """Months from the decision until everyone has it."""
        return f"{self.at('start', index)}+{self.at('months', index)}"

    def delivered(self, index: int) -> str:
        """Equation 7: the mean of equation 2 over the months looked at."""
        horizon = f"INT({self.inputs['horizon']})"
        return f"SUMPRODUCT(({NUMBERS}<={horizon})*{self.walked.rollout[index]})/{horizon}"

    def enabled(self, index: int) -> str:
        """Stranded people an option lets work, once delivered."""
        return f"{self.inputs['staff']}*{self.inputs.share('disruption.share')}*{self.reach(index)}"

    def cost_per_person(self, index: int) -> str:
        """Where anybody is enabled."""
        people = self.at("enabled", index)
        return f'IF({people}>0,{self.at("cost", index)}/{people},"{MISSING["cost_per_person"]}")'

    def reach(self, index: int) -> str:
        """Share of the gap an option closes."""
        return self.inputs.share(f"{self.ids[index]}.reach")

    def stranded(self, index: int) -> str:
        """Equation 3, added up."""
        return f"SUM({self.walked.stranded[index]})"

    def dip(self, index: int) -> str:
        """What Months has lost beyond stranding."""
        return f"SUM({self.walked.lost[index]})-SUM({self.walked.stranded[index]})"

    def training(self, index: int) -> str:
        """Training money in days, days in staff-months."""
        money = self.costs[index].training
        day, days = self.inputs["disruption.training_day"], self.inputs["disruption.working_days"]
        return f"{money}/{day}/{days}" if money else "0"

    def lost_staff_months(self, index: int) -> str:
        """Equation 4."""
        return "+".join(self.at(part, index) for part in ("stranded", "dip", "training"))

    def lost_work_value(self, index: int) -> str:
        """Equation 5."""
        return f"{self.at('lost_staff_months', index)}*{self.inputs['disruption.staff_cost']}"

    def backlog_peak(self, index: int) -> str:
        """Equation 6 at its highest."""
        return f"MAX({self.walked.backlog[index]})"

    def left(self, index: int) -> str:
        """Backlog at the end of the last month that loses work."""
        return f"INDEX({self.walked.backlog[index]},{self.walked.busy})"

    def backlog_clear_month(self, index: int) -> str:
        """What is left then goes at a pace that no longer changes, and may take longer than the months shown."""
        left, waiting = self.at("left", index), self.walked.backlog[index]
        pace = f"({self.inputs['staff']}*{self.inputs.share('disruption.catch_up')})"
        never = MISSING["backlog_clear_month"]
        later = f'IF({pace}>0,{self.walked.busy}-INT(-({left}/{pace}-{NOISE})),"{never}")'
        last = f"SUMPRODUCT(MAX(({waiting}>{NOISE})*{NUMBERS}))"
        return f"IF({left}>{NOISE},{later},IF({last}>0,{last}+1,0))"

    def score(self, outcome: str, index: int) -> str:
        """Equations 7 to 9."""
        kind = self.outcomes[outcome].kind
        if kind is OutcomeKind.DELIVERY_OF_SERVICES:
            return self.delivery_of_services(index)
        if kind is OutcomeKind.VALUE_FOR_MONEY:
            return self.value_for_money(index)
        return f"{self.inputs[f'{self.ids[index]}.score.{outcome}']}*{self.at('delivered', index)}"

    def delivery_of_services(self, index: int) -> str:
        """Equation 8."""
        lost, nothing = (self.at("lost_staff_months", place) for place in (index, self.benchmark))
        return f"IF({nothing}>0,100*MAX(0,1-{lost}/{nothing}),0)"

    def value_for_money(self, index: int) -> str:
        """Equation 9."""
        each, limit = self.at("cost_per_person", index), self.inputs["disruption.most_per_person"]
        return f"IF({self.at('enabled', index)}>0,100*MAX(0,1-{each}/{limit}),0)"

    def overall(self, index: int) -> str:
        """Equation 10."""
        weights, scores = self.at("weights", 0), self.at("scores", index)
        return f"IF(SUM({weights})>0,SUMPRODUCT({weights},{scores})/SUM({weights}),0)"

    def benefit(self, index: int) -> str:
        """Equation 10 without value for money."""
        weights, scores = f"{self.at('counted', 0)},{self.at('weights', 0)}", self.at("scores", index)
        total = f"SUMPRODUCT({weights})"
        return f"IF({total}>0,SUMPRODUCT({weights},{scores})/{total},0)"

    def rank(self, index: int) -> str:
        """One more than there are options ahead."""
        first, last = (self.at("overall", place) for place in (0, len(self.ids) - 1))
        return f"1+SUMPRODUCT(--({first}:{last}>{self.at('overall', index)}+{NOISE}))"

    def offices_released(self, index: int) -> str:
        """Equation 11."""
        before, after = (self.inputs.share(f"workplace.{when}") for when in ("remote_before", "remote_after"))
        remote = f"({before}+({after}-{before})*{self.reach(index)})"
        desks = f"{self.inputs.share('workplace.home_days')}*{remote}*{self.inputs.share('workplace.desk_release')}"
        return f"INT({self.inputs['offices']}*{desks}+{NOISE})"

    def carbon_saved_t(self, index: int) -> str:
        """Equation 12."""
        n, share = self.inputs, self.inputs.share
        closer = f"({share('workplace.remote_after')}-{share('workplace.remote_before')})*{self.reach(index)}"
        days = f"{n['staff']}*{closer}*{share('workplace.home_days')}*{n['workplace.days_a_year']}"
        driving = f"{n['workplace.commute']}*{share('workplace.car_share')}*{n['workplace.car_carbon']}"
        heating = f"{n['workplace.home_hours']}*{n['workplace.home_carbon']}"
        building = f"{n['workplace.office_area']}*{n['workplace.office_carbon']}"
        return f"({days}*({driving}-{heating})+{self.at('offices_released', index)}*{building})/1000"
