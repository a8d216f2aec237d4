"""Scenarios: up to four kept with a reason, beside each other and what is on screen; and files to keep them in."""

from collections.abc import Sequence

import streamlit as st

from charts import scenarios as panels
from charts.style import Theme
from model.appraisal import Appraisal
from model.kept import Kept, free_letter
from model.saved import write
from model.text import LONGEST_NAME, LONGEST_NOTE
from ui import state
from ui.pieces import draw, marks
from ui.sections.chart import finding
from ui.sharing import opening
from words.scenarios import Named, alike, comes_to, not_compared, settings, settings_title

WHY = "Why: what it stands for, in a sentence"
KEPT_IN = "They stay in the link and in a saved file."
OWN = (
    "This preset is your own: no link can carry it, and it is gone when you leave."
    " Save a file to keep it or to hand it on."
)


def scenarios(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """Keep, compare, and the files."""
    found = state.to_compare()
    _keep()
    compared = alike(found)
    if len(compared) > 1:
        _beside(compared, theme)
    for reason in not_compared(found):
        draw("told", words=reason, alert=False)
    _files()


def _keep() -> None:
    """What was kept, each to be renamed, shown again or let go; and the next."""
    kept = state.kept_scenarios()
    draw("section", title="Keep up to four scenarios and compare them", note=KEPT_IN)
    for each in kept:
        _row(each)
    letter = free_letter(kept)
    if letter:
        _next(letter)
    with st.container(key="kept-fault"):
        if state.kept_fault():
            draw("told", words=state.kept_fault(), alert=True)


def _row(each: Kept) -> None:
    with st.container(key=f"keep-{each.letter}"):
        draw("letter", letter=each.letter)
        _entry(f"Name of {each.letter}", LONGEST_NAME, **state.kept_entry(each, "name"))
        _entry(f"Why {each.letter}", LONGEST_NOTE, placeholder=WHY, **state.kept_entry(each, "note"))
        with st.container(key=f"keep-do-{each.letter}", horizontal=True):
            st.button(
                f"Show {each.letter}", key=f"reopen-{each.letter}", type="tertiary", on_click=state.reopen,
                args=(each.letter,), help=f"Put {each.letter} on screen.",
            )
            st.button(
                f"Remove {each.letter}", key=f"let-go-{each.letter}", type="tertiary", on_click=state.let_go,
                args=(each.letter,), help=f"Keep {each.letter} no longer. Undo brings it back.",
            )


def _entry(label: str, longest: int, **more: object) -> None:
    """Its label is for those who cannot see the letter in front of it."""
    st.text_input(label, max_chars=longest, label_visibility="collapsed", autocomplete="off", **more)


def _next(letter: str) -> None:
    with st.form("keep", clear_on_submit=True, border=False), st.container(key="keep-next"):
        draw("letter", letter=letter)
        _entry(f"Name of {letter}", LONGEST_NAME, key="keep-name", placeholder=f"Name what is on screen now: {letter}")
        _entry(f"Why {letter}", LONGEST_NOTE, key="keep-note", placeholder=WHY)
        st.form_submit_button(f"Keep as {letter}", key="keep-this", on_click=state.keep)


def _beside(found: Sequence[Named], theme: Theme) -> None:
    chosen = st.segmented_control(
        "What the panels show", list(panels.MEASURES), default="Cost", key="scenario-measure", required=True,
        label_visibility="collapsed",
    )
    finding(panels, found[0].appraisal, (found, panels.MEASURES[chosen]), theme)
    headers, rows = settings(found)
    title = settings_title(len(rows))
    draw("section", title=title, note="All others stand at the same value in each.")
    if rows:
        draw("table", caption=title, headers=headers, rows=rows)
    draw("section", title="What each comes to", note="Place, cost, months to complete, score of 100.")
    draw("scenarios", found=found, rows=_results(found))


def _results(found: Sequence[Named]) -> list[tuple]:
    """Of each option: its mark, and for each scenario whether it comes first, and two lines."""
    options = marks(found[0].appraisal.scenario)
    return [(mark, [_result(each.appraisal, index) for each in found]) for index, mark in enumerate(options)]


def _result(now: Appraisal, index: int) -> tuple[bool, str, str]:
    result = now.options[index]
    return now.weighted and result.rank == 1, *comes_to(result, now)


def _files() -> None:
    """Save and open."""
    draw("section", title="Save it, or open a file", note="The file holds what is on screen and all that was kept.")
    if state.is_own():
        draw("told", words=OWN, alert=False)
    with st.container(key="files"):
        saved = state.saved()
        st.download_button(
            "Save this scenario", data=lambda: write(saved), file_name="side-by-side.json", mime="application/json",
            key="save-file", on_click="ignore", width=180,
        )
        opening()
    if state.file_told():
        draw("told", words=state.file_told(), alert=True)
