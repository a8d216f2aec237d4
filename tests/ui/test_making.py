"""Files under way: there as soon as they are made, given up when nobody wants them, and nobody is left waiting."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

from ui.making import AT_ONCE, Making

TELLS = """
import json, sys
json.load(sys.stdin)
print('{"begins": "deck"}')
print('{"made": "deck", "content": "UEs="}')
print('{"begins": "workbook"}')
print('{"failed": "workbook"}', flush=True)
"""
WAITS = "import os, sys; print('{\"begins\": \"' + str(os.getpid()) + '\"}', flush=True); sys.stdin.read(); import time; time.sleep(600)"


def making(program: str) -> Making:
    return Making({"scenario": "x" * 100_000}, (sys.executable, "-c", program))


@contextmanager
def within(seconds: float = 30) -> Iterator:
    """Wait for something to come true, for so long at the most."""
    end = monotonic() + seconds

    def until(true: object) -> None:
        while not true():
            assert monotonic() < end, "it did not come true in time"
            sleep(0.01)

    yield until


def test_what_is_made_and_what_failed_is_known():
    files = making(TELLS)
    with within() as until:
        until(lambda: files.finished)
    assert (files.made, files.failed, files.under_way) == ({"deck": b"PK"}, {"workbook"}, "")


@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit(3)",
        "print('{\"begins\": \"deck\"}', flush=True); raise SystemExit",
        "print('{\"made\": \"deck\", \"content\": \"UEs', end='')",
    ],
)
def test_a_process_that_ends_early_is_finished_with_nothing_made(program):
    files = making(program)
    with within() as until:
        until(lambda: files.finished)
    assert files.made == {}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")  # it is for the server's log
@pytest.mark.parametrize("program", [("/no/such/program",), (sys.executable, "-c", "print('a library chats')")])
def test_a_process_that_cannot_begin_or_says_something_odd_leaves_nobody_waiting(program):
    files = Making({}, program)
    with within() as until:
        until(lambda: files.finished)
    assert files.made == {}


@pytest.mark.skipif(not Path("/proc").exists(), reason="this system does not list its processes there")
def test_what_is_given_up_is_ended_and_lets_the_next_one_in():
    files = making(WAITS)
    with within() as until:
        until(lambda: files.under_way)
        process = int(files.under_way)
        files.give_up()
        until(lambda: files.finished)
        until(lambda: not _runs(process))
        next_one = making(TELLS)
        until(lambda: next_one.finished)
    assert next_one.made == {"deck": b"PK"}


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
        return True
    except ProcessLookupError:
        return False


def test_what_is_given_up_at_once_never_begins():
    with AT_ONCE:
        files = making(TELLS)
        files.give_up()
        with within() as until:
            until(lambda: files.finished)
    assert files.made == {} and files.failed == set()


def test_one_visitor_s_files_wait_for_another_s():
    with AT_ONCE, within() as until:
        files = making(TELLS)
        sleep(0.6)
        assert not files.finished and files.under_way == ""
    with within() as until:
        until(lambda: files.finished)
    assert files.made
