"""Switching values in the terminal: the promised shape, and values that do switch when they are set."""

import pytest

from model import presets

SHAPE = {"lever", "from", "to_winner", "at", "change_percent"}


@pytest.mark.parametrize("measure", ["overall", "cost"])
@pytest.mark.parametrize("preset", presets.shipped())
def test_every_switching_value_has_the_promised_keys(read, preset, measure):
    told = read("switching", preset, "--measure", measure)
    assert told
    assert all(set(each) >= SHAPE for each in told)


def test_north_council_switches_where_it_is_known_to(read):
    told = {(each["lever"], each["at"]): each for each in read("switching", "north-council")}
    hybrid = told["hybrid.months", 22]
    assert (hybrid["from"], hybrid["to_winner"], hybrid["change_percent"]) == (6, "cloud", 266.666667)
    assert ("cloud.months", 3) in told


def test_hybrids_cost_passes_each_rivals_once(read):
    told = read("switching", "north-council", "--measure", "cost")
    own = [each for each in told if each["lever"] == "hybrid.cost_change"]
    assert [(each["rival"], each["at"], each["change_percent"]) for each in own] == [
        ("m365", 77.8, 77.8), ("cloud", 201.7, 201.7),
    ]  # fmt: skip
    assert [(each["to_winner"], each["cost"]) for each in own] == [("m365", 2_775_000), ("cloud", 4_710_000)]


@pytest.mark.parametrize("preset", presets.shipped())
def test_the_winner_does_win_once_the_value_is_set(read, preset):
    for each in read("switching", preset):
        options = read("evaluate", preset, "--set", f"{each['lever']}={each['at']}")["options"]
        assert [option["id"] for option in options if option["rank"] == 1] == [each["to_winner"]]


def test_changes_move_where_the_search_begins(read):
    told = read("switching", "north-council", "--set", "hybrid.months=25")
    back = next(each for each in told if each["lever"] == "hybrid.months")
    assert (back["from"], back["at"], back["to_winner"]) == (25, 21, "hybrid")


def test_overall_is_what_counts_if_nothing_is_said(read):
    assert read("switching", "depot") == read("switching", "depot", "--measure", "overall")


def test_the_same_question_has_the_same_answer(read):
    assert read("switching", "depot", "--measure", "cost") == read("switching", "depot", "--measure", "cost")


def test_as_text_a_switching_value_is_a_line(run):
    code, out, err = run("switching", "north-council", "--measure", "cost")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split() == ["What", "Now", "Switches", "at", "Then"]
    assert any(line.split("  ")[0] == "Hybrid's cost is" and "£2.775m, +77.8%" in line for line in out.splitlines())


def test_as_text_where_nothing_switches_it_says_so(run):
    nothing = (part for outcome in OUTCOMES for part in ("--set", f"weight.{outcome}=0"))
    told = run("switching", "north-council", "--measure", "cost", *nothing)
    assert told == (0, "No lever, moved on its own, switches anything.\n", "")


OUTCOMES = [outcome.id for outcome in presets.load("north-council").outcomes]
REFUSED = {
    "a measure there is not": (
        ("switching", "north-council", "--measure", "score"), "--measure needs overall or cost."
    ),
    "a measure left out": (("switching", "north-council", "--measure"), "--measure needs overall or cost."),
    "a measure where nothing switches": (
        ("levers", "depot", "--measure", "cost"), "--measure goes only with switching, not with levers."
    ),
    "an unknown option": (
        ("switching", "depot", "--mesure", "cost"),
        "'--mesure' is not understood; after switching and the preset can come"
        " --set LEVER=VALUE, --measure overall or cost and --json.",
    ),
    "a value out of bounds": (
        ("switching", "north-council", "--set", "staff=50"), "staff (Staff) must be 100 to 20,000 staff, not '50'."
    ),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_asked_is_refused_in_one_sentence(run, arguments, sentence):
    assert run(*arguments) == (2, "", sentence + "\n")
