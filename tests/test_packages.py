"""The pinned lists hold what pyproject.toml asks for, and nothing that ties them to one machine."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return {requirement.name: str(requirement.specifier) for requirement in wanted}


def unmet(asked: list[str], pinned: dict[str, str]) -> list[str]:
    requirements = [Requirement(each) for each in asked]
    return [str(each) for each in requirements if not is_met(each, pinned.get(each.name))]


def is_met(requirement: Requirement, pin: str | None) -> bool:
    return pin is not None and requirement.specifier.contains(pin.removeprefix("=="))


def test_every_package_the_app_needs_is_pinned_within_its_bounds():
    assert unmet(PROJECT["dependencies"], pins("requirements.txt")) == []


def test_every_package_the_tests_need_is_pinned_within_its_bounds():
    asked = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]
    assert unmet(asked, pins("requirements-test.txt")) == []


def test_the_tests_run_on_the_very_packages_the_app_runs_on():
    assert pins("requirements.txt").items() <= pins("requirements-test.txt").items()


def test_every_pin_is_one_exact_version_without_an_address():
    for name in ["requirements.txt", "requirements-test.txt"]:
        assert all(re.fullmatch(r"==[\w.]+", pin) for pin in pins(name).values())
        assert not re.search(r"://|@|^--", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)


def test_a_missing_or_wrong_pin_is_noticed():
    assert unmet(["numpy>=2"], {}) == ["numpy>=2"]
    assert unmet(["numpy>=2"], {"numpy": "==1.26.4"}) == ["numpy>=2"]
    assert unmet(["numpy>=2"], {"numpy": "==2.4.6"}) == []
