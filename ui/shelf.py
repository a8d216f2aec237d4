"""The presets on offer: those that ship, and what a visitor brings along."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from model.engine import Engine
from model.presets import PresetError, load, shipped
from model.scenario import Scenario


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
def shipped_engine(preset: str) -> Engine:
    """The engine of a shipped preset, shared by all visitors."""
    return Engine(shelf().presets[preset])
