"""The table as bytes: a header that says what is where, then the rows as four-byte numbers.

Rows are rounded to seven figures on the way, so they are only ever shown while a thumb moves; what is
settled is drawn in Python.

From stop to stop a number changes little, so each is sent as its difference from the one before, and all first
bytes before all second ones: the connection squeezes that to less than a third of what it makes of the numbers.
"""

import json
import struct
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from model.engine import Array
from ui.board.table import Moves, Table

Bits = NDArray[np.uint32]


def pack(header: dict, numbers: bytes = b"") -> bytes:
    """Length of the header, header, numbers.

    As bytes throughout: in all else Streamlit looks for data frames, and loads 80 MB of pandas to know one.
    """
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    return b"".join([struct.pack("<I", len(text)), text, numbers])


def pack_table(header: dict, table: Table) -> bytes:
    """The table, its columns lever by lever."""
    told = {
        **header,
        "cells": table.cells,
        "now": _plain(table.now),
        "preset": _plain(table.preset),
        "levers": {moves.lever: _told(moves) for moves in table.moves},
    }
    return pack(told, _planes([_steps(moves) for moves in table.moves]))


def _plain(numbers: Array) -> list[float | None]:
    """JSON has no word for what has no number: the cost a person where nobody is enabled."""
    return [number if isfinite(number) else None for number in numbers.tolist()]


def _told(moves: Moves) -> dict:
    return {"stops": moves.stops.tolist(), "columns": moves.columns.tolist(), "words": moves.words}


def _steps(moves: Moves) -> Bits:
    """By how much each number's bits, read as a whole number, differ from those at the stop before; flat."""
    bits = np.ascontiguousarray(moves.numbers.T, dtype="<f4").view("<u4")
    return np.diff(bits, axis=1, prepend=np.uint32(0)).ravel()


def _planes(steps: list[Bits]) -> bytes:
    """The first byte of each, then the second of each, and so on."""
    return np.concatenate([np.empty(0, "<u4"), *steps]).view("u1").reshape(-1, 4).T.tobytes()


def unpack(packed: bytes) -> tuple[dict, dict[str, np.ndarray]]:
    """The header, and each lever's numbers of shape (stops, columns): what the browser reads."""
    (length,) = struct.unpack_from("<I", packed)
    header = json.loads(packed[4 : 4 + length])
    planes = np.frombuffer(packed, "u1", offset=4 + length).reshape(4, -1)
    steps = np.ascontiguousarray(planes.T).view("<u4").ravel()
    found, at = {}, 0
    for lever, told in header.get("levers", {}).items():
        shape = len(told["columns"]), len(told["stops"])
        size = shape[0] * shape[1]
        found[lever] = steps[at : at + size].reshape(shape).cumsum(axis=1, dtype="<u4").view("<f4").T
        at += size
    return header, found
