"""The table as bytes: a header that says what is where, then the rows as four-byte numbers.

Rows are rounded to seven figures on the way, so they are only ever shown while a thumb moves; what is
settled is drawn in Python.
"""

import json
import struct
from math import isfinite

import numpy as np

from model.engine import Array
from ui.board.table import Moves, Table


def pack(header: dict, numbers: bytes = b"") -> bytes:
    """Length of the header, header, numbers. As bytes throughout: Streamlit looks for data frames in all else."""
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)  # the browser reads numbers only from every fourth byte on
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
    return pack(told, b"".join(_rows(moves) for moves in table.moves))


def _plain(numbers: Array) -> list[float | None]:
    """JSON has no word for what has no number: the cost a person where nobody is enabled."""
    return [number if isfinite(number) else None for number in numbers.tolist()]


def _told(moves: Moves) -> dict:
    return {"stops": moves.stops.tolist(), "columns": moves.columns.tolist(), "words": moves.words}


def _rows(moves: Moves) -> bytes:
    return np.ascontiguousarray(moves.numbers.T, dtype="<f4").tobytes()


def unpack(packed: bytes) -> tuple[dict, dict[str, np.ndarray]]:
    """The header, and each lever's numbers of shape (stops, columns): what the browser reads."""
    (length,) = struct.unpack_from("<I", packed)
    header = json.loads(packed[4 : 4 + length])
    found, at = {}, 4 + length
    for lever, told in header.get("levers", {}).items():
        shape = len(told["columns"]), len(told["stops"])
        found[lever] = np.frombuffer(packed, "<f4", shape[0] * shape[1], at).reshape(shape).T
        at += 4 * shape[0] * shape[1]
    return header, found
