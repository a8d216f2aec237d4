"""What the ranges come to: where eight draws in ten put each option's cost and score, beside where they stand now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from charts.axes import Axis, axis, pounds
from charts.canvas import WIDE, Canvas, Figure, Words, drawn, note, ticked
from charts.placing import width
from charts.style import Theme, marker, template, text
from model.appraisal import Appraisal, OptionResult, evaluate
from model.engine import NOTHING
from model.uncertainty import OptionDraws, Percentiles, Simulation, simulate
from words.numbers import money, names, score
from words.sureness import cost_range, lean, score_range
from words.verdict import basis

SCORE = Axis(100.0, 25.0)
BAR = 10
TOP, BOTTOM = 28, 32
GUTTER = 18
"""Room for an option's shape in front of its name."""
FEW = 100
"""Draws that tell how far the preset's costs reach: enough for the axis, which is round, and no more."""

FILE = "ranges"
"""What its picture is called."""


def offered(now: Appraisal, simulation: Simulation) -> bool:
    """Only where one draw differs from another."""
    return any(spread.p10 < spread.p90 for found in simulation.options for spread in (found.cost, found.overall))


def title(now: Appraisal, simulation: Simulation) -> str:
    """The finding."""
    return lean(now, simulation) if offered(now, simulation) else "No number here is uncertain: every draw is the same"


def shows(now: Appraisal, simulation: Simulation) -> str:
    """What the chart shows, in the line below its title."""
    ring = "the figures set here" if now.changes else "the preset's figures"
    weights = basis(now) if now.weighted else "no outcome has a weight"
    marks = f"Bar: 8 draws in 10 (P10 to P90). Upright: the middle draw (P50). Ring: {ring}."
    return f"{marks} Score of 100: {weights}.{_left_out(now, simulation)}"


def alt(now: Appraisal, simulation: Simulation) -> str:
    """The chart for those who cannot see it."""
    each = "; ".join(_described(now.options[row], simulation.options[row]) for row in shown(now, simulation))
    panels = "Cost to deliver on the left, score of 100 on the right"
    return f"{title(now, simulation)}. {panels}: {each}.{_left_out(now, simulation)}"


def table(now: Appraisal, simulation: Simulation) -> tuple[list[str], list[list[str]]]:
    """The chart's numbers."""
    ends = ["P10", "P50", "P90", "now"]
    headings = ["Option", *(f"Cost, {end}" for end in ends), *(f"Score, {end}" for end in ends)]
    return headings, [
        [result.option.name, *_said(found.cost, result.cost, money), *_said(found.overall, result.overall, score)]
        for result, found in zip(now.options, simulation.options, strict=True)
    ]


def shown(now: Appraisal, simulation: Simulation) -> list[int]:
    """The places of the options that have a row: all but a benchmark that comes to nothing in every draw."""
    pairs = zip(now.options, simulation.options, strict=True)
    return [
        index for index, (result, found) in enumerate(pairs)
        if result.option.id != now.scenario.benchmark or not _comes_to_nothing(result, found)
    ]


def figure(now: Appraisal, simulation: Simulation, theme: Theme, size: Canvas = WIDE) -> Figure:
    """A row for each option, its cost on the left and its score on the right."""
    return _Plot(now, simulation, theme, size).figure()


def _described(result: OptionResult, found: OptionDraws) -> str:
    cost = f"{cost_range(found.cost)}, now {money(result.cost)}"
    return f"{result.option.name} costs {cost}, and scores {score_range(found.overall)}, now {score(result.overall)}"


def _left_out(now: Appraisal, simulation: Simulation) -> str:
    rows = shown(now, simulation)
    missing = [result.option.name for index, result in enumerate(now.options) if index not in rows]
    return f" {names(missing)} costs nothing and scores nothing in every draw." if missing else ""


def _comes_to_nothing(result: OptionResult, found: OptionDraws) -> bool:
    return max(result.cost, result.overall, found.cost.p90, found.overall.p90) < NOTHING


def _said(spread: Percentiles, now: float, words: Callable[[float], str]) -> list[str]:
    return [words(number) for number in (spread.p10, spread.p50, spread.p90, now)]


def _cost_axis(now: Appraisal, simulation: Simulation, room: float, note: float) -> Axis:
    """As long as the preset's draws need, or these, with as many steps as there is room for their words."""
    preset = evaluate(now.engine)
    before = _dearest(preset, simulate(preset, FEW, simulation.seed))
    found = [axis(before, _dearest(now, simulation), steps) for steps in (4, 3, 2)]
    return next((each for each in found if _widest(pounds(each), note) < room * each.step / each.top), found[-1])


def _dearest(now: Appraisal, simulation: Simulation) -> float:
    return max(*(result.cost for result in now.options), *(found.cost.p90 for found in simulation.options))


def _widest(words: Sequence[str], note: float) -> float:
    return max(width(each, note) for each in words) + 8


@dataclass(frozen=True)
class _Panel:
    """One measure of every row: which of Plotly's axes it has, its part of the width, and its numbers."""

    x: str
    heading: str
    scale: Axis
    ticks: Sequence[str]
    part: tuple[float, float]
    now: Sequence[float]
    spreads: Sequence[Percentiles]
    words: Callable[[float], str]

    def axis(self, theme: Theme) -> dict:
        """Its axis, with upright grid lines."""
        return {
            # Plotly leaves out a grid line at the very end of an axis.
            **ticked(self.scale, list(self.ticks)), "range": (0, 1.01 * self.scale.top), "tickangle": 0,
            "domain": self.part, "anchor": "y", "showline": False, "gridcolor": theme.rule, "gridwidth": 1,
            "showgrid": True, "zeroline": True, "zerolinecolor": theme.rule2, "zerolinewidth": 1,
        }  # fmt: skip

    def hover(self, row: int) -> str:
        """Its numbers of one row, in words."""
        low, middle, high, now = _said(self.spreads[row], self.now[row], self.words)
        return f"{self.heading}: {now}<br>8 draws in 10: {low} to {high}<br>Middle draw: {middle}"


class _Plot:
    """One figure under way."""

    def __init__(self, now: Appraisal, simulation: Simulation, theme: Theme, size: Canvas) -> None:
        self.rows = shown(now, simulation)
        self.now = [now.options[index] for index in self.rows]
        self.draws = [simulation.options[index] for index in self.rows]
        self.theme = theme
        row, self.sink, between = (40, 0.0, 40) if size.names_beside else (54, 0.22, 28)
        self.row = size.row(row, len(self.rows), TOP + BOTTOM)
        # A bar a few px wide is still to be seen behind these.
        self.ring, self.gap = (8, 5) if size.names_beside else (6, 4)
        self.size = self._size(size)
        left = (GUTTER + self._names()) / self.size.across
        half = (1.0 - left - between / self.size.across) / 2
        cost = _cost_axis(now, simulation, half * self.size.across, size.note)
        self.panels = [
            _Panel("x", "Cost to deliver", cost, pounds(cost), (left, left + half),
                   [result.cost for result in self.now], [found.cost for found in self.draws], money),
            _Panel("x2", "Score of 100", SCORE, [f"{tick:g}" for tick in SCORE.ticks], (1.0 - half, 1.0),
                   [result.overall for result in self.now], [found.overall for found in self.draws], score),
        ]  # fmt: skip

    def _size(self, size: Canvas) -> Canvas:
        """As high as its rows; on a telephone a name stands above its bars and has the whole width."""
        longest = size.longest_name if size.names_beside else 38
        height = round(TOP + self.row * len(self.rows) + BOTTOM)
        return replace(size, left=8, right=16, top=TOP, bottom=BOTTOM, height=height, longest_name=longest)

    def _names(self) -> float:
        """The width of the column of names, where they have one."""
        longest = max(width(self.size.name(result.option), self.size.letters) for result in self.now)
        return longest + 12 if self.size.names_beside else 0.0

    def figure(self) -> Figure:
        cost, points = (panel.axis(self.theme) for panel in self.panels)
        names = {"domain": (0, self.panels[0].part[0]), "range": (0, 1), "visible": False}
        layout = {
            "template": template(self.theme, self.size.note), "width": self.size.width, "height": self.size.height,
            "margin": {"l": self.size.left, "r": self.size.right, "t": self.size.top, "b": self.size.bottom},
            "xaxis": cost, "xaxis2": points, "xaxis3": names,
            "yaxis": {"range": (len(self.rows) - 0.5, -0.5), "visible": False},
            "annotations": [*map(self._heading, self.panels), *map(self._name, range(len(self.rows)))],
        }  # fmt: skip
        marks = map(self._mark, range(len(self.rows)))
        return drawn([*marks, *(trace for panel in self.panels for trace in self._traces(panel))], layout)

    def _heading(self, panel: _Panel) -> dict:
        font = {"size": self.size.note, "color": self.theme.ink2}
        where = {"x": 0, "xref": panel.x, "xshift": -2, "xanchor": "left", "y": 1, "yref": "paper", "yshift": 12}
        return note(self.theme, self.size, f"<b>{panel.heading}</b>", font=font, **where)

    def _mark(self, row: int) -> dict:
        """An option's shape in front of its name."""
        return {
            "type": "scatter", "mode": "markers", "xaxis": "x3", "x": [0], "y": [row - self.sink],
            "cliponaxis": False, "hoverinfo": "text", "hovertext": f"<b>{text(self.now[row].option.name)}</b>",
            "marker": marker(self.theme.mark(self.rows[row]), self.theme, self.size.mark - 2),
        }  # fmt: skip

    def _name(self, row: int) -> dict:
        return {
            "x": 0, "xref": "paper", "xshift": GUTTER - 2, "xanchor": "left", "y": row - self.sink, "yanchor": "middle",
            "text": Words(self.size.name(self.now[row].option), "").html(self.theme, self.size), "showarrow": False,
            "font": {"size": self.size.letters, "color": self.theme.ink}, "bgcolor": self.theme.ground, "borderpad": 0,
        }  # fmt: skip

    def _traces(self, panel: _Panel) -> list[dict]:
        return [self._bars(panel), self._points(panel)]

    def _bars(self, panel: _Panel) -> dict:
        return {
            "type": "bar", "orientation": "h", "xaxis": panel.x, "width": BAR / self.row,
            "base": [spread.p10 for spread in panel.spreads],
            "x": [spread.p90 - spread.p10 for spread in panel.spreads],
            "y": self._heights(),
            "marker": {"color": [self.theme.colours[index] for index in self.rows], "line": {"width": 0}},
            "hoverinfo": "text", "hovertext": self._hover(panel),
        }  # fmt: skip

    def _points(self, panel: _Panel) -> dict:
        """An upright at each middle draw, set off by a gap on both sides, and over it the ring."""
        rows, ink, ground = len(self.rows), self.theme.ink, self.theme.ground
        middles = [spread.p50 for spread in panel.spreads]
        return {
            "type": "scatter", "mode": "markers", "xaxis": panel.x, "cliponaxis": False,
            "x": [*middles, *middles, *panel.now],
            "y": self._heights() * 3,
            "marker": {
                "symbol": ["line-ns"] * 2 * rows + ["circle"] * rows, "opacity": 1, "color": ground,
                "size": [BAR + 2] * rows + [18] * rows + [self.ring] * rows,
                "line": {"width": [self.gap] * rows + [2] * 2 * rows, "color": [ground] * rows + [ink] * 2 * rows},
            },
            "hoverinfo": "text", "hovertext": self._hover(panel) * 3,
        }  # fmt: skip

    def _heights(self) -> list[float]:
        return [row + self.sink for row in range(len(self.rows))]

    def _hover(self, panel: _Panel) -> list[str]:
        return [
            f"<b>{text(result.option.name)}</b><br>{panel.hover(row)}" for row, result in enumerate(self.now)
        ]
