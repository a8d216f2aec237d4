"""After the first year in the terminal: the promised shape, cases worked by hand, and what is refused."""

import pytest

from model import presets

SHAPE = {"id", "net_present_cost", "equivalent_annual_cost", "yearly"}

PUBLISHED = """
id = "machines"
name = "Two machines"
benchmark = "keep"
organisation = { name = "A council" }
horizon = { value = 24, status = "assumption" }
outcomes = [{ id = "good", name = "Good" }]

[[options]]
id = "keep"
name = "Keep"
months = { value = 0, status = "assumption" }
scores.good = { value = 0, status = "assumption" }

[[options]]
id = "buy"
name = "Buy"
months = { value = 0, status = "assumption" }
scores.good = { value = 50, status = "assumption" }
cash_flows = [200, -80, -80, -80, -80]
"""


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_option_has_the_promised_keys(read, preset):
    told = read("wholelife", preset, "--years", "4", "--rate", "0.035")
    options = [option.id for option in presets.load(preset).options]
    assert [each["id"] for each in told["options"]] == options
    assert all(set(each) >= SHAPE for each in told["options"])
    for each in told["options"]:
        present = sum(cost / 1.035**year for year, cost in enumerate(each["yearly"]))
        assert each["net_present_cost"] == pytest.approx(present, abs=0.01)
        assert each["equivalent_annual_cost"] == pytest.approx(present * 0.035 / (1 - 1.035**-4), abs=0.01)


def test_north_council_pays_licences_for_three_years(read):
    told = read("wholelife", "north-council", "--years", "3", "--rate", "0")
    assert [each["net_present_cost"] for each in told["options"]] == [0, 4_935_000, 7_410_000, 2_371_000]
    assert told["options"][3]["yearly"] == [1_561_000, 405_000, 405_000]
    assert [each["break_even_month"] for each in told["options"]] == [None, 4, 5, 3]
    assert [each["break_even_share"] for each in told["options"]] == [None, 3.382978, 5.030132, 1.392422]


def test_without_a_rate_the_green_books_schedule_counts(read):
    told = read("wholelife", "north-council", "--years", "100")
    assert told["discount"].startswith("HM Treasury, The Green Book, 2026 edition")
    assert [(band["from_year"], band["rate"]) for band in told["discount_rates"]] == [(1, 0.035), (31, 0.03), (76, 0.025)]
    # 405,000 x (the years 1 to 99 of the schedule, worth 31.73) + 1,561,000.
    flat = read("wholelife", "north-council", "--years", "100", "--rate", "0.035")
    assert told["options"][3]["net_present_cost"] > flat["options"][3]["net_present_cost"]


def test_ten_years_are_what_one_gets_unasked(read):
    assert read("wholelife", "north-council") == read("wholelife", "north-council", "--years", "10")


def test_changes_count(read):
    told = read("wholelife", "north-council", "--years", "3", "--set", "cloud.retired_saving=£1m")
    assert told["options"][2]["yearly"] == [4_710_000, 850_000, 350_000]


def test_a_published_case_can_be_run(read, tmp_path):
    # Brealey, Myers and Marcus, Fundamentals of Corporate Finance, chapter 8, question 1: a value of 48.20 at 11%.
    file = tmp_path / "machines.toml"
    file.write_text(PUBLISHED)
    told = read("wholelife", str(file), "--years", "4", "--rate", "0.11")
    assert told["options"][1]["yearly"] == [200, -80, -80, -80, -80]
    assert told["options"][1]["net_present_cost"] == pytest.approx(-48.20, abs=0.005)


def test_the_layer_is_in_no_other_command(read):
    changes = ("--set", "cloud.retired_saving=1000000", "--set", "after_first_year.overtime=100")
    plain, changed = read("evaluate", "north-council"), read("evaluate", "north-council", *changes)
    assert changed["options"] == plain["options"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--years", "0"), "The number of years must be a whole number from 1 to 100, not 0."),
        (("--years", "101"), "The number of years must be a whole number from 1 to 100, not 101."),
        (("--years", "ten"), "--years needs a whole number."),
        (("--years",), "--years needs a whole number."),
        (("--rate", "3.5"), "The discount rate must be a share from 0 to 0.5, such as 0.035 for 3.5% a year, not 3.5."),
        (("--rate", "-0.01"), "The discount rate must be a share from 0 to 0.5, such as 0.035 for 3.5% a year, not -0.01."),
        (("--rate", "nan"), "The discount rate must be a share from 0 to 0.5, such as 0.035 for 3.5% a year, not nan."),
        (("--rate", "3.5%"), "--rate needs a share, such as 0.035 for 3.5% a year."),
    ],
)
def test_years_and_rates_that_cannot_be_used_are_refused_in_one_sentence(run, arguments, sentence):
    assert run("wholelife", "north-council", *arguments) == (2, "", sentence + "\n")


def test_years_go_with_no_other_command(run):
    assert run("evaluate", "north-council", "--years", "3") == (
        2, "", "--years goes only with wholelife, not with evaluate.\n",
    )  # fmt: skip


def test_as_text_a_year_is_a_line_and_what_does_not_apply_is_a_dash(run):
    code, out, err = run("wholelife", "north-council", "--years", "3")
    assert (code, err) == (0, "")
    assert out.startswith("Over three years Hybrid costs least of the three: £2.330m in money of year 0.")
    rows = {line.split("  ")[0]: line.split() for line in out.splitlines()}
    assert rows["2"] == ["2", "nil", "£1.080m", "£1.350m", "£405,000"]
    assert rows["Breaks even in"][-7:] == ["–", "month", "4", "month", "5", "month", "3"]


def test_as_text_what_applies_to_no_option_is_left_out(run):
    out = run("wholelife", "depot")[1]
    assert "Net present cost" in out
    assert "even" not in out and "person" not in out
