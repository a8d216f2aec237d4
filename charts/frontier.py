"""Benefit against cost: what each option brings, without value for money, for what it costs."""

from charts.axes import Axis, axis, pounds
from charts.canvas import WIDE, Canvas, Figure, Words, drawn, label, note, sheet, ticked
from charts.placing import Label, Spot, around, between, place, width
from charts.style import Mark, Theme, marker, text
from model.appraisal import Appraisal, OptionResult
from model.engine import NOTHING
from model.scenario import Scenario
from model.weights import judged_apart_from_cost
from words.findings import benefit_against_cost, benefit_rests_on
from words.numbers import money, score

BENEFIT = Axis(100.0, 25.0)
FEW = 5
"""Options whose numbers stand beside them on a small sheet too."""

FILE = "benefit-against-cost"
"""What its picture is called."""


def offered(scenario: Scenario) -> bool:
    """Every scenario has costs and outcomes."""
    return True


def title(now: Appraisal) -> str:
    """The finding."""
    return benefit_against_cost(now)


def shows(now: Appraisal) -> str:
    """What the chart shows, in the line below its title."""
    said = benefit_rests_on(now)
    mean = "weighted mean of " if said.endswith("outcomes") else ""
    apart = judged_apart_from_cost(now) != now.scenario.outcomes
    without = ", value for money left out, so cost is not counted twice" if apart else ""
    hollow = " Hollow marks: preset." if now.changes else ""
    return f"Benefit: {mean}{said}{without}.{hollow}"


def alt(now: Appraisal) -> str:
    """The chart for those who cannot see it."""
    each = "; ".join(f"{result.option.name} {_value(result)}" for result in now.options)
    return f"{title(now)}. Cost to deliver across, benefit of 100 upwards: {each}."


def table(now: Appraisal) -> tuple[list[str], list[list[str]]]:
    """The chart's numbers."""
    efficient = frontier(now)
    return ["Option", "Cost to deliver", "Benefit, of 100", "On the efficient frontier"], [
        [result.option.name, money(result.cost), score(result.benefit), "yes" if result in efficient else "no"]
        for result in now.options
    ]


def frontier(now: Appraisal) -> list[OptionResult]:
    """The options that no other beats on one count and equals on the other, cheapest first."""
    efficient = [result for result in now.options if not any(_beats(other, result) for other in now.options)]
    return sorted(efficient, key=lambda result: (result.cost, result.benefit))


def figure(now: Appraisal, preset: Appraisal, theme: Theme, size: Canvas = WIDE) -> Figure:
    """Marks at (cost, benefit), hollow where the preset had them, and the efficient frontier."""
    cost = axis(_dearest(preset), _dearest(now), size.steps)
    plot = _Plot(now, preset, theme, size, cost)
    benefit = ticked(BENEFIT, [f"{tick:g}" for tick in BENEFIT.ticks])
    layout = sheet(theme, size, ticked(cost, pounds(cost)), benefit, "Cost to deliver")
    layout["annotations"] += plot.labels()
    return drawn([plot.line(), *plot.moves(), *plot.marks()], layout)


def _beats(one: OptionResult, other: OptionResult) -> bool:
    cheaper, better = other.cost - one.cost, one.benefit - other.benefit
    return min(cheaper, better) >= -NOTHING and max(cheaper, better) > NOTHING


def _dearest(appraisal: Appraisal) -> float:
    return max(result.cost for result in appraisal.options)


def _value(result: OptionResult) -> str:
    return f"{money(result.cost)}, {score(result.benefit)}"


class _Plot:
    """One figure under way."""

    def __init__(self, now: Appraisal, preset: Appraisal, theme: Theme, size: Canvas, cost: Axis) -> None:
        self.options, self.theme, self.size, self.cost = now.options, theme, size, cost
        self.frontier = frontier(now)
        self.was = {
            index: was
            for index, (was, result) in enumerate(zip(preset.options, now.options, strict=True))
            if _value(was) != _value(result)
        }

    def px(self, result: OptionResult) -> tuple[float, float]:
        return self.size.x(result.cost, self.cost), self.size.y(result.benefit, BENEFIT)

    def line(self) -> dict:
        """The efficient frontier, level from its best option on."""
        best = self.frontier[-1].benefit
        return {
            "type": "scatter", "mode": "lines", "hoverinfo": "skip",
            "x": [*(result.cost for result in self.frontier), self.cost.top],
            "y": [*(result.benefit for result in self.frontier), best],
            "line": {"color": self.theme.ink, "width": 1.5, "dash": "dot"},
        }  # fmt: skip

    def moves(self) -> list[dict]:
        """From the hollow mark of the preset a thin line to now."""
        return [self._move(was, self.options[index], self.theme.mark(index)) for index, was in self.was.items()]

    def _move(self, was: OptionResult, result: OptionResult, mark: Mark) -> dict:
        return {
            "type": "scatter", "mode": "lines+markers", "hoverinfo": "text", "cliponaxis": False,
            "x": [was.cost, result.cost], "y": [was.benefit, result.benefit],
            "hovertext": [f"{text(was.option.name)}, preset<br>{text(_value(was))}", ""],
            "line": {"color": self.theme.rule2, "width": 1.5},
            "marker": marker(mark, self.theme, [self.size.mark - 3, 0], hollow=True),
        }  # fmt: skip

    def marks(self) -> list[dict]:
        return [self._mark(result, self.theme.mark(index)) for index, result in enumerate(self.options)]

    def _mark(self, result: OptionResult, mark: Mark) -> dict:
        return {
            "type": "scatter", "mode": "markers", "hoverinfo": "text", "cliponaxis": False,
            "x": [result.cost], "y": [result.benefit],
            "hovertext": f"<b>{text(result.option.name)}</b><br>{text(_value(result))}",
            "marker": marker(mark, self.theme, self.size.mark),
        }  # fmt: skip

    def labels(self) -> list[dict]:
        """Each option's name and numbers beside its mark, and what the dotted line means."""
        named, covered = self._frontier_label()
        words = [self._words(index) for index in range(len(self.options))]
        labels = [
            Label([self.px(result)], *each.extent(self.size))
            for result, each in zip(self.options, words, strict=True)
        ]
        spots = place(labels, [*self._drawn(), covered], (0, -self.size.top, self.size.across + 8, self.size.down))
        return [named] + [
            self._label(index, words[index], spot) for index, (_, spot) in enumerate(spots)
        ]

    def _label(self, index: int, words: Words, spot: Spot) -> dict:
        result = self.options[index]
        at = result.cost, result.benefit
        return label(self.theme, self.size, words, at, spot, index if spot.far else None)

    def _words(self, index: int) -> Words:
        result, was = self.options[index], self.was.get(index)
        fell = was and self.size.roomy and score(was.benefit) != score(result.benefit)
        before = f" (preset {score(was.benefit)})" if fell else ""
        value = _value(result) + before if self.size.roomy or len(self.options) <= FEW else ""
        return Words(self.size.name(result.option), value)

    def _drawn(self) -> list[tuple[float, float, float, float]]:
        """The boxes of everything a label should keep clear of."""
        marks = [self.px(result) for result in [*self.options, *self.was.values()]]
        moves = [[self.px(was), self.px(self.options[index])] for index, was in self.was.items()]
        best = [self.px(result) for result in self.frontier]
        dots = between([*best, (self.size.across, best[-1][1])]) + [dot for move in moves for dot in between(move)]
        return [*(around(*at, 0.75 * self.size.mark) for at in marks), *(around(*dot, 4.0) for dot in dots)]

    def _frontier_label(self) -> tuple[dict, tuple[float, float, float, float]]:
        """On the level part of the line if that is long enough, else in the top margin; with the box it covers."""
        left, level = self.px(self.frontier[-1])
        words = "Efficient frontier: no option gives more for less" if self.size.roomy else "Efficient frontier"
        wide = width(words, self.size.note)
        fits = self.size.across - left > wide + self.size.mark
        at = {"y": self.frontier[-1].benefit} if fits else {"y": 1, "yref": "paper"}
        bottom = level - 2 if fits else -8.0
        where = {"x": 1, "xref": "paper", "xanchor": "right", "yanchor": "bottom", "yshift": 2 if fits else 8}
        words = words if fits else f"Dotted, the {words[0].lower()}{words[1:]}"
        named = note(self.theme, self.size, words, **at, **where)
        return named, (self.size.across - wide, bottom - 18, self.size.across, bottom)
