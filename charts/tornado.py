"""What matters most: what each uncertain number, on its own, makes of the preferred option's lead."""

from dataclasses import dataclass, replace
from math import ceil, floor, log10

from charts.axes import HEADROOM, LEADS, Axis, pounds
from charts.canvas import WIDE, Canvas, Figure, drawn, note
from charts.placing import width
from charts.style import Theme, template, text
from model.appraisal import Appraisal, evaluate
from model.engine import NOTHING
from model.tornado import Bar, Influence, Tornado
from model.tornado import tornado as what_matters
from words import tornado as words
from words.numbers import money, score
from words.switching import possessive

BAR = 10
LONGEST_NAME = 18
"""Letters of an option's name in a label that is too long."""
TOP, BOTTOM = 44, 32
GAP = 6
"""Px between the end of a bar and its words."""

FILE = "what-matters"
"""What its picture is called."""


def offered(now: Appraisal, found: Tornado | None) -> bool:
    """Only where an option is preferred and some number moves its lead."""
    return found is not None and bool(moving(found))


def title(now: Appraisal, found: Tornado) -> str:
    """The finding."""
    return words.finding(found, now)


def shows(now: Appraisal, found: Tornado) -> str:
    """What the chart shows, in the line below its title."""
    name = now.option(found.option).option.name
    lead = f"{possessive(name)} lead over the next option, in points"
    if found.measure == "cost":
        below = " (below nil: more)" if min(_leads(found)) < 0 else ""
        lead = f"How much less {name} costs than {words.cheapest(found, now)}{below}"
    return (
        f"{lead}, as each number goes from one end of its range to the other. "
        "Influence: high where one end reverses it, medium where one moves it by a quarter or more."
    )


def alt(now: Appraisal, found: Tornado) -> str:
    """The chart for those who cannot see it."""
    each = "; ".join(f"{words.label(bar.what_if)} {_said(bar, found)}" for bar in moving(found)[: WIDE.rows])
    bars = f" Bars, the widest first: {each}." if each else ""
    return f"{title(now, found)}. Across, the lead, now {said(found.lead, found)}.{bars}"


def table(now: Appraisal, found: Tornado) -> tuple[list[str], list[list[str]]]:
    """The chart's numbers, and those of the narrower bars it has no room for."""
    return words.table(found)


def moving(found: Tornado) -> tuple[Bar, ...]:
    """The bars that are any wide, the widest first."""
    return tuple(bar for bar in found.bars if bar.swing > NOTHING)


def figure(now: Appraisal, found: Tornado, theme: Theme, size: Canvas = WIDE) -> Figure:
    """A bar for each of the numbers that matter most, around the lead as it is now."""
    return _Plot(now, found, theme, size).figure()


def said(lead: float, found: Tornado) -> str:
    """A lead in the unit it is measured in."""
    return score(lead) if found.measure == "overall" else money(lead)


def _said(bar: Bar, found: Tornado) -> str:
    low, high = words.ends(bar)
    return f"from {said(bar.at_low, found)} at {low} to {said(bar.at_high, found)} at {high}"


@dataclass(frozen=True)
class _Scale:
    """From ``low`` to ``high``, nil among them, with ticks at whole steps."""

    low: float
    high: float
    step: float

    def ticks(self) -> list[int]:
        """Each tick as a number of steps."""
        return list(range(ceil(self.low / self.step - NOTHING), floor(self.high / self.step + NOTHING) + 1))

    def words(self, measure: str) -> list[str]:
        """Each tick with its sign, nil without."""
        reach = Axis(max(-self.low, self.high), self.step)
        amounts = pounds(reach) if measure == "cost" else [f"{tick:g}" for tick in reach.ticks]
        return [f"{_sign(tick)}{amounts[abs(tick)]}" for tick in self.ticks()]


def _sign(number: float) -> str:
    return "+" if number > 0 else "\N{MINUS SIGN}" if number < 0 else ""


def _scales(preset: Tornado | None, found: Tornado) -> list[_Scale]:
    """Wide enough for the preset's leads with room to spare and for these; with ever fewer steps."""
    before, leads = _leads(preset), _leads(found)
    spare = max(1.0, (HEADROOM - 1.0) * (max(before) - min(before))) / 2
    low, high = min(min(before) - spare, *leads), max(max(before) + spare, *leads)
    return [_round(low, high, _step(high - low, most)) for most in (4, 3, 2)]


def _round(low: float, high: float, step: float) -> _Scale:
    """Half a step at a time, so that the ends move seldom."""
    return _Scale(step * floor(2 * low / step + NOTHING) / 2, step * ceil(2 * high / step - NOTHING) / 2, step)


def _step(needed: float, most: int) -> float:
    """The smallest round one of which at most so many are needed."""
    power = floor(log10(needed))
    steps = (lead * 10.0**exponent for exponent in (power - 1, power) for lead in LEADS)
    return next(step for step in steps if needed / step <= most)


def _leads(found: Tornado | None) -> list[float]:
    """Every lead of it, and nil."""
    if found is None:
        return [0.0]
    return [0.0, found.lead, *(end for bar in found.bars for end in (bar.at_low, bar.at_high))]


def _ends(bar: Bar) -> list[tuple[float, str]]:
    """The lead at the left end of a bar and the value that leads there, and the same of its right end."""
    low, high = words.ends(bar)
    return sorted([(bar.at_low, low), (bar.at_high, high)])


def _label(bar: Bar, size: Canvas) -> str:
    """What a bar stands for, a long name cut before what it is that moves."""
    label, option = words.label(bar.what_if), bar.what_if.levers[0].option
    if len(label) > size.longest_label and option:
        label = label.replace(option.name, size.name(option), 1)
    return label if len(label) <= size.longest_label else f"{label[: size.longest_label - 1].rstrip()}…"


class _Plot:
    """One figure under way."""

    def __init__(self, now: Appraisal, found: Tornado, theme: Theme, size: Canvas) -> None:
        self.found, self.theme = found, theme
        self.preset = what_matters(evaluate(now.engine), found.measure)
        self.bars = moving(found)[: size.rows]
        self.colour = theme.colours[now.options.index(now.option(found.option))]
        row, self.sink = (34, 0.0) if size.names_beside else (42, 0.21)
        self.row = size.row(row, len(self.bars), TOP + BOTTOM)
        self.size = self._size(size)
        self.room = max((self._beside(end) for bar in found.bars for end in words.ends(bar)), default=0.0)
        self.scale = self._scale()
        self.room = self._least_room()

    def _size(self, size: Canvas) -> Canvas:
        """As high as its rows; on a telephone a label stands above its bar and has the whole width."""
        size = replace(size, top=TOP, bottom=BOTTOM, left=8, right=8, longest_name=LONGEST_NAME)
        size = replace(size, height=round(TOP + self.row * len(self.bars) + BOTTOM))
        if not size.names_beside:
            return size
        widest = max((width(_label(bar, size), size.letters) for bar in self.found.bars), default=0.0)
        return replace(size, left=round(8 + GAP + widest), right=84 if size.roomy else 8)

    def _beside(self, words: str) -> float:
        """Px that words take at the end of a bar."""
        return GAP + width(words, self.size.note)

    def _scale(self) -> _Scale:
        """With as many steps as there is room for their words."""
        scales = _scales(self.preset, self.found)
        return next((each for each in scales if self._fits(each)), scales[-1])

    def _fits(self, scale: _Scale) -> bool:
        widest = max(width(each, self.size.note) for each in scale.words(self.found.measure))
        return widest + 8 < self._across() * scale.step / (scale.high - scale.low)

    def _across(self) -> float:
        """What is left of the width for the scale, with room for words at both ends of a bar."""
        return self.size.across - 2 * self.room

    def _least_room(self) -> float:
        """What the words of the bars need, and those of the preset's with room to spare; 16 px at a time."""
        before = moving(self.preset)[: self.size.rows] if self.preset else ()
        spared = [(part, wide + 16) for bar in before for part, wide in self._sides(bar)]
        sides = [*spared, *(side for bar in self.bars for side in self._sides(bar))]
        return next((room for room in range(16, int(self.room), 16) if self._holds(room, sides)), self.room)

    def _sides(self, bar: Bar) -> list[tuple[float, float]]:
        """How far in from its end of the scale each end of a bar lies, as a part of it, and the px its words take."""
        (low, left), (high, right) = _ends(bar)
        start, end = self.scale.low, self.scale.high
        parts = (low - start) / (end - start), (end - high) / (end - start)
        return list(zip(parts, map(self._beside, (left, right)), strict=True))

    def _holds(self, room: float, sides: list[tuple[float, float]]) -> bool:
        return all(room + (self.size.across - 2 * room) * part >= wide for part, wide in sides)

    def _px(self, lead: float) -> float:
        """From the left edge of the plot."""
        return self.room + self._across() * (lead - self.scale.low) / (self.scale.high - self.scale.low)

    def figure(self) -> Figure:
        layout = {
            "template": template(self.theme, self.size.note), "width": self.size.width, "height": self.size.height,
            "xaxis": self._axis(),
            "margin": {"l": self.size.left, "r": self.size.right, "t": self.size.top, "b": self.size.bottom},
            "yaxis": {"range": (len(self.bars) - 0.5, -0.5), "visible": False},
            "shapes": self._lines(),
            "annotations": [*self._line_words(), *self._labels(), *self._influences(), *self._ends()],
        }  # fmt: skip
        return drawn([self._bars()], layout)

    def _axis(self) -> dict:
        """With upright grid lines, and longer than its scale by the words at the ends of the bars."""
        scale = self.scale
        room = self.room * (scale.high - scale.low) / self._across()
        return {
            "range": (scale.low - room, scale.high + room), "tickmode": "array", "tickangle": 0,
            "tickvals": [tick * scale.step for tick in scale.ticks()], "ticktext": scale.words(self.found.measure),
            "showline": False, "showgrid": True, "gridcolor": self.theme.rule, "gridwidth": 1,
            "zeroline": True, "zerolinecolor": self.theme.ink, "zerolinewidth": 1.5,
        }  # fmt: skip

    def _bars(self) -> dict:
        ends = [(min(bar.at_low, bar.at_high), bar.swing) for bar in self.bars]
        return {
            "type": "bar", "orientation": "h", "width": BAR / self.row,
            "base": [low for low, _ in ends], "x": [swing for _, swing in ends], "y": self._heights(self.sink),
            "marker": {"color": self.colour, "line": {"width": 0}},
            "hoverinfo": "text", "hovertext": [self._hover(bar) for bar in self.bars],
        }  # fmt: skip

    def _heights(self, sink: float) -> list[float]:
        return [row + sink for row in range(len(self.bars))]

    def _hover(self, bar: Bar) -> str:
        low, high = words.ends(bar)
        leads = f"at {low}: {said(bar.at_low, self.found)}<br>at {high}: {said(bar.at_high, self.found)}"
        return f"<b>{text(words.label(bar.what_if))}</b><br>Lead {leads}<br>Influence: {bar.influence}"

    def _lines(self) -> list[dict]:
        """Where the lead is now, set off by a gap on both sides."""
        return [self._line(6, self.theme.ground), self._line(2, self.theme.ink)]

    def _line(self, wide: float, colour: str) -> dict:
        where = {"x0": self.found.lead, "x1": self.found.lead, "y0": 0, "y1": 1, "yref": "paper"}
        return {"type": "line", "line": {"width": wide, "color": colour}, **where}

    def _line_words(self) -> list[dict]:
        """Over the lines of now and of nil their words, one above the other where they would meet."""
        lead = self.found.lead
        now, gone = f"now {said(lead, self.found)}", "lead gone" if lead >= 0 else "level"
        named = [self._over(lead, now, 11, {"color": self.theme.ink, "weight": 700})]
        if abs(self._px(lead) - self._px(0)) < 2:
            return named
        apart = sorted([self._span(lead, now), self._span(0, gone)])
        meet = apart[0][1] + GAP > apart[1][0]
        return [*named, self._over(0, gone, 28 if meet else 11, {"color": self.theme.ink2})]

    def _span(self, lead: float, said: str) -> tuple[float, float]:
        """From where to where words reach that stand over a lead, in px; they stay within the plot."""
        wide = width(said, self.size.note)
        left = max(0.0, min(self._px(lead) - wide / 2, self.size.across - wide))
        return left, left + wide

    def _over(self, lead: float, said: str, up: int, font: dict) -> dict:
        aside = sum(self._span(lead, said)) / 2 - self._px(lead)
        return note(
            self.theme, self.size, text(said), x=lead, xshift=aside, y=1, yref="paper", yshift=up,
            font={"size": self.size.note, **font},
        )

    def _labels(self) -> list[dict]:
        return [
            {
                "x": 0, "xref": "paper", "xshift": -self.size.left if self.size.names_beside else -2, "xanchor": "left",
                "y": row, "yanchor": "middle", "text": self._label(bar), "showarrow": False, "borderpad": 0,
                "font": {"size": self.size.letters, "color": self.theme.ink}, "bgcolor": self.theme.ground,
            }
            for bar, row in zip(self.bars, self._heights(-self.sink), strict=True)
        ]  # fmt: skip

    def _label(self, bar: Bar) -> str:
        """What a bar stands for; on a telephone its influence too."""
        label = text(_label(bar, self.size))
        if self.size.names_beside:
            return label
        return f'{label}  <span style="font-size:{self.size.note}px;color:{self.theme.grey}">{bar.influence}</span>'

    def _influences(self) -> list[dict]:
        """In a column of their own, where there is room."""
        if not self.size.roomy:
            return []
        where = {"x": 1, "xref": "paper", "xshift": 16, "xanchor": "left"}
        head = note(self.theme, self.size, "Influence", y=1, yref="paper", yshift=11, **where)
        return [head, *(self._influence(bar, row, where) for row, bar in enumerate(self.bars))]

    def _influence(self, bar: Bar, row: int, where: dict) -> dict:
        high = {"color": self.theme.ink, "weight": 700} if bar.influence is Influence.HIGH else {}
        font = {"size": self.size.note, "color": self.theme.grey, **high}
        return note(self.theme, self.size, bar.influence.value, y=row, font=font, **where)

    def _ends(self) -> list[dict]:
        """At each end of a bar the value of its number that leads there."""
        return [end for row, bar in enumerate(self.bars) for end in self._pair(row, bar)]

    def _pair(self, row: int, bar: Bar) -> list[dict]:
        left, right = _ends(bar)
        return [self._end(row, *left, "right", -GAP), self._end(row, *right, "left", GAP)]

    def _end(self, row: int, lead: float, value: str, side: str, shift: int) -> dict:
        return note(
            self.theme, self.size, text(value), x=lead, y=row + self.sink, xanchor=side, xshift=shift,
            bgcolor=self.theme.ground, borderpad=0, font={"size": self.size.note, "color": self.theme.ink2},
        )  # fmt: skip
