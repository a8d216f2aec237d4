"""What hands a scenario on: the link at the right end of the header, and the place where a file is opened."""

from pathlib import Path

from model.presets import MOST_BYTES
from ui import state
from ui.address import PUBLIC, only_here
from ui.board.packing import pack
from ui.component import Component
from ui.pieces import render
from ui.sharing.qr import LONGEST

SHARING, OPENING = (
    Component("side-by-side-sharing", name, Path(__file__).parent, f"{name}.js", isolate_styles=False)
    for name in ("sharing", "opening")
)
HERE = (
    "This address works on this machine only. To share it, serve the page on your network"
    f" and say where others reach it in {PUBLIC}."
)
OWN = "This rests on a preset of your own, which no link can carry. Save a file under Scenarios and send that."
LEFT_OUT = "What you kept of a preset of your own is left out: no link can carry it. A file can, under Scenarios."
TOO_LONG = "Too much for a QR code that a phone can read: send the link."


def link() -> None:
    """Changes and Copy link; its browser part also hears Ctrl+Z and says when the network is gone."""
    address = state.link()
    warnings = [
        *([HERE] if only_here(address) else []),
        *([OWN] if state.is_own() else [LEFT_OUT] if state.leaves_out() else []),
    ]
    html = render(
        "link", changes=state.changes(), address=address, warnings=warnings,
        too_long=TOO_LONG if len(address) > LONGEST else "",
    )  # fmt: skip
    SHARING(key="link", data=pack({"html": html, "address": address}))


def opening() -> None:
    """Where a file is opened, chosen or dropped; Streamlit's own place for it bears a role that contradicts itself."""
    OPENING(
        key=state.OPENING, data=pack({"html": render("opening"), "most": MOST_BYTES}), on_file_change=state.open_file
    )
