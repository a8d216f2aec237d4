"""The live board under a finger: it drags a lever, and it scrolls the page past one without moving it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

COSTS = ".summary .figure"


@pytest.fixture
def phone(open_page) -> Page:
    return open_page(size="phone")


@pytest.fixture
def offices(phone) -> Locator:
    slider = phone.locator('[data-lever="offices"] input[type=range]')
    slider.scroll_into_view_if_needed()
    return slider


@pytest.fixture
def finger(phone) -> Callable[[str, float, float], None]:
    browser = phone.context.new_cdp_session(phone)

    def touch(kind: str, x: float = 0, y: float = 0) -> None:
        points = [] if kind == "End" else [{"x": x, "y": y}]
        browser.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})

    return touch


def middle(slider: Locator) -> tuple[float, float]:
    box = slider.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_finger_drags_a_lever_and_the_figures_follow_before_it_is_lifted(phone, offices, finger):
    before = phone.locator(COSTS).all_text_contents()
    x, y = middle(offices)
    finger("Start", x, y)
    for step in range(1, 9):
        finger("Move", x + 10 * step, y)
    expect(phone.locator(COSTS).nth(2)).not_to_have_text(before[2])
    expect(phone.locator(".strip")).to_be_in_viewport()
    assert phone.locator(".strip b").all_text_contents() == phone.locator(COSTS).all_text_contents()
    expect(phone.locator(".verdict h1")).to_contain_text("Hybrid comes first.")
    finger("End")
    expect(phone.locator(".verdict h1")).to_contain_text("Hybrid still comes first.")
    assert float(offices.input_value()) > 31


def test_a_finger_that_scrolls_the_page_past_a_lever_leaves_it_where_it_was(phone, offices, finger):
    x, y = middle(offices)
    finger("Start", x, y)
    for step in range(1, 21):
        finger("Move", x, y - 10 * step)
    finger("End")
    assert offices.bounding_box()["y"] < y - 100, "the page has scrolled"
    expect(offices).to_have_js_property("value", "7")
    expect(phone.locator(".live.held")).to_have_count(0)
    expect(phone.locator(".verdict h1")).to_contain_text("Hybrid comes first.")


def test_the_figures_stay_in_sight_beside_the_weights_too(phone):
    weights = phone.locator(".st-key-fold-weights [data-testid=stSlider]")
    phone.locator(".st-key-fold-weights summary").click()
    expect(weights).to_have_count(7)
    phone.set_viewport_size({"width": 390, "height": 500})  # or the last levers would be in sight beside the last weight
    weights.last.scroll_into_view_if_needed()
    expect(phone.locator(".st-key-live-levers")).not_to_be_in_viewport()
    phone.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))")
    expect(phone.locator(".strip")).to_be_in_viewport()
