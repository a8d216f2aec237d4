"""The terminal's door, for every test that goes through it."""

import json

import pytest

import cli


@pytest.fixture
def run(capsys):
    """``run(...)``: exit code, standard output and standard error of one command, without a new process."""

    def once(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(arguments)
        return code, *capsys.readouterr()

    return once


@pytest.fixture
def read(run):
    """``read(...)``: what a command writes as JSON."""

    def once(*arguments: str):
        code, out, err = run(*arguments, "--json")
        assert (code, err) == (0, "")
        return json.loads(out, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))

    return once
