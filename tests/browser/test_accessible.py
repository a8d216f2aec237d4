"""Nobody is shut out: axe-core finds nothing to complain about, on any view, in either theme, at either size."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from ui.sections.how_sure import QUESTIONS
from ui.sections.over_time import CHARTS, WAITING
from ui.views import VIEWS

CHOICES = {"Over time": [*CHARTS, WAITING], "How sure": [*QUESTIONS]}
CHANGED = {"preset": "north-council", "cloud.months": "25"}

SMALL_TEXT = """() => {
  const small = [];
  const look = root => {
    for (const each of root.querySelectorAll('*')) {
      if (each.shadowRoot) look(each.shadowRoot);
      const words = [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
      if (words && each.checkVisibility({visibilityProperty: true}) && each.getBoundingClientRect().width > 1
          && parseFloat(getComputedStyle(each).fontSize) < 13) small.push(each.outerHTML.slice(0, 120));
    }
  };
  look(document.querySelector('[data-testid=stMain]'));
  return small;
}"""

UNSEEN = """() => {
  const ground = Object.assign(document.createElement('i'), { style: 'background: Canvas' });
  document.body.append(ground);
  const roots = [...document.querySelectorAll('[data-started]')].map(each => each.shadowRoot);
  const none = [getComputedStyle(ground).backgroundColor, 'rgba(0, 0, 0, 0)'];
  return [['.summary .bar i', ''], ['.summary .mark-square', ''], ['.rail i', ''], ['.rail b', ''], ['.slide', '::before']]
    .filter(([drawn, part]) => none.includes(getComputedStyle(
      roots.map(root => root.querySelector(drawn)).find(found => found), part).backgroundColor))
    .map(([drawn]) => drawn);
}"""

SEEN_WHOLE = [("light", "projector"), ("dark", "phone")]


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.fixture(params=["projector", "phone"])
def size(request):
    return request.param


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_on_any_view_in_either_theme_at_either_size(open_page, settled, axe, view, scheme, size):
    page = open_page(f"/?{urlencode({**CHANGED, 'view': view})}", size=size, scheme=scheme)
    expect(page.get_by_role("tab", name=view)).to_have_attribute("aria-selected", "true")
    # A choice's pictures and words are the same at both sizes and in both themes: each size and each theme sees all of them
    # once, and every view is seen in all four.
    others = CHOICES.get(view, [None])[1:] if (scheme, size) in SEEN_WHOLE else []
    for choice in [None, *others]:
        if choice:
            choose(page, choice)
            settled(page)
        found = axe(page) and axe(page)  # a first look may fall between two answers of the script
        assert found == [], f"{view}, {choice}"
        assert page.evaluate(SMALL_TEXT) == [], f"{view}, {choice}: text under 13 px"


def choose(page: Page, choice: str) -> None:
    button = page.get_by_role("radio", name=choice, exact=True)
    button.click()
    expect(button).to_be_checked()


def test_bars_marks_and_levers_stay_in_sight_where_the_system_takes_the_colours_away(open_page):
    page = open_page("/?staff=5200")
    page.emulate_media(forced_colors="active")
    assert page.evaluate(UNSEEN) == []
