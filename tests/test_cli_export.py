"""The terminal writes the same files as the screen, all that was asked for or none."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest

from exports.deck import deck
from exports.pictures import pictures
from exports.tables import TABLES
from model import MODEL_VERSION, presets
from model.appraisal import evaluate
from model.engine import Engine
from tests.exports.spreadsheet import values

ROOT = Path(__file__).parents[1]
DATE = "2 November 2026"
SAW = "do-nothing.0.4_m365.3167000.3_cloud.5340000.2_hybrid.1771000.1"
LINK = f"https://whatif.example/?preset=north-council&model={MODEL_VERSION}&staff=5200&saw={SAW}"
"""The screen's own, with what its sender saw."""
FILES = {"deck": "deck.pptx", "workbook": "book.xlsx", "briefing": "page.pdf", "docx": "page.docx"}


@pytest.fixture
def export(run, tmp_path, monkeypatch):
    """``export(...)``: exit code, standard output and standard error of an export in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *asked: run("export", "north-council", *asked)


def found(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def about_of(workbook: Path) -> dict[str, str]:
    return {row[0]: row[1] for row in values(workbook.read_bytes())["About"]}


def test_what_is_asked_for_is_written_and_named(export, tmp_path):
    asked = [part for name, file in FILES.items() for part in (f"--{name}", file)]
    code, out, err = export(*asked, "--csv", "numbers/tables")
    assert code == 0
    assert out == f"Wrote deck.pptx, book.xlsx, page.pdf, page.docx and {len(TABLES)} files in numbers/tables.\n"
    assert err.splitlines()[0] == "Slides, 1 of 5" and err.splitlines()[-1] == "Tables, 5 of 5"
    assert found(tmp_path) == sorted([*FILES.values(), *(f"numbers/tables/{name}.csv" for name in TABLES)])


def test_the_files_are_the_screen_s_with_the_caller_s_date_and_link(export, tmp_path):
    engine = Engine(presets.load("north-council"))
    pair = evaluate(engine, {"staff": 5200}), evaluate(engine)
    code, *_ = export(
        "--set", "staff=5200", "--deck", "a.pptx", "--images", "drawn", "--date", DATE, "--link", "https://whatif.example/",
    )  # fmt: skip
    assert code == 0
    assert (tmp_path / "a.pptx").read_bytes() == deck(*pair, date=DATE, link=LINK)
    drawn = pictures(*pair, date=DATE, link=LINK)
    assert {name: (tmp_path / "drawn" / name).read_bytes() for name in found(tmp_path / "drawn")} == drawn


def test_the_bundle_holds_every_other_file_as_it_is_written_alone(export, tmp_path):
    asked = [part for name, file in FILES.items() for part in (f"--{name}", file)]
    assert export(*asked, "--bundle", "all.zip")[0] == 0
    with ZipFile(tmp_path / "all.zip") as archive:
        for file in FILES.values():
            assert archive.read(f"north-council{Path(file).suffix}") == (tmp_path / file).read_bytes()
        assert "Briefing" in str(pypdf.PdfReader(archive.open("north-council.pdf")).metadata.title)


def test_without_a_date_and_an_address_files_name_this_machine_s_dashboard_and_no_date(export, tmp_path):
    assert export("--workbook", "a.xlsx")[0] == 0
    about = about_of(tmp_path / "a.xlsx")
    assert about["Open it again"].startswith("http://localhost:8501/?preset=north-council&model=")
    assert not about["Made"]


@pytest.mark.parametrize(("ours", "mine", "begins"), [("value = 120", "value = 119", "own="), ("", "", "preset=depot&")])
def test_a_preset_of_one_s_own_has_a_link_that_says_so_and_a_mere_copy_opens_the_shipped_one(
    run, tmp_path, ours, mine, begins
):
    text = (presets.FOLDER / "depot.toml").read_text(encoding="utf-8")
    (tmp_path / "mine.toml").write_text(text.replace(ours, mine, 1), encoding="utf-8")
    assert run("export", str(tmp_path / "mine.toml"), "--workbook", str(tmp_path / "a.xlsx"))[0] == 0
    about = about_of(tmp_path / "a.xlsx")
    assert about["Open it again"].startswith(f"http://localhost:8501/?{begins}")


def test_for_programs_each_file_has_its_length_and_fingerprint(export, tmp_path):
    told = json.loads(export("--briefing", "a.pdf", "--csv", "tables", "--json")[1])
    assert {each["name"] for each in told} == {"a.pdf", *(f"tables/{name}.csv" for name in TABLES)}
    for each in told:
        content = (tmp_path / each["name"]).read_bytes()
        assert (each["bytes"], each["sha256"]) == (len(content), sha256(content).hexdigest())


def test_the_same_command_writes_the_same_bytes_in_another_process(tmp_path):
    made = []
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        command = [sys.executable, str(ROOT / "cli.py"), "export", "depot", "--bundle", "all.zip", "--date", DATE]
        subprocess.run(command, cwd=tmp_path / folder, check=True, capture_output=True, timeout=120)
        made.append((tmp_path / folder / "all.zip").read_bytes())
    assert made[0] == made[1]


def test_what_lay_there_is_replaced_and_its_neighbours_stay(export, tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "options.csv").write_text("old", encoding="utf-8")
    (tmp_path / "tables" / "mine.txt").write_text("mine", encoding="utf-8")
    assert export("--csv", "tables")[0] == 0
    assert "old" not in (tmp_path / "tables" / "options.csv").read_text(encoding="utf-8")
    assert (tmp_path / "tables" / "mine.txt").read_text(encoding="utf-8") == "mine"


WHERE = (
    "--deck FILE.pptx, --workbook FILE.xlsx, --briefing FILE.pdf, --docx FILE.docx, --scenes FILE.html, --csv a folder,"
    " --images a folder or --bundle FILE.zip"
)
REFUSED = {
    "nothing to write": ((), f"export needs to know what to write: {WHERE}."),
    "another ending": (("--deck", "a.pdf"), "--deck writes a file whose name ends in .pptx, not 'a.pdf'."),
    "no name": (("--deck",), "--deck needs FILE.pptx."),
    "an empty name": (("--workbook", " "), "--workbook needs FILE.xlsx."),
    "no folder": (("--csv", ""), "--csv needs a folder."),
    "a file for a folder": (("--images", "a-file.txt"), "--images needs a folder, and 'a-file.txt' is a file."),
    "one place for two": (
        ("--csv", "here", "--images", "./here"), "Two things would be written in the same place; give each its own."
    ),
    "a link that is none": (
        ("--deck", "a.pptx", "--link", "whatif.example"),
        "--link needs the address of your dashboard, such as http://localhost:8501/, not 'whatif.example'.",
    ),
    "a link with a scenario in it": (
        ("--deck", "a.pptx", "--link", "https://a.example/?x=1"),
        "--link needs the address of your dashboard, such as http://localhost:8501/, not 'https://a.example/?x=1'.",
    ),
    "a lever that is none": (
        ("--deck", "a.pptx", "--set", "stuff=2"),
        "There is no lever 'stuff'; did you mean staff? All are listed by 'python cli.py levers north-council'.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("asked", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_exported_is_refused_before_anything_is_made(export, tmp_path, asked, sentence):
    (tmp_path / "a-file.txt").write_text("mine", encoding="utf-8")
    assert export(*asked) == (2, "", sentence + "\n")
    assert found(tmp_path) == ["a-file.txt"]


def test_a_place_that_takes_no_file_leaves_everything_as_it_was(export, tmp_path):
    (tmp_path / "in-the-way.xlsx").mkdir()
    code, out, err = export("--briefing", "new/a.pdf", "--workbook", "in-the-way.xlsx")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == (
        "'in-the-way.xlsx' could not be written: there is a folder of that name. Nothing was written; give another place."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["in-the-way.xlsx"]
