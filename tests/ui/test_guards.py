"""Who may open a websocket: our own page, others that the settings name, and whoever is no browser."""

import pytest
from starlette.datastructures import Headers

from ui import guards


@pytest.mark.parametrize(
    ("origin", "named", "watched", "may"),
    [
        ("https://council.example", [], True, True),
        ("http://council.example", [], True, True),
        (None, [], True, True),
        ("https://elsewhere.example", [], True, False),
        ("https://council.example.elsewhere.example", [], True, False),
        ("null", [], True, False),
        ("https://elsewhere.example", ["https://elsewhere.example"], True, True),
        ("https://elsewhere.example", [], False, True),
    ],
)
def test_a_page_of_another_site_may_only_where_the_settings_say_so(monkeypatch, origin, named, watched, may):
    settings = {"server.corsAllowedOrigins": named, "server.enableCORS": watched}
    monkeypatch.setattr(guards.st, "get_option", settings.__getitem__)
    told = {"host": "council.example"} | ({} if origin is None else {"origin": origin})
    assert guards.is_from_own_page(Headers(told)) is may
