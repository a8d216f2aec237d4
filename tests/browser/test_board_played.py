"""A change played to a room, from its old value to its new one, and what is said on both sides of it."""

import pytest
from playwright.sync_api import expect

FILES = "/_stcore/bidi-components/side-by-side.board"
STAFF = '[data-lever="staff"] input[type=range]'
COSTS = ".summary .figure"
PLAY = """async ([files, values]) => {
  const { Replay } = await import(`${files}/replay.js`), { watch, after } = await import(`${files}/moves.js`);
  Object.assign(window, { passed: [], heard: [] });
  watch(() => window.passed.push(...after(-1).map(([, move]) => move.value)));
  const before = { lead: "It was so.", rest: "For a reason.", say: "said before" };
  await new Promise(done => new Replay(
    { lever: "staff", values, before, after: "said after" }, words => window.heard.push(words), done,
  ));
}"""

@pytest.fixture
def moving_page(browser, server, settled):
    """A tab in which things may move; the others ask for reduced motion."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="no-preference")
    page = context.new_page()
    page.goto(server.url())
    expect(page.locator(STAFF)).to_be_visible()
    settled(page)
    yield page
    context.close()


def test_a_change_is_played_stop_by_stop_between_the_two_verdicts(moving_page):
    values = list(range(4500, 9100, 100))
    moving_page.evaluate(PLAY, [FILES, values])
    passed = moving_page.evaluate("window.passed")
    assert passed == sorted(passed)
    assert {passed[0], passed[-1]} == {4500, 9000}
    assert len({*passed}) > 10
    assert moving_page.evaluate("window.heard") == ["said before", "said after"]
    expect(moving_page.locator(COSTS)).to_have_text(["Nil", "£2.775m", "£4.710m", "£1.561m"])


def test_where_motion_is_not_wanted_the_old_value_gives_way_at_once(open_page):
    page = open_page()
    page.evaluate(PLAY, [FILES, list(range(4500, 9100, 100))])
    assert set(page.evaluate("window.passed")) == {4500}
    assert page.evaluate("window.heard") == ["said before", "said after"]


def test_the_last_change_is_played_between_its_two_verdicts_at_the_press_of_a_button(open_page):
    page = open_page()
    verdict, heard = page.locator(".verdict"), page.locator(".st-key-panel [role=status]")
    months = page.locator('[data-lever="cloud.months"] .entry')
    months.fill("25")
    months.press("Enter")
    page.get_by_role("button", name="Replay").click()
    expect(verdict).to_have_attribute("data-lead", "Hybrid comes first.")
    expect(verdict.locator("h1")).to_be_hidden()
    expect(months).to_have_value("18")
    expect(page.locator('[data-cell="months:2"]')).to_contain_text("18")
    expect(heard).to_contain_text("next is Microsoft Cloud")
    expect(verdict.locator("h1")).to_contain_text("Hybrid still comes first.")
    expect(verdict.locator("h1")).to_be_visible()
    expect(months).to_have_value("25")
    expect(page.locator(".live.held")).to_have_count(0)
    expect(heard).to_contain_text("Microsoft Cloud drops to third")
