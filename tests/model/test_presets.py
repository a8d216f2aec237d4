"""The shipped presets come to what was worked out by hand; any file loads or is refused in a sentence."""

import json
import tomllib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.provenance import Status
from model.scenario import OutcomeKind, walk

SIZES = ("small-district", "welsh-unitary", "unitary-with-hubs", "county", "large-metropolitan")
NORTH = (presets.FOLDER / "north-council.toml").read_text(encoding="utf-8")
DEPOT = (presets.FOLDER / "depot.toml").read_text(encoding="utf-8")


def costs(preset: str) -> dict[str, float]:
    return {result.option.id: round(result.cost, 2) for result in evaluate(Engine(presets.load(preset))).options}


def refusal(content: bytes | str, name: str = "try.toml") -> str:
    """The sentence a file is refused with."""
    with pytest.raises(presets.PresetError) as refused:
        presets.parse(content if isinstance(content, bytes) else content.encode(), name)
    assert_one_sentence(str(refused.value))
    return str(refused.value)


def assert_one_sentence(message: str) -> None:
    assert message.isprintable() and message.endswith((".", "…"))
    assert len(message) <= 400
    assert "Input should" not in message and "Value error" not in message


# The shipped presets


@pytest.mark.parametrize("name", presets.shipped())
def test_loading_a_preset_twice_gives_equal_scenarios(name):
    assert presets.load(name) == presets.load(name)


@pytest.mark.parametrize("name", presets.shipped())
def test_a_preset_is_called_as_its_file(name):
    assert presets.load(name).id == name


@pytest.mark.parametrize("name", presets.shipped())
def test_a_preset_written_as_json_is_the_same_scenario(name):
    scenario = presets.load(name)
    assert presets.parse(scenario.model_dump_json().encode(), "copy.json") == scenario


@pytest.mark.parametrize("name", presets.shipped())
def test_every_preset_ranks_its_options(name):
    appraisal = evaluate(Engine(presets.load(name)))
    assert {result.rank for result in appraisal.options} == set(range(1, len(appraisal.options) + 1))


def test_the_first_case_is_listed_first():
    assert presets.shipped()[0] == "north-council"


def test_north_councils_costs_are_those_the_briefing_prints():
    printed = {option.id: option.published_cost for option in presets.load("north-council").options}
    computed = {name: f"£{cost / 1e6:.10g}m" if cost else "nil" for name, cost in costs("north-council").items()}
    assert computed == printed


def test_north_councils_months_are_those_the_briefing_prints():
    for option in presets.load("north-council").options:
        assert option.published_time == (f"{option.months.value:.0f} months" if option.months.value else "none")


# hand, 497 staff and 2 offices, a person costing licences + devices 600 x 25% + migration + training (+ the rest):
#   M365   (240 + 150 + 60 + 110) x 497 = 278,320;  + 15,000 x 3 + 25,000 x 2 + 1,000 x 35 = 130,000
#   cloud  (300 + 150 + 60 + 150 + 140 + 100) x 497 = 447,300;  + 15,000 x 18 + 35,000 x 2 + 1,000 x 145 = 485,000
#   hybrid (90 + 150 + 20 + 40) x 497 = 149,100;  + 15,000 x 6 + 5,000 x 2 + 1,000 x 86 = 186,000
def test_a_small_district_costs_what_is_worked_out_by_hand():
    assert costs("small-district") == {"do-nothing": 0, "m365": 408_320, "cloud": 932_300, "hybrid": 335_100}


# hand, 7,700 staff and 12 offices:
#   M365   560 x 7,700 = 4,312,000;  + 45,000 + 25,000 x 12 + 35,000 = 380,000
#   cloud  900 x 7,700 = 6,930,000;  + 270,000 + 35,000 x 12 + 145,000 = 835,000
#   hybrid 300 x 7,700 = 2,310,000;  + 90,000 + 5,000 x 12 + 86,000 = 236,000
def test_a_county_costs_what_is_worked_out_by_hand():
    assert costs("county") == {"do-nothing": 0, "m365": 4_692_000, "cloud": 7_765_000, "hybrid": 2_546_000}


def cost_a_head(preset: str) -> dict[str, float]:
    staff = presets.load(preset).organisation.staff.value
    return {name: cost / staff for name, cost in costs(preset).items() if cost}


@pytest.mark.parametrize(("smaller", "larger"), [("small-district", "north-council"), ("north-council", "county")])
def test_a_small_council_pays_more_a_head(smaller, larger):
    more, less = cost_a_head(smaller), cost_a_head(larger)
    assert all(more[option] > less[option] for option in more)


@pytest.mark.parametrize("name", SIZES)
def test_a_size_changes_nothing_but_the_council_itself(name):
    size, north = presets.load(name).model_dump(), presets.load("north-council").model_dump()
    own = {"id", "name", "summary", "organisation", "sources"}
    assert {field for field in size if size[field] != north[field]} <= own
    assert size["sources"].items() >= north["sources"].items()


@pytest.mark.parametrize("name", SIZES)
def test_a_size_says_that_it_is_an_illustration(name):
    assert "illustrative size, not that council's plan" in presets.load(name).summary


@pytest.mark.parametrize("name", SIZES)
def test_a_size_is_never_called_published(name):
    organisation = presets.load(name).organisation
    assert {organisation.staff.status, organisation.offices.status} <= {Status.SOURCED, Status.ASSUMPTION}


# Another decision: hand, ten years looked at, delivered share (half the months + the rest) / 120
#   repair     650,000 + 30,000 x 4 = 770,000
#   refurbish  2,900,000 + (12,000 + 10,000) x 18 + 40,000 x 12 = 3,776,000
#   rebuild    450,000 + 7,200,000 + (35,000 + 14,000) x 30 + 40,000 x 30 = 10,320,000
#   share      850,000 + 120,000 + 10,000 x 9 + 40,000 x 12 = 1,540,000
#   contract   1,000 x 180 + 150,000 + 200,000 + 10,000 x 12 = 650,000
def test_the_depots_costs_are_what_is_worked_out_by_hand():
    assert costs("depot") == {
        "repair": 770_000, "refurbish": 3_776_000, "rebuild": 10_320_000, "share": 1_540_000, "contract-out": 650_000,
    }


#   repair     (25 + 25) x 100 + 0 x 60 + 25 x 40 + 75 x 60 = 10,500;  / 360 = 29.17, at once
#   rebuild    (100 + 100) x 100 + 100 x 60 + 75 x 40 + 50 x 60 = 32,000;  / 360 = 88.89;  x (15 + 90) / 120 = 77.78
def test_the_depots_scores_are_what_is_worked_out_by_hand():
    appraisal = evaluate(Engine(presets.load("depot")))
    assert appraisal.option("repair").overall == pytest.approx(10_500 / 360)
    assert appraisal.option("rebuild").overall == pytest.approx(32_000 / 360 * 105 / 120)


def test_an_option_with_nothing_to_deliver_scores_at_once():
    repair = evaluate(Engine(presets.load("depot"))).option("repair")
    assert repair.months == 0 and repair.delivered == 1
    assert repair.scores == {"services": 25, "safety": 25, "electric": 0, "neighbours": 25, "freedom": 75}


def test_the_depot_has_nothing_to_say_about_lost_work_or_offices():
    for result in evaluate(Engine(presets.load("depot"))).options:
        absent = (result.reach, result.lost_staff_months, result.backlog_peak, result.offices_released)
        assert absent == (None, None, None, None)


def test_every_number_of_the_depot_is_an_assumption():
    assert {quantity.status for _, quantity in walk(presets.load("depot"), "")} == {Status.ASSUMPTION}


def test_without_a_disruption_the_computed_outcomes_fall_away():
    data = tomllib.loads(NORTH)
    del data["disruption"]
    scenario = presets.parse(json.dumps(data).encode(), "calm.json")
    assert {outcome.kind for outcome in scenario.outcomes} == {OutcomeKind.JUDGED}
    assert len(evaluate(Engine(scenario)).options) == 4


def test_outcomes_that_all_fall_away_are_refused():
    data = tomllib.loads(NORTH)
    del data["disruption"]
    data["outcomes"] = data["outcomes"][-2:]
    assert refusal(json.dumps(data), "calm.json").startswith("In calm.json, outcomes must have a judged one")


# Extending


def extended(*lines: str) -> str:
    return "\n".join(('extends = "north-council"', *lines))


def test_a_preset_that_extends_another_keeps_what_it_does_not_mention():
    scenario = presets.parse(extended('[organisation]\nname = "Ours"').encode(), "ours.toml")
    north = presets.load("north-council")
    assert scenario.organisation.name == "Ours" and scenario.organisation.staff == north.organisation.staff
    assert scenario.options == north.options


def test_a_number_is_replaced_whole():
    content = extended('[organisation]\nstaff = { value = 900, status = "assumption" }')
    staff = presets.parse(content.encode(), "ours.toml").organisation.staff
    assert staff.source is None and (staff.low, staff.high) == (900, 900)


def test_half_a_number_takes_nothing_from_the_other_half():
    said = refusal(extended("[organisation]\nstaff = { low = 900 }"))
    assert said == "In try.toml, organisation.staff.value is missing."


def test_half_a_source_takes_nothing_from_the_other_half():
    said = refusal(extended("[sources.briefing]\nyear = 2021"))
    assert said == "In try.toml, sources.briefing.title is missing."


def test_a_list_is_replaced_whole():
    said = refusal(extended("[[options]]", 'id = "m365"', 'name = "Ours"'))
    assert said == "In try.toml, options.m365.months is missing."


@pytest.mark.parametrize(
    "base", ['"nowhere"', '["north-council"]', "3", "{ a = 1 }", '"../north-council"', '""', "false"]
)
def test_only_a_shipped_preset_can_be_extended(base):
    said = refusal(f"extends = {base}")
    assert said.startswith("In try.toml, extends must be one of north-council, county,")


def test_presets_that_extend_each_other_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(presets, "FOLDER", tmp_path)
    (tmp_path / "one.toml").write_text('extends = "two"')
    (tmp_path / "two.toml").write_text('extends = "one"')
    with pytest.raises(presets.PresetError, match="extends must not lead back to two"):
        presets.load("one")


def test_a_faulty_file_in_the_folder_is_refused_as_any_other(tmp_path, monkeypatch):
    monkeypatch.setattr(presets, "FOLDER", tmp_path)
    (tmp_path / "ours.toml").write_text("name = ")
    with pytest.raises(presets.PresetError, match=r"^ours\.toml could not be read: "):
        presets.load("ours")


# Files


def test_a_byte_order_mark_is_no_fault():
    assert presets.parse(b"\xef\xbb\xbf" + NORTH.encode(), "try.toml") == presets.load("north-council")


def test_line_ends_of_another_system_are_no_fault():
    assert presets.parse(NORTH.replace("\n", "\r\n").encode(), "try.toml") == presets.load("north-council")


def test_a_preset_can_be_loaded_by_path(tmp_path):
    (tmp_path / "Ours.TOML").write_text(NORTH, encoding="utf-8")
    assert presets.load(str(tmp_path / "Ours.TOML")) == presets.load("north-council")


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "try.toml", "In try.toml, id is missing."),
        (b"{}", "try.json", "In try.json, id is missing."),
        (b"[1, 2]", "try.json", "try.json must hold one table of settings; see docs/presets.md."),
        (b"null", "try.json", "try.json must hold one table of settings; see docs/presets.md."),
        (b"\xff\xfe", "try.toml", "try.toml is not plain UTF-8 text."),
        (b'{"a": 1, "a": 2}', "try.json", "try.json could not be read: the key 'a' stands twice in one table."),
        (b'{"\\ud800": 1}', "try.json", "In try.json, everything must be plain text."),
        (b'{"a": NaN}', "try.json", "try.json could not be read: NaN is not a number."),
        (b"a = 1" + b"0" * 9_000, "try.toml", "try.toml could not be read: it holds a number with thousands of digits."),
        (b"a = 1 #" + b"x" * 256_000, "try.toml", "try.toml is larger than 256 kB, the most a file may be."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(content, name, said):
    assert refusal(content, name) == said


@pytest.mark.parametrize("content", ["a = ", "a = 1\na = 2", "[a", "a = 2026-13-45", "a = '\x00'", "\x0b"])
def test_a_slip_in_the_writing_is_refused_with_its_place(content):
    assert refusal(content).startswith("try.toml could not be read: ")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("a = " + "[" * 100_000, "try.toml"),
        ("a = " + "{a=" * 50_000, "try.toml"),
        ("a = " + "[" * 13 + "]" * 13, "try.toml"),
        ("[" * 100_000, "try.json"),
        ('{"a":' * 13 + "1" + "}" * 13, "try.json"),
    ],
)
def test_a_file_nested_too_deep_is_refused(content, name):
    assert refusal(content, name) == f"{name} is nested deeper than 12 levels; see docs/presets.md."


@pytest.mark.parametrize("key", ["a", '"a b"', '"\\""', '"\u2028"'])
def test_a_dotted_key_cannot_fill_the_memory(key):
    # Unchecked, 100,000 parts would take some 40 GB.
    said = refusal(".".join([key] * 40_000) + " = 1")
    assert said == "try.toml could not be read: a line has more than 100 full stops."


def test_an_unknown_preset_is_refused_with_those_there_are():
    with pytest.raises(presets.PresetError, match=r"^There is no preset called 'nowhere'; choose one of north-"):
        presets.load("nowhere")


@pytest.mark.parametrize(
    "name",
    ["{folder}", "{folder}/none.toml", "{folder}/dir.toml", "a\0.toml", "\ud800.json", "x" * 9_000 + ".toml"],
)
def test_a_file_that_cannot_be_opened_is_refused(name, tmp_path):
    (tmp_path / "dir.toml").mkdir()
    with pytest.raises(presets.PresetError) as refused:
        presets.load(name.replace("{folder}", str(tmp_path)))
    assert_one_sentence(str(refused.value))


# Whatever a file holds


def paths_of(node: object, path: tuple = ()) -> list[tuple]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(found for key, child in children for found in paths_of(child, (*path, key)))]


SHIPPED = [tomllib.loads(text) for text in (NORTH, DEPOT)]
PATHS = [[path for path in paths_of(data) if path] for data in SHIPPED]
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**400, -1, 0, 1e308, float("inf"), 5e-324, "", "staff", "__proto__", "\u202e", "yours"]),
    st.floats(allow_nan=False),
    st.text(max_size=200),
    st.recursive(st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)),
)


def edited(data: object, path: tuple, edit: str, junk: object) -> object:
    """A copy of the data with the value at the path deleted, replaced, or joined by another."""
    copy = json.loads(json.dumps(data))
    node = copy
    for part in path[:-1]:
        node = node[part]
    if edit == "delete":
        del node[path[-1]]
    elif edit == "replace":
        node[path[-1]] = junk
    elif isinstance(node, list):
        node.insert(path[-1], junk)
    else:
        node[str(junk)[:50]] = junk
    return copy


@st.composite
def mutants(draw) -> bytes:
    """A shipped preset with a few values deleted, replaced or put in between."""
    which = draw(st.sampled_from([0, 1]))
    data = SHIPPED[which]
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(PATHS[which]))
        try:
            data = edited(data, path, draw(st.sampled_from(["delete", "replace", "insert"])), draw(JUNK))
        except (KeyError, IndexError, TypeError, AttributeError):
            continue  # an earlier edit took the place away
    return json.dumps(data).replace("Infinity", "1e400").encode()


def assert_loads_or_is_refused(content: bytes, name: str) -> None:
    try:
        scenario = presets.parse(content, name)
    except presets.PresetError as refused:
        assert_one_sentence(str(refused))
    else:
        appraisal = evaluate(Engine(scenario))
        assert np.isfinite([[result.cost, result.overall, result.delivered] for result in appraisal.options]).all()


@given(content=st.binary(max_size=400), name=st.sampled_from(["a.toml", "a.json"]))
def test_any_bytes_load_or_are_refused_in_a_sentence(content, name):
    assert_loads_or_is_refused(content, name)


@given(text=st.text(max_size=400), name=st.text(max_size=300))
def test_any_text_under_any_name_loads_or_is_refused_in_a_sentence(text, name):
    assert_loads_or_is_refused(text.encode("utf-8", "surrogatepass"), name)


@given(content=mutants())
def test_any_change_to_a_preset_loads_and_evaluates_or_is_refused_in_a_sentence(content):
    assert_loads_or_is_refused(content, "a.json")
