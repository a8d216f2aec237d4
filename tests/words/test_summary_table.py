"""The Appraisal Summary Table: true of what is shown, in the Treasury's columns."""

import pytest

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.scenario import Scenario
from model.wholelife import whole_life
from words.summary_table import summary_table


@pytest.fixture(scope="module")
def north() -> Appraisal:
    return evaluate(Engine(presets.load("north-council")))


def cell(now: Appraisal, option: str, heading: str, life=None) -> str:
    headings, rows = summary_table(now, life)
    names = [each.id for each in now.scenario.options]
    return rows[names.index(option)][headings.index(heading)]


def test_the_columns_are_the_treasurys(north):
    headings, rows = summary_table(north)
    assert headings == [
        "Option", "Summary figures", "What has no price", "Public finance", "Who is affected", "Main uncertainty",
        "Why preferred or not",
    ]  # fmt: skip
    assert [row[0] for row in rows] == ["Do nothing", "Microsoft 365", "Microsoft Cloud", "Hybrid"]


def test_the_figures_are_cost_benefit_and_time_with_value_for_money_left_out(north):
    assert cell(north, "hybrid", "Summary figures") == (
        "Cost £1.561m; benefit 73.3 of 100 over six outcomes; in place after 6 months."
    )
    assert cell(north, "do-nothing", "Summary figures").endswith("nothing to deliver.")
    unpriced = cell(north, "hybrid", "What has no price")
    assert unpriced.startswith("Staff wellbeing: mostly met; Smart working: fully met;")
    assert unpriced.endswith("Delivery of services: 73% less lost work; 2 offices released; 349 t CO2e saved a year.")
    assert "a person" not in unpriced


def test_public_finance_says_what_is_paid_again(north):
    assert cell(north, "hybrid", "Public finance") == "£1.561m to deliver, £405,000 of it again every year."
    assert cell(north, "do-nothing", "Public finance") == "Nothing to deliver."


def test_the_years_after_the_first_are_there_only_when_asked_for(north):
    assert "present" not in str(summary_table(north))
    life = whole_life(north)
    assert cell(north, "hybrid", "Summary figures", life).endswith("; net present cost £4.642m over ten years.")
    assert cell(north, "hybrid", "Public finance", life).endswith("; £5.206m over ten years in all, undiscounted.")


def test_people_are_told_idle_enabled_and_trained(north):
    assert cell(north, "m365", "Who is affected") == (
        "1,125 people idle at the start; 788 people enabled to work; 4,500 people trained;"
        " 8,100 staff-months of work lost (£24.57m of pay)."
    )
    assert "trained" not in cell(north, "do-nothing", "Who is affected")


def with_training(**line) -> Appraisal:
    """North Council with another training line for Microsoft 365."""
    north = presets.load("north-council").model_dump(exclude_none=True)
    lines = north["options"][1]["cost_lines"] = [*north["options"][1]["cost_lines"]]
    index = next(index for index, line in enumerate(lines) if line["training"])
    lines[index] = {"id": "training", "name": "Training", "training": True, **line}
    return evaluate(Engine(Scenario.model_validate(north)))


def test_only_those_the_training_is_for_are_told_trained(north):
    price = {"value": 110, "status": "assumption"}
    some = with_training(basis="staff", unit_cost=price, share={"value": 10, "status": "assumption"})
    assert "; 450 people trained;" in cell(some, "m365", "Who is affected")
    assert "trained" not in cell(with_training(basis="fixed", unit_cost=price), "m365", "Who is affected")
    untaught = evaluate(north.engine, {"m365.training": 0})
    assert "trained" not in cell(untaught, "m365", "Who is affected")


def test_each_has_its_main_uncertainty(north):
    assert cell(north, "hybrid", "Main uncertainty") == (
        "Cost: £1.561m to £2.686m as “Hybrid: Training, unit cost” goes from £40 to £290;"
        " benefit: 54.2 to 88.6 as “Hybrid's judged outcomes” goes from all lowest to 100;"
        " lost work, in staff-months: 736 to 10,456 as “Cannot work remotely” goes from 2% to 50%."
    )


def test_the_preferred_option_says_why_and_the_others_what_they_lack(north):
    assert cell(north, "hybrid", "Why preferred or not") == (
        "Preferred. It costs £1.561m, less than Microsoft 365 and Microsoft Cloud, and scores higher than both."
    )
    assert cell(north, "cloud", "Why preferred or not") == (
        "Not preferred: 18.1 points behind Hybrid and £3.149m dearer; better on location strategy and future-proofing."
    )
    assert cell(north, "do-nothing", "Why preferred or not") == "The benchmark: 72.7 points behind Hybrid and £1.561m cheaper."


def test_the_table_follows_the_levers(north):
    later = evaluate(north.engine, {"hybrid.months": 22, "delay": 2})
    assert cell(later, "cloud", "Why preferred or not").startswith("Preferred.")
    assert "behind Microsoft Cloud" in cell(later, "hybrid", "Why preferred or not")
    assert "in place after 24 months" in cell(later, "hybrid", "Summary figures")


def test_equal_first_places_and_no_weights_prefer_nobody(north):
    same = {f"m365.{field}": north.value(f"hybrid.{field}") for field in ("months", "reach", "dip")}
    scores = {f"m365.score.{each}": north.value(f"hybrid.score.{each}") for each in ("wellbeing", "smart-working", "location", "talent", "future-proof")}
    lines = {f"m365.{each}": north.value(f"hybrid.{each}") for each in ("licences", "user-migration", "training", "bandwidth", "external.amount")}
    level = evaluate(north.engine, same | scores | lines)
    assert cell(level, "m365", "Why preferred or not") == cell(level, "hybrid", "Why preferred or not") == (
        "Level in first place, with 72.7 of 100."
    )
    nothing = evaluate(north.engine, {f"weight.{each.id}": 0 for each in north.scenario.outcomes})
    assert cell(nothing, "hybrid", "Why preferred or not") == "No outcome has a weight, so none is preferred."


def test_a_rival_is_told_dearer_cheaper_or_at_the_same_cost(north):
    dear = evaluate(north.engine, {"hybrid.cost_change": 200})
    assert "£1.908m cheaper" in cell(dear, "m365", "Why preferred or not")
    lines = (f"{option.id}.{line.id}" for option in north.scenario.options for line in option.cost_lines)
    free = evaluate(north.engine, dict.fromkeys(lines, 0))
    assert "behind Hybrid and at the same cost" in cell(free, "m365", "Why preferred or not")


def test_homeworking_that_adds_carbon_is_told_as_adding(north):
    heated = evaluate(north.engine, {"workplace.commute": 0, "workplace.desk_release": 0})
    # 343,035 days at home x 7.4 h x 0.33378 kg = 847 t.
    assert cell(heated, "hybrid", "What has no price").endswith("0 offices released; 847 t CO2e added a year.")


def test_a_preset_without_people_or_workplace_has_a_table_too():
    depot = evaluate(Engine(presets.load("depot")))
    assert cell(depot, "rebuild", "Who is affected") == "Not modelled: the preset says nothing of people."
    assert cell(depot, "repair", "Summary figures").endswith("over five outcomes; in place at once.")
    assert cell(depot, "repair", "Public finance") == "£770,000 to deliver, none of it again every year."
    assert "released" not in cell(depot, "rebuild", "What has no price")


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_cell_is_a_sentence(preset):
    now = evaluate(Engine(presets.load(preset)))
    headings, rows = summary_table(now, whole_life(now))
    for row in rows:
        assert len(row) == len(headings)
        assert all(text and text.isprintable() for text in row)
        assert all(text.endswith(".") and (text[0].isupper() or text[0] in "£0123456789") for text in row[1:])
