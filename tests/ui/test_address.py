"""Where a link leads: the configured address wins, and one that leads every machine to itself is found out."""

import pytest

from ui.address import PUBLIC, base, is_web, only_here


@pytest.mark.parametrize(
    ("configured", "here", "expected"),
    [
        ("", "http://localhost:8501", "http://localhost:8501/"),
        ("", "https://council.example/whatif/?staff=1#x", "https://council.example/whatif/"),
        ("https://whatif.council.example", "http://localhost:8501/", "https://whatif.council.example/"),
        (" https://council.example/whatif ", "http://localhost:8501/", "https://council.example/whatif"),
        ("whatif.council.example", "http://localhost:8501/", "http://localhost:8501/"),
        ("javascript:alert(1)", "http://localhost:8501/", "http://localhost:8501/"),
    ],
)
def test_a_link_begins_with_the_configured_address_or_else_with_the_visitors_own(monkeypatch, configured, here, expected):
    monkeypatch.setenv(PUBLIC, configured)
    assert base(here) == expected


@pytest.mark.parametrize(
    "address",
    ["http://localhost:8501/", "http://127.0.0.1/", "http://127.8.9.1:80/", "http://[::1]:8501/", "http://0.0.0.0/",
     "http://me.localhost/", "http://LOCALHOST/"],
)  # fmt: skip
def test_an_address_of_this_machine_alone_is_known(address):
    assert only_here(address)


@pytest.mark.parametrize("address", ["https://council.example/", "http://192.168.1.20:8501/", "http://laptop:8501/", ""])
def test_any_other_address_is_not_warned_of(address):
    assert not only_here(address)


@pytest.mark.parametrize("address", ["", "council.example", "ftp://council.example", "https://", "http://[oops"])
def test_what_no_browser_opens_is_no_address(address):
    assert not is_web(address)
