"""What stands on and around a lever, whichever control draws it."""

from model.levers import Group, Lever
from model.scenario import Scenario
from words.numbers import quantity

_WORDS = {Group.COSTS: "cost", Group.DELIVERY: "time"}


def group_name(group: Group, levers: list[Lever]) -> str:
    """A group in which all levers measure the same says so once, in its heading."""
    months = all(lever.option and lever.measure.unit == "months" for lever in levers)
    return f"{group}, months" if months else group.value


def short(lever: Lever) -> str:
    """Under its group's heading an option's lever may need one word besides the option."""
    if lever.option is None or lever.group not in _WORDS:
        return lever.title
    return f"{lever.option.short or lever.option.name}, {_WORDS[lever.group]}"


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
