"""The views, one tab each; only the open one is computed and drawn."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts import frontier
from charts.style import DARK, LIGHT, Theme
from model.appraisal import Appraisal
from ui import board, state
from ui.pieces import draw
from ui.sections import rows
from ui.sections.assumptions import assumptions
from ui.sections.briefing import briefing
from ui.sections.chart import Chart, drawn, show
from ui.sections.how_sure import how_sure
from ui.sections.options import options
from ui.sections.over_time import over_time
from ui.sections.present import present
from ui.sections.scenarios import scenarios
from ui.sections.take_away import take_away
from ui.tabs import tab_list
from words.last_change import why_reordered
from words.verdict import verdict


def theme() -> Theme:
    """The palette of the theme the visitor sees."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def brand() -> None:
    """The name, and on a phone the way to the levers."""
    draw("brand", changes=state.changes())


def nothing_to_show() -> None:
    """What stands here when no preset can be read."""
    draw("nothing", faults=state.shelf().faults)


def open_view() -> Callable[[], None]:
    """The open view, worked out as far as it can be before anything is sent; to be called where it belongs.

    A browser that is handed the page bit by bit draws it as often.
    """
    now, preset = state.appraisals()
    view = VIEWS[state.view()]
    draw_view = _compare(now, preset, theme()) if view is _compare else partial(view, now, preset, theme())
    return partial(_under_tabs, draw_view, now, preset)


def _under_tabs(draw_view: Callable[[], None], now: Appraisal, preset: Appraisal) -> None:
    """The list of views and the open one, under the verdict; How sure has a finding of its own, Present its scenes."""
    tab_list(list(VIEWS))
    with _place(state.view()):
        with st.container(key="notices"):
            if state.notices():
                draw("notices", notices=state.notices())
        if VIEWS[state.view()] not in (how_sure, present):
            _verdict(now, preset)
        draw_view()


def _place(view: str) -> DeltaGenerator:
    """Where this view is drawn, and nothing where the one before it was.

    In the same place it would begin with the parts of the other, which Streamlit lets go of when the run ends.
    """
    place = state.place(view)
    return [st.container(key=f"view-{view}") if at == place else st.empty() for at in range(2)][place]


def _verdict(now: Appraisal, preset: Appraisal) -> None:
    """Told against the preset, and against the step before where that says something else."""
    said, before = verdict(now, preset), state.before()
    why = why_reordered(before, now) if before else ""
    draw("verdict", verdict=said, last="" if said.moved and said.moved in why else why)


def _compare(now: Appraisal, preset: Appraisal, shown: Theme) -> Callable[[], None]:
    return partial(_compared, drawn(frontier, now, preset, shown), now, preset)


def _compared(figure: Chart, now: Appraisal, preset: Appraisal) -> None:
    above, below = st.container(key="compared"), st.container(key="charted")
    # The chart first: the board above it has looked up in its rows what its fresh table will say.
    with below:
        show(figure)
    with above:
        if state.plain():
            st.html(options(now, preset) + rows.outcomes(now, preset) + rows.drivers(now, preset))
        else:
            board.tables(now, preset)


def _assumptions(now: Appraisal, preset: Appraisal, shown: Theme) -> None:
    assumptions()


def _briefing(now: Appraisal, preset: Appraisal, shown: Theme) -> None:
    briefing(now, preset)


VIEWS = {
    "Compare": _compare,
    "Over time": over_time,
    "How sure": how_sure,
    "Assumptions": _assumptions,
    "Scenarios": scenarios,
    "Present": present,
    "The briefing": _briefing,
    "Take away": take_away,
}
