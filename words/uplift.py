"""What an optimism uplift does to the options, in a sentence and a table."""

from collections.abc import Mapping

from model.appraisal import Appraisal
from model.engine import Results
from model.optimism import Uplift
from words.numbers import money, names, place, score


def after_uplift(now: Appraisal, uplifted: Results) -> str:
    """Whether the order holds once the uplifts of the first case are added."""
    after = uplifted.rank[0]
    was = names([result.option.name for result in now.options if result.rank == 1])
    first = names([result.option.name for result, rank in zip(now.options, after, strict=True) if rank == 1])
    if all(result.rank == rank for result, rank in zip(now.options, after, strict=True)):
        return f"With these uplifts the order does not change: {first} comes first"
    still = "still comes first, but others change places" if first == was else "comes first"
    return f"With these uplifts the order changes: {first} {still}"


def table(
    now: Appraisal, uplifts: Mapping[str, Uplift], uplifted: Results
) -> tuple[list[str], list[list[str]]]:
    """Each option as planned and with the uplifts of the first case."""
    headers = ["Option", "Cost uplift", "Time uplift", "Cost", "Score of 100", "Place"]
    return headers, [
        [
            result.option.name,
            *_percents(uplifts.get(result.option.id, Uplift())),
            _moved(money(result.cost), money(uplifted.cost[0, index])),
            _moved(score(result.overall), score(uplifted.overall[0, index])),
            _moved(place(result.rank), place(int(uplifted.rank[0, index]))),
        ]
        for index, result in enumerate(now.options)
    ]


def _percents(uplift: Uplift) -> tuple[str, str]:
    return tuple(f"+{part:.0f}%" if part else "–" for part in (uplift.cost, uplift.months))


def _moved(before: str, after: str) -> str:
    return after if before == after else f"{after}, was {before}"
