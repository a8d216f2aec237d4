"""The part of a link that would be long: changed levers and kept scenarios as one short code.

First a line of JSON with the levers' ids, the decimal places of their values and the words, then the values,
scenario by scenario, as whole numbers of any length; all of it deflated.
"""

import json
import zlib
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from model import json_text
from model.kept import Kept
from model.provenance import Frozen

MOST_BYTES = 64_000
"""Of what a code unpacks to: ten times the longest of ours."""


class CodeError(ValueError):
    """A code that is none of ours, or was damaged on its way."""


class _Row(Frozen):
    letter: str
    name: str
    note: str
    preset: str


class _Words(Frozen):
    """The ids are written once: scenarios kept beside each other mostly change the same levers."""

    levers: Annotated[tuple[str, ...], Field(strict=False, max_length=1_000)]
    places: Annotated[str, Field(pattern="^[0-9]*$")]
    kept: Annotated[tuple[_Row, ...], Field(strict=False, max_length=4)]


def encode(changes: Mapping[str, float], kept: Sequence[Kept]) -> str:
    """Letters, digits, - and _ that stand for these changes and kept scenarios."""
    rows = [changes, *(each.changes for each in kept)]
    levers = sorted({name for row in rows for name in row})
    places = [max(_places(row[name]) for row in rows if name in row) for name in levers]
    words = {
        "levers": levers,
        "places": "".join(map(str, places)),
        "kept": [each.model_dump(exclude={"changes"}) for each in kept],
    }
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
    numbers = b"".join(_packed(row.get(name), here) for row in rows for name, here in zip(levers, places, strict=True))
    return urlsafe_b64encode(zlib.compress(text + b"\n" + numbers, 9)).decode().rstrip("=")


def _exact(value: float) -> Decimal:
    return Decimal(f"{value:.12g}")


def _places(value: float) -> int:
    return max(0, -_exact(value).as_tuple().exponent)


def decode(code: str) -> tuple[dict[str, float], list[dict[str, object]]]:
    """The changes, and the fields of each kept scenario, all yet to be checked. Raises CodeError."""
    try:
        content = _inflated(b64decode(code + "=" * (-len(code) % 4), b"-_", validate=True))
        text, _, numbers = content.partition(b"\n")
        data = json_text.read(text.decode())
        json_text.check_depth(data)
        words = _Words.model_validate(data)
        now, *others = _rows(list(_unpacked(numbers)), words)
    except (ValueError, zlib.error):
        raise CodeError from None
    return now, [{**row.model_dump(), "changes": changes} for row, changes in zip(words.kept, others, strict=True)]


def _inflated(packed: bytes) -> bytes:
    """Raises zlib.error or CodeError; a few bytes may not fill the memory."""
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(packed, MOST_BYTES)
    if not unpacking.eof or unpacking.unused_data:
        raise CodeError
    return content


def _rows(numbers: list[int | None], words: _Words) -> list[dict[str, float]]:
    """The values lever by lever, first of what is shown, then of each kept scenario."""
    width, height = len(words.levers), 1 + len(words.kept)
    if len(numbers) != width * height or len({*words.levers}) != width or len(words.places) != width:
        raise CodeError
    scales = [10 ** int(places) for places in words.places]
    rows = [numbers[row * width : (row + 1) * width] for row in range(height)]
    return [
        {
            name: number / scale
            for name, number, scale in zip(words.levers, row, scales, strict=True) if number is not None
        }
        for row in rows
    ]  # fmt: skip


def _packed(value: float | None, places: int) -> bytes:
    """The sign and the digits as one whole number, seven bits a byte; nought for what was not changed."""
    if value is None:
        return b"\0"
    digits = int(_exact(value).scaleb(places))
    number = 1 + (2 * digits if digits >= 0 else -2 * digits - 1)
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])


def _unpacked(numbers: bytes) -> Iterator[int | None]:
    number = shift = 0
    for byte in numbers:
        number |= (byte & 127) << shift
        shift += 7
        if shift > 70:
            raise CodeError
        if byte < 128:
            yield _signed(number - 1) if number else None
            number = shift = 0
    if shift:
        raise CodeError


def _signed(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2
