"""Optimism bias: how far plans have been wrong elsewhere, and what that much would do here."""

import streamlit as st

from model.appraisal import Appraisal
from model.optimism import CATEGORIES, Category, Uplift, biased, verdict
from ui.pieces import draw, md_escape
from words import sureness, uplift

TOGETHER, APART = "One dial for all", "One for each"


def optimism(now: Appraisal) -> None:
    """Dials, what they do, where the answer turns, and how good the evidence is."""
    draw("section", title="If plans prove optimistic", note="Uplifts are added openly (Green Book 6.79), here only.")
    uplifts = _uplifts(now)
    results = biased(now, [uplifts])
    headers, rows = uplift.table(now, uplifts, results)
    draw("section", title=uplift.after_uplift(now, results), note="")
    draw("table", caption="Each option as planned and with these uplifts", headers=headers, rows=rows)
    draw("section", title="Where the answer turns", note="Each found on the dial, whatever it is set to now.")
    draw("sentences", sentences=sureness.optimism(now, verdict(now)))
    draw("section", title="How good the evidence is", note="")
    draw("sentences", sentences=[sureness.evidence(category) for category in CATEGORIES])


def _uplifts(now: Appraisal) -> dict[str, Uplift]:
    """The uplift of every option that costs anything."""
    costly = [result.option for result in now.options if result.cost]
    how = st.segmented_control("Dials", [TOGETHER, APART], default=TOGETHER, key="bias-dials", required=True)
    if how != APART:
        return dict.fromkeys((option.id for option in costly), _dial("all", "All options"))
    return {option.id: _dial(option.id, option.name) for option in costly}


def _dial(key: str, name: str) -> Uplift:
    """Category, and how far up its range; own evidence takes percentages of its own."""
    with st.container(key=f"bias-{key}", horizontal=True, vertical_alignment="bottom"):
        label = md_escape(name)
        category = st.selectbox(
            f"{label}: kind of project", CATEGORIES, key=f"bias-kind-{key}", format_func=lambda each: each.name,
            filter_mode=None,
        )
        if category.source is None:
            return Uplift(*(_percent(key, label, what) for what in ("cost", "time")))
        return category.uplift(_part(key, label, category))


def _percent(key: str, label: str, what: str) -> float:
    return st.slider(f"{label}: {what} uplift", 0, 300, 0, 1, key=f"bias-{what}-{key}", format="%d%%")


def _part(key: str, label: str, category: Category) -> float:
    low, high = category.cost
    return st.slider(
        f"{label}: how far up the range of {low:g}% to {high:g}%", 0, 100, 50, 5, key=f"bias-part-{key}", format="%d%%",
    ) / 100
