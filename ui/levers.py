"""The lever panel: one loop from lever to widgets. No lever is named here, and nothing else draws one."""

from collections.abc import Callable

import streamlit as st

from model.levers import Group, Lever
from ui import board, state
from ui.captions import around, group_name, name, told
from ui.pieces import draw, marks, md_escape, unit_beside
from words.last_change import last_change
from words.numbers import quantity, typed

NOTHING_YET = "Your last change will show here."


def panel() -> None:
    """Preset, the levers shown in front by group, weights, and the many under "more"."""
    _heading()
    levers, shown = state.engine().levers, state.in_front()
    weights = [lever for lever in levers if lever.group is Group.WEIGHTS]
    _front(_groups(shown))
    _folded("What matters", "weights", _weights_in_words(weights), lambda: _weights(weights))
    rest = [lever for lever in levers if lever not in shown and lever not in weights]
    _folded("More levers", "more", str(len(rest)), lambda: _more(rest))


def _heading() -> None:
    with st.container(key="what-if", horizontal=True, vertical_alignment="center"):
        st.html('<h2 class="panel-title" id="what-if">What if…</h2>')
        with st.container(key="steps", horizontal=True, width="content"):
            _press("Undo", "undo", state.undo, state.can_undo(), "Take the last change back: Ctrl+Z.")
            _press("Redo", "redo", state.redo, state.can_redo(), "Do again what was taken back: Ctrl+Shift+Z.")
            _press("Reset all", "reset-all", state.reset_all, state.changes(), "Put every lever back to the preset.")
    state.preset_picker("Preset")
    _last_change()
    if state.shelf().faults:
        draw("faults", faults=state.shelf().faults)


def _press(label: str, key: str, do: Callable[[], None], possible: object, why: str) -> None:
    st.button(label, key=key, type="tertiary", on_click=do, disabled=not possible, help=why)


def _last_change() -> None:
    """What was changed last, and to see it again; where there is nothing yet it is as high: no lever slips."""
    before, (now, _) = state.before(), state.appraisals()
    with st.container(key="last-change", horizontal=True, vertical_alignment="center"):
        draw("last_change", what=NOTHING_YET if before is None else last_change(before, now))
        if before is not None and not state.plain():
            st.button(
                "Replay", key="play-again", type="tertiary", on_click=state.play, args=(before.changes,),
                help="Play the last change again, from old to new.",
            )


def _front(groups: dict[Group, list[Lever]]) -> None:
    """The live board's levers; Streamlit's own in their place, with a word of why, where they cannot start."""
    if state.plain():
        draw("section", title="", note=state.plain())
        for group, levers in groups.items():
            _group(group, levers)
    else:
        board.levers(groups)


def _groups(levers: list[Lever]) -> dict[Group, list[Lever]]:
    """The levers group by group, in the groups' order."""
    groups = {group: [lever for lever in levers if lever.group is group] for group in Group}
    return {group: members for group, members in groups.items() if members}


def _group(group: Group, levers: list[Lever]) -> None:
    draw("group", name=group_name(group, levers))
    for lever in levers:
        draw_lever(lever, "front", name(lever))


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
    label, unit = md_escape(name), lever.measure.unit
    with st.container(key=f"lever-{place}-{lever.id.replace('.', '-')}"):
        st.slider(
            label, float(lever.measure.least), float(lever.measure.most), step=float(lever.measure.step),
            help=md_escape(told(lever, state.scenario())), format=_format(unit), **state.slider(lever, place),
        )
        st.text_input(
            f"{label}: type a value, {md_escape(unit)}", label_visibility="collapsed", max_chars=24,
            autocomplete="off", **state.entry(lever, place),
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


def _format(unit: str) -> str:
    """How a screen reader says the slider's value, unit included."""
    before, after = around(unit)
    return f"{before}%.10g{after.replace('%', '%%')}"
