"""Scenarios kept beside each other, and files: all of it undone in one press, nothing half taken."""

import json
from base64 import b64encode

import pytest
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetState

from model import MODEL_VERSION
from model.appraisal import evaluate
from model.engine import Engine
from model.link import from_parameters
from model.presets import FOLDER, load
from ui.state import OPENING
from ui.views import VIEWS
from words.numbers import millions, money

OURS = (FOLDER / "depot.toml").read_text(encoding="utf-8").replace('id = "depot"', 'id = "ours"').encode()
PRESET = ["Nil", "£2.775m", "£4.710m", "£1.561m"]


@pytest.fixture
def at_scenarios(visit):
    visit.open("Scenarios")
    return visit


def keep(visit, name: str = "", note: str = "") -> None:
    visit.page.text_input(key="keep-name").set_value(name)
    visit.page.text_input(key="keep-note").set_value(note)
    visit.press("keep-this")


def kept(visit) -> list[tuple[str, str, str, dict]]:
    return [(each.letter, each.name, each.note, each.changes) for each in visit.page.session_state["kept"]]


def hand_over(visit, file: object) -> None:
    """A file as the page sends it, or anything else."""
    (part,) = [found.proto for found in visit.page.get("bidi_component") if found.proto.id.endswith(OPENING)]
    states = visit.page._tree.get_widget_states()
    sent = json.dumps([{"event": "file", "value": file}])
    states.widgets.append(WidgetState(id=_make_trigger_id(part.id, "events"), json_trigger_value=sent))
    visit.send(states)


def open_file(visit, name: str, content: bytes) -> None:
    hand_over(visit, {"name": name, "content": b64encode(content).decode()})


def test_what_is_on_screen_is_kept_with_its_name_and_why(at_scenarios):
    visit = at_scenarios
    visit.slide("staff", 5200)
    keep(visit, "More staff", "As the leader asked.")
    visit.slide("staff", 6000)
    keep(visit)
    assert kept(visit) == [
        ("A", "More staff", "As the leader asked.", {"staff": 5200}),
        ("B", "Scenario B", "", {"staff": 6000}),
    ]
    assert "Hybrid comes first in all three scenarios" in visit.text
    assert "6,000 staff 5,200 staff 6,000 staff" in visit.text


def test_the_results_beside_each_other_are_those_of_the_model(at_scenarios):
    visit = at_scenarios
    keep(visit, "As published")
    visit.slide("staff", 5200)
    before, now = visit.computed.engine, visit.computed
    for result in now.options:
        assert f"{money(result.cost)}" in visit.text
    assert before.scenario.id == "north-council"
    assert "1st, £1.771m 6 months, score 72.8 1st, £1.561m 6 months, score 72.7" in visit.text


def test_only_what_differs_is_listed(at_scenarios):
    visit = at_scenarios
    keep(visit, "As published")
    assert "No number differs between them" in visit.text
    visit.slide("cloud.months", 25)
    assert "One number differs" in visit.text
    table = visit.html[visit.html.index("One number differs") :]
    assert "Microsoft Cloud: Months to deliver" in table and "Staff</th>" not in table


def test_four_is_the_most_and_a_letter_that_was_let_go_is_free_again(at_scenarios):
    visit = at_scenarios
    for _ in range(4):
        keep(visit)
    assert [letter for letter, *_ in kept(visit)] == ["A", "B", "C", "D"]
    assert not visit.offers("keep-this")
    visit.press("let-go-B")
    keep(visit, "Again")
    assert [(letter, name) for letter, name, *_ in kept(visit)][1] == ("B", "Again")


def test_keeping_renaming_showing_and_letting_go_are_steps_that_can_be_undone(at_scenarios):
    visit = at_scenarios
    visit.slide("staff", 5200)
    keep(visit, "More")
    visit.page.text_input(key="kept:A:name:0").set_value("Many more")
    visit.run()
    visit.press("reset-all")
    visit.press("reopen-A")
    assert visit.changes == {"staff": 5200}
    visit.press("let-go-A")
    assert kept(visit) == []
    for name, changes in [("Many more", {"staff": 5200}), ("Many more", {}), ("Many more", {"staff": 5200}), ("More", {"staff": 5200})]:
        visit.press("undo")
        assert (kept(visit)[0][1], visit.changes) == (name, changes)
    visit.press("undo")
    assert kept(visit) == []


def test_a_name_that_hides_something_is_refused_and_the_old_one_stays(at_scenarios):
    visit = at_scenarios
    keep(visit, "Good")
    visit.page.text_input(key="kept:A:name:0").set_value("Go\u202eod")
    visit.run()
    assert kept(visit)[0][1] == "Good"
    assert "Nothing was kept: name must not hold hidden characters, found U+202E." in visit.text
    assert visit.page.text_input(key="kept:A:name:0").value == "Good"


def test_two_that_are_not_alike_are_not_compared_and_it_says_why(at_scenarios):
    visit = at_scenarios
    keep(visit, "Offices")
    visit.choose("depot")
    assert "A: Offices is not compared with what is on screen: it has other options (Do nothing, Microsoft 365" in visit.text
    assert "What each comes to" not in visit.text
    visit.press("undo")
    assert "What each comes to" in visit.text


def test_the_panels_show_cost_time_or_score(at_scenarios):
    visit = at_scenarios
    keep(visit)
    for measure, said in {"Cost": "Cost to deliver.", "Time": "Months to complete", "Score": "with the weights of each"}.items():
        visit.pick("scenario-measure", measure)
        assert said in visit.text


def test_a_saved_file_gives_everything_back_in_another_visit(at_scenarios):
    visit = at_scenarios
    visit.slide("staff", 5200)
    keep(visit, "More", "As asked.")
    visit.slide("cloud.months", 25)
    file, costs = scenario_of(visit), visit.costs
    visit.press("reset-all")
    visit.press("let-go-A")
    open_file(visit, "mine.json", file)
    assert (visit.changes, kept(visit)) == ({"staff": 5200, "cloud.months": 25}, [("A", "More", "As asked.", {"staff": 5200})])
    assert visit.costs == costs
    assert "Opened 'mine.json'." in visit.text
    visit.press("undo")
    assert (visit.changes, kept(visit)) == ({}, [])


def scenario_of(visit) -> bytes:
    shown = {"preset": visit.preset, "changes": dict(visit.changes), "model": MODEL_VERSION, "side_by_side": 1}
    return json.dumps({**shown, "kept": [each.model_dump() for each in visit.page.session_state["kept"]]}).encode()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("mine.json", b'{"side_by_side": 1, "model": "1.0", "preset": "north-council", "changes": {"staff": 5}}',
         "In mine.json, changes: staff (Staff) must be 100 to 20,000 staff, not 5."),
        ("mine.json", b"{" * 300_000, "mine.json is larger than 256 kB"),
        ("mine.json", b" " * 256_001, "mine.json is larger than 256 kB"),
        ("mine.csv", b"a,b", "mine.csv is no scenario"),
        ("mine.toml", b'extends = "north-council"\nid = "ours"\nname = "Ours"\ncolour = "red"', "colour is not a field of a preset"),
        ("mine.toml", b"\xff", "mine.toml is not plain UTF-8 text"),
    ],
)  # fmt: skip
def test_a_refused_file_says_one_sentence_and_leaves_everything_as_it_is(at_scenarios, name, content, told):
    visit = at_scenarios
    visit.slide("staff", 5200)
    keep(visit, "More")
    before = visit.preset, visit.changes, kept(visit), visit.costs
    open_file(visit, name, content)
    assert f"Nothing was opened and nothing has changed. {'In ' if told.startswith('In') else ''}" in visit.text
    assert told in visit.text
    assert (visit.preset, visit.changes, kept(visit), visit.costs) == before


def test_a_file_that_the_page_did_not_hand_over_for_its_size_is_told_to_be_too_large(at_scenarios):
    hand_over(at_scenarios, {"name": "huge.json", "content": None})
    assert "huge.json is larger than 256 kB" in at_scenarios.text


@pytest.mark.parametrize("junk", [None, 7, [], {}, {"name": "a.json"}, {"name": "", "content": ""}, {"name": "a.json", "content": "%%"},
                                  {"name": "a.json", "content": 7}, {"name": "a" * 2_000, "content": ""}])  # fmt: skip
def test_what_no_page_of_ours_sends_changes_nothing(at_scenarios, junk):
    before = at_scenarios.text
    hand_over(at_scenarios, junk)
    assert at_scenarios.text == before


def test_a_preset_of_ones_own_works_in_every_view_and_says_that_no_link_can_carry_it(at_scenarios):
    visit = at_scenarios
    open_file(visit, "ours.toml", OURS)
    assert visit.preset.startswith("own.")
    assert "no link can carry it" in visit.text
    engine = Engine(load("depot"))
    assert visit.page.selectbox(key="choice").value == visit.preset
    for view in VIEWS:
        visit.open(view)
    visit.open("Compare")
    assert visit.costs == [millions(result.cost).capitalize() for result in evaluate(engine).options]
    visit.press("undo")
    assert visit.costs == PRESET


def test_opening_a_preset_keeps_what_was_kept_and_the_link_leaves_out_what_it_cannot_carry(at_scenarios):
    visit = at_scenarios
    keep(visit, "As published")
    open_file(visit, "ours.toml", OURS)
    assert [name for _, name, *_ in kept(visit)] == ["As published"]
    keep(visit, "Ours")
    visit.choose("north-council")
    assert [name for _, name, *_ in kept(visit)] == ["As published", "Ours"]
    opened = from_parameters(visit.page.query_params.items(), lambda preset: Engine(load(preset)), "north-council")
    assert ([each.name for each in opened.kept], opened.problems) == (["As published"], ())


def test_what_was_said_of_a_file_or_a_name_is_over_with_the_next_change(at_scenarios):
    visit = at_scenarios
    told = {
        "Nothing was opened": lambda: open_file(visit, "mine.csv", b"a,b"),
        "Nothing was kept": lambda: keep(visit, "Go\u202eod"),
        "Made with an older model.": lambda: open_file(
            visit, "old.json", b'{"side_by_side": 1, "model": "0.9", "preset": "north-council"}'
        ),
    }
    for staff, (words, do) in enumerate(told.items(), 50):
        do()
        assert words in visit.text
        visit.slide("staff", 100 * staff)
        assert words not in visit.text


def test_a_file_whose_sender_saw_another_answer_tells_both(at_scenarios):
    visit = at_scenarios
    file = {"side_by_side": 1, "model": "0.9", "preset": "north-council", "saw": {
        name: {"cost": cost, "rank": rank}
        for name, cost, rank in [("do-nothing", 0, 4), ("m365", 1, 2), ("cloud", 1, 3), ("hybrid", 1, 1)]
    }}  # fmt: skip
    open_file(visit, "old.json", json.dumps(file).encode())
    assert "Made with an older model. Version 0.9 put Microsoft 365 second and Microsoft Cloud third" in visit.text
