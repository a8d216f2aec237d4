"""make stage says ready when everything was shown, and in one plain sentence what is wrong when not."""

import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def rehearsal(chromium):
    """rehearsal(address, preset): exit code, what was said, and what was said to be wrong."""

    def rehearsal(address: str, *preset: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "bench.ready", address, *preset], cwd=ROOT, capture_output=True, text=True,
            encoding="utf-8", env={**os.environ, "CHROMIUM": chromium}, timeout=110,
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    return rehearsal


def test_a_server_that_shows_every_scene_is_ready(rehearsal, server):
    code, said, wrong = rehearsal(server.url("").rstrip("/"))
    assert wrong == "" and code == 0
    assert said.startswith("Ready: 6 scenes shown with and without a network, each within ")
    assert f"Present at {server.url('/?preset=north-council&view=Present')}" in said


def test_what_is_not_our_page_is_told_apart(rehearsal):
    class Another(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(404)
            self.end_headers()

        def log_message(self, *told):
            """Quiet."""

    other = HTTPServer(("127.0.0.1", 0), Another)
    Thread(target=other.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{other.server_port}"
    assert rehearsal(address) == (2, "", f"Not ready. Something else answers at {address}: give another port, as in make stage PORT=8600.\n")
    other.shutdown()


def test_a_preset_that_is_not_there_is_named(rehearsal):
    code, said, wrong = rehearsal("http://127.0.0.1:9", "nowhere")
    assert (code, said) == (2, "") and wrong.startswith("Not ready. There is no preset called 'nowhere'")
