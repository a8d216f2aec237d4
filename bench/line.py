"""One line of the table that `make bench` prints."""

from dataclasses import dataclass
from math import inf

NEVER = inf


@dataclass(frozen=True)
class Line:
    """A thing measured, what the same thing costs elsewhere in the same run, and what it must reach."""

    thing: str
    ours: float
    unit: str = "ms"
    beside: str = ""
    """Who else was measured."""
    theirs: float | None = None
    most: float | None = None
    least: float | None = None

    def __str__(self) -> str:
        other = "" if self.theirs is None else f"{self.beside}: {self._said(self.theirs)}"
        return f"{self.thing:<46}{self._said(self.ours):>12}   {other:<56}{self._target()}".rstrip()

    @property
    def bound(self) -> bool:
        """Whether there is something it must reach."""
        return self.most is not None or self.least is not None

    @property
    def met(self) -> bool:
        """Whether it reaches what it must."""
        return (self.most is None or self.ours <= self.most) and (self.least is None or self.ours >= self.least)

    def _said(self, number: float) -> str:
        if number == NEVER:
            return "never"
        return f"{number:,.{1 if abs(number) >= 10 else 2}f}".removesuffix(".00") + f" {self.unit}".rstrip()

    def _target(self) -> str:
        if not self.bound:
            return ""
        bound = f"{self._said(self.most)} or less" if self.most is not None else f"{self._said(self.least)} or more"
        return f"{bound:<22}{'met' if self.met else 'NOT MET'}"
