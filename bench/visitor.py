"""A visitor without a browser: speaks Streamlit's own protocol, and sends what the live board sends."""

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from struct import unpack_from
from time import perf_counter
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

LARGEST = 2**24
LEVERS, TABLES = "-live-levers", "-live-tables"


class Counted(ClientConnection):
    """A connection that knows how many bytes came in, as compressed on the wire."""

    received = 0

    def data_received(self, data: bytes) -> None:
        self.received += len(data)
        super().data_received(data)


@dataclass(frozen=True)
class Answer:
    """What came back of one change."""

    table: float
    """Seconds until the fresh table was here."""
    whole: float
    """Seconds until the page's script had ended."""
    bytes: int
    """On the wire, frames' heads included."""


class Visitor:
    """One visit: opens the page, then moves levers one after the other."""

    def __init__(self, connection: Counted) -> None:
        self.connection = connection
        self.ids: dict[str, str] = {}
        self.seen: dict[str, dict] = {}
        self.choice = ""
        self.page = ""
        self.query = ""

    async def open(self) -> Answer:
        return await self._run(BackMsg(), 0)

    async def move(self, lever: str, value: float) -> Answer:
        """The change that a thumb let go at this value asks for; fails unless the answer knows of it."""
        panel = self.seen[LEVERS]
        number = panel["acknowledged"] + 1
        message = BackMsg()
        states = message.rerun_script.widget_states.widgets
        states.add(id=self.ids["-choice"], string_value=self.choice)
        sent = {"visit": panel["visit"], "number": number, "moves": [[lever, value]]}
        states.add(id=self.ids[LEVERS], json_value=json.dumps({"sent": sent}))
        self.query = urlencode({"preset": panel["preset"], "model": "1.0", **panel["changes"]})
        answer = await self._run(message, number)
        if self.seen[LEVERS]["changes"].get(lever, value) != value:
            raise AssertionError(f"{lever} was moved to {value} and stands at {self.seen[LEVERS]['changes'][lever]}")
        return answer

    async def _run(self, message: BackMsg, number: int) -> Answer:
        state = message.rerun_script
        state.page_script_hash, state.query_string = self.page, self.query
        state.context_info.timezone, state.context_info.locale = "UTC", "en-GB"
        state.context_info.color_scheme = "light"
        start, before, table = perf_counter(), self.connection.received, float("inf")
        await self.connection.send(message.SerializeToString())
        async for packed in self.connection:
            self._take_in(answer := ForwardMsg.FromString(packed))
            if table == float("inf") and self.seen.get(TABLES, {}).get("acknowledged") == number:
                table = perf_counter() - start
            if answer.WhichOneof("type") == "script_finished" and table < float("inf"):
                if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise AssertionError(f"The page's script ended as {answer.script_finished}")
                return Answer(table, perf_counter() - start, self.connection.received - before)
        raise ConnectionError("The server hung up.")

    def _take_in(self, message: ForwardMsg) -> None:
        if message.HasField("new_session"):
            self.page = message.new_session.page_script_hash
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise AssertionError(element.exception.message)
        if element.HasField("selectbox") and element.selectbox.id.endswith("-choice"):
            self.ids["-choice"] = element.selectbox.id
            self.choice = element.selectbox.options[element.selectbox.default]
        if element.HasField("bidi_component"):
            self._part(element.bidi_component)

    def _part(self, part: BidiComponent) -> None:
        for name in (LEVERS, TABLES):
            if part.id.endswith(name):
                self.ids[name] = part.id
                self.seen[name] = header(part.bytes)


def header(packed: bytes) -> dict:
    """What ui/board/packing.py wrote before the numbers."""
    (length,) = unpack_from("<I", packed)
    return json.loads(packed[4 : 4 + length])


@asynccontextmanager
async def visiting(address: str) -> AsyncIterator[Visitor]:
    """A visit to the server at this address on loopback, its page opened."""
    stream = f"ws://{address.partition('//')[2]}/_stcore/stream"
    # Offered as Chromium offers it, so that the server compresses as it does for a browser.
    offered = [ClientPerMessageDeflateFactory(client_max_window_bits=True)]
    async with connect(
        stream, create_connection=Counted, compression=None, extensions=offered, subprotocols=["streamlit"],
        max_size=LARGEST, open_timeout=60, ping_interval=None,
    ) as connection:
        visitor = Visitor(connection)
        await visitor.open()
        yield visitor


@dataclass(frozen=True)
class Used:
    """What a process has used so far."""

    cpu: float
    """Seconds of processor."""
    memory: float
    """Resident, bytes."""


def used(process: int) -> Used:
    """Read from Linux's /proc, as no package asked for knows it."""
    figures = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    ticks = int(figures[11]) + int(figures[12])
    return Used(ticks / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE"))
