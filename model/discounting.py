"""What money of later years is worth in year 0: a discount schedule is a named, dated parameter."""

from dataclasses import dataclass

import numpy as np

from model.engine import Array
from model.text import given, plain

MOST_RATE = 0.5
MOST_YEARS = 100


class DiscountError(ValueError):
    """A rate or a number of years that cannot be used; the message is one plain sentence."""


@dataclass(frozen=True)
class DiscountSchedule:
    """Real discount rates by year; year 0 is not discounted."""

    name: str
    bands: tuple[tuple[int, float], ...]
    """The first year of each band and its rate a year, the earliest band from year 1."""

    def factors(self, years: int) -> Array:
        """What £1 of each of the years 0 to ``years`` is worth in year 0, (years + 1,)."""
        starts, rates = np.array(self.bands).T
        band = np.searchsorted(starts, np.arange(1, years + 1), side="right") - 1
        return np.cumprod([1.0, *(1.0 / (1.0 + rates[band]))])

    def annuity(self, years: int) -> float:
        """What £1 in each of the years 1 to ``years`` is worth in year 0."""
        return float(self.factors(years)[1:].sum())


GREEN_BOOK_2026 = DiscountSchedule(
    "HM Treasury, The Green Book, 2026 edition, published 5 February 2026 (6.54)",
    ((1, 0.035), (31, 0.030), (76, 0.025)),
)
"""A review of 2026 recommends 3.0%; that has not been adopted."""


def flat(rate: float) -> DiscountSchedule:
    """One rate for every year, as a share of one.

    Raises DiscountError unless 0 <= rate <= 0.5.
    """
    if isinstance(rate, bool) or not isinstance(rate, int | float) or not 0 <= rate <= MOST_RATE:
        bounds = f"from 0 to {plain(MOST_RATE)}, such as 0.035 for 3.5% a year"
        raise DiscountError(f"The discount rate must be a share {bounds}, not {given(rate)}.")
    return DiscountSchedule(f"{plain(round(100 * rate, 9))}% a year, set here", ((1, rate),))


def check_years(years: int) -> None:
    """Raises DiscountError unless 1 <= years <= 100."""
    if isinstance(years, bool) or not isinstance(years, int) or not 1 <= years <= MOST_YEARS:
        raise DiscountError(f"The number of years must be a whole number from 1 to {MOST_YEARS}, not {given(years)}.")
