"""Streamlit's own controls: what each is drawn with, and what was done by hand."""

from collections.abc import Callable

import streamlit as st

from model.levers import Lever
from ui.state.shown import engine, move, refusal, value
from words.numbers import typed


def slider(lever: Lever, place: str) -> dict[str, object]:
    """Key and value of a lever's slider; ``place`` tells two panels apart."""
    return control(f"slide:{place}:{lever.id}", float(value(lever)))


def entry(lever: Lever, place: str) -> dict[str, object]:
    """Key and value of a lever's typed value; a refused text stays to be mended."""
    refused = refusal(lever)
    return control(f"type:{place}:{lever.id}", refused.text if refused else typed(value(lever), lever.measure.unit))


def control(name: str, wanted: object) -> dict[str, object]:
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


def take_in(rename: Callable[[str, str, str], None]) -> None:
    """Read what was done by hand off the controls themselves; ``rename`` is told what a kept scenario is called now.

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
            rename(*name.split(":")[1:], now)
        lever = engine().offered.get(name.rpartition(":")[2])
        if lever is not None:
            move(lever, now)
    drawn.update(moved)
    st.session_state["by_hand"] = set(moved)


def kept(key: str, otherwise: object) -> object:
    """What a control of another view was left at."""
    return st.session_state.get(key, otherwise)
