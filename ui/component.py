"""A part of the page that is our own in the browser too, its files in a folder called browser beside its Python."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest


@dataclass(frozen=True)
class Component:
    """Called as what `st.components.v2.component` returns."""

    project: str
    name: str
    folder: Path
    """Holds the folder called browser."""
    script: str
    isolate_styles: bool = True

    def __call__(self, **given: object) -> object:
        return _registered(get_bidi_component_manager(), self)(**given)

    def serve(self) -> None:
        """Have the files served, though the part itself may not be on the page."""
        _registered(get_bidi_component_manager(), self)


@lru_cache(maxsize=8)
def _registered(manager: BidiComponentManager, part: Component) -> Callable[..., object]:
    """Streamlit serves a component's files only if told of their folder; it looks in installed packages alone."""
    manifest = ComponentManifest(part.project, "1", [ComponentConfig(part.name, "browser")])
    manager.register_from_manifest(manifest, part.folder)
    return st.components.v2.component(
        f"{part.project}.{part.name}", js=part.script, isolate_styles=part.isolate_styles
    )
