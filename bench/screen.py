"""How long a visitor waits, in a real Chromium, side by side with a plain Streamlit page in the same run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright

from bench.line import Line
from bench.server import COLLECTING, PLAIN, Server, serving

MOVES = 20
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    # Pages that Chromium keeps ready for its own address bar, unseen as it is, would be measured as well.
    "--disable-features=HttpsUpgrades,MediaRouter,OptimizationHints,WebUIOmniboxPopup,WebUIOmniboxAimPopup",
]  # fmt: skip

# From the key press to the first frame in which the text of the named elements, shadow trees included, has changed.
WATCH = """([name, selector]) => {
  window.waits ??= {};
  const state = window.waits[name] = {start: 0, end: 0};
  const roots = [document, ...[...document.querySelectorAll('*')].map(each => each.shadowRoot).filter(Boolean)];
  const found = () => roots.flatMap(root => [...root.querySelectorAll(selector)]);
  const text = () => found().map(each => each.textContent).join('|');
  addEventListener('keydown', () => {
    const before = text();
    Object.assign(state, {start: performance.now(), end: 0});
    const look = () => { if (text() === before) requestAnimationFrame(look); else state.end = performance.now(); };
    requestAnimationFrame(look);
  }, true);
}"""
WAITED = "name => window.waits[name].end > 0 && window.waits[name].end - window.waits[name].start"


def lines() -> Iterator[Line]:
    with serving("app.py") as ours, serving("bench/plain.py", COLLECTING) as plain, chromium() as browser:
        yield Line("first verdict on a warm server", first_verdict(browser, ours))
        pages = (
            Slider(browser, ours, {"cards": ".summary .figure"}),
            Slider(browser, plain, {"numbers": "[data-testid=stMetricValue]", "chart": ".gtitle"}),
        )
        for _ in range(MOVES):
            for page in pages:
                page.move()
        mine, other = median(pages[0].waits["cards"]), median(pages[1].waits["numbers"])
        yield Line("slider key to cards repainted", mine, beside=f"{PLAIN}, to its numbers", theirs=other)


class Slider:
    """A page's staff slider and what it makes the page redraw."""

    def __init__(self, browser: Browser, server: Server, watched: dict[str, str]) -> None:
        self.page = browser.new_page(viewport={"width": 1280, "height": 720})
        self.page.goto(server.address)
        self.slider = self.page.locator("input[type=range]").first
        for selector in watched.values():
            self.page.locator(selector).first.wait_for()
        settled(self.page)
        self.slider.focus()
        for name, selector in watched.items():
            self.page.evaluate(WATCH, [name, selector])
        self.waits: dict[str, list[float]] = {name: [] for name in watched}

    def move(self) -> None:
        """One step by keyboard; how long each watched thing took, in ms."""
        self.slider.press("ArrowRight")
        for name, waits in self.waits.items():
            waits.append(self.page.wait_for_function(WAITED, arg=name).json_value())
        settled(self.page)


def first_verdict(browser: Browser, server: Server) -> float:
    """ms from asking for the page, nothing cached in the browser, to the verdict in sight; the middle one of three."""
    waits = []
    for _ in range(3):
        page = browser.new_context().new_page()
        start = perf_counter()
        page.goto(server.address, wait_until="commit")
        page.locator(".verdict h1").wait_for()
        waits.append(1000 * (perf_counter() - start))
        page.context.close()
    return median(waits)


def settled(page: Page) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


@dataclass(frozen=True)
class Server:
    """Where it listens and which process it is."""

    address: str
    process: int


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
        yield browser
        browser.close()
