"""What a visitor has chosen: the preset, the changed levers, the last refusal.

The only file that touches the session.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.levers import Group, Lever, LeverError
from model.presets import PresetError, load, shipped
from model.scenario import Scenario
from model.weights import swing_weights
from words.numbers import read, typed


@dataclass(frozen=True)
class Refusal:
    """What was typed into which lever, and why it was not taken."""

    lever: str
    text: str
    reason: str


@dataclass(frozen=True)
class Shelf:
    """The shipped presets by id, and one sentence for each file that cannot be used."""

    presets: Mapping[str, Scenario]
    faults: tuple[str, ...]


@st.cache_resource(show_spinner=False)
def shelf() -> Shelf:
    """Read once, so that a file spoilt while the page is open harms nobody."""
    presets, faults = {}, []
    for name in shipped():
        try:
            presets[name] = load(name)
        except PresetError as error:
            faults.append(str(error))
    return Shelf(presets, tuple(faults))


@st.cache_resource(max_entries=16, show_spinner=False)
def _engine(preset: str) -> Engine:
    return Engine(shelf().presets[preset])


def start() -> None:
    """Seed a new visit; an old one stays as it is."""
    if st.session_state.get("preset") not in shelf().presets:
        st.session_state["preset"] = next(iter(shelf().presets))
        reset_all()


def engine() -> Engine:
    """The engine of the chosen preset."""
    return _engine(st.session_state["preset"])


def scenario() -> Scenario:
    """The chosen preset."""
    return engine().scenario


def appraisals() -> tuple[Appraisal, Appraisal]:
    """The appraisal with the visitor's changes, and the preset's own."""
    return evaluate(engine(), st.session_state["changes"]), evaluate(engine())


def case() -> tuple:
    """What long work may be remembered by: the preset and the changes, in an order of their own."""
    return st.session_state["preset"], tuple(sorted(st.session_state["changes"].items()))


def in_front() -> list[Lever]:
    """The preset's choice of levers in front; without one, the council's and each option's time and cost."""
    levers = [lever for lever in engine().levers if lever.group is not Group.WEIGHTS]
    if scenario().shown_levers:
        return [lever for lever in levers if lever.id in scenario().shown_levers]
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


def keys(lever: Lever, place: str) -> tuple[str, str]:
    """The widget keys of a lever's slider and of its typed value; ``place`` tells two panels apart."""
    return f"slide:{place}:{lever.id}", f"type:{place}:{lever.id}"


def seed(lever: Lever, place: str) -> tuple[str, str]:
    """Put the lever's value into its widgets before they are drawn; a refused text stays to be mended."""
    slide, text = keys(lever, place)
    now, refused = value(lever), refusal(lever)
    st.session_state[slide] = float(now)
    st.session_state[text] = refused.text if refused else typed(now, lever.measure.unit)
    return slide, text


def slid(lever: Lever, place: str) -> None:
    """The slider was moved. A page cannot send a value between stops, but a program could."""
    moved = st.session_state[keys(lever, place)[0]]
    try:
        _set(lever, lever.accept(moved))
    except LeverError as error:
        st.session_state["refusal"] = Refusal(lever.id, str(moved), str(error))


def entered(lever: Lever, place: str) -> None:
    """A value was typed: taken whole or refused whole."""
    text = st.session_state[keys(lever, place)[1]]
    try:
        _set(lever, read(text, lever))
    except LeverError as error:
        st.session_state["refusal"] = Refusal(lever.id, text, str(error))


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
    st.session_state["refusal"] = None


def preset_picker(label: str) -> None:
    """The list of shipped presets; another one starts with its own numbers."""
    st.session_state["choice"] = st.session_state["preset"]
    presets = shelf().presets
    st.selectbox(
        label, list(presets), key="choice", format_func=lambda name: presets[name].name, on_change=_choose_preset,
        label_visibility="collapsed", filter_mode=None,
    )


def _choose_preset() -> None:
    if st.session_state["choice"] in shelf().presets:
        st.session_state["preset"] = st.session_state["choice"]
        reset_all()


def _set(lever: Lever, now: float) -> None:
    kept = {name: old for name, old in st.session_state["changes"].items() if name != lever.id}
    st.session_state["changes"] = kept if now == lever.default else {**kept, lever.id: now}
    st.session_state["refusal"] = None
