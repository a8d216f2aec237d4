"""A visit from its address on: what it opens with, what can be undone, and the address that says it all."""

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import uuid4

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from model.appraisal import Appraisal
from model.link import MODEL, SAW, VIEW, Saw, from_parameters, saw, to_parameters
from model.text import quoted
from ui.address import base
from ui.history import History, Snapshot
from ui.shelf import shelf
from ui.state.controls import take_in
from ui.state.keeping import rename
from ui.state.shown import appraised, known, reset_all, snapshot
from words.older_link import other_answer

NOT_OF_THE_CASE = frozenset({MODEL, VIEW, SAW})
"""What an address says beside what is shown."""


def start(views: list[str]) -> None:
    """Seed a new visit, follow the browser back and forth, then take in what was done by hand."""
    if "visit" not in st.session_state:
        st.session_state.update(visit=uuid4().hex, acknowledged=0, drawn={}, own={}, kept=())
        st.session_state.update(chosen=0, first_view=views[0], drawn_view=("", 1))
        _open_address(views)
        st.session_state["history"] = History(snapshot())
    elif _went_back_or_forth():
        _follow_address(views)
    take_in(rename)
    st.session_state["history"] = _history().then(snapshot())


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
    now = appraised(st.session_state["changes"])
    if told := other_answer(opened.version, opened.saw, now, complete=not problems):
        problems.append(told)
    st.session_state["notices"] = tuple(problems)


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
    return appraised(there.changes) if same else None


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


def publish() -> None:
    """Keep the address bar true of what is shown, so that a reload or a copied address shows the same.

    All in one message: each is an entry in the browser's history.
    """
    shown = _parameters()
    if st.query_params.to_dict() != shown:
        st.query_params.from_dict(shown)


def _parameters() -> dict[str, str]:
    view = st.session_state[VIEW]
    seen = saw(appraised(st.session_state["changes"]))
    return _parameters_of(snapshot(), None if view == st.session_state["first_view"] else view, seen)


def _parameters_of(shown: Snapshot, view: str | None = None, seen: Saw | None = None) -> dict[str, str]:
    own = st.session_state["own"]
    kept = [each for each in shown.kept if each.preset not in own]
    name = own[shown.preset].scenario.name if shown.preset in own else None
    return to_parameters(shown.preset, shown.changes, kept, view, seen, name)


def link(with_view: bool = True) -> str:
    """The address of what is shown, as others reach it; without the view it opens on the first one."""
    told = {name: text for name, text in _parameters().items() if with_view or name != VIEW}
    return f"{base(st.context.url or '')}?{urlencode(told)}"
