"""Draws Plotly figures in a Chromium of its own: a program apart, so that whatever hangs can be ended.

Reads a job as JSON on standard input, ``{"browser": path or null, "seconds": most it may take, "pictures": [{"figure",
"options"}]}``, and writes the pictures on standard output as a JSON list in base64. Exit code 3 says that there is no
Chromium, 4 that it took too long.
"""

import asyncio
import base64
import json
import os
import signal
import sys
from threading import Timer

from choreographer.errors import ChromeNotFoundError
from kaleido import Kaleido

NO_CHROMIUM, TOO_LONG = 3, 4
TABS = 2


async def _drawn(browser: str | None, seconds: float, pictures: list[dict]) -> list[bytes]:
    # Without mathjax=False Kaleido fetches a library for formulas from elsewhere; nothing of ours is a formula.
    sheet = Kaleido(n=TABS, mathjax=False, **({"path": browser} if browser else {}))
    alarm = Timer(seconds, _give_up, [sheet])
    alarm.daemon = True
    alarm.start()
    async with sheet:
        drawn = await asyncio.gather(*(sheet.calc_fig(each["figure"], opts=each["options"]) for each in pictures))
    alarm.cancel()
    return drawn


def _give_up(sheet: Kaleido) -> None:
    """End the browser and this program: one that hangs does not answer when asked to close."""
    if hasattr(sheet, "subprocess"):
        # On Unix the browser stands behind a go-between, both in a session of their own.
        os.killpg(sheet.subprocess.pid, signal.SIGKILL) if hasattr(os, "killpg") else sheet.subprocess.kill()
    os._exit(TOO_LONG)


def main() -> int:
    """Draw what is asked for."""
    try:
        drawn = asyncio.run(_drawn(**json.load(sys.stdin)))
    except ChromeNotFoundError:
        return NO_CHROMIUM
    json.dump([base64.b64encode(each).decode() for each in drawn], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
