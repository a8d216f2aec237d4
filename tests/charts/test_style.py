"""Every colour can be seen or read where it is used, and every option is told apart by its shape."""

from dataclasses import fields
from itertools import product

import plotly.graph_objects as go
import pytest

from charts.style import DARK, LIGHT, SHAPES, Theme, template, text

THEMES = [LIGHT, DARK]


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_most_contrast_there_is():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize(("theme", "place"), [*product(THEMES, range(8))])
def test_an_options_mark_is_seen_and_its_words_are_read_on_both_grounds(theme: Theme, place: int):
    mark = theme.mark(place)
    for ground in (theme.ground, theme.panel):
        assert contrast(mark.colour, ground) >= 3.0
        assert contrast(mark.text, ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_all_other_words_are_read_and_borders_seen_on_both_grounds(theme: Theme):
    for ground in (theme.ground, theme.panel):
        assert min(contrast(colour, ground) for colour in (theme.ink, theme.ink2, theme.grey)) >= 4.5
        assert contrast(theme.control, ground) >= 3.0
    assert contrast(theme.ink, theme.first) >= 4.5


def test_eight_options_have_eight_shapes_and_eight_colours():
    for names in ([shape.name for shape in SHAPES], [shape.symbol for shape in SHAPES], [shape.path for shape in SHAPES]):
        assert len(set(names)) == 8
    for theme in THEMES:
        assert len(set(theme.colours)) == len(set(theme.texts)) == 8


def test_the_first_option_is_a_ring_and_all_others_are_filled():
    assert [shape.filled for shape in SHAPES] == [False] + [True] * 7


@pytest.mark.parametrize("theme", THEMES)
def test_the_template_leaves_no_colour_to_anybody_elses_default(theme: Theme):
    layout = go.layout.Template(template(theme)).layout
    assert (layout.paper_bgcolor, layout.plot_bgcolor, layout.font.color) == (theme.ground, theme.ground, theme.ink)
    assert layout.colorway == theme.colours
    for axis in (layout.xaxis, layout.yaxis):
        assert axis.tickfont.color == axis.title.font.color == theme.grey
        assert axis.fixedrange
    assert layout.hoverlabel.bgcolor == theme.ground and layout.hoverlabel.font.color == theme.ink


def test_the_themes_have_the_same_colours_to_name():
    assert {field.name for field in fields(LIGHT)} == {field.name for field in fields(DARK)}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Hybrid", "Hybrid"), ("<b>A</b>", "&lt;b&gt;A&lt;/b&gt;"), ("A & B", "A &amp; B"), ("%{y}", "&#37;{y}"),
        ("$x$", "&#36;x&#36;"), ('"Tom\'s"', '"Tom\'s"'), ("&lt;", "&amp;lt;"),
    ],
)  # fmt: skip
def test_words_are_written_so_that_plotly_obeys_none_of_them(words, shown):
    assert text(words) == shown
