"""From letting a lever go to the last chart redrawn, beside the same page with the same figures in st.plotly_chart."""

from collections.abc import Iterator
from statistics import median, quantiles
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

from bench.line import Line
from bench.screen import chromium, settled
from bench.server import Server, serving

CHANGES = 30
VIEWS = {"Compare": 1, "How sure": 2}
"""How many charts a view draws at once; no other draws more."""
CHARTS = ":is([class*=st-key-chart-], [class*=st-key-small-])"

# Notes when a key was let go, and the end of the first frame after the last change to a chart itself: neither what
# Streamlit writes on the boxes around it counts nor what a pointer reads off it.
REDRAWN = """charts => {
  const state = window.redrawn = {let_go: 0, last: 0}, seen = new WeakSet();
  const changed = () => requestAnimationFrame(() => setTimeout(() => { state.last = performance.now(); }));
  const options = {childList: true, subtree: true, attributes: true, characterData: true};
  const inside = new MutationObserver(changed);
  const watch = drawn => {
    if (drawn && !seen.has(drawn)) { seen.add(drawn); inside.observe(drawn, options); changed(); }
  };
  const look = () => document.querySelectorAll(`${charts} :is([data-started], .js-plotly-plot)`).forEach(
    host => watch(host.shadowRoot ? host.shadowRoot.querySelector('.drawn') : host));
  new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
  look();
  addEventListener('keyup', () => { Object.assign(state, {let_go: performance.now(), last: 0}); }, true);
}"""
# Redrawn, and nothing more came for a while.
DONE = """() => {
  const {let_go, last} = window.redrawn, idle = document.querySelector('[data-test-script-state=notRunning]');
  return idle && last > let_go && performance.now() - last > 400 && last - let_go;
}"""


def lines() -> Iterator[Line]:
    with serving("app.py") as ours, serving("bench/with_plotly/front.py") as theirs, chromium() as browser:
        for view, count in VIEWS.items():
            pages = [opened(browser, server, view, count) for server in (ours, theirs)]
            waits: list[list[float]] = [[], []]
            for _ in range(CHANGES):
                for page, times in zip(pages, waits, strict=True):
                    times.append(redrawn(page))
            mine, others = map(median, waits)
            told = "the same page with st.plotly_chart"
            yield Line(f"{view}: release to the last chart, median", mine, "ms", told, others, most=200)
            yield Line(f"{view}: release to the last chart, p95", p95(waits[0]), "ms", told, p95(waits[1]))
            yield Line(f"{view}: the one median by the other", mine / others, "", most=0.6)
            for page in pages:
                page.close()


def p95(waits: list[float]) -> float:
    return quantiles(waits, n=20)[-1]


def opened(browser: Browser, server: Server, view: str, count: int) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"{server.address}/?{urlencode({'preset': 'north-council', 'view': view})}")
    page.locator(f"{CHARTS} :is(.drawn svg, .js-plotly-plot)").nth(count - 1).wait_for()
    page.locator('[data-lever="staff"] input[type=range]').wait_for()
    settled(page)
    page.locator('[data-lever="staff"] input[type=range]').focus()
    page.evaluate(REDRAWN, CHARTS)
    redrawn(page)  # the first change adds the preset's marks
    return page


def redrawn(page: Page) -> float:
    """ms for one step of the slider."""
    page.keyboard.press("ArrowRight")
    return page.wait_for_function(DONE).json_value()
