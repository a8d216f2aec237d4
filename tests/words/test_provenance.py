"""Every number has one status, and what a visitor changed is the visitor's."""

import pytest

from model import presets
from model.provenance import Status
from words.provenance import how_many_assumed, standing, status


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_lever_stands_in_one_place_and_the_firmest_come_first(pair, preset):
    now, _ = pair(preset)
    found = standing(now)
    assert sorted(lever.id for levers in found.values() for lever in levers) == sorted(now.engine.offered)
    assert list(found) == [each for each in Status if each in found]
    assert all(found.values())


def test_what_was_changed_is_yours_and_no_longer_published(pair):
    now, preset = pair("north-council", {"staff": 5200})
    lever = now.engine.offered["staff"]
    assert (status(now, lever), status(preset, lever)) == (Status.YOURS, Status.PUBLISHED)
    assert standing(now)[Status.YOURS] == [lever] and Status.YOURS not in standing(preset)


def test_assumptions_are_counted_less_those_that_were_changed(pair):
    now, preset = pair("north-council", {"horizon": 48})
    assumed = len(standing(preset)[Status.ASSUMPTION])
    assert how_many_assumed(preset) == f"{assumed} of {len(preset.engine.levers)} numbers are our assumptions"
    assert how_many_assumed(now).startswith(f"{assumed - 1} of ")
