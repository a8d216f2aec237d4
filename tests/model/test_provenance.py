"""A number never travels without its unit, its range, its status and its source."""

import pytest
from pydantic import ValidationError

from model.provenance import Quantity, Source, Status


def quantity(**parts: object) -> Quantity:
    return Quantity(**{"value": 5, "unit": "months", "status": "assumption", **parts})


def test_a_number_without_a_range_counts_as_known():
    assert (quantity().low, quantity().high) == (5, 5)


def test_a_number_may_give_one_end_of_its_range():
    assert (quantity(low=2).low, quantity(low=2).high) == (2, 5)


@pytest.mark.parametrize("status", ["published", "sourced"])
def test_a_firm_number_must_name_its_source(status):
    with pytest.raises(ValidationError, match=f"source is missing: a {status} number must name one"):
        quantity(status=status)
    assert quantity(status=status, source="briefing").source == "briefing"


@pytest.mark.parametrize("status", ["derived", "assumption"])
def test_a_judgement_may_stand_without_a_source(status):
    assert quantity(status=status).source is None


@pytest.mark.parametrize("status", ["yours", Status.YOURS, "Published", "", None, 1, ["published"]])
def test_a_number_of_a_preset_has_one_of_four_statuses(status):
    with pytest.raises(ValidationError, match="must be published, sourced, derived or assumption"):
        quantity(status=status)


@pytest.mark.parametrize("part", ["unit", "status"])
def test_no_number_stands_without_its_unit_and_status(part):
    parts = {"value": 5, "unit": "months", "status": "assumption"}
    del parts[part]
    with pytest.raises(ValidationError, match=part):
        Quantity(**parts)


@pytest.mark.parametrize("value", [True, "5", None, float("nan"), float("inf"), 10**400, 1e13, [5]])
def test_what_is_no_finite_number_is_no_value(value):
    with pytest.raises(ValidationError):
        quantity(value=value, low=0, high=10)


@pytest.mark.parametrize("parts", [{"low": 6}, {"high": 4}, {"low": 7, "high": 9}])
def test_a_range_holds_its_value(parts):
    with pytest.raises(ValidationError, match="value must lie between low and high"):
        quantity(**parts)


def test_an_offer_lies_within_the_range():
    with pytest.raises(ValidationError, match=r"offer\.value must lie between low and high, 2 to 9, not 10"):
        quantity(low=2, high=9, offer={"value": 10, "label": "Ten"})


def test_a_number_cannot_be_changed():
    with pytest.raises(ValidationError, match="frozen"):
        quantity().value = 6


def test_equal_numbers_are_equal():
    assert quantity() == quantity() and hash(quantity()) == hash(quantity())


@pytest.mark.parametrize(
    "link",
    [
        "http://example.org", "javascript:alert(1)", "https://", "https://a b", 'https://a"b', "https://a<b",
        "https://a\u202eb", "https://a\n",
    ],
)
def test_a_link_is_a_plain_https_address(link):
    with pytest.raises(ValidationError, match="must be an address that begins with https://"):
        Source(title="A", publisher="B", year=2020, link=link)
