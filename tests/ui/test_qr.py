"""The QR code of an address: drawn for any that a phone can read off a screen, refused in words for all else."""

from urllib.parse import urlencode

import pytest
from starlette.requests import Request
from starlette.responses import Response

from ui.sharing.qr import LONGEST, REFUSED, ROUTES


def asked(address: str) -> Response:
    query = urlencode({"address": address}).encode()
    scope = {"type": "http", "method": "GET", "path": "/qr.svg", "query_string": query, "headers": []}
    return ROUTES[0].endpoint(Request(scope))


def long(letter: str, length: int = LONGEST) -> str:
    return "https://council.example/?".ljust(length, letter)


def test_the_longest_address_is_drawn():
    answer = asked(long("x"))
    assert (answer.status_code, answer.media_type) == (200, "image/svg+xml")
    assert b"<svg" in answer.body


@pytest.mark.parametrize("address", ["", "council.example", "javascript:alert(1)", long("x", LONGEST + 1), long("漢"), long("😀")])
def test_what_cannot_be_drawn_is_refused_in_words(address):
    answer = asked(address)
    assert (answer.status_code, answer.body.decode()) == (400, REFUSED)
