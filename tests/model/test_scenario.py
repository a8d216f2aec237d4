"""What does not hold together is refused in one sentence: the place, what was wanted, what was given."""

import pytest

from model import presets
from model.provenance import Quantity, Status
from model.scenario import Basis, CostLine, Measure, Organisation

NORTH = (presets.FOLDER / "north-council.toml").read_text(encoding="utf-8")
DEPOT = (presets.FOLDER / "depot.toml").read_text(encoding="utf-8")


def refusal(right: str, wrong: str, text: str = NORTH) -> str:
    """What is said when the first ``right`` of a shipped preset becomes ``wrong``, after 'In try.toml, '."""
    assert right in text
    with pytest.raises(presets.PresetError) as refused:
        presets.parse(text.replace(right, wrong, 1).encode(), "try.toml")
    message = str(refused.value)
    assert message.startswith("In try.toml, ") and message.endswith(".") and message.isprintable()
    return message.removeprefix("In try.toml, ")


# Numbers

STAFF = "staff = { value = 4500,"


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (STAFF, "staff = { value = 99,", "organisation.staff must be 100 to 20,000 staff, not 99."),
        (STAFF, "staff = { value = 20001,", "organisation.staff must be 100 to 20,000 staff, not 20,001."),
        ("low = 24\n", "low = 5\n", "horizon.low must be 6 to 120 months, not 5."),
        ("high = 60\n", "high = 600\n", "horizon.high must be 6 to 120 months, not 600."),
        ("{ value = 3, low", "{ value = 37, low", "options.m365.months must be 0 to 36 months, not 37."),
        ("{ value = 70,", "{ value = 700,", "options.m365.reach must be 0 to 100% of the gap, not 700."),
        ("reach = { value = 0", "reach = { value = true", "options.do-nothing.reach must be 0 to 100% of the gap, not true."),
        ("{ value = 3033,", "{ value = 1,", "disruption.staff_cost must be £1,000 to £10,000 a month, not 1."),
        ("wellbeing = { value = 0,", "wellbeing = { value = -1,", "options.do-nothing.scores.wellbeing must be 0 to 100, not -1."),
        (
            "unit_cost = { value = 240,", "unit_cost = { value = -240,",
            "options.m365.cost_lines.licences.unit_cost must be £0 to £1,000,000,000 a person, not -240.",
        ),
        (
            "share = { value = 25, status", "share = { value = 125, status",
            "options.m365.cost_lines.devices.share must be 0 to 100% of staff, not 125.",
        ),
        (
            "amount = { value = 35,", "amount = { value = -35,",
            "options.m365.cost_lines.external.amount must be 0 to 1,000,000, not -35.",
        ),
        ('name = "Smart working"', 'name = "Smart working"\nweight = { value = 101, status = "assumption" }',
         "outcomes.smart-working.weight must be 0 to 100, not 101."),
    ],
)
def test_a_number_out_of_bounds_is_refused_with_its_range(right, wrong, said):
    assert refusal(right, wrong) == said


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ("nan", "nan"),
        ("inf", "a number that large"),
        ("-inf", "a number that large"),
        ("1e400", "a number that large"),
        ("1" + "0" * 400, "a number that large"),
        ("true", "true"),
        ('"4500"', "the text '4500'"),
        ("2026-02-05", "a date or a time"),
        ("09:30:00", "a date or a time"),
        ("[4500]", "a list"),
        ("{ a = 4500 }", "a table"),
    ],
)
def test_what_is_no_number_is_refused_with_the_range(written, given):
    assert refusal(STAFF, f"staff = {{ value = {written},") == (
        f"organisation.staff must be 100 to 20,000 staff, not {given}."
    )


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("value = 3, low = 2", "value = 1, low = 2", "options.m365.months.value must lie between low and high, 2 to 6, not 1."),
        ("value = 3, low = 2", "value = 3, low = 7", "options.m365.months.value must lie between low and high, 7 to 6, not 3."),
        ("offer = { value = 2,", "offer = { value = 51,", "disruption.share.offer.value must lie between low and high, 2 to 50, not 51."),
    ],
)
def test_a_range_holds_its_value_and_its_offer(right, wrong, said):
    assert refusal(right, wrong) == said


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (STAFF, STAFF + ' unit = "dozens",', "organisation.staff must be measured in staff, not the text 'dozens'."),
        (STAFF, STAFF + " unit = 12,", "organisation.staff must be measured in staff, not 12."),
        (
            "unit_cost = { value = 240,", 'unit_cost = { value = 240, unit = "£ a day",',
            "options.m365.cost_lines.licences.unit_cost must be measured in £ a person, not the text '£ a day'.",
        ),
        ('unit = "days", ', "", "options.m365.cost_lines.external.amount.unit is missing."),
    ],
)
def test_a_number_is_in_the_unit_the_model_computes_with(right, wrong, said):
    assert refusal(right, wrong) == said


def test_numbers_made_in_code_are_held_to_the_same_bounds():
    few = Quantity(value=5, unit="staff", low=5, high=5, status=Status.ASSUMPTION)
    with pytest.raises(ValueError, match="must be 100 to 20,000 staff, not 5"):
        Organisation(name="Ours", staff=few)
    a_day = Quantity(value=600, unit="£ a day", low=600, high=600, status=Status.ASSUMPTION)
    assert CostLine(id="a", name="A", basis=Basis.FIXED, unit_cost=a_day).unit_cost is a_day


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("staff", "1 to 2,000 staff"),
        ("£ a person", "£1 to £2,000 a person"),
        ("% of work", "1 to 2,000% of work"),
        ("of 100", "1 to 2,000"),
    ],
)
def test_bounds_are_written_as_people_write_them(unit, said):
    assert Measure("Name", unit, 1, 2_000, 1, "").bounds == said


# Names and ids


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('name = "Microsoft 365"', 'name = "DO  NOTHING"', "options: two are called Do nothing."),
        ('name = "Microsoft 365"', 'name = "Do\u00a0nothing"', "options: two are called Do nothing."),
        ('name = "Microsoft 365"', 'name = "Ｄｏ nothing"', "options: two are called Do nothing."),
        ('id = "m365"', 'id = "hybrid"', "options: two are called hybrid."),
        ('name = "Smart working"', 'name = "staff wellbeing"', "outcomes: two are called Staff wellbeing."),
        ('name = "New devices"', 'name = "licences, YEAR 1"', "options.m365.cost_lines: two are called Licences, year 1."),
        ('id = "devices"', 'id = "licences"', "options.m365.cost_lines: two are called licences."),
    ],
)
def test_two_of_one_name_are_refused_whatever_their_case_and_spaces(right, wrong, said):
    assert refusal(right, wrong) == said


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\\u202e", "U+202E"), ("\\u0000", "U+0000"), ("\\u0007", "U+0007"), ("\\n", "U+000A"), ("\\t", "U+0009"),
        ("\\u200b", "U+200B"), ("\\u2028", "U+2028"), ("\\ufeff", "U+FEFF"), ("\\u2066", "U+2066"), ("\\u3164", "U+3164"),
        ("\\U000e0041", "U+E0041"), ("\\ue000", "U+E000"),
    ],
)
def test_a_name_with_a_hidden_character_is_refused(character, code):
    said = refusal('name = "Do nothing"', f'name = "Do {character}nothing"')
    assert said == f"options.do-nothing.name must not hold hidden characters, found {code}."


def test_a_name_keeps_its_accents_and_signs():
    text = NORTH.replace('name = "Do nothing"', 'name = "Gwneud dim: â, ŵ & <b>£</b> 🌳"', 1)
    assert presets.parse(text.encode(), "try.toml").options[0].name == "Gwneud dim: â, ŵ & <b>£</b> 🌳"


def test_a_note_may_stand_on_several_lines():
    text = NORTH.replace('note = "Not achieved."', 'note = """Not\n  achieved."""', 1)
    assert presets.parse(text.encode(), "try.toml") == presets.load("north-council")


@pytest.mark.parametrize("wrong", ["m.365", "M365", "m 365", "__proto__", "m365-", "-m365", "3m65", "", "m\u0456", "m365\\n"])
def test_an_id_that_a_link_could_not_carry_is_refused(wrong):
    said = refusal('id = "m365"', f'id = "{wrong}"')
    wanted = "lower-case letters and digits joined by hyphens, such as new-depot"
    assert said.startswith(f"options[2].id must be {wanted}, not ")


@pytest.mark.parametrize("taken", ["staff", "offices", "horizon", "delay", "disruption", "workplace", "weight"])
def test_an_option_cannot_take_a_name_the_levers_have(taken):
    text = NORTH.replace('benchmark = "do-nothing"', f'benchmark = "{taken}"')
    said = refusal('id = "do-nothing"\nname', f'id = "{taken}"\nname', text)
    assert said == f"options: none can have the id {taken}, which the model uses."


@pytest.mark.parametrize("taken", ["months", "reach", "dip", "score"])
def test_a_cost_line_cannot_take_a_name_the_option_has(taken):
    said = refusal('id = "licences"', f'id = "{taken}"')
    assert said == f"options.m365.cost_lines: none can have the id {taken}, which the model uses."


# Fields


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('id = "north-council"', 'id = "north-council"\n__proto__ = 1', "__proto__ is not a field of a preset."),
        ('id = "north-council"', f'id = "north-council"\n{"x" * 999} = 1', f"{'x' * 60} is not a field of a preset."),
        (STAFF, STAFF + " colour = 1,", "organisation.staff.colour is not a field of a preset."),
        ("[organisation]", "[organisation]\nshare = 1", "organisation.share is not a field of a preset."),
        ('benchmark = "do-nothing"\n', "", "benchmark is missing."),
        ('status = "assumption"\nnote = "The usual', 'note = "The usual', "horizon.status is missing."),
        ('name = "North Council"', "name = 3", "organisation.name must be text in quotes, not 3."),
        ('name = "North Council"', 'name = " "', "organisation.name must not be empty."),
        ('name = "North Council"', f'name = "{"x" * 121}"', "organisation.name must be at most 120 characters."),
        ('["no additional cost"]', '"no additional cost"', "options.do-nothing.advantages must be a list, not the text 'no additional cost'."),
        ('["no additional cost"]', "[1]", "options.do-nothing.advantages[1] must be text in quotes, not 1."),
        ("recurring = true", 'recurring = "yes"', "options.m365.cost_lines.licences.recurring must be true or false, not the text 'yes'."),
        ("year = 2020", 'year = "2020"', "sources.briefing.year must be a whole number, not the text '2020'."),
        ("year = 2020", "year = 1066", "sources.briefing.year must be 1900 or more, not 1,066."),
        ('year = 2020', 'year = 2020\nlink = "javascript:alert(1)"',
         "sources.briefing.link must be an address that begins with https://, not the text 'javascript:alert(1)'."),
        ("[sources.briefing]", '[sources."The Briefing"]',
         "sources.The Briefing must be lower-case letters and digits joined by hyphens, such as new-depot,"
         " not the text 'The Briefing'."),
        ('basis = "staff"', 'basis = "heads"',
         "options.m365.cost_lines.licences.basis must be 'staff', 'offices', 'delivery-months' or 'fixed', not the text 'heads'."),
        ('kind = "value-for-money"', 'kind = "value"',
         "outcomes.value.kind must be 'judged', 'delivery-of-services' or 'value-for-money', not the text 'value'."),
    ],
)
def test_a_field_that_is_not_as_the_format_has_it_is_refused(right, wrong, said):
    assert refusal(right, wrong) == said


@pytest.mark.parametrize(
    ("options", "said"),
    [(1, "options must have at least 2 entries."), (9, "options must have at most 8 entries.")],
)
def test_there_are_two_to_eight_options(options, said):
    head, first = DEPOT.split("[[options]]")[:2]
    many = "[[options]]".join([head, *(first.replace('"repair"', f'"repair-{n}"', 1) for n in range(options))])
    assert refusal(head, head, many) == said


# How the parts fit


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('benchmark = "do-nothing"', 'benchmark = "nothing"', "benchmark must be the id of an option, not nothing."),
        ('source = "briefing"', 'source = "breifing"', "organisation.staff names the source breifing, which is not in sources."),
        (', source = "lga-furlough"', ', source = "lga"', "disruption.share names the source lga, which is not in sources."),
        (', source = "briefing"', "", "organisation.staff.source is missing: a published number must name one."),
        ('status = "published"', 'status = "yours"',
         "organisation.staff.status must be published, sourced, derived or assumption, not the text 'yours'."),
        ('talent = { value = 0, status = "assumption", note = "Not achieved." }\n', "", "options.do-nothing.scores.talent is missing."),
        ("[options.scores]\n", '[options.scores]\nvalue = { value = 9, status = "assumption" }\n',
         "options.do-nothing.scores.value is not the id of a judged outcome."),
        ('reach = { value = 0, status = "assumption" }\n', "",
         "options.do-nothing.reach is missing: a disruption or a workplace needs it."),
        ('dip = { value = 0, status = "assumption" }\n', "", "options.do-nothing.dip is missing: a disruption needs it."),
        (STAFF + ' status = "published", source = "briefing" }\n', "",
         "organisation.staff is missing: a disruption or a workplace needs it."),
        ('offices = { value = 7, status = "published", source = "briefing" }\n', "",
         "organisation.offices is missing: a workplace needs it."),
        ('  "staff", "offices",', '  "staff", "office",', "shown_levers names office, which is not a lever of this preset."),
        ('basis = "staff"\nunit_cost = { value = 600,', 'basis = "fixed"\nunit_cost = { value = 600,',
         "options.m365.cost_lines.devices.share goes only with the basis staff, not fixed."),
        ('basis = "fixed"\nunit_cost = { value = 1000, unit = "£ a day",', 'basis = "staff"\nunit_cost = { value = 1000,',
         "options.m365.cost_lines.external.amount goes only with the basis fixed, not staff."),
    ],
)
def test_parts_that_do_not_fit_together_are_refused(right, wrong, said):
    assert refusal(right, wrong) == said


@pytest.mark.parametrize(("basis", "size"), [("staff", "staff"), ("offices", "offices")])
def test_a_cost_line_needs_the_size_it_rests_on(basis, size):
    said = refusal('basis = "fixed"', f'basis = "{basis}"', DEPOT)
    assert said == f"organisation.{size} is missing: options.repair.cost_lines.roof needs it."
