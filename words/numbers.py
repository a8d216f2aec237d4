"""Numbers as people write them here: £2.775m, 4,500 staff, 18 months, nil."""

import re
from datetime import date
from math import floor

from model.levers import Lever, LeverError

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
COUNTS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def count(number: float) -> str:
    """4,500; a fraction keeps what digits it needs, up to five."""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.5f}".rstrip("0").rstrip(".")


def whole(number: float) -> str:
    """1,125; a half goes up, as people round."""
    return _written(number, 0)


def nearest(size: float, places: int = 0) -> float:
    """A size rounded as people and workbooks do: a half goes up, also where binary noise keeps it just below."""
    return floor(size * 10.0**places + 0.5 + 1e-9) / 10.0**places


def _written(number: float, places: int) -> str:
    """With so many places, and no sign before nil."""
    size = nearest(abs(number), places)
    return f"{_sign(number) if size else ''}{size:,.{places}f}"


def millions(pounds: float) -> str:
    """£2.775m, always three places, £1.250bn from a thousand million; nil, never £0 or £0.000m."""
    if abs(pounds) < 500:
        return money(pounds)
    if abs(pounds) >= 999_999_500:
        return f"{_sign(pounds)}£{_written(abs(pounds) / 1e9, 3)}bn"
    return f"{_sign(pounds)}£{_written(abs(pounds) / 1e6, 3)}m"


def money(pounds: float) -> str:
    """£2.775m from a million, £3,480 below, nil for nothing."""
    if abs(pounds) >= 999_999.5:
        return millions(pounds)
    return "nil" if whole(pounds) == "0" else f"{_sign(pounds)}£{whole(abs(pounds))}"


def pay(pounds: float) -> str:
    """Money that rests on an assumed pay: two places of a million are all it can bear."""
    return f"£{_written(pounds / 1e6, 2)}m" if pounds >= 995_000 else money(pounds)


def months(number: float) -> str:
    """18 months, 1 month, 2.5 months."""
    return f"{count(number)} {'month' if number == 1 else 'months'}"


def score(points: float) -> str:
    """72.7; the words "of 100" belong nearby."""
    return _written(points, 1)


def points(difference: float) -> str:
    """0.4 points, whichever way; less than 0.1 points where it would round to nothing."""
    said = score(abs(difference))
    return "less than 0.1 points" if said == "0.0" else f"{said} {'point' if said == '1.0' else 'points'}"


def share(part: float) -> str:
    """A share of one as a percentage: whole, but one place above 99% or below 1%, so that none looks like all."""
    percent = round(100.0 * part, 9)
    if 0 < percent < 0.05:
        return "less than 0.1%"
    if 99.95 <= percent < 100:
        return "more than 99.9%"
    near_an_end = percent < 1 or percent > 99
    return f"{percent:.1f}".removesuffix(".0") + "%" if near_an_end else f"{whole(percent)}%"


def counted(number: float, one: str, many: str) -> str:
    """1 person, 1,125 people."""
    return f"{whole(number)} {one if whole(number) == '1' else many}"


def spelt(number: int) -> str:
    """Two, as far as words go; 15."""
    return COUNTS[number] if number < len(COUNTS) else str(number)


def place(rank: int, shared: bool = False) -> str:
    """1st, 2nd, 3rd, 4th; =2nd where several have it."""
    return f"{'=' if shared else ''}{rank}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(rank, 'th') }"


def day(when: date) -> str:
    """2 November 2026."""
    return f"{when.day} {when:%B %Y}"


def names(items: list[str]) -> str:
    """A, B and C."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def quantity(value: float, unit: str) -> str:
    """A value with its unit in words: £3,033 a month, 25% of staff, 18 months, 4,500 staff."""
    number = typed(value, unit)
    if unit.startswith(("£", "%")):
        return f"{number}{unit[1:]}"
    return f"{number} {_ONE.get(unit, unit) if value == 1 else unit}"


_ONE = {"months": "month", "years": "year", "days": "day", "hours": "hour", "offices": "office"}
"""The model's own units of one thing; a preset's are its own words."""


def typed(value: float, unit: str) -> str:
    """A value as it stands in the box one types into: £3,033, 25%, 18, 4,500."""
    if unit.startswith("£"):
        pounds = f"{value:,.2f}".removesuffix(".00")
        return f"£{pounds}"
    return f"{count(value)}%" if unit.startswith("%") else count(value)


_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?")


def read(text: str, lever: Lever) -> float:
    """What a person typed, as the lever's value: 5200, 5,200, £3,033, 25%, £1.2m.

    Raises LeverError, in one plain sentence, for what is no number or is out of bounds.
    """
    unit = lever.measure.unit.removeprefix("£").removeprefix("%").replace(" ", "").lower()
    bare = text.replace("\N{MINUS SIGN}", "-").replace(" ", "").replace("\N{NO-BREAK SPACE}", "").lower()
    bare = bare.removeprefix("£").removesuffix(unit).removesuffix(_ONE.get(unit, unit)).removesuffix("%")
    scale = {"m": 1e6, "k": 1e3}.get(bare[-1:], 1.0) if lever.measure.unit.startswith("£") else 1.0
    bare = bare[:-1] if scale != 1.0 else bare
    if len(bare) > 20 or not any(character.isdigit() for character in bare) or not _NUMBER.fullmatch(bare):
        raise LeverError(f"{lever.title} must be a number, {bounds(lever)}")
    value = float(bare.replace(",", "")) * scale
    try:
        return lever.accept(value)
    except LeverError:
        raise LeverError(f"{lever.title} must be {_finest(value, lever)}{bounds(lever)}") from None


def _finest(value: float, lever: Lever) -> str:
    """How fine a number may be, where that is what is wrong with this one."""
    if not lever.measure.holds(value):
        return ""
    precision = lever.measure.precision
    return "a whole number, " if precision == 1 else f"a multiple of {count(precision)}, "


def bounds(lever: Lever) -> str:
    """100 to 20,000 staff; £1,000 to £10,000 a month; -50% to 300%."""
    unit = lever.measure.unit
    return f"{typed(lever.measure.least, unit)} to {quantity(lever.measure.most, unit)}"


def _sign(number: float) -> str:
    return "\N{MINUS SIGN}" if number < 0 else ""
