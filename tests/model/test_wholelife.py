"""After the first year: what is paid and saved in which year, and what it comes to in money of year 0."""

import tomllib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.appraisal import evaluate
from model.discounting import GREEN_BOOK_2026, DiscountError, flat
from model.engine import Engine
from model.levers import Group
from model.scenario import Scenario
from model.wholelife import WholeLife, whole_life, whole_life_costs

UNDISCOUNTED = flat(0)

TWO = """
id = "two"
name = "Two ways"
benchmark = "stay"
organisation = { name = "A council" }
horizon = { value = 24, status = "assumption" }
outcomes = [{ id = "good", name = "Good" }]

[[options]]
id = "stay"
name = "Stay"
months = { value = 0, status = "assumption" }
scores.good = { value = 0, status = "assumption" }
cash_flows = FIRST

[[options]]
id = "go"
name = "Go"
months = { value = 6, status = "assumption" }
scores.good = { value = 50, status = "assumption" }
cash_flows = SECOND
"""


def with_flows(first: list[float], second: list[float]) -> Engine:
    """Two options that bring their own yearly cash flows."""
    text = TWO.replace("FIRST", str(first)).replace("SECOND", str(second))
    return Engine(Scenario.model_validate(tomllib.loads(text)))


def layer(engine: Engine, changes: dict | None = None, years: int = 3, schedule=UNDISCOUNTED) -> WholeLife:
    return whole_life(evaluate(engine, changes), years, schedule)


def yearly(engine: Engine, option: str, changes: dict | None = None, years: int = 3) -> tuple[float, ...]:
    return layer(engine, changes, years).option(option).yearly


# North Council


@pytest.mark.parametrize(
    ("option", "total"),
    # The first year's cost and two more years of licences: 2,775,000 + 2 x 4,500 x 240; 4,710,000 + 2 x 4,500 x 300;
    # 1,561,000 + 2 x 4,500 x 90.
    [("do-nothing", 0), ("m365", 4_935_000), ("cloud", 7_410_000), ("hybrid", 2_371_000)],
)
def test_licences_for_three_years_undiscounted(engine, option, total):
    found = layer(engine).option(option)
    assert sum(found.yearly) == found.net_present_cost == total


def test_the_first_year_is_the_published_cost(engine):
    for result, found in zip(evaluate(engine).options, layer(engine, years=1).options, strict=True):
        assert found.yearly == (result.cost,)
        assert found.net_present_cost == result.cost
        assert found.cost_per_person == result.cost_per_person


@pytest.mark.parametrize(
    ("years", "saving"),
    # Cloud is delivered after 18 months, so it saves for 1.5 and 8.5 years: (7,410,000 - 2,371,000) / 1.5 = 3,359,333;
    # (16,860,000 - 5,206,000) / 8.5 = 1,371,059.
    [(3, 3_359_333), (10, 1_371_059)],
)
def test_cloud_matches_hybrid_only_if_retired_infrastructure_saves_so_much(engine, years, saving):
    found = layer(engine, {"cloud.retired_saving": saving}, years)
    assert found.option("cloud").net_present_cost == pytest.approx(found.option("hybrid").net_present_cost, abs=5)


def test_hybrid_over_three_years_at_the_green_books_rate(engine):
    # 1,561,000 + 405,000 / 1.035 + 405,000 / 1.035 squared = 1,561,000 + 391,304.35 + 378,071.83 = 2,330,376.18;
    # / (0.966184 + 0.933511 + 0.901943 = 2.801637) = 831,790.9 a year; / 1,012.5 people = 2,301.61 each.
    found = layer(engine, schedule=GREEN_BOOK_2026).option("hybrid")
    assert found.net_present_cost == pytest.approx(2_330_376.18, abs=0.01)
    assert found.equivalent_annual_cost == pytest.approx(831_790.9, abs=0.1)
    assert found.cost_per_person == pytest.approx(2_301.61, abs=0.01)


def test_retained_infrastructure_is_paid_every_year_after_the_first(engine):
    assert yearly(engine, "m365", {"m365.retained_infrastructure": 100_000}) == (2_775_000, 1_180_000, 1_180_000)


def test_retired_infrastructure_saves_from_the_end_of_delivery(engine):
    # M365 is delivered after 3 of the first 12 months, cloud in the middle of the second year.
    assert yearly(engine, "m365", {"m365.retired_saving": 100_000}) == (2_700_000, 980_000, 980_000)
    assert yearly(engine, "cloud", {"cloud.retired_saving": 100_000}) == (4_710_000, 1_300_000, 1_250_000)


def test_released_offices_save_once_their_leases_have_ended(engine):
    # Hybrid releases two offices; delivered after half a year, two years of lease: from the middle of the third year.
    saving = {"after_first_year.office_saving": 100_000}
    assert yearly(engine, "hybrid", saving, 4) == (1_561_000, 405_000, 305_000, 205_000)
    at_once = saving | {"after_first_year.lease_lag": 0}
    assert yearly(engine, "hybrid", at_once) == (1_461_000, 205_000, 205_000)


OVERTIME = {"after_first_year.overtime": 100}


def test_overtime_pays_for_the_work_that_comes_back_when_it_comes_back(engine):
    # Half of 1,125 staff-months a month comes back, at 3,033 x 1.5: 6,750 in the first year, 3,375 in the second.
    assert yearly(engine, "do-nothing", OVERTIME) == pytest.approx((30_709_125, 15_354_562.5, 0))
    # Hybrid: half of 5,062.5 stranded + 270 dip = 2,666.25 in all.
    extra = sum(yearly(engine, "hybrid", OVERTIME)) - sum(yearly(engine, "hybrid"))
    assert extra == pytest.approx(2_666.25 * 4_549.5)


def test_half_of_the_backlog_in_overtime_costs_half(engine):
    half, whole = (sum(yearly(engine, "do-nothing", {"after_first_year.overtime": share})) for share in (50, 100))
    assert half == pytest.approx(whole / 2)


def test_overtime_takes_the_place_of_spare_capacity(engine):
    with_spare, without = (yearly(engine, "cloud", OVERTIME | {"disruption.catch_up": spare}) for spare in (10, 0))
    assert with_spare == without


def test_the_pay_of_idle_staff_is_in_no_year(engine):
    cheap, dear = (
        [found.yearly for found in layer(engine, {"disruption.staff_cost": pay}).options] for pay in (1_000, 10_000)
    )
    assert cheap == dear


def test_overtime_after_the_years_asked_for_is_not_counted(engine):
    assert yearly(engine, "do-nothing", OVERTIME, years=1) == pytest.approx((30_709_125,))


def test_waiting_moves_all_money_by_as_many_months(engine):
    # Half a year: half of the first twelve months' money, then the other half and half a year of licences.
    assert yearly(engine, "hybrid", {"delay": 6}) == (780_500, 780_500 + 202_500, 405_000)
    later = yearly(engine, "cloud", {"delay": 12, "cloud.retired_saving": 100_000}, years=4)
    assert later == (0, *yearly(engine, "cloud", {"cloud.retired_saving": 100_000}))


def test_optimism_about_costs_reaches_the_licences_too(engine):
    assert yearly(engine, "hybrid", {"hybrid.cost_change": 10}) == pytest.approx((1_717_100, 445_500, 445_500))


# Cases published elsewhere, as cash flows


@pytest.mark.parametrize(
    ("rate", "flows", "value"),
    # Brealey, Myers and Marcus, Fundamentals of Corporate Finance, chapter 8, questions 1 and 3: net present values of
    # 48.20 and 44.37, 23.85 and 24.59. What comes in is below nil here.
    [
        (0.11, [200, -80, -80, -80, -80], 48.20),
        (0.11, [200, -100, -100, -100], 44.37),
        (0.16, [200, -80, -80, -80, -80], 23.85),
        (0.16, [200, -100, -100, -100], 24.59),
    ],
)
def test_a_published_net_present_value(rate, flows, value):
    found = layer(with_flows([0], flows), years=4, schedule=flat(rate)).option("go")
    assert found.net_present_cost == pytest.approx(-value, abs=0.005)


def test_a_published_equivalent_annual_cost():
    # HM Treasury, The Green Book, 1997, 4.56: at 6%, 100 now is worth 13.59 a year for ten years, first a year from now.
    found = layer(with_flows([0], [100]), years=10, schedule=flat(0.06)).option("go")
    assert found.equivalent_annual_cost == pytest.approx(13.59, abs=0.005)


def test_the_equivalent_annual_cost_is_paid_in_each_year_after_year_0():
    # At 10% a pound in the years 1 to 3 is worth 0.90909 + 0.82645 + 0.75131 = 2.48685; 100 / 2.48685 + 10 = 50.21.
    found = layer(with_flows([0], [100, 10, 10, 10]), years=3, schedule=flat(0.1)).option("go")
    assert found.equivalent_annual_cost == pytest.approx(50.21, abs=0.005)


def test_each_year_of_the_schedule_counts_with_its_own_factor():
    # 1,000 in year 0, 30, 31, 75 and 76: 1,000 + 356.28 + 345.90 + 94.21 + 91.92 = 1,888.31.
    flows = [0.0] * 77
    for year in (0, 30, 31, 75, 76):
        flows[year] = 1000
    found = layer(with_flows([0], flows), years=100, schedule=GREEN_BOOK_2026).option("go")
    assert found.net_present_cost == pytest.approx(1_888.31, abs=0.01)


def test_cash_flows_count_up_to_the_last_year_asked_for():
    engine = with_flows([1, 2], [10, 20, 30, 40, 50])
    assert yearly(engine, "go", years=3) == (10, 20, 30, 40)
    assert yearly(engine, "stay", years=3) == (1, 2, 0, 0)
    assert yearly(engine, "go", years=6) == (10, 20, 30, 40, 50, 0)


def test_cash_flows_of_one_option_leave_the_years_of_the_others_alone():
    north = presets.load("north-council").model_dump(exclude_none=True)
    north["options"][1]["cash_flows"] = [1_000, 2_000, 3_000, 4_000]
    found = layer(Engine(Scenario.model_validate(north)), years=3)
    assert found.option("m365").yearly == (1_000, 2_000, 3_000, 4_000)
    assert found.option("hybrid").yearly == (1_561_000, 405_000, 405_000, 0)


def test_cash_flows_take_the_place_of_everything_else_after_the_first_year(engine):
    north = engine.scenario.model_dump(exclude_none=True)
    north["options"][3]["cash_flows"] = [7_000]
    own = Engine(Scenario.model_validate(north))
    changes = OVERTIME | {"hybrid.retained_infrastructure": 9_000, "after_first_year.office_saving": 9_000}
    assert yearly(own, "hybrid", changes) == (7_000, 0, 0)
    assert evaluate(own).option("hybrid").cost == 1_561_000


# A layer of its own


def test_the_layer_has_levers_of_its_own_after_all_others(engine):
    of_the_layer = [lever.id for lever in engine.levers if lever.group is Group.AFTER_FIRST_YEAR]
    assert of_the_layer == [lever.id for lever in engine.levers][-len(of_the_layer):]
    assert {"after_first_year.overtime", "cloud.retired_saving", "hybrid.retained_infrastructure"} <= {*of_the_layer}


@given(data=st.data())
def test_no_lever_of_the_layer_moves_a_published_figure(engine, moves, data):
    changes = data.draw(moves)
    without = {name: value for name, value in changes.items() if engine.offered[name].group is not Group.AFTER_FIRST_YEAR}
    assert evaluate(engine, changes).options == evaluate(engine, without).options


def test_a_preset_without_the_layer_has_costs_of_the_first_year_and_recurring_lines_only():
    engine = Engine(presets.load("depot"))
    assert not [lever for lever in engine.levers if lever.group is Group.AFTER_FIRST_YEAR]
    for result, found in zip(evaluate(engine).options, layer(engine).options, strict=True):
        assert found.yearly == (result.cost, 0, 0)
        assert found.cost_per_person is found.break_even_month is found.break_even_share is None


def test_the_layer_may_be_there_without_a_disruption_or_a_workplace():
    depot = presets.load("depot").model_dump(exclude_none=True) | {"after_first_year": {}}
    engine = Engine(Scenario.model_validate(depot))
    of_the_layer = {lever.id.partition(".")[2] for lever in engine.levers if lever.group is Group.AFTER_FIRST_YEAR}
    assert of_the_layer == {"retained_infrastructure", "retired_saving"}
    # Delivered after 30 months: half of the third year.
    assert yearly(engine, "rebuild", {"rebuild.retired_saving": 10_000})[1:] == (0, -5_000)


# What always holds

MONEY = st.integers(-10**7, 10**7)
FLOWS = st.lists(MONEY, min_size=1, max_size=30)


@given(first=FLOWS, second=FLOWS, times=st.integers(-50, 50))
def test_net_present_cost_is_linear_in_the_cash_flows(first, second, times):
    longest = max(len(first), len(second))
    first, second = (flows + [0] * (longest - len(flows)) for flows in (first, second))
    mixed = [one * times + other for one, other in zip(first, second, strict=True)]
    alone = [found.net_present_cost for found in layer(with_flows(first, second), None, 40, GREEN_BOOK_2026).options]
    together = layer(with_flows(mixed, [0]), None, 40, GREEN_BOOK_2026).options[0].net_present_cost
    assert together == pytest.approx(times * alone[0] + alone[1], rel=1e-9, abs=1e-3)


@given(first=FLOWS, second=FLOWS, same=FLOWS)
def test_the_same_cost_added_to_all_moves_no_cost_ranking(first, second, same):
    def gap(one: list[int], other: list[int]) -> float:
        stay, go = layer(with_flows(one, other), None, 40, GREEN_BOOK_2026).options
        return go.net_present_cost - stay.net_present_cost

    def plus(flows: list[int]) -> list[int]:
        years = range(max(len(flows), len(same)))
        return [(flows[year : year + 1] or [0])[0] + (same[year : year + 1] or [0])[0] for year in years]

    assert gap(plus(first), plus(second)) == pytest.approx(gap(first, second), rel=1e-9, abs=1e-3)


@given(data=st.data())
def test_every_year_is_finite_with_many_levers_at_their_ends(engine, corners, data):
    changes = data.draw(corners)
    years = data.draw(st.sampled_from([1, 10, 100]))
    with np.errstate(all="raise"):
        found = layer(engine, changes, years, GREEN_BOOK_2026)
    for option in found.options:
        assert len(option.yearly) == years
        assert np.isfinite([*option.yearly, option.net_present_cost, option.equivalent_annual_cost]).all()
        assert option.break_even_month is None or 1 <= option.break_even_month <= 12 * years
        assert option.break_even_share is None or 0 <= option.break_even_share <= 100


@given(data=st.data())
def test_a_longer_view_keeps_the_years_it_shares_with_a_shorter_one(engine, moves, data):
    changes = data.draw(moves)
    for short, long in zip(layer(engine, changes, 4).options, layer(engine, changes, 7).options, strict=True):
        assert short.yearly == pytest.approx(long.yearly[:4])


@given(data=st.data())
def test_a_case_costs_the_same_alone_and_in_any_company(engine, moves, corners, data):
    batch = data.draw(st.lists(st.one_of(moves, corners), min_size=2, max_size=5))
    cases = engine.cases(batch)
    together = whole_life_costs(engine, cases, engine.run(cases), 5)
    for index, changes in enumerate(batch):
        alone = [found.yearly for found in layer(engine, changes, 5).options]
        np.testing.assert_allclose(together.yearly[index], alone, rtol=1e-9, atol=1e-3)
        costs = [found.net_present_cost for found in layer(engine, changes, 5, GREEN_BOOK_2026).options]
        np.testing.assert_allclose(together.net_present_cost[index], costs, rtol=1e-9, atol=1e-3)


def test_ten_years_at_the_green_books_rates_are_what_one_gets_unasked(engine):
    found = whole_life(evaluate(engine))
    assert (found.years, found.schedule) == (10, GREEN_BOOK_2026)


@pytest.mark.parametrize("years", [0, 101])
def test_years_out_of_bounds_are_refused(engine, years):
    with pytest.raises(DiscountError, match="must be a whole number from 1 to 100"):
        layer(engine, years=years)
    cases = engine.cases([{}])
    with pytest.raises(DiscountError, match="must be a whole number from 1 to 100"):
        whole_life_costs(engine, cases, engine.run(cases), years)


# The file


def test_a_bare_cash_flow_is_an_assumption_and_a_better_known_one_says_so():
    text = TWO.replace("FIRST", "[1]").replace(
        "SECOND", '[1.5, { value = -2, status = "published", source = "report" }]'
    )
    text += '\n[sources.report]\ntitle = "Report"\npublisher = "Somebody"\nyear = 2024\n'
    bare, known = presets.parse(text.encode(), "try.toml").options[1].cash_flows
    assert (bare.value, bare.unit, bare.status) == (1.5, "£", "assumption")
    assert (known.value, known.unit, known.source) == (-2, "£", "report")


@pytest.mark.parametrize(
    ("flows", "said"),
    [
        ('["ten"]', "options.go.cash_flows[1] must be £-1,000,000,000 to £1,000,000,000, not the text 'ten'"),
        ("[1, nan]", "options.go.cash_flows[2] must be £-1,000,000,000 to £1,000,000,000, not nan"),
        ("[true]", "options.go.cash_flows[1] must be £-1,000,000,000 to £1,000,000,000, not true"),
        ("12", "options.go.cash_flows must be a list, not 12"),
        (str([0] * 102), "options.go.cash_flows must have at most 101 entries"),
        ('[{ value = 1, status = "published" }]', "options.go.cash_flows[1].source is missing: a published number must name one"),
        ('[{ value = 1, status = "sourced", source = "x" }]', "options.go.cash_flows.0 names the source x, which is not in sources"),
    ],
)
def test_cash_flows_that_are_none_are_refused_in_one_sentence(flows, said):
    text = TWO.replace("FIRST", "[]").replace("SECOND", flows)
    with pytest.raises(presets.PresetError) as refused:
        presets.parse(text.encode(), "try.toml")
    assert str(refused.value) == f"In try.toml, {said}."
