"""A real server of a page on a free loopback port, and what its process has used."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
PLAIN = "a plain Streamlit page"
"""bench/plain.py."""
COLLECTING = "--runner.postScriptGC=true"
"""Streamlit's own default, which our settings change."""


@dataclass(frozen=True)
class Server:
    """Where it listens and which process it is."""

    address: str
    process: int

    @property
    def cpu(self) -> float:
        """Seconds of processor it has used, from Linux's /proc."""
        figures = Path(f"/proc/{self.process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(figures[11]) + int(figures[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> float:
        """Resident MB, from Linux's /proc."""
        pages = int(Path(f"/proc/{self.process}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def serving(script: str, *options: str) -> Iterator[Server]:
    """Stopped by its own process id."""
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.address=127.0.0.1", "--server.port=0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [*command, *options], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    )
    try:
        address = next(line.split()[-1] for line in process.stdout if "URL:" in line)
        yield Server(f"http://127.0.0.1:{urlsplit(address).port}", process.pid)
    finally:
        process.terminate()
        process.wait()
