"""What the page hands over: a file as large as one may be, and of a larger one nothing but that it is too large."""

from base64 import b64encode

import pytest

from model.presets import MOST_BYTES
from ui.sent import TOO_LARGE, SentFile


def sent(size: int) -> SentFile:
    return SentFile.model_validate({"name": "mine.json", "content": b64encode(b"x" * size).decode()})


def test_a_file_as_large_as_one_may_be_comes_whole():
    assert sent(MOST_BYTES).content == b"x" * MOST_BYTES


@pytest.mark.parametrize("size", [MOST_BYTES + 3, 10 * MOST_BYTES])
def test_a_larger_one_is_not_even_decoded(size):
    assert sent(size).content is TOO_LARGE
