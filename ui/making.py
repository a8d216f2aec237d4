"""Files under way: made in a process apart, of what was on screen when they were asked for."""

import json
import subprocess
import sys
from base64 import b64decode
from pathlib import Path
from threading import BoundedSemaphore, Event, Thread

ROOT = Path(__file__).parents[1]
PAUSE = 0.4
"""Seconds in which another change makes these files needless."""
AT_ONCE = BoundedSemaphore(1)
"""A second visitor's files wait for the first's."""
PROGRAM = (sys.executable, "-m", "exports.apart")


class Making:
    """The files of one case, each there as soon as it is made."""

    def __init__(self, job: dict[str, object], program: tuple[str, ...] = PROGRAM) -> None:
        """Starts at once and does not wait. ``job`` is what `exports.apart` reads."""
        self.job = job
        self.made: dict[str, bytes] = {}
        self.failed: set[str] = set()
        self.under_way = ""
        """The part that is being made."""
        self.finished = False
        self._given_up = Event()
        self._run: subprocess.Popen | None = None
        Thread(target=self._work, args=(json.dumps(job), program), daemon=True).start()

    def give_up(self) -> None:
        """Make no more of it."""
        self._given_up.set()
        if self._run:
            self._run.kill()

    def _work(self, job: str, program: tuple[str, ...]) -> None:
        try:
            if not self._given_up.wait(PAUSE):
                with AT_ONCE:
                    self._listen(job, program)
        finally:  # whatever happened, nobody is left waiting
            self.under_way, self.finished = "", True

    def _listen(self, job: str, program: tuple[str, ...]) -> None:
        with subprocess.Popen(
            program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        ) as self._run:
            if self._given_up.is_set():
                self._run.kill()
            self._hand_over(job)
            for line in self._run.stdout:
                if line.endswith("\n"):  # else it was given up in the middle of its word
                    self._hear(json.loads(line))

    def _hand_over(self, job: str) -> None:
        try:
            self._run.stdin.write(job)
            self._run.stdin.close()
        except OSError:
            pass  # it has ended already, and its silence says so

    def _hear(self, told: dict[str, str]) -> None:
        if "begins" in told:
            self.under_way = told["begins"]
        elif "failed" in told:
            self.failed.add(told["failed"])
        else:
            self.made[told["made"]] = b64decode(told["content"])
