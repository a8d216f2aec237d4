"""The live board under a dragged thumb, beside a plain Streamlit slider in the same run."""

from collections.abc import Iterator
from statistics import median, quantiles
from time import perf_counter

from playwright.sync_api import Browser, Page, expect

from bench.screen import MOVES, chromium, serving, settled

DRAGS = 120
RUNS = 200

# The time from each thumb move to the frame in which the cards stand repainted.
REPAINTS = """selector => {
  const waits = window.repaints = [], find = (root, found = []) => {
    root.querySelectorAll('*').forEach(each => each.shadowRoot && find(each.shadowRoot, found));
    root.querySelectorAll(selector).forEach(each => found.push(each));
    return found;
  };
  const text = () => find(document).map(each => each.textContent).join('|');
  let shown = text(), moved = 0;
  addEventListener('input', event => { moved ||= event.timeStamp; }, true);
  const look = () => {
    const now = text();
    if (moved && now !== shown) { waits.push([moved, performance.now()]); moved = 0; shown = now; }
    requestAnimationFrame(look);
  };
  look();
}"""


def timings() -> Iterator[tuple[str, float]]:
    with serving("app.py") as ours, serving("bench/plain.py") as plain, chromium() as browser:
        for name, address, selector, slow in (
            ("the board", ours, ".summary .figure", 1),
            ("the board, processor slowed four times", ours, ".summary .figure", 4),
            ("a plain page", plain, "[data-testid=stMetricValue]", 1),
        ):
            yield from dragging(browser, name, address, selector, slow)
        yield from releasing(browser, ours)
        yield from staying(browser, ours)


def dragging(browser: Browser, name: str, address: str, selector: str, slow: int) -> Iterator[tuple[str, float]]:
    page = ready(browser, address, selector)
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
    if waits:
        yield f"{name}: thumb move to cards, p95", quantiles([end - start for start, end in waits], n=20)[-1] / 1000
        yield f"{name}: between two repaints", (waits[-1][1] - waits[0][1]) / 1000 / max(1, len(waits) - 1)
    else:
        yield f"{name}: no repaint while dragging", float("inf")


def releasing(browser: Browser, address: str) -> Iterator[tuple[str, float]]:
    """From letting a key go to fresh tables."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(address)
    slider = page.locator('[data-lever="staff"] input[type=range]')
    slider.wait_for()
    settled(page)
    page.evaluate(FRESH)
    waits = []
    for _ in range(MOVES):
        slider.press("ArrowRight")
        waited = page.wait_for_function("() => window.fresh > 0 && window.fresh - window.let_go")
        waits.append(waited.json_value() / 1000)
        settled(page)
    yield "release to fresh tables, median", median(waits)
    yield "release to fresh tables, p95", quantiles(waits, n=20)[-1]
    page.close()


def staying(browser: Browser, address: str) -> Iterator[tuple[str, float]]:
    """Hundreds of runs of the script, and never another panel, slider or table."""
    page = ready(browser, address, ".summary .figure")
    page.evaluate(KEPT)
    slider, status = (page.locator(f'[data-lever="staff"] {part}') for part in ("input[type=range]", ".status"))
    start = perf_counter()
    for run in range(RUNS):
        slider.press("ArrowLeft" if run % 2 else "ArrowRight")
        expect(status).to_have_text("published" if run % 2 else "yours")
    assert page.evaluate("window.kept()"), "the panel was built anew"
    yield f"{RUNS} runs of the script, the panel the same", perf_counter() - start
    page.close()


# Whether all that stood on the board at first is still there.
KEPT = """() => {
  const roots = [...document.querySelectorAll('[data-started]')].map(each => each.shadowRoot);
  const nodes = roots.flatMap(root => [...root.querySelectorAll('.live, input, table, td, [data-lever]')]);
  window.kept = () => nodes.length > 100 && nodes.every(node => node.isConnected);
}"""

FRESH = """() => {
  const root = document.querySelector('.st-key-live-tables [data-started]').shadowRoot;
  addEventListener('keydown', () => { window.fresh = 0; }, true);
  addEventListener('keyup', () => { window.let_go = performance.now(); }, true);
  new MutationObserver(() => {
    if (!root.querySelector('.held') && window.let_go && !window.fresh) {
      requestAnimationFrame(() => setTimeout(() => { window.fresh = performance.now(); }));
    }
  }).observe(root.querySelector('.live'), {attributes: true, attributeFilter: ['class']});
}"""


def ready(browser: Browser, address: str, selector: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(address)
    page.locator(selector).first.wait_for()
    page.locator("input[type=range]").first.wait_for()
    settled(page)
    return page


def thumb(page: Page) -> tuple[float, float]:
    return tuple(page.locator("input[type=range]").first.evaluate("""slider => {
      const box = slider.getBoundingClientRect(), share = (slider.value - slider.min) / (slider.max - slider.min);
      return [box.width > 40 ? box.x + 9 + share * (box.width - 18) : box.x + box.width / 2, box.y + box.height / 2];
    }"""))
