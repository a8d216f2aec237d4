"""After the first year: a layer of its own, off until asked for, never mixed into the published figures."""

import streamlit as st

from model.appraisal import Appraisal
from model.discounting import GREEN_BOOK_2026, MOST_YEARS, flat
from model.levers import Group
from model.wholelife import YEARS, OptionWholeLife, WholeLife, whole_life
from ui import state
from ui.levers import draw_lever
from ui.pieces import draw
from words.numbers import money
from words.wholelife import basis, break_even_month, break_even_share, finding

OFF, ON = "Off: as published", "On: later years too"
GREEN_BOOK = "Green Book 2026: 3.5%, 3.0% from year 31, 2.5% from year 76"
REVIEW = "3.0% throughout, as a 2026 review recommends (not adopted)"
SCHEDULES = {GREEN_BOOK: GREEN_BOOK_2026, REVIEW: flat(0.03), "Not discounted": flat(0.0)}


def after_year_one(now: Appraisal) -> None:
    """The switch, and with it on the years, the discount rate and what follows from them."""
    choice = st.segmented_control(
        "After the first year", [OFF, ON], default=OFF, key="after-year-one", required=True, persist_state="session",
    )
    if choice != ON:
        draw("section", title="The published figures end with delivery", note=(
            "Licences in later years, old infrastructure, offices given up and overtime are not in the briefing."
            " Switch this on to look further ahead with assumptions of your own."
        ))  # fmt: skip
        return
    _terms()
    life = later_years(now)
    draw("section", title=finding(now, life), note=basis(now, life))
    draw("table", caption="Whole-life costs", headers=HEADERS, rows=[_row(now, each, life) for each in life.options])
    with st.expander("Year by year, before discounting", key="year-by-year"):
        headers = ["Option", *(f"Year {year}" for year in range(len(life.options[0].yearly)))]
        rows = [[each.option.name, *(money(flow) for flow in each.yearly)] for each in life.options]
        draw("table", caption="Cash flow in each year, year 0 first", headers=headers, rows=rows)
    _levers()


def later_years(now: Appraisal) -> WholeLife | None:
    """The options over the years asked for; None while the layer is off."""
    if state.kept("after-year-one", OFF) != ON:
        return None
    years, rate = state.kept("life-years", YEARS), state.kept("life-rate", GREEN_BOOK)
    return whole_life(now, int(years), SCHEDULES.get(rate, GREEN_BOOK_2026))


def _terms() -> None:
    with st.container(key="life-terms", horizontal=True, vertical_alignment="bottom"):
        st.number_input("Years", 1, MOST_YEARS, YEARS, key="life-years", persist_state="session", width=120)
        st.selectbox(
            "Discount rate, real", list(SCHEDULES), key="life-rate", persist_state="session", filter_mode=None,
        )


HEADERS = [
    "Option", "Net present cost", "Equivalent annual cost", "Breaks even in", "Breaks even with stranded",
    "Cost a person enabled",
]  # fmt: skip


def _row(now: Appraisal, found: OptionWholeLife, life: WholeLife) -> list[str]:
    return [
        found.option.name, money(found.net_present_cost), money(found.equivalent_annual_cost),
        break_even_month(now, found, life), break_even_share(now, found),
        "–" if found.cost_per_person is None else money(found.cost_per_person),
    ]  # fmt: skip


def _levers() -> None:
    levers = [lever for lever in state.engine().levers if lever.group is Group.AFTER_FIRST_YEAR]
    if levers:
        draw("section", title="What the later years rest on", note="All nil or assumed: put in your own figures.")
        with st.container(key="life-levers"):
            for lever in levers:
                draw_lever(lever, "life", name=lever.title)
