"""Side by Side in the terminal: the same model as on screen, as text or as JSON. See docs/terminal.md."""

import argparse
import json
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, NoReturn

from model.appraisal import Appraisal, evaluate
from model.discounting import GREEN_BOOK_2026, DiscountError, flat
from model.engine import Engine
from model.levers import Lever, LeverError
from model.presets import PresetError, load
from model.switching import switching_values
from model.text import quoted
from model.uncertainty import SampleError, simulate
from model.weights import acceptability
from model.wholelife import YEARS, whole_life
from words import plain_text, records
from words.numbers import names, read

SET = "LEVER=VALUE"
SEED = 2026
"""The screen's own, so that both say the same."""
NUMBER = "a whole number"
OPTIONS = {
    "set": SET, "measure": "overall or cost", "draws": NUMBER, "samples": NUMBER, "seed": NUMBER, "years": NUMBER,
    "rate": "a share, such as 0.035 for 3.5% a year",
}  # fmt: skip
"""What each option needs; --json needs nothing."""


class Refused(ValueError):
    """What cannot be done; the message is one plain sentence."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        if "--set" in message:
            raise Refused(f"--set needs {SET}, as in --set staff=5200.")
        for option, needs in OPTIONS.items():
            if f"--{option}" in message:
                raise Refused(f"--{option} needs {needs}.")
        raise Refused("--json takes no value; it stands alone, at the end.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 if it was done, 2 if it was refused."""
    try:
        asked = _asked(arguments)
        print(COMMANDS[asked.command].run(asked))
    except (Refused, PresetError, LeverError, SampleError, DiscountError) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    return 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    asked, extra = _parser().parse_known_args(arguments)
    commands = _either(COMMANDS)
    if asked.command is None:
        raise Refused(f"Say what to do: {commands}; --help says more.")
    if asked.command not in COMMANDS:
        raise Refused(f"There is no command {quoted(asked.command)}; use {commands}.")
    if asked.preset is None:
        raise Refused(f"{asked.command} needs a preset: an id such as north-council, or the path of a file.")
    takes = COMMANDS[asked.command].takes
    if extra:
        known = names([*(f"--{option} {OPTIONS[option]}" for option in takes), "--json"])
        raise Refused(f"{quoted(extra[0])} is not understood; after {asked.command} and the preset can come {known}.")
    for option in OPTIONS:
        if getattr(asked, option) is not None and option not in takes:
            takers = _either(name for name, command in COMMANDS.items() if option in command.takes)
            raise Refused(f"--{option} goes only with {takers}, not with {asked.command}.")
    return asked


def _either(items: Iterable[str]) -> str:
    return names(list(items)).replace(" and ", " or ")


def _parser() -> Parser:
    parser = Parser(
        prog="python cli.py",
        allow_abbrev=False,
        description="Put a council's options side by side, ask what would change their order, list what it rests on.",
        epilog="What cannot be done is said in one sentence, with exit code 2.",
    )
    parser.add_argument("command", nargs="?", help=_either(COMMANDS))
    parser.add_argument("preset", nargs="?", help="the id of a shipped preset, or the path of a .toml or .json file")
    parser.add_argument("--set", action="append", metavar=SET, help="change a lever, once each")
    parser.add_argument("--measure", choices=["overall", "cost"], help="switching: what counts, overall if not said")
    parser.add_argument("--draws", type=int, metavar="N", help="uncertainty: how many, 10,000 if not said")
    parser.add_argument("--samples", type=int, metavar="N", help="weights: how many, 100,000 if not said")
    parser.add_argument("--seed", type=int, metavar="S", help="uncertainty and weights: which draws, 2026 if not said")
    parser.add_argument("--years", type=int, metavar="N", help="wholelife: how many, ten if not said")
    parser.add_argument("--rate", type=float, metavar="R", help="wholelife: the Green Book's rates if not said")
    parser.add_argument("--json", action="store_true", help="write JSON instead of text")
    return parser


def _evaluate(asked: argparse.Namespace) -> str:
    now = _appraisal(asked)
    appraisals = now, evaluate(now.engine)
    return _json(records.of_appraisal(*appraisals)) if asked.json else plain_text.of_appraisal(*appraisals)


def _switching(asked: argparse.Namespace) -> str:
    now = _appraisal(asked)
    found = switching_values(now, asked.measure or "overall")
    return _json([records.of_switch(each) for each in found]) if asked.json else plain_text.of_switches(found, now)


def _uncertainty(asked: argparse.Namespace) -> str:
    now = _appraisal(asked)
    found = simulate(now, _or(asked.draws, 10_000), _or(asked.seed, SEED))
    return _json(records.of_simulation(found)) if asked.json else plain_text.of_simulation(now, found)


def _weights(asked: argparse.Namespace) -> str:
    now, samples, seed = _appraisal(asked), _or(asked.samples, 100_000), _or(asked.seed, SEED)
    found, apart = (acceptability(now, samples, seed, green_book) for green_book in (False, True))
    return _json(records.of_weights(found, apart)) if asked.json else plain_text.of_weights(now, found, apart)


def _wholelife(asked: argparse.Namespace) -> str:
    now = _appraisal(asked)
    schedule = GREEN_BOOK_2026 if asked.rate is None else flat(asked.rate)
    found = whole_life(now, _or(asked.years, YEARS), schedule)
    return _json(records.of_whole_life(found)) if asked.json else plain_text.of_whole_life(now, found)


def _or(asked: int | None, otherwise: int) -> int:
    return otherwise if asked is None else asked


def _levers(asked: argparse.Namespace) -> str:
    offered = Engine(load(asked.preset)).levers
    return _json([records.of_lever(lever) for lever in offered]) if asked.json else plain_text.of_levers(offered)


def _assumptions(asked: argparse.Namespace) -> str:
    engine = Engine(load(asked.preset))
    found = records.of_assumptions(engine.scenario, engine.levers)
    return _json(found) if asked.json else plain_text.of_assumptions(found)


@dataclass(frozen=True)
class Command:
    """What a command writes, and which options it takes besides --json."""

    run: Callable[[argparse.Namespace], str]
    takes: tuple[str, ...] = ()


COMMANDS = {
    "evaluate": Command(_evaluate, ("set",)),
    "levers": Command(_levers),
    "assumptions": Command(_assumptions),
    "switching": Command(_switching, ("set", "measure")),
    "uncertainty": Command(_uncertainty, ("set", "draws", "seed")),
    "weights": Command(_weights, ("set", "samples", "seed")),
    "wholelife": Command(_wholelife, ("set", "years", "rate")),
}


def _appraisal(asked: argparse.Namespace) -> Appraisal:
    """The preset with the changes asked for."""
    engine = Engine(load(asked.preset))
    return evaluate(engine, _changes(asked.set or [], engine, asked.preset))


def _changes(settings: list[str], engine: Engine, preset: str) -> dict[str, float]:
    changes: dict[str, float] = {}
    for setting in settings:
        name, equals, value = (part.strip() for part in setting.partition("="))
        if not (name and equals and value):
            raise Refused(f"--set needs {SET}, as in --set staff=5200, not {quoted(setting)}.")
        if name not in engine.offered:
            raise Refused(_no_such_lever(name, engine, preset))
        if name in changes:
            raise Refused(f"{name} is set twice; give it one value.")
        changes[name] = _number(value, engine.offered[name])
    return changes


def _no_such_lever(name: str, engine: Engine, preset: str) -> str:
    near = get_close_matches(name, engine.offered, n=1)
    hint = f"did you mean {near[0]}? All are listed by" if near else "all are listed by"
    return f"There is no lever {quoted(name)}; {hint} 'python cli.py levers {quoted(preset)[1:-1]}'."


def _number(value: str, lever: Lever) -> float:
    try:
        return read(value, lever)
    except LeverError as error:
        rule = str(error).removeprefix(lever.title)
        raise Refused(f"{lever.id} ({lever.title}){rule}, not {quoted(value)}.") from None


def _json(data: Any) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False)


def _as_a_good_neighbour() -> None:
    """UTF-8 wherever it goes; a closed pipe or Ctrl-C ends the program without a word."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")
    for name in ("SIGPIPE", "SIGINT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)


if __name__ == "__main__":
    _as_a_good_neighbour()
    sys.exit(main())
