"""Take away: the figures on screen in the formats that colleagues edit, made while one reads what they are for."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from charts.style import Theme
from exports.apart import BUNDLE, PREVIEW
from model.appraisal import Appraisal
from ui import state
from ui.making import Making
from ui.pieces import draw
from words import briefing
from words.numbers import day, names
from words.stamp import stamp

OFFICE = "application/vnd.openxmlformats-officedocument."
ZIP = "application/zip"
LOOK = 0.5
"""Seconds from one look at how far the files are to the next."""


@dataclass(frozen=True)
class File:
    """One file on offer: its part of the job, what it is called, for whom, what is inside."""

    part: str
    title: str
    program: str
    button: str
    ending: str
    kind: str
    why: str
    inside: str


FILES = (
    File("deck", "Slides", "PowerPoint", "Save slides", ".pptx", f"{OFFICE}presentationml.presentation",
         "To present: a deck to edit, with notes to speak from.",
         "From verdict to sources; its charts are PowerPoint's own to change."),
    File("scenes", "Scenes", "HTML", "Save scenes", ".html", "text/html",
         "For a stage without a network: the story as one page that needs nothing else.",
         "Opens in any browser; keys to walk through it, notes to speak from."),
    File("workbook", "Workbook", "Excel", "Save workbook", ".xlsx", f"{OFFICE}spreadsheetml.sheet",
         "For finance: the whole model as live formulas, cell by cell.",
         "Inputs with range and source, cost lines, months, outcomes, checks."),
    File("briefing", "Briefing", "PDF", "Save PDF", ".pdf", "application/pdf",
         "For councillors: one page of A4, to print or have read aloud.",
         "Verdict, options, two charts, how sure, what would change it, sources."),
    File("docx", "Briefing to edit", "Word", "Save Word file", ".docx", f"{OFFICE}wordprocessingml.document",
         "For your own report: the same page to rewrite.", "Real headings and tables, pictures with words."),
    File("images", "Pictures", "SVG, PNG and PDF", "Save pictures", "-pictures.zip", ZIP,
         "For a website or slides of your own: every chart, light and dark.",
         "Each with its finding, its scenario and its words for screen readers."),
    File("csv", "Tables", "CSV", "Save tables", "-tables.zip", ZIP,
         "For analysts: every number, for a spreadsheet or a program.",
         "Options, outcomes, cost lines, months, status and source of each number."),
    File(BUNDLE, "Everything", "ZIP", "Save everything", ".zip", ZIP,
         "For the record: all of it in one, to keep with the papers.",
         "With the preset, and a manifest of scenario, changes, version and link."),
)  # fmt: skip

TITLES = {PREVIEW: "preview", **{file.part: file.title.lower() for file in FILES}}


def take_away(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """The files of what is on screen; each can be saved as soon as it is made."""
    today, link = day(date.today()), state.link()
    files = state.making({
        "scenario": now.scenario.model_dump_json(), "changes": dict(now.changes), "date": today, "link": link,
    })  # fmt: skip
    draw(
        "section", title="Take it away",
        note="Every file holds the figures on screen, says of each number how firm it is, and names the scenario, the"
        " version of the model and the link that opens it again.",
    )
    watched = not files.finished
    st.fragment(_offer, run_every=LOOK if watched else None)(files, now, stamp(now, today, link).line, watched)


def _offer(files: Making, now: Appraisal, stamped: str, watched: bool) -> None:
    """What there is so far; while it is ``watched``, drawn again and again until it is all."""
    finished = files.finished
    with st.container(key="take"):
        with st.container(key="take-files"):
            draw("making", files=files, finished=finished, stamped=stamped, titles=TITLES)
            for file in FILES:
                _row(file, files, now.scenario.id, finished)
            if finished and set(TITLES) - set(files.made):
                draw("not_made", missing=names([title for part, title in TITLES.items() if part not in files.made]))
                st.button("Try again", key="take-again", on_click=state.make_again)
        with st.container(key="take-page"):
            _page(files, now)
    if watched and finished:
        st.rerun()


def _row(file: File, files: Making, scenario: str, finished: bool) -> None:
    content = files.made.get(file.part)
    with st.container(key=f"file-{file.part}", horizontal=True, vertical_alignment="top"):
        draw("file", file=file, size=_size(content), missing=finished and content is None)
        if content is not None:
            st.download_button(
                file.button, data=content, file_name=f"{scenario}{file.ending}", mime=file.kind,
                key=f"take-{file.part}", on_click="ignore", width=148,
            )


def _size(content: bytes | None) -> str:
    """97 KB, 1.2 MB."""
    if content is None:
        return ""
    return f"{len(content) / 1e6:.1f} MB" if len(content) >= 999_500 else f"{max(1, round(len(content) / 1000))} KB"


def _page(files: Making, now: Appraisal) -> None:
    """The briefing as it prints."""
    draw("page_head")
    if PREVIEW in files.made:
        st.image(files.made[PREVIEW], width="stretch", alt=f"The briefing page: {briefing.title(now)}")
    else:
        draw("page_blank")
