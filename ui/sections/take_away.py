"""Take away: the figures on screen as slides, workbook, briefing and tables, built when they are asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from charts.style import Theme
from model.appraisal import Appraisal
from ui import state
from ui.pieces import draw

OFFICE = "application/vnd.openxmlformats-officedocument."


# The libraries of a file are loaded with its first click: the page does not wait for them.


def _slides(now: Appraisal, preset: Appraisal, **stamp: str) -> bytes:
    from exports.deck import deck

    return deck(now, preset, **stamp)


def _workbook(now: Appraisal, preset: Appraisal, **stamp: str) -> bytes:
    from exports.workbook import workbook

    return workbook(now, **stamp)


def _pdf(now: Appraisal, preset: Appraisal, **stamp: str) -> bytes:
    from exports.briefing import briefing_pdf

    return briefing_pdf(now, preset, **stamp)


def _docx(now: Appraisal, preset: Appraisal, **stamp: str) -> bytes:
    from exports.briefing import briefing_docx

    return briefing_docx(now, preset, **stamp)


def _tables(now: Appraisal, preset: Appraisal, **stamp: str) -> bytes:
    from exports.archive import zipped
    from exports.tables import tables

    return zipped(tables(now, preset, **stamp))


@dataclass(frozen=True)
class File:
    """One file on offer: what it is called, what it is good for, and what makes it."""

    label: str
    name: str
    kind: str
    why: str
    make: Callable[..., bytes]


FILES = (
    File("Slides", "side-by-side.pptx", f"{OFFICE}presentationml.presentation",
         "PowerPoint, with charts you can edit and notes to speak from.", _slides),
    File("Workbook", "side-by-side.xlsx", f"{OFFICE}spreadsheetml.sheet",
         "Excel or LibreOffice: the whole model as live formulas, to audit cell by cell.", _workbook),
    File("Briefing, PDF", "side-by-side.pdf", "application/pdf",
         "One page of A4, tagged for screen readers.", _pdf),
    File("Briefing, Word", "side-by-side.docx", f"{OFFICE}wordprocessingml.document",
         "The same, to edit.", _docx),
    File("Tables", "side-by-side.zip", "application/zip",
         "Every table as CSV, for a spreadsheet or a program.", _tables),
)  # fmt: skip


def take_away(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """A button for each file; it is built on the click, with the figures on screen."""
    day, link = f"{date.today():%-d %B %Y}", state.link()
    draw("section", title="Take it away", note="Every file holds the figures on screen, their status and this address.")
    st.code(link, language=None, wrap_lines=True)
    for file in FILES:
        with st.container(key=f"file-{file.name.rpartition('.')[2]}", horizontal=True, vertical_alignment="center"):
            st.download_button(
                file.label, data=lambda file=file: file.make(now, preset, date=day, link=link), file_name=file.name,
                mime=file.kind, key=f"take-{file.name}", on_click="ignore", width=180,
            )
            draw("why", why=file.why)
