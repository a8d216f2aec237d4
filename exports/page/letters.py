"""The letters that the page brings along, so that no computer sets it in others and no character goes missing."""

from functools import cache
from pathlib import Path
from struct import iter_unpack, unpack_from

from words.statuses import MARKS

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Source Sans Pro"
MISSING = "□"
"""What stands for a character that no letter of the page can show; PDF/UA refuses a gap."""
_FULL_RANGE = 12
"""The format of a font's table that maps every character, also those beyond the first 65,536."""


def shown(text: str) -> str:
    """The text with every character that has no letter here replaced by a box."""
    return "".join(character if ord(character) in _covered() else MISSING for character in text)


@cache
def _covered() -> frozenset[int]:
    """Source Sans' characters, with the status marks and the box, which typst's own font has."""
    font = (FONTS / "SourceSansPro-Regular.otf").read_bytes()
    own = {number for first, last, _ in _groups(font) for number in range(first, last + 1)}
    return frozenset(own | {ord(mark) for mark in (*MARKS.values(), MISSING)})


def _groups(font: bytes) -> list[tuple[int, int, int]]:
    """First and last character of each run of letters, from the font's table "cmap" (OpenType 1.9)."""
    (tables,) = unpack_from(">H", font, 4)
    start = next(offset for tag, _, offset, _ in iter_unpack(">4sIII", font[12 : 12 + 16 * tables]) if tag == b"cmap")
    (count,) = unpack_from(">H", font, start + 2)
    maps = [start + unpack_from(">HHI", font, start + 4 + 8 * number)[2] for number in range(count)]
    full = next(offset for offset in maps if unpack_from(">H", font, offset)[0] == _FULL_RANGE)
    (groups,) = unpack_from(">I", font, full + 12)
    return list(iter_unpack(">III", font[full + 16 : full + 16 + 12 * groups]))
