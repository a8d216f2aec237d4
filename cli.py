"""Side by Side in the terminal: the same model as on screen, as text or as JSON. See docs/terminal.md."""

import argparse
import json
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlencode

from exports.archive import fingerprint
from exports.kinds import KINDS, Case, Files
from exports.saving import SavingError, save
from model import link
from model.appraisal import Appraisal, evaluate
from model.discounting import GREEN_BOOK_2026, DiscountError, flat
from model.engine import Engine
from model.levers import Lever, LeverError
from model.presets import PresetError, load, shipped
from model.saved import open_case
from model.switching import switching_values
from model.text import quoted
from model.uncertainty import SampleError, simulate
from model.weights import acceptability
from model.wholelife import YEARS, whole_life
from words import plain_text, records
from words.numbers import counted, names, read
from words.stamp import address

SET = "LEVER=VALUE"
SEED = 2026
"""The screen's own, so that both say the same."""
NUMBER = "a whole number"
BUNDLE, FOLDER = "bundle", "a folder"
TARGETS = {
    **{name: f"FILE{kind.ending}" if kind.ending else FOLDER for name, kind in KINDS.items()}, BUNDLE: "FILE.zip",
}  # fmt: skip
"""What can be exported, and where to."""
LOCAL = "http://localhost:8501/"
"""Where `make run` serves the dashboard."""
OPTIONS = {
    "set": SET, "measure": "overall or cost", "draws": NUMBER, "samples": NUMBER, "seed": NUMBER, "years": NUMBER,
    "rate": "a share, such as 0.035 for 3.5% a year", **TARGETS, "date": "the date to stand in the files",
    "link": "the address of your dashboard",
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
    except (Refused, PresetError, LeverError, SampleError, DiscountError, SavingError) as refusal:
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
    for name, where in TARGETS.items():
        title = "everything in one zip file" if name == BUNDLE else KINDS[name].title.lower()
        parser.add_argument(f"--{name}", metavar=where.removeprefix("a ").upper(), help=f"export: {title}")
    parser.add_argument("--date", metavar="TEXT", help="export: the date that stands in the files, none if not said")
    parser.add_argument("--link", metavar="ADDRESS", help=f"export: where the dashboard runs, {LOCAL} if not said")
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
    offered = open_case(asked.preset)[0].levers
    return _json([records.of_lever(lever) for lever in offered]) if asked.json else plain_text.of_levers(offered)


def _assumptions(asked: argparse.Namespace) -> str:
    engine, _ = open_case(asked.preset)
    found = records.of_assumptions(engine.scenario, engine.levers)
    return _json(found) if asked.json else plain_text.of_assumptions(found)


def _export(asked: argparse.Namespace) -> str:
    places = _places(asked)
    now = _appraisal(asked)
    case = Case(now, evaluate(now.engine), asked.date or "", _link(asked, now))
    files = _files(places, _made(places, case), case)
    save(files)
    return _json([fingerprint(*each) for each in files.items()]) if asked.json else _written(files, places)


def _places(asked: argparse.Namespace) -> dict[str, Path]:
    """Where each thing that is asked for goes."""
    told = {name: getattr(asked, name) for name in TARGETS if getattr(asked, name) is not None}
    if not told:
        choice = _either(f"--{name} {where}" for name, where in TARGETS.items())
        raise Refused(f"export needs to know what to write: {choice}.")
    for name, place in told.items():
        _refuse_unfit(name, place)
    if len({Path(place).resolve() for place in told.values()}) < len(told):
        raise Refused("Two things would be written in the same place; give each its own.")
    return {name: Path(place) for name, place in told.items()}


def _refuse_unfit(name: str, place: str) -> None:
    ending = TARGETS[name].removeprefix("FILE")
    if not place.strip():
        raise Refused(f"--{name} needs {TARGETS[name]}.")
    if ending == FOLDER:
        if Path(place).is_file():
            raise Refused(f"--{name} needs a folder, and {quoted(place)} is a file.")
    elif not place.lower().endswith(ending):
        raise Refused(f"--{name} writes a file whose name ends in {ending}, not {quoted(place)}.")


def _link(asked: argparse.Namespace, now: Appraisal) -> str:
    """What opens the scenario again; of a file of one's own it can only say the name."""
    base = asked.link or LOCAL
    if not address(base) or "?" in base or "#" in base:
        raise Refused(f"--link needs the address of your dashboard, such as {LOCAL}, not {quoted(base)}.")
    shipped_as = now.scenario.id if now.scenario.id in shipped() and load(now.scenario.id) == now.scenario else None
    own = None if shipped_as else now.scenario.name
    return f"{base}?{urlencode(link.to_parameters(shipped_as or '', now.changes, saw=link.saw(now), own=own))}"


def _made(places: Iterable[str], case: Case) -> dict[str, bytes | Files]:
    """Each kind once, although the bundle holds them too; who waits is told what is being made."""
    wanted = [name for name in KINDS if name in places or BUNDLE in places]
    made = {}
    for number, name in enumerate(wanted, 1):
        print(f"{KINDS[name].title}, {number} of {len(wanted)}", file=sys.stderr, flush=True)
        made[name] = KINDS[name].make(case)
    return made


def _files(places: dict[str, Path], made: dict[str, bytes | Files], case: Case) -> dict[Path, bytes]:
    if BUNDLE in places:
        from exports.bundle import together

        made = {**made, BUNDLE: together(case, made)}
    files = {}
    for name, place in places.items():
        content = made[name]
        files |= {place: content} if isinstance(content, bytes) else {place / each: content[each] for each in content}
    return files


def _written(files: Iterable[Path], places: dict[str, Path]) -> str:
    """One sentence: what lies where."""
    folders = {place: sum(place in file.parents for file in files) for place in places.values() if place not in files}
    alone = [str(place) for place in places.values() if place not in folders]
    filled = [f"{counted(many, 'file', 'files')} in {place}" for place, many in folders.items()]
    return f"Wrote {names([*alone, *filled])}."


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
    "export": Command(_export, ("set", *TARGETS, "date", "link")),
}


def _appraisal(asked: argparse.Namespace) -> Appraisal:
    """The preset, or the scenario saved on screen, with the changes asked for."""
    engine, saved = open_case(asked.preset)
    return evaluate(engine, {**saved, **_changes(asked.set or [], engine, asked.preset)})


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
