"""The briefing's own table - time, cost, advantages, disadvantages - as published, whatever the levers say."""

from model.appraisal import Appraisal
from model.scenario import Option, Scenario
from ui.pieces import OptionMark, draw, marks


def briefing(now: Appraisal, preset: Appraisal) -> None:
    """Draw the published table and the list of sources."""
    scenario = now.scenario
    columns = [_column(mark, option) for mark, option in zip(marks(scenario), scenario.options, strict=True)]
    draw(
        "briefing", columns=columns, note=_note(scenario), summary=scenario.summary,
        sources=list(scenario.sources.values()),
    )


def _note(scenario: Scenario) -> str:
    cited = [option.months.source for option in scenario.options if option.months.source]
    if not cited:
        return "This preset cites no briefing; these are its own words."
    source = scenario.sources[cited[0]]
    return f"{source.title}, {source.publisher}, {source.year}. Levers do not change this table."


def _column(mark: OptionMark, option: Option) -> dict[str, object]:
    return {
        "mark": mark,
        "time": option.published_time or "–",
        "cost": option.published_cost or "–",
        "verdict": option.published_verdict or "–",
        "advantages": option.advantages,
        "disadvantages": option.disadvantages,
    }
