"""What docs/presets.md says is so: its example, its sums, its tables and the sentences it promises."""

import re
from pathlib import Path

import pytest

from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.scenario import DELAY, HORIZON, AfterFirstYear, Disruption, Measured, Option, Organisation, Workplace
from model.scenes import Chart
from model.text import plain
from words.scenes import told

DOCUMENT = (Path(__file__).parents[2] / "docs" / "presets.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"^```toml\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)[1]


def telephones(text: str = EXAMPLE) -> Engine:
    return Engine(presets.parse(text.encode(), "phones.toml"))


def test_the_example_comes_to_what_the_document_works_out_by_hand():
    for result in evaluate(telephones()).options:
        row = f"| {result.option.name} | £{result.cost:,.0f} | {result.months:.0f} | {result.overall:.1f} |"
        assert row in DOCUMENT


def test_the_example_scores_what_the_document_works_out_by_hand():
    # By hand: (0.125 + 0.375 + 0.625 + 0.875 + 20) / 24 = 22 / 24 = 91.7%; 100 and 80 times that.
    new = evaluate(telephones()).option("new")
    assert new.delivered == pytest.approx(22 / 24)
    assert dict(new.scores) == pytest.approx({"answered": 100 * 22 / 24, "anywhere": 80 * 22 / 24})
    assert new.line_costs == (30_000, 10_000, 16_000, 3_000)


def test_the_example_has_the_levers_the_document_lists():
    listed = re.search(r"^The telephones above have these: (.*?)\.\n", DOCUMENT, re.MULTILINE | re.DOTALL)[1]
    assert set(re.findall(r"`(.+?)`", listed)) == {lever.id for lever in telephones().levers}


def measures_of(group: type[Measured], prefix: str = "") -> list:
    return [(prefix + name, measure) for name, measure in group.measures().items()]


@pytest.mark.parametrize(
    ("field", "measure"),
    [
        *measures_of(Organisation, "organisation."),
        ("horizon", HORIZON),
        ("delay", DELAY),
        *measures_of(Option),
        *measures_of(Disruption, "disruption."),
        *measures_of(Workplace, "workplace."),
        *measures_of(AfterFirstYear, "after_first_year."),
    ],
)
def test_each_number_stands_in_the_document_with_its_unit_and_bounds(field, measure):
    assert f"| `{field}` | {measure.unit} | {plain(measure.least)} to {plain(measure.most)} |" in DOCUMENT


SCENES = DOCUMENT.partition("## Scenes")[2].partition("\n## ")[0]


def test_the_scenes_shown_go_with_the_example_and_say_what_is_so():
    engine = telephones(EXAMPLE + re.search(r"^```\n(.*?)^```", SCENES, re.MULTILINE | re.DOTALL)[1])
    calls, late = engine.scenario.story
    assert (calls.id, late.id) == ("calls", "late")
    now = evaluate(engine, calls.changes)
    assert told(calls, now, dict).second == "With 1,000 staff and 6 months to deliver, Buy new ones comes first."


def test_the_document_lists_every_chart_a_scene_can_show():
    table = SCENES.partition("| `chart` | What the room sees |")[2].partition("\n\n")[0]
    assert set(re.findall(r"`([a-z-]+)`(?=[,\w` -]*\|)", table)) == {chart.value for chart in Chart}


FAULTS = [
    ("staff = { value = 1000", "staff = { value = 20"),
    ("unit_cost = { value = 60,", 'unit_cost = { value = "sixty",'),
    ('anywhere = { value = 0, status = "assumption", note = "Not achieved." }\n', ""),
    ('months = { value = 4, low = 3, high = 8, status = "assumption" }', 'months = { value = 4, status = "sourced" }'),
    ('name = "Works from anywhere"', 'name = "calls  answered"'),
    ('id = "phones"', 'id = "phones"\ncolour = "red"'),
]


@pytest.mark.parametrize(("right", "wrong"), FAULTS)
def test_a_refusal_reads_as_the_document_shows_it(right, wrong):
    assert right in EXAMPLE
    with pytest.raises(presets.PresetError) as refused:
        telephones(EXAMPLE.replace(right, wrong, 1))
    assert f"\n{refused.value}\n" in DOCUMENT


def test_the_document_shows_no_refusal_that_is_not_tried():
    assert DOCUMENT.count("\nIn phones.toml, ") == len(FAULTS)


def test_the_limits_in_the_document_are_the_ones_kept():
    for limit in (
        f"{presets.MOST_BYTES // 1000} kB a file",
        f"at most {presets.MOST_DEPTH} levels deep",
        f"at most {presets.MOST_DOTS} full stops on one line",
    ):
        assert limit in DOCUMENT
