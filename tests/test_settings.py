"""The settings we write are ones that Streamlit reads: it skips those it does not know, hidden ones included."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config

SETTINGS = tomllib.loads((Path(__file__).parents[1] / ".streamlit/config.toml").read_text(encoding="utf-8"))


def named(settings: dict, section: str) -> Iterator[str]:
    for name, value in settings.items():
        if isinstance(value, dict):
            yield from named(value, f"{section}.{name}")
        else:
            yield f"{section}.{name}"


@pytest.mark.parametrize("setting", [name for section in SETTINGS for name in named(SETTINGS[section], section)])
def test_this_streamlit_knows_the_setting(setting):
    assert setting in config.get_config_options()
