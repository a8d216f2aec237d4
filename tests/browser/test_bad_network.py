"""The line to the server is cut and comes back: nothing is lost, nothing stands in the way, nothing has to be pressed."""

import re
import socket
from contextlib import suppress
from threading import Thread

import pytest
from playwright.sync_api import expect

COST = ".summary .figure >> nth=3"


class Line:
    """A line to a server that can be cut like a cable and plugged in again."""

    def __init__(self, port: int) -> None:
        self.port, self.whole, self.ends = port, True, []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listening.getsockname()[1]}/"
        Thread(target=self.answer, daemon=True).start()

    def answer(self) -> None:
        with suppress(OSError):
            while True:
                here, _ = self.listening.accept()
                if not self.whole:
                    here.close()
                    continue
                there = socket.create_connection(("127.0.0.1", self.port))
                self.ends += [here, there]
                for one, other in ((here, there), (there, here)):
                    Thread(target=self.carry, args=(one, other), daemon=True).start()

    def carry(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while part := one.recv(65_536):
                other.sendall(part)
        hang_up(other)

    def cut(self) -> None:
        self.whole = False
        for end in self.ends:
            hang_up(end)

    def mend(self) -> None:
        self.whole = True


def hang_up(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def line(server):
    line = Line(int(server.address.partition(":")[2]))
    yield line
    line.cut()
    line.listening.close()


def test_what_is_moved_while_the_line_is_cut_is_kept_and_saved_once_it_is_back(browser, line, settled):
    page = browser.new_page()  # a tab nobody listens to: it rightly complains while the server is out of reach
    page.goto(f"{line.url}?staff=5200")
    expect(page.locator(COST)).to_have_text("£1.771m")
    settled(page)
    line.cut()
    offline = page.locator(".offline")
    expect(offline).to_have_text(re.compile("^Offline. The levers still work"))
    page.locator('[data-lever="hybrid.cost_change"] input[type=range]').press("PageUp")
    expect(page.locator(COST)).to_have_text("£2.657m")
    expect(page.locator(".unsaved")).to_contain_text("Not saved yet")
    expect(page.locator(".stApp")).to_have_attribute("data-test-connection-state", "PINGING_SERVER")
    expect(page.get_by_role("button", name="Copy link")).to_have_attribute("aria-disabled", "true")
    expect(page.get_by_role("dialog")).to_have_count(0)
    line.mend()
    expect(offline).to_be_hidden()
    expect(page.locator(".unsaved")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"hybrid\.cost_change=50"))
    page.reload()
    expect(page.locator(COST)).to_have_text("£2.657m")
    page.close()


def test_a_line_that_was_gone_for_minutes_is_used_as_soon_as_it_is_back(browser, line, settled):
    page = browser.new_page()
    page.clock.install()
    page.goto(f"{line.url}?staff=5200")
    expect(page.locator(COST)).to_have_text("£1.771m")
    settled(page)
    line.cut()
    expect(page.locator(".offline")).to_be_visible()
    page.locator('[data-lever="hybrid.cost_change"] input[type=range]').press("PageUp")
    page.get_by_role("tab", name="How sure").click()
    for _ in range(11):  # so that waiting twice as long each time would be a wait of minutes
        page.clock.fast_forward(10_000)
    expect(page.locator(".unsaved")).to_be_visible()
    line.mend()
    expect(page.locator(".offline")).to_be_hidden()
    expect(page.locator(".unsaved")).to_be_hidden(timeout=20_000)
    expect(page).to_have_url(re.compile(r"hybrid\.cost_change=50.*view=How"))
    page.close()
