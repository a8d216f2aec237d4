"""The levers in front as HTML: what each control shows, and where its marks stand."""

from dataclasses import dataclass

import streamlit as st

from model.appraisal import Appraisal
from model.levers import Group, Lever
from model.switching import RankingChange, ranking_changes
from model.what_ifs import WhatIf
from ui import state
from ui.captions import around, group_name, label, name, told
from ui.pieces import OptionMark, marks, render
from words.numbers import quantity, typed
from words.switching import tick


@dataclass(frozen=True)
class Tick:
    """A value at which the order changes: where it stands on the track, and who gains."""

    share: float
    first: bool
    mark: OptionMark | None
    words: str


@dataclass(frozen=True)
class Control:
    """One lever as the panel shows it."""

    lever: Lever
    label: str
    name: str
    """Where the label stands alone: to a screen reader, which does not hear the group's heading with it."""
    now: float
    said: str
    entry: str
    before: str
    after: str
    one: str
    told: str
    here: float
    preset: float
    mark: OptionMark | None
    status: str
    was: str
    chars: int
    """What the entry must have room for."""
    refused: str
    still: str
    offer: tuple[str, float] | None
    ticks: tuple[Tick, ...]
    nearest: str


def controls(groups: dict[Group, list[Lever]], now: Appraisal) -> str:
    """All of them, group by group."""
    found = _ticks(state.case(), now, tuple(lever for levers in groups.values() for lever in levers))
    return render(
        "levers",
        groups=[
            (group_name(group, levers), [_control(lever, found.get(lever.id, ())) for lever in levers])
            for group, levers in groups.items()
        ],
    )


def _control(lever: Lever, ticks: tuple[Tick, ...]) -> Control:
    unit, now, refused = lever.measure.unit, state.value(lever), state.refusal(lever)
    changed = state.changed(lever)
    before, after = around(unit)
    here, offered = _share(lever, now), lever.quantity.offer
    return Control(
        lever=lever, label=label(lever), name=name(lever), now=now, said=quantity(now, unit),
        entry=refused.text if refused else typed(now, unit),
        before=before, after=after, one=" month" if unit == "months" else "",
        told=told(lever, state.scenario()), here=here, preset=_share(lever, lever.default),
        mark=next((mark for mark in marks(state.scenario()) if lever.option and mark.name == lever.option.name), None),
        status="yours" if changed else lever.quantity.status.value,
        was=typed(lever.default, unit) if changed else "",
        chars=max(len(typed(each, unit)) for each in (lever.measure.least, lever.measure.most, now)),
        refused=refused.reason if refused else "", still=quantity(now, unit),
        offer=(offered.label, offered.value) if offered and not changed else None,
        ticks=ticks, nearest=min(ticks, key=lambda each: abs(each.share - here)).words if ticks else "",
    )


def _share(lever: Lever, value: float) -> float:
    measure = lever.measure
    return (value - measure.least) / (measure.most - measure.least)


@st.cache_resource(max_entries=256, show_spinner=False)
def _ticks(case: tuple, _now: Appraisal, _levers: tuple[Lever, ...]) -> dict[str, tuple[Tick, ...]]:
    """Where the order changes, by lever; the case says all that it follows from."""
    found: dict[str, tuple[Tick, ...]] = {}
    for change in ranking_changes(_now, [WhatIf((lever,)) for lever in _levers]):
        found[change.lever] = (*found.get(change.lever, ()), _tick(change, _now))
    return found


def _tick(change: RankingChange, now: Appraisal) -> Tick:
    gains = [mark for mark, option in zip(marks(now.scenario), now.options, strict=True)
             if option.option.id == change.winner]
    return Tick(_share(change.what_if.levers[0], change.at), change.first, *(gains or [None]), tick(change, now))
