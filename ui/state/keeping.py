"""Scenarios kept beside the one on screen, and files that hold them."""

import streamlit as st
from pydantic import ValidationError

from model.appraisal import evaluate
from model.kept import Kept, free_letter
from model.link import saw
from model.presets import PresetError, first_fault
from model.saved import Saved, read
from model.text import quoted
from ui.sent import SentFile
from ui.state.controls import control
from ui.state.shown import appraised, known, reset_all, shipped, snapshot
from words.older_link import other_answer
from words.scenarios import Named


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
    return control(f"kept:{each.letter}:{part}", getattr(each, part))


def rename(letter: str, part: str, text: str) -> None:
    """Another ``name`` or ``note`` for a kept scenario."""
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
    return [Named("", "On screen", "", appraised(st.session_state["changes"])), *kept]


def saved() -> Saved:
    """All that is shown and kept, ready to be written to a file."""
    shown, own = snapshot(), st.session_state["own"]
    needed = {shown.preset, *(each.preset for each in shown.kept)}
    return Saved(
        shown.preset, shown.changes, kept_scenarios(), saw=saw(appraised(shown.changes)),
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
        found = read(file.content, file.name, shipped)
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
    told = other_answer(found.version, found.saw, appraised(found.changes), complete=True)
    st.session_state["notices"] = (told,) if told else ()


def file_told() -> str:
    """What became of the last file, until something else is done."""
    return st.session_state.get("file_told", "")


def leaves_out() -> bool:
    """Whether something was kept that no link can carry."""
    return any(each.preset in st.session_state["own"] for each in st.session_state["kept"])
