"""Assumptions: every number with its status, range and source; each can be edited where it stands."""

from dataclasses import dataclass

import streamlit as st

from model.levers import Group, Lever
from model.provenance import Status
from ui import board, state
from ui.pieces import draw, md_escape, render, unit_beside
from words.numbers import quantity, typed

ALL, ASSUMED, YOURS = "Everything", "What we assumed", "What you changed"
ALL_GROUPS = "All groups"


@dataclass(frozen=True)
class Row:
    """One number: what it is called, its typed value, what is known of it; what it was, once it was changed."""

    lever: Lever
    label: str
    entry: str
    refused: state.Refusal | None
    still: str
    status: str
    facts: str
    was: str


def assumptions() -> None:
    """A filter, then one group of numbers at a time."""
    levers = state.engine().levers
    draw("assumptions_head", counts=_counts(levers), title=_title(levers))
    with st.container(key="assumption-filters", horizontal=True, vertical_alignment="bottom"):
        shown = st.segmented_control("Show", [ALL, ASSUMED, YOURS], default=ALL, key="assumed", required=True)
        groups = [group for group in Group if any(lever.group is group for lever in levers)]
        group = st.selectbox("Of", [ALL_GROUPS, *groups], key="assumed-group", filter_mode=None)
    kept = [lever for lever in levers if _kept(lever, shown) and group in (ALL_GROUPS, lever.group)]
    if not kept:
        st.html('<p class="under">No number fits this choice.</p>')
    rows = [_row(lever) for lever in kept]
    if state.plain():
        for row in rows:
            _plain(row)
    else:
        board.numbers(render("assumptions", rows=rows))


def _status(lever: Lever) -> Status:
    return Status.YOURS if state.changed(lever) else lever.quantity.status


def _kept(lever: Lever, shown: str) -> bool:
    wanted = {ASSUMED: Status.ASSUMPTION, YOURS: Status.YOURS}
    return shown == ALL or _status(lever) is wanted[shown]


def _counts(levers: tuple[Lever, ...]) -> list[tuple[str, int]]:
    found = [_status(lever) for lever in levers]
    return [(status.value, found.count(status)) for status in Status if found.count(status)]


def _title(levers: tuple[Lever, ...]) -> str:
    assumed = sum(_status(lever) is Status.ASSUMPTION for lever in levers)
    return f"{assumed} of {len(levers)} numbers are our assumptions; change any of them"


def _row(lever: Lever) -> Row:
    unit, refused, changed = lever.measure.unit, state.refusal(lever), state.changed(lever)
    return Row(
        lever=lever, label=f"{lever.title}: type a value, {unit}",
        entry=refused.text if refused else typed(state.value(lever), unit), refused=refused,
        still=quantity(state.value(lever), unit), status=_status(lever).value, facts=_facts(lever),
        was=typed(lever.default, unit) if changed else "",
    )  # fmt: skip


def _plain(row: Row) -> None:
    """Of Streamlit's own parts; hundreds of them take their time."""
    lever = row.lever
    with st.container(key=f"row-{lever.id.replace('.', '-')}"):
        draw("assumption_name", r=row)
        st.text_input(
            md_escape(row.label), label_visibility="collapsed", max_chars=24, autocomplete="off",
            **state.entry(lever, "assumptions"),
        )
        draw("assumption_known", r=row)
        if row.was:
            st.button(
                "Reset", key=f"reset:assumptions:{lever.id}", type="tertiary", on_click=state.reset, args=(lever,),
                help=md_escape(f"Put {lever.title} back to the preset."),
            )


def _facts(lever: Lever) -> str:
    """Unit, range and source in words."""
    known, unit = lever.quantity, lever.measure.unit
    facts = [unit_beside(lever)] if unit_beside(lever) else []
    if state.changed(lever):
        facts.append(f"was {typed(known.value, unit)}, {known.status}")
    if known.low < known.high:
        facts.append(f"plausible {typed(known.low, unit)} to {typed(known.high, unit)}")
    if known.source:
        source = state.scenario().sources[known.source]
        facts.append(f"{source.title}, {source.publisher}, {source.year}")
    return "; ".join(facts)
