"""Streamlit's page is told what it would be told anyway, but to open no dialog when its server is gone."""

import json

from ui.own_words import without_dialogs


def test_only_the_dialogs_are_turned_off():
    told = {"allowedOrigins": ["a"], "blockErrorDialogs": False, "metricsUrl": ""}
    assert json.loads(without_dialogs(json.dumps(told).encode())) == {**told, "blockErrorDialogs": True}
    assert without_dialogs(b"") == b""
