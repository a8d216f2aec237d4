"""Scenarios and files in a real browser: kept in the link, saved, opened by button and by drop, refused without loss."""

import json
import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from model.kept import Kept
from model.link import to_parameters

COSTS = ".summary .figure"
KEPT = [
    Kept(letter="A", name="As published", preset="north-council"),
    Kept(letter="B", name="More staff", note="As the leader asked.", preset="north-council", changes={"staff": 5200.0}),
    Kept(letter="C", name="The depot", preset="depot"),
]
ADDRESS = f"/?{urlencode(to_parameters('north-council', {'staff': 6000.0}, KEPT, 'Scenarios'))}"
DROP = """(area, [name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  for (const type of ["dragenter", "dragover", "drop"]) {
    area.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }
}"""


def names(page: Page) -> list[str]:
    return page.get_by_role("textbox", name=re.compile("^Name of [A-D]$")).evaluate_all("found => found.map(each => each.value)")


def test_kept_scenarios_arrive_with_the_link_and_stay_through_a_reload(open_page, settled):
    page = open_page(ADDRESS)
    expect(page.get_by_role("heading", name="Hybrid comes first in all three scenarios")).to_be_visible()
    page.get_by_role("textbox", name="Name of D").fill("One more")
    page.get_by_role("button", name="Keep as D").click()
    expect(page.get_by_role("button", name="Remove D")).to_be_visible()
    settled(page)  # the address is told last
    page.reload()
    expect(page.get_by_role("button", name="Remove D")).to_be_visible()
    assert names(page) == ["As published", "More staff", "The depot", "One more"]
    expect(page.get_by_text("C: The depot is not compared with what is on screen: it has other options")).to_be_visible()
    page.get_by_role("button", name="Show B").click()
    expect(page.locator('[data-lever="staff"] .entry')).to_have_value("5,200")


def test_a_saved_file_opened_in_another_browser_gives_everything_back(open_page, tmp_path):
    page = open_page(ADDRESS)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save this scenario").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert json.loads(path.read_text(encoding="utf-8"))["changes"] == {"staff": 6000.0}
    other = open_page("/?view=Scenarios")
    other.locator(".opening input").set_input_files(path)
    expect(other.get_by_text("Opened 'side-by-side.json'.")).to_be_visible()
    assert names(other)[:3] == ["As published", "More staff", "The depot"]
    expect(other).to_have_url(re.compile("staff=6000"))
    other.get_by_role("tab", name="Compare").click()
    page.get_by_role("tab", name="Compare").click()
    expect(other.locator(COSTS)).to_have_text(["Nil", "£3.615m", "£6.060m", "£2.011m"])
    expect(page.locator(COSTS)).to_have_text(["Nil", "£3.615m", "£6.060m", "£2.011m"])
    assert other.locator("[data-cell]").all_inner_texts() == page.locator("[data-cell]").all_inner_texts()


def test_a_dropped_file_that_is_refused_says_why_and_leaves_everything_as_it_is(open_page):
    page = open_page(ADDRESS)
    area = page.locator(".opening")
    area.evaluate(DROP, ["mine.json", '{"side_by_side": 1, "model": "1.0", "preset": "county", "changes": {"staff": 1}}'])
    told = page.get_by_role("alert").filter(has_text="Nothing was opened and nothing has changed.")
    expect(told).to_contain_text("In mine.json, changes: staff (Staff) must be 100 to 20,000 staff, not 1.")
    expect(page.locator('[data-lever="staff"] .entry')).to_have_value("6,000")
    assert names(page)[:3] == ["As published", "More staff", "The depot"]
    area.evaluate(DROP, ["ours.toml", 'extends = "north-council"\nid = "ours"\nname = "Our council"\n'])
    expect(page.get_by_text("Opened 'ours.toml'.")).to_be_visible()
    expect(page.get_by_role("combobox", name="Preset")).to_have_value("Our council (yours)")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".link-box")).to_contain_text("no link can carry")
    page.keyboard.press("Escape")
    page.go_back()
    expect(page.locator('[data-lever="staff"] .entry')).to_have_value("6,000")
    page.go_forward()
    expect(page.get_by_role("combobox", name="Preset")).to_have_value("Our council (yours)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["projector", "phone"])
def test_axe_finds_nothing_while_scenarios_stand_beside_each_other(open_page, axe, size, scheme):
    page = open_page(ADDRESS, size=size, scheme=scheme)
    expect(page.get_by_role("heading", name="What each comes to")).to_be_visible()
    assert axe(page) == []
