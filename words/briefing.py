"""The sentences that only the one-page briefing needs."""

from model.appraisal import Appraisal
from model.provenance import Source, Status
from model.tornado import Bar
from model.uncertainty import Simulation
from words.numbers import quantity
from words.provenance import status
from words.sureness import cost_range, lean
from words.switching import possessive
from words.tornado import ends, label

STATE = "What it rests on"
SURE = "How sure it is"
CHANGE = "What would change the order"
NO_CHANGE = "No single number within its bounds changes the order."
SOURCES = "Sources"
NO_SOURCES = "No document is named: the numbers are the council's own or assumed."
OPTIONS = "The options side by side"
OPTION = "Option"
LEFT, RIGHT = "On the left", "On the right"
MOST = "What moves the lead most"
WITHOUT_SUMMARY = "The scenario's own summary is left out here for want of room; it stands in the app."
BOX = "□ stands for a character that this page has no letter for."


def title(now: Appraisal) -> str:
    """Briefing: North Council, as published."""
    return f"Briefing: {now.scenario.name}"


def matters(bar: Bar, now: Appraisal) -> tuple[str, Status]:
    """Gap Hybrid closes: 90% of the gap, plausibly 50% to 100%; and how firm the least firm of its numbers is."""
    levers = bar.what_if.levers
    firm = max((status(now, lever) for lever in levers), key=list(Status).index)
    if len(levers) > 1:
        return f"{label(bar.what_if)}, all together within their ranges", firm
    low, high = ends(bar)
    value = quantity(now.value(levers[0].id), bar.what_if.measure.unit)
    return f"{label(bar.what_if)}: {value}, plausibly {low} to {high}", firm


def cost_doubt(now: Appraisal, simulation: Simulation) -> tuple[str, ...]:
    """Which way costs lean, and how far the first option's reaches; nothing where no option is first."""
    if not now.weighted:
        return ()
    first = now.ranking[0].option
    reach = cost_range(simulation.option(first.id).cost)
    return (f"{lean(now, simulation)}; {possessive(first.name)}: {reach}.",)


def cost_shows(now: Appraisal) -> str:
    """What the chart of costs shows, in the line below its title."""
    return f"Cost to deliver, one scale.{' Upright mark: preset.' if now.changes else ''}"


def source(found: Source) -> str:
    """Title, publisher, year, and where it can be read."""
    said = f"{found.title}, {found.publisher}, {found.year}"
    return f"{said}, {found.link}" if found.link else said


def sources(items: tuple[str, ...], most: int) -> str:
    """The first few sources in one sentence, and how many more."""
    if not items:
        return NO_SOURCES
    left = len(items) - most
    return f"{'; '.join(items[:most])}{f'; {more(left)}' if left > 0 else ''}."


def more(left: int) -> str:
    """What was left out of a list: and 12 more, in the app."""
    return f"and {left:,} more, in the app"


def changed(changes: tuple[str, ...], most: int) -> str:
    """What was moved away from the preset: the first few, and how many more."""
    if not changes:
        return "As in the preset, nothing changed."
    left = len(changes) - most
    return f"Yours: {'; '.join(changes[:most])}{f'; {more(left)}' if left > 0 else ''}."


def open_again(link: str) -> str:
    """What to click, with as much of the address as a line holds; the link itself has it whole."""
    return f"Open it again: {link if len(link) <= 160 else f'{link[:159]}…'}" if link else ""
