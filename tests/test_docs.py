"""What the documents say is so: commands, tree, links, pictures and version."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


README = read("README.md")


def make_targets(makefile: str) -> set[str]:
    return set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def commands(text: str) -> set[str]:
    """Every `make target` in code: in backticks or on an indented line."""
    return set(re.findall(r"(?:^ {4}|`)make ([a-z-]+)", text, re.MULTILINE))


def tree_paths(text: str) -> list[str]:
    """The paths in the first fenced block, an indented name standing inside the folder above it."""
    block = re.search(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)[1]
    paths, folders = [], {}
    for line in filter(str.strip, block.splitlines()):
        depth, name = len(line) - len(line.lstrip()), line.split()[0]
        folders[depth] = folders[depth - 2] + name if depth else name
        paths.append(folders[depth])
    return paths


def relative_links(text: str) -> Iterator[str]:
    links = re.findall(r"\]\(([^)\s]+)[^)]*\)", text) + re.findall(r"(?:src|href)=\"([^\"]+)\"", text)
    return (link.split("#")[0] for link in links if not re.match(r"[a-z]+:|#", link))


def ignored() -> set[str]:
    return {line.strip("/") for line in read(".gitignore").splitlines()}


def test_every_make_command_in_the_readme_is_in_the_makefile():
    assert {"run", "test"} <= commands(README) <= make_targets(read("Makefile"))


def test_the_command_lines_in_the_readme_name_files_that_exist():
    named = re.findall(r"-r (\S+)|streamlit run (\S+)|bin/python (\w+\.py)", README)
    files = {name for names in named for name in names if name}
    assert {"requirements.txt", "requirements-test.txt", "app.py"} <= files
    assert [name for name in files if not (ROOT / name).is_file()] == []


def test_every_file_and_folder_in_the_readmes_tree_exists():
    missing = [path for path in tree_paths(README) if not (ROOT / path).exists()]
    assert missing == []


def test_every_top_level_folder_is_in_the_readmes_tree():
    folders = {entry.name for entry in ROOT.iterdir() if entry.is_dir()} - {".git", *ignored()}
    assert folders - {path.rstrip("/") for path in tree_paths(README)} == set()


def test_folders_in_the_tree_are_written_as_folders():
    assert [path for path in tree_paths(README) if (ROOT / path).is_dir() and not path.endswith("/")] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_link_and_picture_leads_somewhere(document):
    text = document.read_text(encoding="utf-8")
    assert [link for link in relative_links(text) if not (document.parent / link).exists()] == []


def test_every_file_that_the_readme_names_in_code_exists():
    named = re.findall(r"`((?:[\w-]+/)+(?:\w+\.\w+)?)`", README)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_name_that_the_readme_looks_for_in_a_file_is_there():
    named = re.findall(r"`(\w+)` in `([\w/]+\.py)`", README)
    assert named
    assert [(name, path) for name, path in named if not re.search(rf"^(class )?{name}\b", read(path), re.MULTILINE)] == []


def test_the_readme_gives_every_run_time_package_its_reason():
    asked = tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]
    reasons = dict(re.findall(r"^\| ([\w-]+) \| (.+) \|$", README, re.MULTILINE))
    assert {re.match(r"[\w-]+", package)[0] for package in asked} == set(reasons) - {"Package"}


def test_the_changelog_has_the_version_of_the_project():
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    assert f"\n## {version}\n" in read("CHANGELOG.md")


def test_the_build_machine_runs_make_test():
    assert read(".ci/run").splitlines()[-1] == "make test"


def test_a_made_up_page_is_read_as_a_person_reads_it():
    assert commands("`make run` or\n\n    make test\n\nand make sure") == {"run", "test"}
    tree = "```\nmodel/  x\n  engine.py  y\n  deep/\n    low.py\napp.py\n```\n"
    assert tree_paths(tree) == ["model/", "model/engine.py", "model/deep/", "model/deep/low.py", "app.py"]
    links = '[a](docs/a.md) ![b](b.png "B") <img src="c.png"> [d](https://d.example) [e](#e) [f](f.md#g)'
    assert list(relative_links(links)) == ["docs/a.md", "b.png", "f.md", "c.png"]
