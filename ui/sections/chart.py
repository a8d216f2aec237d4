"""A chart as every view shows it: the finding as its title, the figure, and the same numbers as a table."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import ModuleType

import streamlit as st

from charts.canvas import Figure, fitted, halved
from charts.drawing import svg
from charts.framing import framed
from charts.style import Theme
from model.appraisal import Appraisal
from ui import board, state
from ui.pieces import draw, render
from words.numbers import day
from words.provenance import how_many_assumed
from words.stamp import stamp

SAME = "The same as a table"


def chart(module: ModuleType, now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """A figure of the appraisal against its preset; nothing where the scenario has no data for it."""
    if module.offered(now.scenario):
        show(drawn(module, now, preset, theme))


def drawn(module: ModuleType, now: Appraisal, preset: Appraisal, theme: Theme) -> "Chart":
    """The same, ready to be shown."""
    return _chart(module, module.figure(now, preset, theme, fitted(state.chart_width())), theme, now)


def finding(module: ModuleType, now: Appraisal, found: object, theme: Theme) -> None:
    """A figure of something found out about the appraisal; nothing where there is nothing to show."""
    if module.offered(now, found):
        show(_chart(module, module.figure(now, found, theme, fitted(state.chart_width())), theme, now, found))


def glance(module: ModuleType, now: Appraisal, found: object, theme: Theme) -> None:
    """A finding's figure as one of two side by side; its own question has it large, and as a table."""
    if module.offered(now, found):
        figure = module.figure(now, found, theme, halved(state.chart_width()))
        show(_chart(module, figure, theme, now, found, small=True))


def _chart(
    module: ModuleType, figure: Figure, theme: Theme, now: Appraisal, *found: object, small: bool = False
) -> "Chart":
    title, shows, alt = (said(now, *found) for said in (module.title, module.shows, module.alt))
    table = {} if small else dict(zip(("headers", "rows"), module.table(now, *found), strict=True))
    return Chart(
        module.__name__.rpartition(".")[2], figure, _on_sheet(figure, title, shows, _foot(now), theme), title, alt,
        _file(module, now), small,
        head=render("chart_head", title=title, note=shows),
        table=render("table", caption=title, **table) if table else "",
    )  # fmt: skip


def _on_sheet(figure: Figure, title: str, shows: str, foot: list[str], theme: Theme) -> str:
    """Drawn with room around it for what a saved picture says besides, and seen through the chart's own window."""
    sheet = framed(figure, title, shows, foot, theme)
    return svg(sheet.figure, window=sheet.chart)


@dataclass(frozen=True)
class Chart:
    """A figure and all that goes with it."""

    name: str
    figure: Figure
    drawing: str
    """SVG of it on its sheet."""
    title: str
    alt: str
    file: str
    """What its picture is called: the chart, the scenario, and whether anything was changed."""
    small: bool
    head: str
    """HTML of the finding and of what is shown."""
    table: str
    """HTML of its numbers; none beside a small one."""


def show(chart: Chart) -> None:
    """In its place."""
    with st.container(key=f"{'small' if chart.small else 'chart'}-{chart.name}"):
        put(chart)


def put(chart: Chart) -> None:
    """Alive and in one piece; piece by piece where the page has to do without the board."""
    if state.plain():
        in_pieces(chart, lambda: draw("picture", alt=chart.alt, drawing=_encoded(chart.figure)))
    else:
        board.chart(
            name=chart.name, svg=chart.drawing, title=chart.title, alt=chart.alt, file=chart.file, small=chart.small,
            head=chart.head, table=chart.table,
        )  # fmt: skip


def in_pieces(chart: Chart, picture: Callable[[], None]) -> None:
    """Head, picture and table, each as a part of the page."""
    st.html(chart.head)
    picture()
    if chart.table:
        with st.expander(SAME, key=f"table-{chart.name}"):
            st.html(chart.table)


def _encoded(figure: Figure) -> str:
    return b64encode(svg(figure).encode()).decode()


def _file(module: ModuleType, now: Appraisal) -> str:
    return f"{module.FILE}-{now.scenario.id}{'-changed' if now.changes else ''}"


def _foot(now: Appraisal) -> list[str]:
    """What travels along with a saved picture: the scenario, how firm its numbers are, and where to open it again."""
    stamped = stamp(now, day(date.today()), state.link())
    return [stamped.line, how_many_assumed(now), stamped.link]
