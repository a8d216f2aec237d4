"""The live board under a dragged thumb, beside a plain Streamlit slider in the same run."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median, quantiles

from playwright.sync_api import Browser, Page, expect

from bench.line import NEVER, Line
from bench.screen import chromium, settled
from bench.server import COLLECTING, PLAIN, Server, serving

DRAGS = 120
RELEASES = 30
RUNS = 200

# The time from each thumb move to the end of the frame in which the cards stand repainted. The browser tells of a
# change, as looking for one costs more than it does; a message to oneself is delivered when the frame is done.
REPAINTS = """selector => {
  const waits = window.repaints = [], {port1, port2} = new MessageChannel();
  const seek = root => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap(each => each.shadowRoot ? seek(each.shadowRoot) : []),
  ];
  let moved = 0, told = false;
  addEventListener('input', event => { moved ||= event.timeStamp; }, true);
  port1.onmessage = () => { if (moved) waits.push([moved, performance.now()]); moved = 0; told = false; };
  const watcher = new MutationObserver(() => { if (!told) { told = true; port2.postMessage(0); } });
  seek(document).forEach(each => watcher.observe(each, {childList: true, characterData: true, subtree: true}));
}"""


@dataclass(frozen=True)
class Dragged:
    """What a thumb's moves came to on screen."""

    wait: float
    """ms from a move to the cards repainted, for all but the slowest of twenty."""
    rate: float
    """Repaints a second."""


def lines() -> Iterator[Line]:
    with serving("app.py") as ours, serving("bench/plain.py", COLLECTING) as plain, chromium() as browser:
        for told, slow, wait, rate in (("", 1, 33, 30), ("4x slower: ", 4, None, 15)):
            mine = dragged(browser, ours, ".summary .figure", slow)
            other = dragged(browser, plain, "[data-testid=stMetricValue]", slow)
            yield Line(f"{told}thumb move to cards repainted, p95", mine.wait, "ms", PLAIN, other.wait, most=wait)
            yield Line(f"{told}repaints while dragging", mine.rate, "a second", PLAIN, other.rate, least=rate)
        mine = released(browser, ours, OUR_SLIDER, TABLES)
        other = released(browser, plain, "input[type=range]", NUMBERS)
        told = f"{PLAIN}, to its numbers"
        yield Line("release to fresh tables, median", median(mine), beside=told, theirs=median(other))
        yield Line("release to fresh tables, p95", p95(mine), beside=told, theirs=p95(other), most=200)
        yield Line(f"parts of the board built anew in {RUNS} changes", built_anew(browser, ours), "", most=0)


def p95(waits: list[float]) -> float:
    return quantiles(waits, n=20)[-1]


def dragged(browser: Browser, server: Server, selector: str, slow: int) -> Dragged:
    """The first slider of a page under a thumb, the processor slowed so many times."""
    page = ready(browser, server, selector)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    page.evaluate(REPAINTS, selector)
    x, y = thumb(page)
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(DRAGS):
        page.mouse.move(x + step % 60, y)
    waits = page.evaluate("window.repaints")
    page.mouse.up()
    page.close()
    if len(waits) < 2:
        return Dragged(NEVER, 0)
    return Dragged(p95([end - start for start, end in waits]), 1000 * (len(waits) - 1) / (waits[-1][1] - waits[0][1]))


def released(browser: Browser, server: Server, selector: str, fresh: str) -> list[float]:
    """ms from letting a key go to what ``fresh`` watches for, each time."""
    page = ready(browser, server, selector)
    slider = page.locator(selector).first
    page.evaluate(RELEASE)
    page.evaluate(fresh)
    waits = []
    for _ in range(RELEASES):
        slider.press("ArrowRight")
        waits.append(page.wait_for_function("() => window.fresh > 0 && window.fresh - window.let_go").json_value())
        settled(page)
    page.close()
    return waits


def built_anew(browser: Browser, server: Server) -> int:
    """Panels, sliders and table cells that hundreds of runs of the page's script did not leave standing."""
    page = ready(browser, server, OUR_SLIDER)
    page.evaluate(KEPT)
    slider, status = (page.locator(f'[data-lever="staff"] {part}') for part in ("input[type=range]", ".status"))
    for run in range(RUNS):
        slider.press("ArrowLeft" if run % 2 else "ArrowRight")
        expect(status).to_have_text("published" if run % 2 else "yours")
    gone = page.evaluate("window.gone()")
    page.close()
    return gone


KEPT = """() => {
  const roots = [...document.querySelectorAll('[data-started]')].map(each => each.shadowRoot).filter(root => root);
  const nodes = roots.flatMap(root => [...root.querySelectorAll('.live, input, table, td, [data-lever]')]);
  window.gone = () => nodes.length > 100 ? nodes.filter(node => !node.isConnected).length : NaN;
}"""
OUR_SLIDER = '[data-lever="staff"] input[type=range]'
RELEASE = """() => {
  addEventListener('keydown', () => { window.fresh = window.let_go = 0; }, true);
  addEventListener('keyup', () => { window.let_go = performance.now(); }, true);
  window.arrived = () => {
    if (window.let_go && !window.fresh) {
      requestAnimationFrame(() => setTimeout(() => { window.fresh = performance.now(); }));
    }
  };
}"""
TABLES = """() => {
  const root = document.querySelector('.st-key-live-tables [data-started]').shadowRoot;
  new MutationObserver(() => { if (!root.querySelector('.held')) window.arrived(); })
    .observe(root.querySelector('.live'), {attributes: true, attributeFilter: ['class']});
}"""
NUMBERS = """() => {
  const watcher = new MutationObserver(() => window.arrived());
  document.querySelectorAll('[data-testid=stMetricValue]').forEach(
    each => watcher.observe(each, {childList: true, characterData: true, subtree: true}));
}"""


def ready(browser: Browser, server: Server, selector: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(server.address)
    page.locator(selector).first.wait_for()
    page.locator("input[type=range]").first.wait_for()
    settled(page)
    return page


def thumb(page: Page) -> tuple[float, float]:
    return tuple(page.locator("input[type=range]").first.evaluate("""slider => {
      const box = slider.getBoundingClientRect(), share = (slider.value - slider.min) / (slider.max - slider.min);
      return [box.width > 40 ? box.x + 9 + share * (box.width - 18) : box.x + box.width / 2, box.y + box.height / 2];
    }"""))
