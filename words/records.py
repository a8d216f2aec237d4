"""An appraisal, its levers and its assumptions as plain data, for programs; numbers only where there are any."""

import re
from typing import Any

from model import MODEL_VERSION
from model.appraisal import Appraisal, OptionResult
from model.levers import Lever
from model.provenance import Quantity
from model.scenario import Option, Scenario
from model.switching import CostSwitch, Switch
from model.uncertainty import Percentiles, Simulation
from model.weights import Acceptability
from model.wholelife import WholeLife
from words.verdict import verdict

Record = dict[str, Any]


def of_appraisal(now: Appraisal, preset: Appraisal) -> Record:
    """Everything that follows from a scenario and its changes; options in the preset's order."""
    return {
        "preset": now.scenario.id,
        "model_version": MODEL_VERSION,
        "changes": {name: plain(value) for name, value in now.changes.items()},
        "options": [_of_option(result) for result in now.options],
        "verdict": str(verdict(now, preset)),
    }


def _of_option(result: OptionResult) -> Record:
    lines = zip(result.option.cost_lines, result.line_costs, strict=True)
    return {
        "id": result.option.id,
        "name": result.option.name,
        "cost": plain(result.cost),
        "cost_lines": [{"name": line.name, "cost": plain(cost)} for line, cost in lines],
        "months": plain(result.months),
        "scores": {outcome: plain(points) for outcome, points in result.scores.items()},
        "overall": plain(result.overall),
        "benefit": plain(result.benefit),
        "rank": result.rank,
        "lost_staff_months": plain(result.lost_staff_months),
        "backlog_peak": plain(result.backlog_peak),
        "backlog_clear_month": result.backlog_clear_month,
        "offices_released": result.offices_released,
        "carbon_saved_t": plain(result.carbon_saved_t),
    }


def of_lever(lever: Lever) -> Record:
    """What a lever is called, how far it moves and in which steps."""
    measure = lever.measure
    return {
        "id": lever.id,
        "name": lever.title,
        "group": str(lever.group),
        "min": plain(measure.least),
        "max": plain(measure.most),
        "step": plain(measure.step),
        "precision": measure.precision,
        "unit": measure.unit,
        "default": plain(lever.default),
        "status": str(lever.quantity.status),
        "help": measure.help,
    }


def of_switch(change: Switch) -> Record:
    """A switching value: which lever, where from, where it switches and who wins; None where nobody does alone."""
    told = {
        "lever": change.lever,
        "name": change.what_if.title,
        "unit": change.what_if.measure.unit,
        "from": plain(change.now),
        "at": plain(change.at),
        "change_percent": plain(change.change_percent),
        "to_winner": change.winner,
    }
    if isinstance(change, CostSwitch):
        return told | {"option": change.option, "rival": change.rival, "cost": plain(change.cost)}
    return told | {"before": change.before, "after": change.after}


def of_simulation(found: Simulation) -> Record:
    """Percentiles and shares of places, by option."""
    return {
        "draws": found.draws,
        "seed": found.seed,
        "options": [
            {
                "id": each.option.id,
                "cost": _percentiles(each.cost),
                "overall": _percentiles(each.overall),
                "benefit": _percentiles(each.benefit),
                "rank_shares": list(each.rank_shares),
                "firsts": each.firsts,
            }
            for each in found.options
        ],
    }


def _percentiles(found: Percentiles) -> Record:
    return {name: plain(value) for name, value in vars(found).items()}


def of_weights(found: Acceptability, apart: Acceptability) -> Record:
    """What random weightings come to: over all outcomes, and with cost kept apart by leaving value for money out."""
    return {
        "samples": found.samples,
        "seed": found.seed,
        "options": _of_weighted(found),
        "without_value_for_money": {"options": _of_weighted(apart)},
    }


def _of_weighted(found: Acceptability) -> list[Record]:
    return [
        {
            "id": each.option.id,
            "rank_acceptability": list(each.rank_acceptability),
            "central_weights": None if each.central_weights is None else dict(each.central_weights),
            "confidence": each.confidence,
        }
        for each in found.options
    ]


def of_whole_life(found: WholeLife) -> Record:
    """What each option costs after the first year; £, savings below nil."""
    return {
        "years": found.years,
        "discount": found.schedule.name,
        "discount_rates": [{"from_year": year, "rate": rate} for year, rate in found.schedule.bands],
        "options": [
            {
                "id": each.option.id,
                "net_present_cost": plain(each.net_present_cost),
                "equivalent_annual_cost": plain(each.equivalent_annual_cost),
                "yearly": [plain(cost) for cost in each.yearly],
                "cost_per_person_enabled": plain(each.cost_per_person),
                "break_even_month": each.break_even_month,
                "break_even_share": plain(each.break_even_share),
            }
            for each in found.options
        ],
    }


def of_assumptions(scenario: Scenario, levers: tuple[Lever, ...]) -> list[Record]:
    """Every number of a scenario with where it comes from: those one may move, then those published as totals."""
    return [
        *(_of_number(lever.id, lever.title, lever.quantity, scenario) for lever in levers),
        *(record for option in scenario.options for record in _published(option, scenario)),
    ]


def _of_number(identity: str, name: str, quantity: Quantity, scenario: Scenario) -> Record:
    return {
        "id": identity,
        "name": name,
        "value": plain(quantity.value),
        "unit": quantity.unit,
        "low": plain(quantity.low),
        "high": plain(quantity.high),
        "status": str(quantity.status),
        "source": source(quantity.source, scenario),
        "note": quantity.note,
        "offer": _offer(quantity, scenario),
    }


def _offer(quantity: Quantity, scenario: Scenario) -> Record | None:
    """Another value somebody could defend."""
    if quantity.offer is None:
        return None
    offer = quantity.offer
    return {"value": plain(offer.value), "label": offer.label, "source": source(offer.source, scenario)}


def source(name: str | None, scenario: Scenario) -> str | None:
    """A source in words: title, publisher, year."""
    if name is None:
        return None
    found = scenario.sources[name]
    return f"{found.title}, {found.publisher}, {found.year}"


def _published(option: Option, scenario: Scenario) -> list[Record]:
    """The totals as they were printed; the source is the one that the option's months name."""
    printed = {"time": (option.published_time, "months"), "cost": (option.published_cost, "£")}
    return [
        {
            "id": f"{option.id}.published_{what}",
            "name": f"{option.name}: {what} as published",
            "value": printed_number(words),
            "unit": unit,
            "low": printed_number(words),
            "high": printed_number(words),
            "status": "published",
            "source": source(option.months.source, scenario),
            "note": f"Printed as '{words}'.",
            "offer": None,
        }
        for what, (words, unit) in printed.items()
        if words is not None
    ]


def printed_number(words: str) -> int | float | None:
    """The number in printed words: £4.71m, 18 months, nil, none; None where there is no telling."""
    if words.casefold() in ("nil", "none"):
        return 0
    found = re.fullmatch(r"£?(\d[\d,]*(?:\.\d+)?)(m|k)?( months?)?", words)
    if not found:
        return None
    scale = {"m": 1e6, "k": 1e3, None: 1.0}[found[2]]
    return plain(float(found[1].replace(",", "")) * scale)


def plain(number: float | None) -> int | float | None:
    """A number without binary noise, whole numbers without a point."""
    if number is None:
        return None
    tidy = round(float(number), 6)
    return int(tidy) if tidy.is_integer() else tidy
