"""What every file says of itself, so that it can be opened again and never be taken for another."""

from dataclasses import dataclass

from model import MODEL_VERSION
from model.appraisal import Appraisal
from model.text import sentence
from words.numbers import counted, quantity


@dataclass(frozen=True)
class Stamp:
    """Scenario, changes, version of the model, date and link, each fit to be read anywhere."""

    scenario: str
    changes: tuple[str, ...]
    version: str
    date: str
    link: str

    @property
    def line(self) -> str:
        """North Council, as published, 2 changes · model 1.0 · 2 November 2026"""
        changed = f", {counted(len(self.changes), 'change', 'changes')}" if self.changes else ""
        return " · ".join(part for part in (f"{self.scenario}{changed}", f"model {self.version}", self.date) if part)


def stamp(now: Appraisal, date: str, link: str) -> Stamp:
    """The stamp of a file; date and link are the caller's, cleaned of whatever could hide or disguise something."""
    return Stamp(now.scenario.name, tuple(changes(now)), MODEL_VERSION, sentence(date), address(link))


def changes(now: Appraisal) -> list[str]:
    """A line for each lever that was moved: Staff: 5,200 staff, was 4,500 staff."""
    moved = [(now.engine.offered[name], value) for name, value in now.changes.items()]
    return [
        f"{lever.title}: {quantity(value, lever.measure.unit)}, was {quantity(lever.default, lever.measure.unit)}"
        for lever, value in moved
    ]


def address(link: str) -> str:
    """A web address of visible ASCII characters; nothing where it is anything else."""
    written = all("!" <= letter <= "~" for letter in link)
    return link if written and link.startswith(("http://", "https://")) else ""
