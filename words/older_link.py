"""When a link's sender saw another answer than the one it has now: both are told."""

from model import MODEL_VERSION
from model.appraisal import Appraisal, OptionResult
from model.link import Saw
from model.text import quoted
from words.numbers import ORDINALS, money, names


def other_answer(version: str, saw: Saw | None, now: Appraisal, complete: bool) -> str:
    """One or two sentences with both answers, or nothing where they agree.

    ``complete`` says whether all that the link asked for could be given.
    """
    older = version != MODEL_VERSION
    if saw is None:
        return f"{_lead(version, complete)} Figures may differ from what its sender saw." if older else ""
    then = f"Version {version} put" if _order(version) else "It put"
    then, today = (then, "today's puts") if older else ("Its sender saw", "this page shows")
    if saw.keys() != {result.option.id for result in now.options}:
        return f"{_lead(version, complete)} Its options were others than those of this page."
    differing = _differing(saw, now)
    if not differing:
        return ""
    before, after = (names([part[which] for part in differing]) for which in (0, 1))
    return f"{_lead(version, complete)} {then} {before}; {today} {after}."


def _lead(version: str, complete: bool) -> str:
    if version == MODEL_VERSION:
        changed = "The figures behind this link have changed since it was made."
        return changed if complete else "So the answer is another one."
    if not _order(version):
        return f"Made with another model, {quoted(version)}."
    return f"Made with {'an older' if _order(version) < _order(MODEL_VERSION) else 'a newer'} model."


def _order(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() and len(part) < 5 for part in parts) else ()


def _differing(saw: Saw, now: Appraisal) -> list[tuple[str, str]]:
    """What each side says of the options that changed places; if none did, of those that cost something else."""
    pairs = [(result, *saw[result.option.id]) for result in now.options]
    moved = [(_placed(result, rank), _placed(result, result.rank)) for result, _, rank in pairs if rank != result.rank]
    return moved or [
        (_costed(result, cost, result.cost), _costed(result, result.cost, cost))
        for result, cost, _ in pairs if abs(cost - result.cost) > 1
    ]  # fmt: skip


def _placed(result: OptionResult, rank: int) -> str:
    return f"{result.option.name} {ORDINALS[rank - 1] if 1 <= rank <= len(ORDINALS) else f'in place {rank}'}"


def _costed(result: OptionResult, cost: float, other: float) -> str:
    """In full where the usual three places would hide what is different."""
    return f"{result.option.name} at {f'£{cost:,.0f}' if money(cost) == money(other) else money(cost)}"
