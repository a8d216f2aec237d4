"""Numbers stand as people write them, at every border between two ways of writing; typed ones are read as meant."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import presets
from model.engine import Engine
from model.levers import LeverError
from words import numbers

ROOT = Path(__file__).parents[2]
LEVERS = Engine(presets.load("north-council")).offered


def said(number: float, unit: str) -> str:
    return numbers.quantity(number, unit)


@pytest.mark.parametrize(
    ("pounds", "words"),
    [
        (0, "nil"), (0.4, "nil"), (-0.4, "nil"), (0.49, "nil"), (0.5, "£1"), (3_480, "£3,480"), (999_999.4, "£999,999"),
        (999_999.5, "£1.000m"), (1_771_000, "£1.771m"), (4_710_000, "£4.710m"), (1_250_000_000, "£1.250bn"),
        (999_999_499, "£999.999m"), (999_999_500, "£1.000bn"), (-735_000, "−£735,000"), (-1_000_000, "−£1.000m"),
    ],
)  # fmt: skip
def test_money_is_in_pounds_below_a_million_and_in_millions_from_there(pounds, words):
    assert numbers.money(pounds) == words


@pytest.mark.parametrize(
    ("pounds", "words"),
    [(0, "nil"), (45_000, "£0.045m"), (1_561_000, "£1.561m"), (500, "£0.001m"), (300, "£300"), (-45_000, "−£0.045m")],
)
def test_millions_have_three_places_and_never_come_to_nought(pounds, words):
    assert numbers.millions(pounds) == words


@pytest.mark.parametrize(
    ("pounds", "words"), [(3_412_125, "£3.41m"), (995_000, "£1.00m"), (994_999, "£994,999"), (0, "nil")]
)
def test_pay_has_two_places_of_a_million(pounds, words):
    assert numbers.pay(pounds) == words


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (0, "0%"), (0.0004, "less than 0.1%"), (0.0005, "0.1%"), (0.005, "0.5%"), (0.0099, "1%"), (0.01, "1%"),
        (0.014, "1%"), (0.015, "2%"), (0.25, "25%"), (0.99, "99%"), (0.991, "99.1%"), (0.999, "99.9%"),
        (0.9995, "more than 99.9%"), (0.99999, "more than 99.9%"), (1 - 1e-15, "100%"), (1, "100%"),
    ],
)  # fmt: skip
def test_a_share_is_whole_save_near_its_ends_and_only_all_of_it_is_100_percent(part, words):
    assert numbers.share(part) == words


@pytest.mark.parametrize(("number", "words"), [(0, "0 months"), (1, "1 month"), (2.5, "2.5 months"), (25, "25 months")])
def test_one_month_is_a_month(number, words):
    assert numbers.months(number) == words


@pytest.mark.parametrize(
    ("difference", "words"),
    [(0, "less than 0.1 points"), (0.04, "less than 0.1 points"), (0.4, "0.4 points"), (-18.04, "18.0 points"),
     (0.96, "1.0 point"), (1.04, "1.0 point")],
)  # fmt: skip
def test_a_difference_has_no_sign_and_never_rounds_to_nothing(difference, words):
    assert numbers.points(difference) == words


@pytest.mark.parametrize(("points", "words"), [(72.68, "72.7"), (0, "0.0"), (-0.0, "0.0"), (-0.01, "0.0"), (100, "100.0")])
def test_a_score_has_one_place_and_no_minus_before_nought(points, words):
    assert numbers.score(points) == words


@pytest.mark.parametrize(
    ("number", "words"), [(112.49999999999997, "113"), (0.5, "1"), (7087.5, "7,088"), (0.4, "0"), (31.25, "31")]
)
def test_a_half_goes_up(number, words):
    assert numbers.whole(number) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(3033, "£ a month", "£3,033 a month"), (25, "% of staff", "25% of staff"), (1, "months", "1 month"),
     (4500, "staff", "4,500 staff"), (0.33378, "kg CO2e an hour", "0.33378 kg CO2e an hour"), (12.5, "£", "£12.50")],
)  # fmt: skip
def test_a_quantity_carries_its_unit(value, unit, words):
    assert said(value, unit) == words


@pytest.mark.parametrize(("rank", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (8, "8th")])
def test_places_are_ordinals(rank, words):
    assert numbers.place(rank) == words


@pytest.mark.parametrize(
    ("items", "words"), [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_names_are_joined_as_in_a_sentence(items, words):
    assert numbers.names(items) == words


@pytest.mark.parametrize(
    ("lever", "typed", "value"),
    [
        ("staff", "5200", 5200), ("staff", "5,200", 5200), ("staff", " 5 200 ", 5200), ("staff", "5,200 staff", 5200),
        ("staff", "5200.0", 5200), ("staff", "+5200", 5200), ("offices", "1 ", 1), ("cloud.months", "25 months", 25),
        ("cloud.months", "1 month", 1), ("disruption.share", "25%", 25), ("disruption.share", "2.5", 2.5),
        ("disruption.share", "25% of staff", 25), ("hybrid.cost_change", "−50%", -50), ("hybrid.cost_change", "-50", -50),
        ("disruption.staff_cost", "£3,050", 3050), ("disruption.staff_cost", "3.05k", 3050),
        ("disruption.staff_cost", "£3,050 a month", 3050), ("m365.bandwidth", "£0.025m", 25_000),
        ("workplace.car_carbon", ".167", 0.167),
    ],
)  # fmt: skip
def test_what_people_type_is_read_as_they_mean_it(lever, typed, value):
    assert numbers.read(typed, LEVERS[lever]) == value


@pytest.mark.parametrize(
    "typed",
    ["", " ", "abc", "nan", "inf", "-inf", "1e3", "0x10", "5.200,00", "52,00", "5200!", "²", "1/2", "1" * 400, "9e999",
     "5200; rm", "<b>5200</b>", "5200\n5300", "5200\x00", "--5200", ".", "-", "£", "5200m", "5200k"],
)  # fmt: skip
def test_what_is_no_number_of_staff_is_refused_in_one_sentence_with_its_bounds(typed):
    with pytest.raises(LeverError) as refusal:
        numbers.read(typed, LEVERS["staff"])
    assert str(refusal.value) == "Staff must be a number, 100 to 20,000 staff"


@pytest.mark.parametrize(
    ("lever", "typed", "sentence"),
    [
        ("staff", "99", "Staff must be 100 to 20,000 staff"),
        ("staff", "20,001", "Staff must be 100 to 20,000 staff"),
        ("staff", "-5200", "Staff must be 100 to 20,000 staff"),
        ("staff", "5200.5", "Staff must be a whole number, 100 to 20,000 staff"),
        ("disruption.share", "25.55", "Cannot work remotely must be a multiple of 0.1, 0% to 50% of staff"),
        ("cloud.months", "37", "Microsoft Cloud: Months to deliver must be 0 to 36 months"),
        ("disruption.staff_cost", "£1m", "Staff cost must be £1,000 to £10,000 a month"),
    ],
)
def test_a_number_that_a_lever_cannot_take_is_refused_with_what_it_can(lever, typed, sentence):
    with pytest.raises(LeverError) as refusal:
        numbers.read(typed, LEVERS[lever])
    assert str(refusal.value) == sentence


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(max_size=30))
def test_nothing_typed_can_do_worse_than_be_refused(typed):
    try:
        value = numbers.read(typed, LEVERS["staff"])
    except LeverError:
        return
    assert 100 <= value <= 20_000


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.data())
def test_what_stands_in_a_box_is_read_back_as_the_same_value(data):
    lever = data.draw(st.sampled_from(sorted(LEVERS)).map(LEVERS.get))
    measure = lever.measure
    steps = st.integers(round(measure.least / measure.precision), round(measure.most / measure.precision))
    value = lever.accept(round(data.draw(steps) * measure.precision, 9))
    assert numbers.read(numbers.typed(value, measure.unit), lever) == value
    assert numbers.read(numbers.quantity(value, measure.unit), lever) == value


@pytest.mark.parametrize(
    ("pounds", "words"),
    [
        (121_500, "£0.122m"), (90_000 * 1.35, "£0.122m"), (121_499.99999999999, "£0.122m"), (121_499, "£0.121m"),
        (1_500, "£0.002m"), (2_500, "£0.003m"), (1_000_500_000, "£1.001bn"),
    ],
)  # fmt: skip
def test_half_a_thousand_goes_up_as_in_a_workbook_whatever_binary_numbers_make_of_it(pounds, words):
    assert (numbers.millions(pounds), numbers.millions(-pounds)) == (words, f"\N{MINUS SIGN}{words}")


def test_a_day_is_written_without_a_nought_before_it():
    assert numbers.day(date(2026, 11, 2)) == "2 November 2026"


def test_no_date_is_written_with_a_code_that_windows_refuses():
    written = {path: path.read_text(encoding="utf-8") for part in ("ui", "words", "exports") for path in (ROOT / part).rglob("*.py")}
    assert [path.name for path, text in written.items() if "%-d" in text or "%e" in text] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        # Cloud's judged 75 of 100 x delivered 1 - 18 / 72 = .75.
        (numbers.score(75 * 0.75), "56.3"), (numbers.score(0.35), "0.4"), (numbers.score(-0.25), "−0.3"),
        (numbers.score(-0.04), "0.0"), (numbers.points(56.25 - 50), "6.3 points"), (numbers.points(0.04), "less than 0.1 points"),
        (numbers.whole(62.5), "63"), (numbers.whole(-12.5), "−13"), (numbers.whole(-0.4), "0"),
        (numbers.money(560.5), "£561"), (numbers.money(-2.5), "−£3"), (numbers.pay(1_005_000), "£1.01m"),
    ],
)  # fmt: skip
def test_a_half_goes_away_from_nil_and_nil_has_no_sign(words, said):
    assert words == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(1, "offices", "1 office"), (2, "offices", "2 offices"), (1, "years", "1 year"), (1, "days", "1 day"),
     (1, "months", "1 month"), (1, "% of staff", "1% of staff"), (1, "£ an office", "£1 an office")],
)  # fmt: skip
def test_one_is_one_of_a_thing(value, unit, said):
    assert numbers.quantity(value, unit) == said
