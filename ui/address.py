"""Where a page is reached: by this visitor's browser, or publicly where that is configured."""

import os
from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

PUBLIC = "SIDE_BY_SIDE_URL"
"""The environment variable that says where others reach this page, such as https://whatif.example.gov.uk."""


def base(here: str) -> str:
    """The address links begin with: the configured one, else the one this visitor came by."""
    public = os.environ.get(PUBLIC, "").strip()
    scheme, host, path, *_ = urlsplit(public if is_web(public) else here)
    return urlunsplit((scheme, host, path or "/", "", ""))


def is_web(address: str) -> bool:
    """Whether it is an address a browser can open."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def only_here(address: str) -> bool:
    """Whether the address leads every machine to itself."""
    try:
        host = urlsplit(address).hostname or ""
        if host == "localhost" or host.endswith(".localhost"):
            return True
        there = ip_address(host)
    except ValueError:
        return False
    return there.is_loopback or there.is_unspecified
