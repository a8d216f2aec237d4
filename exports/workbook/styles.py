"""The look of the sheets: ink, rules and white space, as on screen in the light theme."""

from charts.style import LIGHT

FONT = "Arial"
"""Has the same widths as the free Liberation Sans, so columns fit wherever the file is opened."""

GLYPHS = "○■▲◆✚▼★⧗"
"""The options' shapes as letters, in the order of `charts.style.SHAPES`."""

_RULE = {"bottom": 1, "bottom_color": LIGHT.rule}
_NIL = '"nil"'

STYLES: dict[str, dict[str, object]] = {
    # The quote prefix keeps text from becoming a formula when somebody types over it.
    "text": {"quote_prefix": True, "valign": "vcenter"},
    "row": {**_RULE, "valign": "vcenter"},
    "label": {**_RULE, "valign": "vcenter", "text_wrap": True},
    "title": {"font_size": 18, "bold": True},
    "lead": {"font_size": 14, "text_wrap": True, "valign": "top"},
    "finding": {"font_size": 12, "bold": True, "text_wrap": True, "valign": "bottom"},
    "note": {"font_color": LIGHT.grey},
    "small": {"font_color": LIGHT.grey, "font_size": 9, "text_wrap": True},
    "section": {"bold": True, "font_size": 12, "top": 2, "top_color": LIGHT.ink, "valign": "vcenter"},
    "head": {"font_color": LIGHT.grey, "bottom": 1, "bottom_color": LIGHT.rule2, "text_wrap": True, "valign": "top"},
    "option": {"bold": True, "top": 5, "text_wrap": True, "valign": "top", **_RULE},
    "total": {"bold": True, "top": 1, "top_color": LIGHT.ink},
    "bold": {"bold": True},
    "wrap": {"text_wrap": True, "valign": "top"},
    "right": {"align": "right"},
    "left": {"align": "left"},
    "beside": {"align": "left", "indent": 1},
    "input": {"border": 1, "border_color": LIGHT.control, "bg_color": LIGHT.panel, "valign": "vcenter"},
    "changed": {"bg_color": LIGHT.ink, "font_color": LIGHT.ground},
    "first": {"bg_color": LIGHT.first},
    "pounds": {"num_format": f'[>=0.5]"£"#,##0;[<=-0.5]-"£"#,##0;{_NIL}'},
    "millions": {"num_format": f'[>=999999.5]"£"#,##0.000,,"m";[>=0.5]"£"#,##0;{_NIL}'},
    "axis": {"num_format": '[>=999999.5]"£"0.0,,"m";"£"#,##0'},
    "pence": {"num_format": '"£"#,##0.00'},
    "whole": {"num_format": "#,##0"},
    "tenths": {"num_format": "#,##0.0"},
    "thousandths": {"num_format": "0.000"},
    "percent": {"num_format": "0%"},
    "factor": {"num_format": "0.0##"},
    "yes": {"num_format": '"yes";;'},
    "plain": {"num_format": "#,##0.######"},
}
