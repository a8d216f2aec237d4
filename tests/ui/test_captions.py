"""What stands on and around a lever: a heading and a name that together say it once."""

import pytest

from model.engine import Engine
from model.levers import Group
from model.presets import load
from ui.captions import around, group_name, label, name, told

ENGINE = Engine(load("north-council"))


def of(group: Group) -> list:
    return [lever for lever in ENGINE.levers if lever.group is group]


@pytest.mark.parametrize(
    ("group", "levers", "heading"),
    [
        (Group.COSTS, of(Group.COSTS), "Option costs, change"),
        (Group.COUNCIL, of(Group.COUNCIL), "Council"),
        (Group.DELIVERY, [ENGINE.offered["cloud.months"], ENGINE.offered["hybrid.months"]], "Time to deliver, months"),
        (Group.DELIVERY, [ENGINE.offered["cloud.months"], ENGINE.offered["horizon"]], "Time to deliver"),
    ],
)
def test_a_heading_says_the_unit_that_all_its_options_share(group, levers, heading):
    assert group_name(group, levers) == heading


@pytest.mark.parametrize(
    ("lever", "under_its_heading", "anywhere"),
    [
        ("cloud.months", "Microsoft Cloud", "Microsoft Cloud, time"),
        ("cloud.cost_change", "Microsoft Cloud", "Microsoft Cloud, cost"),
        ("horizon", "Months looked at", "Months looked at"),
        ("m365.licences", "Microsoft 365: Licences, year 1, unit cost", "Microsoft 365: Licences, year 1, unit cost"),
    ],
)
def test_a_lever_is_called_by_its_option_alone_only_under_its_heading(lever, under_its_heading, anywhere):
    assert (label(ENGINE.offered[lever]), name(ENGINE.offered[lever])) == (under_its_heading, anywhere)


def test_a_lever_tells_what_it_is_its_preset_how_firm_that_is_and_where_from():
    known = ENGINE.offered["disruption.share"]
    said = told(known, ENGINE.scenario)
    assert said.startswith(f"{known.measure.help} Preset 25% of staff: published. ")
    assert "Briefing on Top Talent Group A (North Council), Socitm Inform, 2020." in said
    assert said.endswith(known.quantity.note)


@pytest.mark.parametrize(("unit", "before", "after"), [("£ a month", "£", " a month"), ("% of staff", "", "% of staff"), ("months", "", " months")])
def test_a_unit_stands_where_it_is_spoken(unit, before, after):
    assert around(unit) == (before, after)
