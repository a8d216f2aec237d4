"""Charts in a real browser: drawn without Plotly, kept while levers move, read by hand and saved as they stand."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from charts.style import THEMES

FRONTIER = ".st-key-chart-frontier"
MOVED = "/?preset=north-council&staff=5200"
NODES = """() => {
  const root = document.querySelector('.st-key-chart-frontier [data-started]').shadowRoot;
  window.kept ??= [...root.querySelectorAll('*')];
  return [window.kept.filter(node => node.isConnected).length, window.kept.length];
}"""
OUTSIDE = """svg => [...svg.querySelectorAll('text')].filter(text => {
  const inner = text.getBBox(), outer = svg.viewBox.baseVal;
  return inner.x < 0 || inner.y < 0 || inner.x + inner.width > outer.width || inner.y + inner.height > outer.height;
}).map(text => text.textContent)"""


def chart(page: Page, name: str = "frontier") -> Locator:
    found = page.locator(f".st-key-chart-{name}").get_by_role("figure")
    expect(found.locator("svg")).to_be_visible()
    return found


def test_levers_move_a_chart_whose_nodes_stay_and_no_plotly_is_loaded(open_page, settled):
    page = open_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    found = chart(page)
    entry = page.locator('[data-lever="staff"] .entry')
    for staff, cost in (("4600", "£1.591m"), ("4700", "£1.621m"), ("4800", "£1.651m")):
        entry.fill(staff)
        entry.press("Enter")
        expect(found.locator("text", has_text=f"{cost}, ")).to_be_visible()
        settled(page)
        kept, drawn = page.evaluate(NODES)  # from the first change on, which adds the preset's marks
        assert kept == drawn > 60
    assert page.evaluate("typeof window.Plotly") == "undefined"
    assert not [address for address in asked if re.search("plotly", address, re.IGNORECASE)]


def test_a_pointer_over_a_mark_reads_what_it_stands_for(open_page):
    page = open_page()
    found = chart(page)
    hybrid = found.locator("[data-words*=Hybrid] path")
    hybrid.scroll_into_view_if_needed()
    hybrid.hover()
    expect(found.locator(".tip")).to_have_text("Hybrid\n£1.561m, 73.3", use_inner_text=True)
    page.mouse.move(5, 5)
    expect(found.locator(".tip")).to_be_hidden()


def test_the_arrow_keys_read_the_marks_one_by_one(open_page):
    page = open_page("/?view=Over+time")
    found = chart(page, "roll_out")
    found.focus()
    said = page.locator(".st-key-chart-roll_out [role=status]")
    for key, words in (
        ("ArrowRight", "Do nothing, Month 0: 0%"), ("ArrowDown", "Microsoft 365, Month 0: 0%"),
        ("ArrowRight", "Microsoft 365, Month 1: 23%"), ("ArrowUp", "Do nothing, Month 1: 0%"),
        ("ArrowUp", "Hybrid, Month 1: 15%"), ("ArrowLeft", "Hybrid, Month 0: 0%"),
    ):  # fmt: skip
        page.keyboard.press(key)
        expect(said).to_have_text(words)
        expect(found.locator(".tip")).to_contain_text(words.partition(", ")[2])
    page.keyboard.press("Escape")
    expect(found.locator(".tip")).to_be_hidden()


@pytest.mark.parametrize("scheme", THEMES)
def test_a_saved_drawing_stands_alone_with_its_finding_its_scenario_and_its_letters(open_page, browser, tmp_path, scheme):
    page = open_page(MOVED, scheme=scheme)
    saved = save(page, "SVG", tmp_path)
    assert saved.name == "benefit-against-cost-north-council-changed.svg"
    root = ElementTree.parse(saved).getroot()
    words = "".join(root.itertext())
    for said in ("Hybrid gives the most benefit", "North Council, as published, 1 change · model", "numbers are our assumptions", "staff=5200"):
        assert said in words
    assert not [node for node in root.iter() if node.get("visibility")]
    assert root.get("role") == "img" and THEMES[scheme].ground in saved.read_text(encoding="utf-8")
    alone = browser.new_page()
    alone.goto(saved.as_uri())
    assert alone.evaluate("document.fonts.ready.then(() => document.fonts.check('13px \"Source Sans\"') && document.fonts.size)") == 1
    assert alone.locator("svg").evaluate(OUTSIDE) == []
    alone.close()


def test_a_saved_picture_is_three_times_as_large_and_as_coloured_as_the_drawing(open_page, tmp_path):
    page = open_page(MOVED, scheme="dark")
    picture = Image.open(save(page, "PNG", tmp_path)).convert("RGB")
    wide, high = map(int, chart(page).locator("svg").get_attribute("data-sheet").split()[2:])
    assert picture.size == (3 * wide, 3 * high)
    colours = {colour for _, colour in picture.getcolors(10**7)}
    expected = [THEMES["dark"].ground, *THEMES["dark"].colours[:4]]
    assert {tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5)) for colour in expected} <= colours


def save(page: Page, kind: str, folder: Path) -> Path:
    chart(page)
    with page.expect_download() as download:
        page.locator(FRONTIER).get_by_role("button", name=kind).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_a_chart_fits_a_phone_and_its_buttons_a_thumb(open_page):
    page = open_page(size="phone")
    found = chart(page)
    found.scroll_into_view_if_needed()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for button in page.locator(FRONTIER).get_by_role("button").all():
        assert min(button.bounding_box()["width"], button.bounding_box()["height"]) >= 44


def test_where_the_script_does_not_come_the_table_says_it_all(browser, server, settled):
    page = browser.new_page()  # a tab nobody listens to, as its console has reason to complain
    page.route("**/chart.js", lambda route: route.abort())
    page.goto(server.url())
    settled(page)
    picture = page.locator(f"{FRONTIER} img")
    expect(picture).to_have_attribute("alt", re.compile("Hybrid gives the most benefit"))
    expect(picture).to_be_visible()
    page.close()


def test_a_chart_is_drawn_anew_for_the_width_a_window_has(open_page):
    page = open_page()
    drawn = chart(page).locator("svg")
    expect(drawn).to_have_attribute("width", "896")
    for window, chart_in_it in ((1000, "648"), (390, "358")):
        page.set_viewport_size({"width": window, "height": 844})
        expect(drawn).to_have_attribute("width", chart_in_it)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("width", "beside"), [(900, False), (1280, True)])
def test_two_charts_stand_side_by_side_only_where_there_is_room_for_both(open_page, width, beside):
    page = open_page("/?view=How+sure", size=(width, 720))
    first, second = (column.bounding_box()["x"] for column in page.get_by_test_id("stColumn").all())
    assert (first < second) is beside
