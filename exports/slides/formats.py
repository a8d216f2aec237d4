"""Number formats of spreadsheets that write numbers as the screen does."""

import re
from collections.abc import Sequence

MONEY = '[>=999999.5]"£"0.000,,"m";[<0.5]"nil";"£"#,##0'
"""£1.561m, £3,480, nil."""
SIZES = {"bn": ",,,", "m": ",,", "": ""}


def along(ticks: Sequence[str]) -> str:
    """The format in which an axis names its ticks as these: £2m, 25%, 1,500."""
    last = ticks[-1]
    if last.endswith("%"):
        return "0%"
    if not last.startswith("£"):
        return "#,##0"
    unit = re.search(r"[a-z]*$", last)[0]
    places = max(len(words.rstrip("bnm").partition(".")[2]) for words in ticks)
    number = "#,##0" if not unit else f"0.{'0' * places}" if places else "0"
    return f'"£"{number}{SIZES[unit]}"{unit}";;"£0"'
