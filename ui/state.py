"""What a visitor has chosen: the preset, the changed levers, the last refusal.

The only file that touches the session.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode
from uuid import uuid4

import streamlit as st
from pydantic import ValidationError
from streamlit.runtime.scriptrunner import get_script_run_ctx

from charts.canvas import COMPACT, WIDE
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.kept import Kept, free_letter
from model.levers import Group, Lever, LeverError
from model.link import MODEL, SAW, VIEW, Saw, from_parameters, saw, to_parameters
from model.presets import PresetError, first_fault
from model.saved import Saved, read
from model.scenario import Scenario
from model.text import quoted
from model.weights import swing_weights
from ui.address import base
from ui.history import History, Snapshot
from ui.making import Making
from ui.sent import Entry, Sent, SentFile
from ui.shelf import shelf, shipped_engine
from words.numbers import read as read_number
from words.numbers import typed
from words.older_link import other_answer
from words.scenarios import Named

NOT_OF_THE_CASE = frozenset({MODEL, VIEW, SAW})
"""What an address says beside what is shown."""


@dataclass(frozen=True)
class Refusal:
    """What was typed into which lever, and why it was not taken."""

    lever: str
    text: str
    reason: str


def start(views: list[str]) -> None:
    """Seed a new visit, follow the browser back and forth, then take in what was done by hand."""
    if "visit" not in st.session_state:
        st.session_state.update(visit=uuid4().hex, acknowledged=0, drawn={}, own={}, kept=(), first_view=views[0])
        _open_address(views)
        st.session_state["history"] = History(_snapshot())
    elif _went_back_or_forth():
        _follow_address(views)
    _take_in()
    st.session_state["history"] = _history().then(_snapshot())


def _went_back_or_forth() -> bool:
    """Whether the browser's own buttons brought us here: only then does the address lead, else it follows."""
    return bool(getattr(get_script_run_ctx(), "is_history_navigation", False))


def _follow_address(views: list[str]) -> None:
    """To the step that had this address; what no address can carry is still known here."""
    asked = _without(st.query_params.to_dict(), NOT_OF_THE_CASE)
    there = _history().go_to(lambda step: _without(_parameters_of(step), NOT_OF_THE_CASE) == asked)
    if there is None:
        _open_address(views)
        return
    _go(there)
    view = st.query_params.get(VIEW, views[0])
    st.session_state[VIEW] = view if view in views else views[0]


def _without(parameters: Mapping[str, str], names: frozenset[str]) -> dict[str, str]:
    return {name: value for name, value in parameters.items() if name not in names}


def _open_address(views: list[str]) -> None:
    """What the address says; what cannot be taken is kept to be told."""
    first = next(iter(shelf().presets))
    asked = [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
    opened = from_parameters(asked, known, first)
    reset_all()
    st.session_state["preset"] = opened.preset or first
    st.session_state["changes"] = dict(opened.changes or {})
    st.session_state["kept"] = opened.kept
    problems = [*opened.problems]
    if opened.view not in (None, *views):
        problems.append(f"The link asks for a view called {quoted(opened.view)}, which is not here.")
    st.session_state[VIEW] = opened.view if opened.view in views else views[0]
    now = _appraised(st.session_state["changes"])
    if told := other_answer(opened.version, opened.saw, now, complete=not problems):
        problems.append(told)
    st.session_state["notices"] = tuple(problems)


def known(preset: str) -> Engine | None:
    """The engine of a preset that ships or that this visitor brought along."""
    return st.session_state["own"].get(preset) or _shipped(preset)


def _shipped(preset: str) -> Engine | None:
    return shipped_engine(preset) if preset in shelf().presets else None


def _snapshot() -> Snapshot:
    return Snapshot(st.session_state["preset"], st.session_state["changes"], st.session_state["kept"])


def _history() -> History:
    return st.session_state["history"]


def can_undo() -> bool:
    """Whether there is a step to take back."""
    return bool(_history().past)


def can_redo() -> bool:
    """Whether a step was taken back."""
    return bool(_history().undone)


def before() -> Appraisal | None:
    """The case before the last change, where it is one of this preset's."""
    if not _history().past:
        return None
    there = _history().past[-1]
    same = there.preset == st.session_state["preset"] and there.changes != st.session_state["changes"]
    return _appraised(there.changes) if same else None


def undo() -> None:
    """Take the last step back."""
    _go(_history().undo())


def redo() -> None:
    """Do again what was taken back."""
    _go(_history().redo())


def _go(history: History) -> None:
    reset_all()
    st.session_state["history"] = history
    there = history.now
    st.session_state.update(preset=there.preset, changes=there.changes, kept=there.kept)


def notices() -> tuple[str, ...]:
    """What the link asked for that could not be given, until something is changed."""
    return st.session_state.get("notices", ())


def publish() -> None:
    """Keep the address bar true of what is shown, so that a reload or a copied address shows the same.

    All in one message: each is an entry in the browser's history.
    """
    shown = _parameters()
    if st.query_params.to_dict() != shown:
        st.query_params.from_dict(shown)


def _parameters() -> dict[str, str]:
    view = st.session_state[VIEW]
    seen = saw(_appraised(st.session_state["changes"]))
    return _parameters_of(_snapshot(), None if view == st.session_state["first_view"] else view, seen)


def _parameters_of(shown: Snapshot, view: str | None = None, seen: Saw | None = None) -> dict[str, str]:
    own = st.session_state["own"]
    kept = [each for each in shown.kept if each.preset not in own]
    name = own[shown.preset].scenario.name if shown.preset in own else None
    return to_parameters(shown.preset, shown.changes, kept, view, seen, name)


def link(with_view: bool = True) -> str:
    """The address of what is shown, as others reach it; without the view it opens on the first one."""
    told = {name: text for name, text in _parameters().items() if with_view or name != VIEW}
    return f"{base(st.context.url or '')}?{urlencode(told)}"


def kept_scenarios() -> tuple[Kept, ...]:
    """Those kept, by letter."""
    return tuple(sorted(st.session_state["kept"], key=lambda each: each.letter))


def keep() -> None:
    """Keep what is shown, under the name and the note that were typed; refused whole or taken whole."""
    letter = free_letter(st.session_state["kept"])
    if letter is None:
        return
    name, note = st.session_state["keep-name"].strip(), st.session_state["keep-note"]
    shown = {"preset": st.session_state["preset"], "changes": st.session_state["changes"]}
    _hold({"letter": letter, "name": name or f"Scenario {letter}", "note": note, **shown})


def _hold(fields: dict[str, object]) -> None:
    try:
        held = Kept.model_validate(fields)
    except ValidationError as error:
        st.session_state["kept_fault"] = f"Nothing was kept: {first_fault(error, fields)}."
        return
    others = [each for each in st.session_state["kept"] if each.letter != held.letter]
    st.session_state["kept"] = tuple(sorted([*others, held], key=lambda each: each.letter))
    st.session_state["kept_fault"] = ""


def kept_fault() -> str:
    """Why something was not kept as it was typed."""
    return st.session_state.get("kept_fault", "")


def kept_entry(each: Kept, part: str) -> dict[str, object]:
    """Key and value of the entry for a kept scenario's ``name`` or ``note``."""
    return _control(f"kept:{each.letter}:{part}", getattr(each, part))


def _rename(letter: str, part: str, text: str) -> None:
    for each in st.session_state["kept"]:
        if each.letter == letter:
            _hold({**each.model_dump(), part: text})


def reopen(letter: str) -> None:
    """Show a kept scenario again."""
    there = next(each for each in st.session_state["kept"] if each.letter == letter)
    reset_all()
    st.session_state.update(preset=there.preset, changes=dict(there.changes))


def let_go(letter: str) -> None:
    """Keep it no longer."""
    st.session_state["kept"] = tuple(each for each in st.session_state["kept"] if each.letter != letter)


def to_compare() -> list[Named]:
    """What is shown, and what was kept."""
    kept = [
        Named(each.letter, each.name, each.note, evaluate(known(each.preset), each.changes))
        for each in kept_scenarios()
    ]
    return [Named("", "On screen", "", _appraised(st.session_state["changes"])), *kept]


def saved() -> Saved:
    """All that is shown and kept, ready to be written to a file."""
    shown, own = _snapshot(), st.session_state["own"]
    needed = {shown.preset, *(each.preset for each in shown.kept)}
    return Saved(
        shown.preset, shown.changes, kept_scenarios(), saw=saw(_appraised(shown.changes)),
        own={name: own[name] for name in sorted(needed & own.keys())},
    )  # fmt: skip


OPENING = "open-file"
"""The key of the place where files are opened."""


def open_file() -> None:
    """Take over what a file holds; of one that is refused, nothing, and all stays as it is."""
    try:
        file = SentFile.model_validate(st.session_state[OPENING].get("file"))
    except ValidationError:
        return  # not from our page
    try:
        found = read(file.content, file.name, _shipped)
    except PresetError as error:
        st.session_state["file_told"] = f"Nothing was opened and nothing has changed. {error}"
    else:
        _take_over(found, quoted(file.name))


def _take_over(found: Saved, name: str) -> None:
    reset_all()
    st.session_state["own"] = {**st.session_state["own"], **found.own}
    kept = st.session_state["kept"] if found.kept is None else found.kept
    st.session_state.update(preset=found.preset, changes=dict(found.changes), kept=kept)
    st.session_state["file_told"] = f"Opened {name}."
    told = other_answer(found.version, found.saw, _appraised(found.changes), complete=True)
    st.session_state["notices"] = (told,) if told else ()


def file_told() -> str:
    """What became of the last file, until something else is done."""
    return st.session_state.get("file_told", "")


def is_own() -> bool:
    """Whether the preset shown is one the visitor brought along."""
    return st.session_state["preset"] in st.session_state["own"]


def leaves_out() -> bool:
    """Whether something was kept that no link can carry."""
    return any(each.preset in st.session_state["own"] for each in st.session_state["kept"])


def engine() -> Engine:
    """The engine of the chosen preset."""
    return known(st.session_state["preset"])


def scenario() -> Scenario:
    """The chosen preset."""
    return engine().scenario


def appraisals() -> tuple[Appraisal, Appraisal]:
    """The appraisal with the visitor's changes, and the preset's own."""
    return _appraised(st.session_state["changes"]), _appraised({})


def _appraised(changes: Mapping[str, float]) -> Appraisal:
    return _remembered(engine(), frozenset(changes.items()))


@lru_cache(maxsize=256)
def _remembered(engine: Engine, changes: frozenset[tuple[str, float]]) -> Appraisal:
    """One run of the page asks several times over, and many visitors ask the same."""
    return evaluate(engine, dict(changes))


def case() -> tuple:
    """What long work may be remembered by: the preset and the changes, in an order of their own."""
    return st.session_state["preset"], tuple(sorted(st.session_state["changes"].items()))


def making(job: dict[str, object]) -> Making:
    """The files of what is shown; those of what was shown before are given up."""
    kept = st.session_state.get("making")
    if kept is None or kept.job != job:
        if kept:
            kept.give_up()
        kept = st.session_state["making"] = Making(job)
    return kept


def make_again() -> None:
    """Begin anew with the files, since some could not be made."""
    st.session_state.pop("making", None)


def in_front() -> list[Lever]:
    """The preset's choice of levers in front; without one, the council's and each option's time and cost."""
    chosen = scenario().shown_levers
    levers = [lever for lever in engine().levers if lever.group is not Group.WEIGHTS]
    if chosen:
        return [lever for lever in levers if lever.id in chosen]
    return [
        lever for lever in levers
        if lever.group is Group.COUNCIL or lever.id.endswith((".months", ".cost_change"))
    ]


def kept(key: str, otherwise: object) -> object:
    """What a control of another view was left at."""
    return st.session_state.get(key, otherwise)


def value(lever: Lever) -> float:
    """Where a lever stands."""
    return st.session_state["changes"].get(lever.id, lever.default)


def changed(lever: Lever) -> bool:
    """Whether the visitor moved it."""
    return lever.id in st.session_state["changes"]


def changes() -> int:
    """How many levers the visitor moved."""
    return len(st.session_state["changes"])


def refusal(lever: Lever) -> Refusal | None:
    """The last entry into this lever, if it was refused."""
    refused = st.session_state["refusal"]
    return refused if refused and refused.lever == lever.id else None


def slider(lever: Lever, place: str) -> dict[str, object]:
    """Key and value of a lever's slider; ``place`` tells two panels apart."""
    return _control(f"slide:{place}:{lever.id}", float(value(lever)))


def entry(lever: Lever, place: str) -> dict[str, object]:
    """Key and value of a lever's typed value; a refused text stays to be mended."""
    refused = refusal(lever)
    return _control(f"type:{place}:{lever.id}", refused.text if refused else typed(value(lever), lever.measure.unit))


def _control(name: str, wanted: object) -> dict[str, object]:
    """What a control is drawn with. One that must show another value than it does becomes a new control.

    Its page sends, with every change, what all its controls show. If one were only given another value, the page
    might send the old one just before it hears of it, and that would look like a change made by hand.
    """
    drawn = st.session_state["drawn"]
    number, shown = drawn.get(name, (0, wanted))
    by_hand = name in st.session_state["by_hand"]
    if shown != wanted and not by_hand:
        number += 1
    drawn[name] = number, wanted
    key = f"{name}:{number}"
    if shown != wanted and by_hand:  # only tidied, so it keeps the focus
        st.session_state[key] = wanted
        return {"key": key}
    return {"key": key, "value": wanted}


def _take_in() -> None:
    """Read what was done by hand off the controls themselves.

    Callbacks would miss some of it: Streamlit stops a run, callbacks included, as soon as the next change arrives.
    What a stopped run did not finish here, the next one finds again.
    """
    drawn, moved = st.session_state["drawn"], {}
    for name, (number, shown) in drawn.items():
        now = st.session_state.get(f"{name}:{number}", shown)
        if now != shown:
            moved[name] = number, now
    for name, (_, now) in moved.items():
        if name.startswith("kept:"):
            _rename(*name.split(":")[1:], now)
        lever = engine().offered.get(name.rpartition(":")[2])
        if lever is not None:
            _move(lever, now)
    drawn.update(moved)
    st.session_state["by_hand"] = set(moved)


LIVE = "live-levers"
"""The key of the live board's levers."""


def plain() -> str:
    """Why Streamlit's own sliders stand in for the live board; nothing while it works."""
    return st.session_state.get("plain", "")


def use_plain(why: str) -> None:
    """Do without the live board from here on."""
    st.session_state["plain"] = why


@dataclass(frozen=True)
class Replay:
    """A change to be played to a room once: what was changed before it, and a name for this asking."""

    token: str
    before: Mapping[str, float]


def play(before: Mapping[str, float]) -> None:
    """Ask the live board to play the step from these changes to the present ones."""
    st.session_state["replay"] = Replay(uuid4().hex, before), case()


def replay() -> Replay | None:
    """The change to play, while it is still the last one."""
    asked, when = st.session_state.get("replay", (None, None))
    return asked if when == case() else None


FIGURE = "figure"
"""The key of the chart."""
WIDTHS = range(280, 1401)
"""Px that a chart may be wide."""


def measured() -> None:
    """The page found charts to have another width than they were drawn for."""
    width = st.session_state[FIGURE].get("width")
    if isinstance(width, int) and width in WIDTHS:
        st.session_state["chart_width"] = width


def chart_width() -> int:
    """Px that the page has for a chart; until it says so, those of a phone (MDN: look for Mobi) or of a projector."""
    on_phone = "Mobi" in (st.context.headers.get("User-Agent") or "")
    return st.session_state.get("chart_width", COMPACT.width if on_phone else WIDE.width)


def visit() -> dict[str, object]:
    """What the live board needs to know of this visit: who it is, and up to which number its moves are in."""
    return {
        "visit": st.session_state["visit"],
        "acknowledged": st.session_state["acknowledged"],
        "preset": st.session_state["preset"],
        "changes": st.session_state["changes"],
    }


def sent() -> None:
    """The live board sent its moves; what it sends again after an answer was lost is taken once."""
    try:
        message = Sent.model_validate(st.session_state[LIVE].get("sent"))
    except ValidationError:
        return  # not from our page
    if message.visit == st.session_state["visit"] and message.number > st.session_state["acknowledged"]:
        if message.preset is None or known(message.preset):
            _accept(message)
        # Last, so that moves a stopped run did not finish are sent again.
        st.session_state["acknowledged"] = message.number


def _accept(message: Sent) -> None:
    if message.preset:
        _come_back(message.preset, message.changes)
    for name, entry in message.moves:
        if name in engine().offered:
            _move(engine().offered[name], entry)


def _come_back(preset: str, changes: Mapping[str, float]) -> None:
    """A visit the server has forgotten, as the page remembers it."""
    st.session_state["preset"] = preset
    reset_all()
    for name, now in changes.items():
        if name in engine().offered:
            _move(engine().offered[name], now)


def _move(lever: Lever, entry: Entry) -> None:
    """A number from a slider, words from an entry, None to reset: taken whole or refused whole."""
    try:
        _set(lever, lever.default if entry is None else _read(entry, lever))
    except LeverError as error:
        st.session_state["refusal"] = Refusal(lever.id, str(entry), str(error))


def _read(entry: float | str, lever: Lever) -> float:
    return read_number(entry, lever) if isinstance(entry, str) else lever.accept(entry)


def offer(lever: Lever, other: float) -> None:
    """Take another value the preset offers."""
    _set(lever, lever.accept(other))


def rescale_weights() -> None:
    """Swing weights: the largest gets 100, the others their share of it."""
    weights = {lever.id: lever for lever in engine().levers if lever.group is Group.WEIGHTS}
    for name, weight in swing_weights({name: value(lever) for name, lever in weights.items()}).items():
        _set(weights[name], weight)


def reset(lever: Lever) -> None:
    """Put one lever back to the preset."""
    _set(lever, lever.default)


def reset_all() -> None:
    """Put every lever back to the preset."""
    st.session_state["changes"] = {}
    _told()


def _told() -> None:
    """What was said of an earlier doing is over with the next."""
    st.session_state.update(refusal=None, notices=(), file_told="", kept_fault="")


def preset_picker(label: str) -> None:
    """The list of shipped presets; another one starts with its own numbers."""
    if st.session_state.get("choice") != st.session_state["preset"]:
        st.session_state["choice"] = st.session_state["preset"]
    names = {name: preset.name for name, preset in shelf().presets.items()}
    names |= {name: f"{own.scenario.name} (yours)" for name, own in st.session_state["own"].items()}
    st.selectbox(
        label, list(names), key="choice", format_func=lambda name: names.get(name, name), on_change=_choose_preset,
        label_visibility="collapsed", filter_mode=None,
    )


def _choose_preset() -> None:
    if known(st.session_state["choice"]):
        st.session_state["preset"] = st.session_state["choice"]
        reset_all()


def _set(lever: Lever, now: float) -> None:
    kept = {name: old for name, old in st.session_state["changes"].items() if name != lever.id}
    st.session_state["changes"] = kept if now == lever.default else {**kept, lever.id: now}
    _told()
