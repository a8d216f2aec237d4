"""What an optimism uplift does to the options, in a sentence and a table."""

from collections.abc import Mapping

from model.appraisal import Appraisal
from model.engine import Results
from model.optimism import Uplift
from words.numbers import count, money, names, place, score
from words.plain_text import NONE, standing
from words.sureness import NOTHING_COUNTS


def after_uplift(now: Appraisal, uplifted: Results) -> str:
    """Whether the order holds once the uplifts of the first case are added."""
    if not now.weighted:
        return NOTHING_COUNTS.rstrip(".")
    before, after = [result.rank for result in now.options], uplifted.rank[0].tolist()
    first, was = _first(now, after), _first(now, before)
    if before == after:
        return f"With these uplifts the order does not change: {_lead(first)}"
    said = f"{_lead(first, ' still')}, but others change places" if first == was else _lead(first)
    return f"With these uplifts the order changes: {said}"


def _first(now: Appraisal, ranks: list[int]) -> list[str]:
    return [result.option.name for result, rank in zip(now.options, ranks, strict=True) if rank == 1]


def _lead(first: list[str], still: str = "") -> str:
    """Hybrid comes first; Microsoft 365 and Hybrid tie for first place."""
    return f"{names(first)}{still} {'comes first' if len(first) == 1 else 'tie for first place'}"


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
            _moved(standing(result, now), _place(now, uplifted.rank[0].tolist(), index)),
        ]
        for index, result in enumerate(now.options)
    ]


def _place(now: Appraisal, ranks: list[int], index: int) -> str:
    return place(ranks[index], shared=ranks.count(ranks[index]) > 1) if now.weighted else NONE


def _percents(uplift: Uplift) -> tuple[str, str]:
    return tuple(f"+{count(part)}%" if part else "–" for part in (uplift.cost, uplift.months))


def _moved(before: str, after: str) -> str:
    return after if before == after else f"{after}, was {before}"
