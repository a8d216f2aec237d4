"""Makes files in a process of its own, at a low priority, so that no visitor waits for what another takes away.

Reads a job as JSON on standard input: {"scenario", "changes", "date", "link"}. Writes a line of JSON on standard output
when it begins a part, {"begins": name}, and one when that is made, {"made": name, "content": base64}, or could not be,
{"failed": name}; what went wrong goes to standard error.
"""

import json
import os
import sys
from base64 import b64encode
from collections.abc import Callable
from traceback import print_exc
from typing import TextIO

from exports.archive import zipped
from exports.bundle import together
from exports.kinds import KINDS, Case, Files
from model.appraisal import evaluate
from model.engine import Engine
from model.scenario import Scenario

PREVIEW, BUNDLE = "preview", "bundle"
FIRST = (PREVIEW, "briefing")
PARTS = (*FIRST, *(name for name in KINDS if name not in FIRST), BUNDLE)
"""What is made, in this order: what can be looked at first, everything last."""
POLITE = 10
"""How far this process stands back behind those that answer visitors."""


def main(asked: TextIO, answers: TextIO) -> None:
    """Make every part; one that fails costs none of the others."""
    case = _case(json.load(asked))
    made: dict[str, bytes | Files] = {}
    for name in PARTS:
        _tell(answers, begins=name)
        try:
            content = _maker(name, made)(case)
        except Exception:  # whatever it is, the page says so and goes on
            print_exc()
            _tell(answers, failed=name)
            continue
        made[name] = content
        whole = content if isinstance(content, bytes) else zipped(content)
        _tell(answers, made=name, content=b64encode(whole).decode())


def _case(job: dict) -> Case:
    engine = Engine(Scenario.model_validate_json(job["scenario"]))
    return Case(evaluate(engine, job["changes"]), evaluate(engine), job["date"], job["link"])


def _maker(name: str, made: dict[str, bytes | Files]) -> Callable[[Case], bytes | Files]:
    if name == PREVIEW:
        from exports.briefing import briefing_picture

        return lambda case: briefing_picture(case.now, case.preset, **case.stamp)
    if name == BUNDLE:
        return lambda case: together(case, {kind: made[kind] for kind in KINDS})
    return KINDS[name].make


def _tell(answers: TextIO, **told: str) -> None:
    print(json.dumps(told), file=answers, flush=True)


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(POLITE)
    try:
        main(sys.stdin, sys.stdout)
    except BrokenPipeError:  # nobody waits for them any more
        os._exit(0)
