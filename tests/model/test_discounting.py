"""Discounting: the Treasury's schedule, one flat rate, and what is refused."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.discounting import GREEN_BOOK_2026, DiscountError, check_years, flat


@pytest.mark.parametrize(
    ("year", "factor"),
    # HM Treasury, The Green Book, 2026 edition.
    [(0, "1.0000"), (1, "0.9662"), (2, "0.9335"), (3, "0.9019"), (4, "0.8714"), (5, "0.8420")],
)
def test_the_first_factors_are_the_green_books(year, factor):
    assert f"{GREEN_BOOK_2026.factors(5)[year]:.4f}" == factor


@pytest.mark.parametrize(
    ("year", "factor"),
    # The table at https://ppponline.affinitext.com/public/book?id=1664&toc_id=449782, which has the same three bands.
    [(10, "0.7089"), (20, "0.5026"), (30, "0.3563"), (40, "0.2651"), (50, "0.1973"), (60, "0.1468"), (75, "0.0942"),
     (80, "0.0833"), (90, "0.0651"), (100, "0.0508")],
)
def test_later_factors_are_those_of_a_published_table(year, factor):
    assert f"{GREEN_BOOK_2026.factors(100)[year]:.4f}" == factor


@pytest.mark.parametrize(("year", "rate"), [(1, 3.5), (30, 3.5), (31, 3.0), (75, 3.0), (76, 2.5), (100, 2.5)])
def test_the_rate_falls_in_the_years_31_and_76(year, rate):
    factors = GREEN_BOOK_2026.factors(100)
    assert factors[year - 1] / factors[year] == pytest.approx(1 + rate / 100)


@given(rate=st.floats(0, 0.5), years=st.integers(1, 100))
def test_a_flat_rate_is_the_textbooks(rate, years):
    schedule = flat(rate)
    assert schedule.factors(years) == pytest.approx([(1 + rate) ** -year for year in range(years + 1)])
    textbook = (1 - (1 + rate) ** -years) / rate if rate > 1e-6 else years
    assert schedule.annuity(years) == pytest.approx(textbook, rel=1e-3)


@given(years=st.integers(1, 99))
def test_later_money_is_never_worth_more(years):
    assert (np.diff(GREEN_BOOK_2026.factors(years)) < 0).all()


def test_the_schedule_is_named_and_dated_and_a_flat_rate_says_who_set_it():
    assert "Green Book, 2026 edition, published 5 February 2026" in GREEN_BOOK_2026.name
    assert flat(0.03).name == "3% a year, set here"


@pytest.mark.parametrize("rate", [-0.01, 0.51, 3.5, math.nan, math.inf, "3.5%", None, True])
def test_a_rate_that_is_no_share_is_refused_in_one_sentence(rate):
    with pytest.raises(DiscountError) as refused:
        flat(rate)
    assert str(refused.value).startswith("The discount rate must be a share from 0 to 0.5, such as 0.035 for 3.5% a year, not ")
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("years", [0, -1, 101, 2.5, "ten", None, True])
def test_a_number_of_years_out_of_bounds_is_refused_in_one_sentence(years):
    with pytest.raises(DiscountError) as refused:
        check_years(years)
    assert str(refused.value).startswith("The number of years must be a whole number from 1 to 100, not ")


@pytest.mark.parametrize("years", [1, 100])
def test_the_ends_of_the_bounds_are_taken(years):
    check_years(years)
