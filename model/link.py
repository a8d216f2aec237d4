"""A scenario as the parameters of a web address, and back: what cannot be taken is named, never replaced in silence.

Levers stand in the address by their ids while that stays short; many of them, and kept scenarios, go into one code.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from model import MODEL_VERSION
from model.appraisal import Appraisal
from model.engine import Engine
from model.kept import Kept
from model.levers import LeverError
from model.link_code import CodeError, decode, encode
from model.text import plain, quoted

PRESET, MODEL, VIEW, SAW, CODE, OWN = "preset", "model", "view", "saw", "code", "own"
MOST_CHARACTERS = 7_500
"""No link of ours is half as long; a websocket's reader stops a little later."""
MOST_READABLE = 400
"""Characters of changed levers up to which a link names them one by one."""
MOST_TOLD = 5

Engines = Callable[[str], Engine | None]
"""A preset's engine by its id."""
Saw = Mapping[str, tuple[float, int]]
"""By option: £ to deliver, and its rank."""


@dataclass(frozen=True)
class Opened:
    """What a link asks for: ``preset`` is None where it names none; ``problems`` are plain sentences."""

    preset: str | None = None
    changes: Mapping[str, float] | None = None
    kept: tuple[Kept, ...] = ()
    view: str | None = None
    version: str = MODEL_VERSION
    saw: Saw | None = None
    problems: tuple[str, ...] = ()


def to_parameters(
    preset: str,
    changes: Mapping[str, float],
    kept: Sequence[Kept] = (),
    view: str | None = None,
    saw: Saw | None = None,
    own: str | None = None,
) -> dict[str, str]:
    """The parameters of all that is shown, a scenario and those kept beside it, and of what it came to.

    ``own`` is the name of a preset of the visitor's own: no link can carry one, so the link only says so.
    """
    levers = {name: f"{value:.12g}" for name, value in sorted(changes.items())}
    coded = sum(len(name) + len(value) + 2 for name, value in levers.items()) > MOST_READABLE
    code = encode(changes if coded else {}, kept) if coded or kept else ""
    return {
        **({OWN: own} if own else {PRESET: preset}),
        MODEL: MODEL_VERSION,
        **({} if coded else levers),
        **({CODE: code} if code else {}),
        **({VIEW: view} if view else {}),
        **({SAW: "_".join(f"{name}.{cost:.0f}.{rank}" for name, (cost, rank) in saw.items())} if saw else {}),
    }


def saw(now: Appraisal) -> Saw:
    """What a sender saw: each option's cost and rank."""
    return {result.option.id: (result.cost, result.rank) for result in now.options}


def from_parameters(pairs: Iterable[tuple[str, str]], engine: Engines, otherwise: str) -> Opened:
    """What the parameters of an address say; ``otherwise`` is the preset of an address that names none."""
    pairs, problems = list(pairs), []
    if sum(len(name) + len(value) for name, value in pairs) > MOST_CHARACTERS:
        return Opened(problems=("This link is too long to be one of ours, so it was not read. Ask for a fresh one.",))
    parameters = _each_once(pairs, problems)
    if OWN in parameters:
        return Opened(problems=(
            f"The link was made with a preset of its sender's own, {quoted(parameters[OWN])}, which no link can carry."
            " Ask for the file and open it here.",
        ))  # fmt: skip
    preset = parameters.pop(PRESET, None)
    if preset is not None and engine(preset) is None:
        return Opened(problems=(
            f"The link asks for a preset called {quoted(preset)}, which is not here, so nothing else in it was read.",
        ))  # fmt: skip
    version, view = parameters.pop(MODEL, MODEL_VERSION), parameters.pop(VIEW, None)
    seen = _seen(parameters.pop(SAW, ""), problems)
    coded, kept = _decoded(parameters.pop(CODE, ""), engine, problems)
    levers = {**coded, **parameters}
    changes = accepted("The link", levers, engine(preset or otherwise), problems)
    return Opened(preset, changes, kept, view, version, seen, tuple(_at_most(problems)))


def accepted(who: str, asked: Mapping[str, str | float], engine: Engine, problems: list[str]) -> dict[str, float]:
    """The changes that this engine takes; a problem is added for each of the others. ``who`` begins the sentence."""
    changes = {}
    for name, given in asked.items():
        lever, number = engine.offered.get(name), _number(given)
        if lever is None:
            problems.append(f"{who} changes {quoted(name)}, which is not a lever of this preset.")
            continue
        try:
            changes[name] = lever.accept(number)
        except LeverError:
            shown = plain(given) if isinstance(given, float) else given
            must = f"but it must be {lever.wanted(number)}; the preset's value stays"
            problems.append(f"{who} sets {lever.title} to {quoted(shown)}, {must}.")
    return {name: value for name, value in changes.items() if value != engine.offered[name].default}


def _each_once(pairs: list[tuple[str, str]], problems: list[str]) -> dict[str, str]:
    names = [name for name, _ in pairs]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        problems.append(f"The link says twice what {quoted(name)} is, so neither was taken.")
    return {name: value for name, value in pairs if names.count(name) == 1}


def _decoded(code: str, engine: Engines, problems: list[str]) -> tuple[Mapping[str, float], tuple[Kept, ...]]:
    """The changes and the kept scenarios of a code; of a spoilt one, nothing."""
    if not code:
        return {}, ()
    try:
        changes, rows = decode(code)
    except CodeError:
        problems.append("The code in the link is damaged, so what it stands for was not read. Ask for a fresh link.")
        return {}, ()
    kept = (_kept(row, engine, problems) for row in rows)
    return changes, tuple({each.letter: each for each in kept if each}.values())


def _kept(row: Mapping[str, object], engine: Engines, problems: list[str]) -> Kept | None:
    try:
        kept = Kept.model_validate(row)
    except ValidationError:
        problems.append("One of the kept scenarios in the link cannot be read, so it was left out.")
        return None
    mine = engine(kept.preset)
    if mine is None:
        problems.append(f"Kept scenario {kept.letter} rests on the preset {quoted(kept.preset)}, which is not here.")
        return None
    return kept.model_copy(update={
        "changes": accepted(f"Kept scenario {kept.letter}", kept.changes, mine, problems)
    })  # fmt: skip


def _seen(text: str, problems: list[str]) -> Saw | None:
    """What the sender saw, as `to_parameters` writes it."""
    try:
        parts = [each.split(".") for each in text.split("_")] if text else []
        seen = {name: (_whole(cost), int(_whole(rank))) for name, cost, rank in parts}
    except ValueError:
        problems.append("What its sender saw cannot be read from the link, so the answers were not compared.")
        return None
    return seen or None


def _whole(text: str) -> float:
    if len(text) > 15 or not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return float(text)


def _number(given: str | float) -> float:
    """Digits, a point and a sign, as `to_parameters` writes them; float() alone would also take 1_0."""
    if isinstance(given, float):
        return given
    if len(given) > 24 or not set(given) <= set("0123456789.-+e"):
        return float("nan")
    try:
        return float(given)
    except ValueError:
        return float("nan")


def _at_most(problems: list[str]) -> list[str]:
    left = len(problems) - MOST_TOLD
    return problems if left <= 0 else [*problems[:MOST_TOLD], f"And {left} more of the same kind."]
