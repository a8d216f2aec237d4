"""How sure: ranges, what matters most, switching values, unknown weights, optimism bias."""

import streamlit as st

from charts import frontier, ranges, tornado
from charts.style import Theme
from model.appraisal import Appraisal
from model.levers import Group
from model.switching import cost_switches, ranking_changes
from model.tornado import tornado as what_matters
from model.uncertainty import Simulation, simulate
from model.weights import Acceptability, acceptability
from ui import state
from ui.levers import draw_lever
from ui.pieces import draw, marks
from ui.sections.after_year_one import after_year_one, later_years
from ui.sections.chart import chart, finding, glance
from ui.sections.optimism import optimism
from words import sureness, switching
from words.numbers import place, share
from words.summary_table import summary_table

DRAWS, SAMPLES, SEED = 10_000, 100_000, 2026
"""Enough that a share moves by less than half a point from seed to seed; the seed makes each view repeatable."""


TO_CHANGE = "What would have to be true for the order to change"
NOTHING_CHANGES = "No single number within its bounds changes the order."


@st.cache_resource(max_entries=64, show_spinner="Trying 10,000 cases…")
def _simulation(case: tuple, _now: Appraisal) -> Simulation:
    return simulate(_now, DRAWS, SEED)


@st.cache_resource(max_entries=64, show_spinner="Trying 100,000 weightings…")
def _acceptability(case: tuple, _now: Appraisal, green_book: bool) -> Acceptability:
    return acceptability(_now, SAMPLES, SEED, green_book)


def how_sure(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """The finding, then one question at a time."""
    simulation = _simulation(state.case(), now)
    draw("sure_head", headline=sureness.headline(now, simulation), first=sureness.first_places(now, simulation))
    chosen = st.segmented_control(
        "Question", list(QUESTIONS), default=next(iter(QUESTIONS)), key="how-sure", required=True,
        label_visibility="collapsed",
    )
    QUESTIONS.get(chosen, _at_a_glance)(now, preset, theme)


def _at_a_glance(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """What the ranges come to, how often each option takes each place, what matters most, what would change it."""
    simulation = _simulation(state.case(), now)
    left, right = st.columns(2, gap="medium")
    with left:
        glance(ranges, now, simulation, theme)
        if now.weighted:
            _places(
                now, [option.rank_shares for option in simulation.options],
                title="How often each comes first, second and so on",
                note=f"Share of {DRAWS:,} draws over every range, with the weights as they are.",
            )
    with right:
        if lead := what_matters(now, "overall"):
            glance(tornado, now, lead, theme)
        _few_switches(now)


def _ranges(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    finding(ranges, now, _simulation(state.case(), now), theme)


def _places(now: Appraisal, parts: list[tuple[float, ...]], title: str, note: str) -> None:
    """How often each option comes first, second and so on."""
    rows = [
        {"mark": mark, "shares": [(part, share(part) if part else "–") for part in option]}
        for mark, option in zip(marks(now.scenario), parts, strict=True)
    ]
    draw("places", rows=rows, title=title, note=note, heads=[place(rank + 1) for rank in range(len(rows))])


def _switches(now: Appraisal) -> None:
    """What would have to be true for the order to change."""
    headers, rows = switching.table(_order_changes(now), now)
    draw("section", title=TO_CHANGE, note="One number moved at a time.")
    if rows:
        draw("table", caption="Switching values", headers=headers, rows=rows)
    else:
        draw("section", title="", note=NOTHING_CHANGES)


def _few_switches(now: Appraisal, most: int = 5) -> None:
    """Those of the highest places, two columns wide."""
    _, rows = switching.table(_order_changes(now), now)
    draw("section", title=TO_CHANGE, note="" if rows else NOTHING_CHANGES)
    if rows:
        draw("switches", caption=TO_CHANGE, rows=rows[:most])


def _order_changes(now: Appraisal) -> list:
    return [*ranking_changes(now), *_own_cost(now)]


def _own_cost(now: Appraisal) -> list:
    """Of the cost switches, those that move an option's whole cost."""
    return [switch for switch in cost_switches(now) if switch.what_if.levers[0].id.endswith(".cost_change")]


def _what_matters(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    measure = st.segmented_control(
        "Lead in", ["points", "pounds"], default="points", key="tornado-measure", required=True,
    )
    found = what_matters(now, "overall" if measure == "points" else "cost")
    if found is None:
        draw("section", title="No option leads, so nothing can take its lead away", note="")
        return
    finding(tornado, now, found, theme)


def _switching(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    _switches(now)
    if now.preferred is None:
        return
    headers, rows = switching.table(cost_switches(now), now)
    draw(
        "section", title="What would make the recommendation the dearer choice",
        note="Cost alone, one number at a time.",
    )
    draw("table", caption="Switching values of cost", headers=headers, rows=rows)


def _weights(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """If nobody agrees on the weights: how often, and for whom, each option is best."""
    view = st.segmented_control(
        "Count", ["All outcomes", "Green Book: without value for money"], default="All outcomes",
        key="weights-view", required=True,
    )
    found = _acceptability(state.case(), now, view != "All outcomes")
    _places(
        now, [option.rank_acceptability for option in found.options], title=sureness.first_by_weights(found),
        note=f"Share of {SAMPLES:,} random weightings, each as likely as any other. Scores as they stand.",
    )
    draw("sentences", sentences=[sureness.central_weights(option, found.outcomes) for option in found.options])
    if view == "All outcomes":
        _swing(now)
    else:
        draw("sentences", sentences=[sureness.dominance(now)])
        chart(frontier, now, preset, theme)


def _swing(now: Appraisal) -> None:
    """The question asked of each outcome, with its weight beside it."""
    draw(
        "section", title="Setting your own weights",
        note="Swing weights: the move that matters most gets 100, the others their share of it.",
    )
    weights = [lever for lever in now.engine.levers if lever.group is Group.WEIGHTS]
    with st.container(key="swing"):
        for lever in weights:
            draw("question", question=sureness.swing_question(now, lever.outcome))
            draw_lever(lever, "swing", name=lever.name)
    st.button(
        "Give the largest 100", key="swing-scale", on_click=state.rescale_weights,
        help="Scales all weights together; no place changes.",
    )


def _after_year_one(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    after_year_one(now)


def _optimism(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    optimism(now)


def _summary_table(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    headers, rows = summary_table(now, later_years(now))
    draw(
        "section", title="Appraisal Summary Table",
        note="In the Treasury's columns (Green Book 2026, 9.3 to 9.6), from what is set here.",
    )
    draw("summary_table", caption="Appraisal Summary Table", headers=headers, rows=rows)


QUESTIONS = {
    "At a glance": _at_a_glance,
    "Ranges": _ranges,
    "What matters most": _what_matters,
    "Switching values": _switching,
    "Weights": _weights,
    "Optimism": _optimism,
    "After year one": _after_year_one,
    "Summary table": _summary_table,
}
