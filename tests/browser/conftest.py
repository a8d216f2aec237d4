"""A real server, a real Chromium, and tabs that fail their test when anything in them complained."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Page,
    Request,
    Response,
    WebSocket,
    expect,
    sync_playwright,
)

ROOT = Path(__file__).parents[2]
LOOPBACK = "127.0.0.1"
SIZES = {"projector": (1280, 720), "phone": (390, 844)}
PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"

FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Playwright's own, as far as they matter here; and the pages that Chromium keeps ready for its own address bar, unseen as
    # it is, which cost more than most of the pages that are tested.
    "--disable-features=DestroyProfileOnBrowserClose,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,"
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup",
]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# What has no styles yet is unseen, and a key pressed on it is lost.
BOARD_IN_SIGHT = """() => {
  const board = document.querySelector('.st-key-live-levers');
  return !board || board.querySelector('[data-started=seen]');
}"""

expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong


@dataclass
class Server:
    """The app as `streamlit run app.py` serves it, with every line it has said."""

    process: subprocess.Popen
    address: str = ""
    log: list[str] = field(default_factory=list)
    listening: Event = field(default_factory=Event)

    def listen(self) -> None:
        for line in self.process.stdout:
            self.log.append(line)
            if "URL:" in line:
                self.address = f"{LOOPBACK}:{urlsplit(line.split()[-1]).port}"
                self.listening.set()
        self.listening.set()

    def url(self, path: str = "/") -> str:
        return f"http://{self.address}{path}"


@contextmanager
def serving(port: int = 0, script: str = "app.py") -> Iterator[Server]:
    """The app on a port; the system picks a free one for 0, so that two runs at the same time never meet."""
    command = [sys.executable, "-m", "streamlit", "run", script]
    options = [f"--server.address={LOOPBACK}", f"--server.port={port}", "--server.fileWatcherType=none"]
    process = subprocess.Popen(
        command + options, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    server = Server(process)
    reader = Thread(target=server.listen, daemon=True)
    reader.start()
    try:
        server.listening.wait(60)
        assert server.address, "The server did not start:\n" + "".join(server.log)
        assert urlopen(server.url("/_stcore/health"), timeout=30).status == 200
        yield server
    finally:
        process.terminate()
        process.wait(30)
        reader.join(30)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def serve() -> Callable[..., AbstractContextManager[Server]]:
    """For a test that starts and stops a server of its own: `with serve(port) as server`."""
    return serving


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the one that CHROMIUM names, or of one that was found."""
    return os.environ.get("CHROMIUM") or found_chromium()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


def found_chromium() -> str:
    search = subprocess.run(
        [ROOT / "tests/browser/chromium.sh", "find"], capture_output=True, text=True, encoding="utf-8"
    )
    assert search.returncode == 0, search.stderr
    return search.stdout.strip()


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Opens the app in a tab of its own, settled: open_page("/?staff=900", size="phone", scheme="dark")."""
    contexts, complaints, said_before = [], [], len(server.log)

    def open_page(path: str = "/", size: str | tuple[int, int] = "projector", scheme: str = "light") -> Page:
        width, height = SIZES.get(size, size)
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            has_touch=size == "phone",
            user_agent=PHONE if size == "phone" else None,
        )
        contexts.append(context)
        page = context.new_page()
        note_complaints(page, complaints)
        page.goto(server.url(path))
        wait_until_settled(page)
        page.wait_for_function(BOARD_IN_SIGHT)
        return page

    yield open_page
    heard = list(complaints)  # closing a tab cuts requests short, and that is nobody's fault
    for context in contexts:
        context.close()
    log = server.log[said_before:]
    if any("Uncaught app execution" in line for line in log):  # a tab that closes mid-answer is nobody's fault
        heard.append("The page's script failed:\n" + "".join(log))
    assert not heard, "Something complained while this test ran:\n" + "\n".join(heard)


@pytest.fixture
def complaints_about() -> Callable[[Page], list[str]]:
    """For a tab that is meant to complain: the list that its complaints will be added to."""

    def complaints_about(page: Page) -> list[str]:
        complaints = []
        note_complaints(page, complaints)
        return complaints

    return complaints_about


def in_console(said: ConsoleMessage) -> str | None:
    return f"Console error: {said.text}" if said.type == "error" else None


def in_error(error: Error) -> str:
    return f"Uncaught error: {error}"


def in_request(request: Request | WebSocket) -> str | None:
    address = urlsplit(request.url)
    elsewhere = address.scheme in {"http", "https", "ws", "wss"} and address.hostname != LOOPBACK
    return f"The page asked another machine: {request.url}" if elsewhere else None


def in_response(response: Response) -> str | None:
    return f"The server answered {response.status}: {response.url}" if response.status >= 400 else None


def in_failure(request: Request) -> str | None:
    given_up = request.failure == "net::ERR_ABORTED"  # by the page itself: a download now saved, for one
    return None if given_up else f"Request failed ({request.failure}): {request.url}"


COMPLAINTS = {
    "console": in_console,
    "pageerror": in_error,
    "request": in_request,
    "websocket": in_request,
    "response": in_response,
    "requestfailed": in_failure,
}


def note_complaints(page: Page, complaints: list[str]) -> None:
    for event, complaint_in in COMPLAINTS.items():
        page.on(event, partial(note, complaint_in, complaints))


def note(complaint_in: Callable, complaints: list[str], happening: object) -> None:
    if complaint := complaint_in(happening):
        complaints.append(complaint)


def wait_until_settled(page: Page) -> None:
    """Waits until the script has run. Right after a key press it may not have begun: then wait for the new text."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)


@pytest.fixture
def settled() -> Callable[[Page], None]:
    return wait_until_settled


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Runs axe-core over the page as it stands: one readable line for each thing it found, so `== []` is a pass."""

    def axe(page: Page) -> list[str]:
        page.evaluate(AXE_SCRIPT)
        found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
        return [described(rule, node) for rule in found["violations"] for node in rule["nodes"]]

    return axe


def described(rule: dict, node: dict) -> str:
    why = "; ".join(check["message"] for check in node["any"] + node["all"] + node["none"])
    where = " ".join(map(str, node["target"]))
    return f"{rule['id']} ({rule['impact']}): {why} [{where}] {node['html'][:160]}"
