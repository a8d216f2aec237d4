"""The terminal's door: the same numbers as the model's, in the promised shape, and every refusal one plain sentence."""

import math
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from model import MODEL_VERSION, presets
from model.appraisal import evaluate
from model.engine import Engine

ROOT = Path(__file__).parents[1]
NORTH_OUTCOMES = ["wellbeing", "smart-working", "location", "talent", "future-proof", "delivery", "value"]


def command(*arguments: str, **how: object) -> subprocess.CompletedProcess:
    """The real thing, in a process of its own."""
    return subprocess.run([sys.executable, str(ROOT / "cli.py"), *arguments], capture_output=True, timeout=60, **how)


def test_north_council_comes_out_as_published(read):
    told = read("evaluate", "north-council")
    assert [option["id"] for option in told["options"]] == ["do-nothing", "m365", "cloud", "hybrid"]
    assert [option["cost"] for option in told["options"]] == [0, 2_775_000, 4_710_000, 1_561_000]
    assert [option["rank"] for option in told["options"]] == [4, 3, 2, 1]
    assert [round(option["overall"], 1) for option in told["options"]] == [0.0, 47.0, 54.7, 72.7]
    assert told["verdict"].startswith("Hybrid comes first. It costs £1.561m")


def test_the_json_of_evaluate_has_the_promised_keys(read):
    told = read("evaluate", "north-council")
    assert {"preset", "model_version", "options", "verdict"} <= set(told)
    assert (told["preset"], told["model_version"]) == ("north-council", MODEL_VERSION)
    for option in told["options"]:
        assert {
            "id", "name", "cost", "cost_lines", "months", "scores", "overall", "rank", "lost_staff_months",
            "backlog_peak", "backlog_clear_month", "offices_released", "carbon_saved_t",
        } <= set(option)  # fmt: skip
        assert list(option["scores"]) == NORTH_OUTCOMES
        assert all(set(line) == {"name", "cost"} for line in option["cost_lines"])
        assert math.isclose(sum(line["cost"] for line in option["cost_lines"]), option["cost"], abs_tol=0.01)


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_shipped_preset_is_told_to_the_last_digit_shown(read, preset):
    told = read("evaluate", preset)
    for option, result in zip(told["options"], evaluate(Engine(presets.load(preset))).options, strict=True):
        assert option["cost"] == pytest.approx(result.cost, abs=0.005)
        assert option["overall"] == pytest.approx(result.overall, abs=1e-6)
        assert option["scores"] == pytest.approx(dict(result.scores), abs=1e-6)
        assert option["lost_staff_months"] == pytest.approx(result.lost_staff_months, abs=1e-6)


def test_levers_move_the_numbers_and_are_told_back(read):
    told = read("evaluate", "north-council", "--set", "staff=9,000", "--set", "cloud.months=25 months")
    assert told["changes"] == {"cloud.months": 25, "staff": 9000}
    assert [option["cost"] for option in told["options"]] == [0, 5_295_000, 8_760_000 + 7 * 15_000, 2_911_000]


def test_json_is_readable_text(run):
    assert "£1.561m" in run("evaluate", "north-council", "--json")[1]


def test_a_percentage_is_given_in_percent(read):
    told = read("evaluate", "north-council", "--set", "hybrid.cost_change=10", "--set", "hybrid.reach=50%")
    assert told["options"][3]["cost"] == pytest.approx(1_561_000 * 1.1)
    assert told["options"][3]["lost_staff_months"] > 10_000


def test_where_nothing_applies_there_is_null_and_never_nan(read):
    depot = read("evaluate", "depot")["options"][0]
    assert [depot[key] for key in ("lost_staff_months", "backlog_peak", "offices_released")] == [None] * 3
    never = read("evaluate", "north-council", "--set", "disruption.catch_up=0")["options"][0]
    assert never["backlog_clear_month"] is None and never["backlog_peak"] == 10_125


def test_a_file_is_as_good_as_a_shipped_preset(read, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_bytes((presets.FOLDER / "depot.toml").read_bytes())
    assert read("evaluate", str(file)) == read("evaluate", "depot")


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_lever_is_listed_with_its_bounds_step_unit_and_default(read, preset):
    listed = {lever["id"]: lever for lever in read("levers", preset)}
    offered = Engine(presets.load(preset)).offered
    assert list(listed) == list(offered)
    for name, lever in listed.items():
        assert {"id", "name", "group", "min", "max", "step", "precision", "unit", "default", "status", "help"} == set(lever)
        assert lever["min"] <= lever["default"] <= lever["max"] and lever["step"] > 0
        assert lever["default"] == pytest.approx(offered[name].default, abs=1e-6)


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_lever_takes_both_its_ends(read, preset):
    for end in ("min", "max"):
        settings = [f"{lever['id']}={lever[end]}" for lever in read("levers", preset)]
        told = read("evaluate", preset, *(part for setting in settings for part in ("--set", setting)))
        assert told["verdict"]


def test_every_number_has_a_status_and_the_known_ones_a_source(read):
    numbers = read("assumptions", "north-council")
    assert len({number["id"] for number in numbers}) == len(numbers) > 90
    for number in numbers:
        assert {"id", "name", "value", "unit", "low", "high", "status", "source", "note"} <= set(number)
        assert number["low"] <= number["value"] <= number["high"]
        assert number["status"] in ("published", "sourced", "derived", "assumption")
        assert number["source"] or number["status"] in ("assumption", "derived")
    by_id = {number["id"]: number for number in numbers}
    assert set(Engine(presets.load("north-council")).offered) <= set(by_id)
    assert by_id["disruption.share"]["offer"]["value"] == 2
    assert by_id["staff"]["source"] == "Briefing on Top Talent Group A (North Council), Socitm Inform, 2020"


def test_the_totals_that_were_printed_are_what_the_model_comes_to(read):
    printed = {number["id"]: number["value"] for number in read("assumptions", "north-council")}
    for option in read("evaluate", "north-council")["options"]:
        assert printed[f"{option['id']}.published_cost"] == option["cost"]
        assert printed[f"{option['id']}.published_time"] == option["months"]


def test_as_text_the_options_stand_side_by_side_under_the_verdict(run):
    code, out, err = run("evaluate", "north-council", "--set", "staff=5200")
    rows = {line.split("  ")[0]: line.split() for line in out.splitlines()}
    assert (code, err) == (0, "")
    assert out.startswith("North Council, as published. Hybrid still comes first.")
    assert "Staff: 5,200 staff, was 4,500 staff" in out
    assert rows["Cost to deliver"][-4:] == ["nil", "£3.167m", "£4.710m".replace("4.710", "5.340"), "£1.771m"]
    assert rows["Place"][-4:] == ["4th", "3rd", "2nd", "1st"]


def test_as_text_what_a_preset_has_no_data_for_is_left_out(run):
    out = run("evaluate", "depot")[1]
    assert "Cost to deliver" in out
    assert "Backlog" not in out and "Carbon" not in out


def test_as_text_levers_and_assumptions_are_one_line_each(run):
    levers, numbers = run("levers", "north-council")[1], run("assumptions", "north-council")[1]
    assert any(line.split()[:2] == ["staff", "Staff"] and "100 to 20,000 staff" in line for line in levers.splitlines())
    assert any(line.startswith("hybrid.months") and "published" in line for line in numbers.splitlines())


COMMANDS = "evaluate, levers, assumptions, switching, uncertainty, weights, wholelife or export"
REFUSED = {
    "nothing asked": ((), f"Say what to do: {COMMANDS}; --help says more."),
    "an unknown command": (
        ("solve", "x"), f"There is no command 'solve'; use {COMMANDS}."
    ),
    "no preset": (("levers",), "levers needs a preset: an id such as north-council, or the path of a file."),
    "a misspelt lever": (
        ("evaluate", "north-council", "--set", "cluod.months=2"),
        "There is no lever 'cluod.months'; did you mean cloud.months?"
        " All are listed by 'python cli.py levers north-council'.",
    ),
    "a lever like no other": (
        ("evaluate", "depot", "--set", "zzz=2"),
        "There is no lever 'zzz'; all are listed by 'python cli.py levers depot'.",
    ),
    "a value too small": (
        ("evaluate", "north-council", "--set", "staff=50"), "staff (Staff) must be 100 to 20,000 staff, not '50'."
    ),
    "a value below a percentage's bounds": (
        ("evaluate", "north-council", "--set", "m365.cost_change=-51"),
        "m365.cost_change (Microsoft 365: Cost change) must be -50% to 300%, not '-51'.",
    ),
    "a value between two": (
        ("evaluate", "north-council", "--set", "offices=7.5"),
        "offices (Offices) must be a whole number, 1 to 60 offices, not '7.5'.",
    ),
    "not a number": (
        ("evaluate", "north-council", "--set", "staff=nan"),
        "staff (Staff) must be a number, 100 to 20,000 staff, not 'nan'.",
    ),
    "no equals sign": (
        ("evaluate", "north-council", "--set", "staff"), "--set needs LEVER=VALUE, as in --set staff=5200, not 'staff'."
    ),
    "no value": (
        ("evaluate", "north-council", "--set", "staff="),
        "--set needs LEVER=VALUE, as in --set staff=5200, not 'staff='.",
    ),
    "a bare --set": (("evaluate", "north-council", "--set"), "--set needs LEVER=VALUE, as in --set staff=5200."),
    "a lever set twice": (
        ("evaluate", "north-council", "--set", "staff=5200", "--set", "staff=5200"),
        "staff is set twice; give it one value.",
    ),
    "--set where nothing is evaluated": (
        ("levers", "north-council", "--set", "staff=5200"), "--set goes only with evaluate, switching, uncertainty, weights, wholelife or export, not with levers."
    ),
    "an unknown option": (
        ("evaluate", "north-council", "--sett", "staff=5200"),
        "'--sett' is not understood; after evaluate and the preset can come --set LEVER=VALUE and --json.",
    ),
    "half an option": (
        ("evaluate", "north-council", "--js"),
        "'--js' is not understood; after evaluate and the preset can come --set LEVER=VALUE and --json.",
    ),
    "a value for --json": (("evaluate", "north-council", "--json=1"), "--json takes no value; it stands alone, at the end."),
    "a file that is not there": (
        ("evaluate", "nowhere/at-all.toml"), "The file 'at-all.toml' could not be opened: no such file or directory."
    ),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_refused_in_one_sentence(run, arguments, sentence):
    assert run(*arguments) == (2, "", sentence + "\n")


def test_an_unknown_preset_is_refused_with_those_there_are(run):
    code, out, err = run("evaluate", "south-council")
    assert (code, out) == (2, "")
    assert "south-council" in err and all(preset in err for preset in presets.shipped())


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"id = 'x'", b"]", b"a = 1" * 100_000, b"[" * 5000, b'{"id": NaN}'], ids=range(7)
)
def test_a_file_that_is_no_preset_is_refused_in_one_line(run, tmp_path, content):
    for ending in ("toml", "json"):
        file = tmp_path / f"mine.{ending}"
        file.write_bytes(content)
        code, out, err = run("evaluate", str(file))
        assert (code, out) == (2, "")
        assert err.count("\n") == 1 and err.endswith(".\n") and "Traceback" not in err


def test_help_is_help_and_no_refusal():
    done = command("--help")
    assert done.returncode == 0
    assert b"evaluate" in done.stdout and done.stderr == b""


def test_a_refusal_in_a_real_process_is_exit_code_2_and_one_line_on_standard_error():
    done = command("evaluate", "north-council", "--set", "staff=1")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "staff (Staff) must be 100 to 20,000 staff, not '1'.\n"


def test_output_is_utf_8_even_where_the_terminal_says_it_knows_only_ascii():
    ascii_only = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = command("evaluate", "north-council", env=ascii_only)
    assert done.returncode == 0
    assert "£1.561m" in done.stdout.decode("utf-8")
    refused = command("evaluate", "£", env=ascii_only)
    assert refused.returncode == 2 and refused.stderr.decode("utf-8").count("\n") == 1


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="this system has no broken pipes")
def test_a_reader_that_walks_away_is_not_complained_about():
    line = f'"{sys.executable}" "{ROOT / "cli.py"}" assumptions north-council --json | head -n 1'
    done = subprocess.run(line, shell=True, capture_output=True, timeout=60)
    assert (done.stdout, done.stderr) == (b"[\n", b"")


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is no signal here")
def test_ctrl_c_ends_it_without_a_word(tmp_path):
    pipe = tmp_path / "slow.toml"
    os.mkfifo(pipe)
    waiting = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "evaluate", str(pipe)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    writer = os.open(pipe, os.O_WRONLY)  # Returns once the program has opened the file, so it is well past its start.
    waiting.send_signal(signal.SIGINT)
    out, err = waiting.communicate(timeout=30)
    os.close(writer)
    assert (waiting.returncode, out, err) == (-signal.SIGINT, b"", b"")


def test_nothing_that_draws_is_loaded_to_compute():
    probe = "import sys, cli; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert not {"charts", "streamlit", "pandas", "jinja2"} & set(loaded.stdout.split())


def test_a_scenario_saved_on_screen_is_evaluated_with_its_changes_and_more_may_be_laid_over(read, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(
        '{"side_by_side": 1, "model": "1.0", "preset": "north-council", "changes": {"staff": 5200}}', encoding="utf-8"
    )
    assert read("evaluate", str(path), "--set", "offices=9")["changes"] == {"offices": 9, "staff": 5200}
    path.write_text('{"side_by_side": 1, "model": "1.0", "preset": "gone"}', encoding="utf-8")
    refusal = command("evaluate", str(path), text=True, encoding="utf-8")
    assert (refusal.returncode, refusal.stdout) == (2, "")
    assert refusal.stderr == "In mine.json, preset is 'gone', which is neither here nor in the file.\n"
