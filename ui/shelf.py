"""The presets on offer: those that ship, and what a visitor brings along.

Remembered by Python and not by Streamlit, whose memory takes a tenth of a millisecond to ask: a page asks 30 times.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from model.engine import Engine
from model.presets import PresetError, load, shipped
from model.scenario import Scenario


@dataclass(frozen=True)
class Shelf:
    """The shipped presets by id, and one sentence for each file that cannot be used."""

    presets: Mapping[str, Scenario]
    faults: tuple[str, ...]


@cache
def shelf() -> Shelf:
    """Read once, so that a file spoilt while the page is open harms nobody."""
    presets, faults = {}, []
    for name in shipped():
        try:
            presets[name] = load(name)
        except PresetError as error:
            faults.append(str(error))
    return Shelf(presets, tuple(faults))


@cache
def shipped_engine(preset: str) -> Engine:
    """The engine of a shipped preset, shared by all visitors."""
    return Engine(shelf().presets[preset])
