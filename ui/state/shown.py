"""What is shown: a preset and what was changed, and what it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.levers import Group, Lever, LeverError
from model.scenario import Scenario
from model.weights import swing_weights
from ui.history import Snapshot
from ui.sent import Entry
from ui.shelf import shelf, shipped_engine
from words.numbers import read


@dataclass(frozen=True)
class Refusal:
    """What was typed into which lever, and why it was not taken."""

    lever: str
    text: str
    reason: str


def known(preset: str) -> Engine | None:
    """The engine of a preset that ships or that this visitor brought along."""
    return st.session_state["own"].get(preset) or shipped(preset)


def shipped(preset: str) -> Engine | None:
    """The engine of a shipped preset."""
    return shipped_engine(preset) if preset in shelf().presets else None


def engine() -> Engine:
    """The engine of the chosen preset."""
    return known(st.session_state["preset"])


def scenario() -> Scenario:
    """The chosen preset."""
    return engine().scenario


def appraisals() -> tuple[Appraisal, Appraisal]:
    """The appraisal with the visitor's changes, and the preset's own."""
    return appraised(st.session_state["changes"]), appraised({})


def appraised(changes: Mapping[str, float]) -> Appraisal:
    """The preset shown, with these changes."""
    return _remembered(engine(), frozenset(changes.items()))


@lru_cache(maxsize=256)
def _remembered(engine: Engine, changes: frozenset[tuple[str, float]]) -> Appraisal:
    """One run of the page asks several times over, and many visitors ask the same."""
    return evaluate(engine, dict(changes))


def case() -> tuple:
    """What long work may be remembered by: the preset and the changes, in an order of their own."""
    return st.session_state["preset"], tuple(sorted(st.session_state["changes"].items()))


def is_own() -> bool:
    """Whether the preset shown is one the visitor brought along."""
    return st.session_state["preset"] in st.session_state["own"]


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


def notices() -> tuple[str, ...]:
    """What the link asked for that could not be given, until something is changed."""
    return st.session_state.get("notices", ())


def move(lever: Lever, entry: Entry) -> None:
    """A number from a slider, words from an entry, None to reset: taken whole or refused whole."""
    try:
        _set(lever, lever.default if entry is None else _read(entry, lever))
    except LeverError as error:
        st.session_state["refusal"] = Refusal(lever.id, str(entry), str(error))


def _read(entry: float | str, lever: Lever) -> float:
    return read(entry, lever) if isinstance(entry, str) else lever.accept(entry)


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


def snapshot() -> Snapshot:
    """All that can be undone."""
    return Snapshot(st.session_state["preset"], st.session_state["changes"], st.session_state["kept"])
