"""A chart as every view shows it: the finding as its title, the figure, and the same numbers as a table."""

from base64 import b64encode
from datetime import date
from types import ModuleType

import streamlit as st

from charts.canvas import Figure, fitted, halved
from charts.drawing import svg
from charts.framing import Sheet, framed
from charts.style import Theme
from model.appraisal import Appraisal
from ui import board, state
from ui.pieces import draw
from words.provenance import how_many_assumed
from words.stamp import stamp


def chart(module: ModuleType, now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """A figure of the appraisal against its preset; nothing where the scenario has no data for it."""
    if module.offered(now.scenario):
        _draw(module, module.figure(now, preset, theme, fitted(state.chart_width())), theme, now)


def finding(module: ModuleType, now: Appraisal, found: object, theme: Theme) -> None:
    """A figure of something found out about the appraisal; nothing where there is nothing to show."""
    if module.offered(now, found):
        _draw(module, module.figure(now, found, theme, fitted(state.chart_width())), theme, now, found)


def glance(module: ModuleType, now: Appraisal, found: object, theme: Theme) -> None:
    """A finding's figure as one of two side by side; its own question has it large, and as a table."""
    if module.offered(now, found):
        figure = module.figure(now, found, theme, halved(state.chart_width()))
        _head_and_figure(module, figure, theme, now, found, small=True)


def _draw(module: ModuleType, figure: Figure, theme: Theme, now: Appraisal, *found: object) -> None:
    _head_and_figure(module, figure, theme, now, *found)
    headers, rows = module.table(now, *found)
    with st.expander("The same as a table", key=f"table-{_name(module)}"):
        draw("table", caption=module.title(now, *found), headers=headers, rows=rows)


def _head_and_figure(
    module: ModuleType, figure: Figure, theme: Theme, now: Appraisal, *found: object, small: bool = False
) -> None:
    title, shows, alt = (said(now, *found) for said in (module.title, module.shows, module.alt))
    draw("chart_head", title=title, note=shows)
    with st.container(key=f"{'small' if small else 'chart'}-{_name(module)}"):
        sheet = framed(figure, title, shows, _foot(now), theme)
        show(figure, sheet, title, alt, _file(module, now), small)


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def show(figure: Figure, sheet: Sheet, title: str, alt: str, file: str, small: bool) -> None:
    """The chart alive; a mere picture of it where the page has to do without the board."""
    if state.plain():
        draw("picture", alt=alt, drawing=b64encode(svg(figure).encode()).decode())
    else:
        board.chart(svg(sheet.figure, window=sheet.chart), title, alt, file, small)


def _file(module: ModuleType, now: Appraisal) -> str:
    """What its picture is called: the chart, the scenario, and whether anything was changed."""
    return f"{module.FILE}-{now.scenario.id}{'-changed' if now.changes else ''}"


def _foot(now: Appraisal) -> list[str]:
    """What travels along with a saved picture: the scenario, how firm its numbers are, and where to open it again."""
    stamped = stamp(now, f"{date.today():%-d %B %Y}", state.link())
    return [stamped.line, how_many_assumed(now), stamped.link]
