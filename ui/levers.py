"""The lever panel: one loop from lever to widgets. No lever is named here, and nothing else draws one."""

from collections.abc import Callable

import streamlit as st

from model.levers import Group, Lever
from model.scenario import Scenario
from ui import state
from ui.pieces import draw, marks, md_escape, unit_beside
from words.numbers import quantity, typed


def panel() -> None:
    """Preset, the levers shown in front by group, weights, and the many under "more"."""
    _heading()
    scenario, levers = state.scenario(), state.engine().levers
    shown = _shown(scenario, levers)
    weights = [lever for lever in levers if lever.group is Group.WEIGHTS]
    for group in Group:
        _group(group, [lever for lever in shown if lever.group is group and lever not in weights])
    _folded("What matters", "weights", _weights_in_words(weights), lambda: _weights(weights))
    rest = [lever for lever in levers if lever not in shown and lever not in weights]
    _folded("More levers", "more", str(len(rest)), lambda: _more(rest))


def _heading() -> None:
    with st.container(key="what-if", horizontal=True, vertical_alignment="center"):
        st.html('<h2 class="panel-title" id="what-if">What if…</h2>')
        st.button(
            "Reset all", key="reset-all", type="tertiary", on_click=state.reset_all,
            disabled=not state.changes(), help="Put every lever back to the preset.",
        )
    state.preset_picker("Preset")
    if state.shelf().faults:
        draw("faults", faults=state.shelf().faults)


def _shown(scenario: Scenario, levers: tuple[Lever, ...]) -> list[Lever]:
    """The preset's choice of levers in front; without one, the council's and each option's time and cost."""
    if scenario.shown_levers:
        return [lever for lever in levers if lever.id in scenario.shown_levers]
    return [
        lever for lever in levers
        if lever.group is Group.COUNCIL or lever.id.endswith((".months", ".cost_change"))
    ]


def _group(group: Group, levers: list[Lever]) -> None:
    if not levers:
        return
    draw("group", name=_group_name(group, levers))
    for lever in levers:
        draw_lever(lever, "front", name=_short(lever))


def _group_name(group: Group, levers: list[Lever]) -> str:
    """A group in which all levers measure the same says so once, in its heading."""
    months = all(lever.option and lever.measure.unit == "months" for lever in levers)
    return f"{group}, months" if months else group.value


_WORDS = {Group.COSTS: "cost", Group.DELIVERY: "time"}


def _short(lever: Lever) -> str:
    """Under its group's heading an option's lever may need one word besides the option."""
    if lever.option is None or lever.group not in _WORDS:
        return lever.title
    return f"{lever.option.short or lever.option.name}, {_WORDS[lever.group]}"


def _weights_in_words(weights: list[Lever]) -> str:
    values = [state.value(lever) for lever in weights]
    if not any(values):
        return "all nil"
    return "all equal" if len(set(values)) == 1 else "weighted"


def _folded(label: str, key: str, beside: str, inside: Callable[[], None]) -> None:
    """A part that opens on demand. What changes stands beside the label: with another label it would close."""
    with st.container(key=f"folded-{key}"):
        draw("beside", words=beside)
        with st.expander(f"**{label}**", key=f"fold-{key}", on_change="rerun") as fold:
            if fold.open:
                inside()


def _weights(levers: list[Lever]) -> None:
    for lever in levers:
        draw_lever(lever, "weights", name=lever.name)


def _more(levers: list[Lever]) -> None:
    """All the others, one group at a time: a hundred sliders at once help nobody."""
    groups = [group.value for group in Group if any(lever.group is group for lever in levers)]
    chosen = st.selectbox("Group", groups, key="more-group", filter_mode=None)
    for lever in levers:
        if lever.group == chosen:
            draw_lever(lever, "more", name=lever.title)


def draw_lever(lever: Lever, place: str, name: str) -> None:
    """Label, help, slider, typed value, status; a reset and the preset's value once it was moved."""
    slide, text = state.seed(lever, place)
    label, unit = md_escape(name), lever.measure.unit
    with st.container(key=f"lever-{place}-{lever.id.replace('.', '-')}"):
        st.slider(
            label, float(lever.measure.least), float(lever.measure.most), step=float(lever.measure.step), key=slide,
            help=md_escape(_help(lever)), on_change=state.slid, args=(lever, place), format=_format(unit),
        )
        st.text_input(
            f"{label}: type a value, {md_escape(unit)}", key=text, on_change=state.entered, args=(lever, place),
            label_visibility="collapsed", max_chars=24, autocomplete="off",
        )
        _foot(lever, place)


def _foot(lever: Lever, place: str) -> None:
    """Where the number comes from, or what it was; and why an entry was refused."""
    measure, refused = lever.measure, state.refusal(lever)
    span = measure.most - measure.least
    draw(
        "foot",
        mark=next((mark for mark in marks(state.scenario()) if lever.option and mark.name == lever.option.name), None),
        preset=(lever.default - measure.least) / span,
        here=(state.value(lever) - measure.least) / span,
        status="yours" if state.changed(lever) else lever.quantity.status.value,
        was=f"was {typed(lever.default, measure.unit)}" if state.changed(lever) else "",
        unit=unit_beside(lever),
        refused=refused.reason if refused else "",
        still=quantity(state.value(lever), measure.unit),
    )
    if state.changed(lever):
        st.button(
            "Reset", key=f"reset:{place}:{lever.id}", type="tertiary",
            on_click=state.reset, args=(lever,), help=md_escape(f"Put {lever.title} back to the preset."),
        )
    elif lever.quantity.offer:
        offered = lever.quantity.offer
        st.button(
            md_escape(f"Try {offered.label}"), key=f"offer:{place}:{lever.id}", type="tertiary",
            on_click=state.offer, args=(lever, offered.value),
        )


def _help(lever: Lever) -> str:
    """What it is, how we know, and where from."""
    known, sources = lever.quantity, state.scenario().sources
    parts = [lever.measure.help, f"Preset {quantity(known.value, lever.measure.unit)}: {known.status}."]
    if known.source:
        source = sources[known.source]
        parts.append(f"{source.title}, {source.publisher}, {source.year}.")
    return " ".join([*parts, known.note]).strip()


def _format(unit: str) -> str:
    """How a screen reader says the slider's value, unit included."""
    if unit.startswith("£"):
        return f"£%.10g{unit[1:]}"
    return f"%.10g%%{unit[1:]}" if unit.startswith("%") else f"%.10g {unit}"
