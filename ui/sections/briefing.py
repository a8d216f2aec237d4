"""The briefing's own table - time, cost, advantages, disadvantages - as published, whatever the levers say."""

from collections.abc import Callable

from model.appraisal import Appraisal
from model.provenance import Source
from model.scenario import Option, Scenario
from ui.pieces import draw, marks


def _one(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


ROWS: dict[str, Callable[[Option], tuple[str, ...]]] = {
    "Time to complete": lambda option: _one(option.published_time),
    "Cost": lambda option: _one(option.published_cost),
    "Verdict": lambda option: _one(option.published_verdict),
    "Advantages": lambda option: option.advantages,
    "Disadvantages": lambda option: option.disadvantages,
}


def briefing(now: Appraisal, preset: Appraisal) -> None:
    """Draw the published table and the list of sources."""
    scenario = now.scenario
    draw(
        "briefing", marks=marks(scenario), rows=_rows(scenario), source=_source(scenario), summary=scenario.summary,
        sources=list(scenario.sources.values()),
    )


def _source(scenario: Scenario) -> Source | None:
    """The briefing itself: what the options' times are cited from."""
    cited = [option.months.source for option in scenario.options if option.months.source]
    return scenario.sources[cited[0]] if cited else None


def _rows(scenario: Scenario) -> list[tuple[str, list[tuple[str, ...]]]]:
    """The table's rows, less those in which no option says anything."""
    rows = [(label, [said(option) for option in scenario.options]) for label, said in ROWS.items()]
    return [(label, cells) for label, cells in rows if any(cells)]
