"""What stands on and around a lever, whichever control draws it."""

from model.levers import Group, Lever
from model.scenario import Scenario
from words.numbers import quantity

_WORDS = {Group.COSTS: "cost", Group.DELIVERY: "time"}


def group_name(group: Group, levers: list[Lever]) -> str:
    """A group in which all levers measure the same says so once, in its heading."""
    if group is Group.COSTS:
        return f"{group}, change"
    months = all(lever.option and lever.measure.unit == "months" for lever in levers)
    return f"{group}, months" if months else group.value


def label(lever: Lever) -> str:
    """What a lever is called under its group's heading, where an option's name may be enough."""
    return lever.option.name if lever.option and lever.group in _WORDS else lever.title


def name(lever: Lever) -> str:
    """The same where the heading is out of sight, or out of hearing: one word more."""
    return f"{label(lever)}, {_WORDS[lever.group]}" if lever.option and lever.group in _WORDS else lever.title


def told(lever: Lever, scenario: Scenario) -> str:
    """What it is, how we know, and where from."""
    known, sources = lever.quantity, scenario.sources
    parts = [lever.measure.help, f"Preset {quantity(known.value, lever.measure.unit)}: {known.status}."]
    if known.source:
        source = sources[known.source]
        parts.append(f"{source.title}, {source.publisher}, {source.year}.")
    return " ".join([*parts, known.note]).strip()


def around(unit: str) -> tuple[str, str]:
    """What stands before and after the number when a screen reader says a value: £ and a month; % of staff."""
    if unit.startswith("£"):
        return "£", unit[1:]
    return "", unit if unit.startswith("%") else f" {unit}"
