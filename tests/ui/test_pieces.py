"""Words that somebody wrote, made safe for where they stand."""

import pytest

from model.levers import levers
from model.presets import load
from ui.pieces import md_escape, unit_beside


@pytest.mark.parametrize(
    ("written", "inert"),
    [
        ("*x*", r"\*x\*"),
        ("_x_", r"\_x\_"),
        ("`x`", r"\`x\`"),
        ("# 1", r"\# 1"),
        ("1. x", r"1\. x"),
        ("- x", r"\- x"),
        ("> x", r"\> x"),
        ("$x$", r"\$x\$"),
        (":red[x]", r"\:red\[x\]"),
        (":smile:", r"\:smile:"),
        ("~~x~~", r"\~\~x\~\~"),
        ("a | b", r"a \| b"),
        ("<b>x</b>", r"\<b\>x\</b\>"),
        ("![](http://x)", r"!\[\](http\://x)"),
        ("www.x.org", r"www\.x.org"),
        ("you@x.org", r"you\@x.org"),
        ("back\\slash", r"back\\slash"),
    ],
)
def test_what_markdown_would_obey_is_made_inert(written, inert):
    assert md_escape(written) == inert


@pytest.mark.parametrize("name", ["Microsoft 365, cost", "Licences: year 1", "50% of staff", "£1.5m (2020)", "A - B", "Share & share"])
def test_a_screen_reader_hears_an_ordinary_name_as_it_is(name):
    assert md_escape(name) == name


def test_a_unit_stands_beside_a_value_only_where_nothing_else_says_it():
    offered = {lever.id: lever for lever in levers(load("north-council"))}
    assert unit_beside(offered["staff"]) == ""
    assert unit_beside(offered["cloud.months"]) == ""
    assert unit_beside(offered["cloud.cost_change"]) == ""
    assert unit_beside(offered["disruption.share"]) == "% of staff"
    assert unit_beside(offered["m365.licences"]) == "£ a person"
