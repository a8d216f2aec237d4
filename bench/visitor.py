"""A visitor without a browser: speaks Streamlit's own protocol, and sends what the live board sends."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from math import inf
from struct import unpack_from
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

from bench.server import Server

LARGEST = 2**24
LEVERS, TABLES, CHOICE = "-live-levers", "-live-tables", "-choice"


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
    """Seconds until the fresh table was here; of the plain page, the first answer."""
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
        states.add(id=self.ids[CHOICE], string_value=self.choice)
        sent = {"visit": panel["visit"], "number": number, "moves": [[lever, value]]}
        states.add(id=self.ids[LEVERS], json_value=json.dumps({"sent": sent}))
        answer = await self._run(message, number)
        if self.seen[LEVERS]["changes"].get(lever, value) != value:
            raise AssertionError(f"{lever} was moved to {value} and stands at {self.seen[LEVERS]['changes'][lever]}")
        return answer

    def answered(self, number: int) -> bool:
        """Whether the table that knows of this move is here."""
        return self.seen.get(TABLES, {}).get("acknowledged") == number

    async def _run(self, message: BackMsg, number: int) -> Answer:
        state = message.rerun_script
        state.page_script_hash, state.query_string = self.page, self.query
        state.context_info.timezone, state.context_info.locale = "UTC", "en-GB"
        state.context_info.color_scheme = "light"
        start, before, table = perf_counter(), self.connection.received, inf
        await self.connection.send(message.SerializeToString())
        async for packed in self.connection:
            answer = ForwardMsg.FromString(packed)
            self._take_in(answer)
            if table == inf and self.answered(number):
                table = perf_counter() - start
            if answer.WhichOneof("type") == "script_finished" and table < inf:
                if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise AssertionError(f"The page's script ended as {answer.script_finished}")
                return Answer(table, perf_counter() - start, self.connection.received - before)
        raise ConnectionError("The server hung up.")

    def _take_in(self, message: ForwardMsg) -> None:
        if message.HasField("new_session"):
            self.page = message.new_session.page_script_hash
        if message.HasField("page_info_changed"):
            self.query = message.page_info_changed.query_string
        element = message.delta.new_element
        if element.HasField("exception"):
            raise AssertionError(element.exception.message)
        if element.HasField("selectbox") and element.selectbox.id.endswith(CHOICE):
            self.ids[CHOICE] = element.selectbox.id
            self.choice = element.selectbox.options[element.selectbox.default]
        if element.HasField("slider"):
            self.ids[element.slider.label] = element.slider.id
        if element.HasField("bidi_component"):
            self._part(element.bidi_component)

    def _part(self, part: BidiComponent) -> None:
        for name in (LEVERS, TABLES):
            if part.id.endswith(name):
                self.ids[name] = part.id
                self.seen[name] = header(part.bytes)


class PlainVisitor(Visitor):
    """A visit to bench/plain.py, whose one slider is Streamlit's own."""

    async def move(self, lever: str, value: float) -> Answer:
        message = BackMsg()
        moved = message.rerun_script.widget_states.widgets.add(id=self.ids["Staff"])
        moved.double_array_value.data.append(value)
        return await self._run(message, 0)

    def answered(self, number: int) -> bool:
        return True


def header(packed: bytes) -> dict:
    """What ui/board/packing.py wrote before the numbers."""
    (length,) = unpack_from("<I", packed)
    return json.loads(packed[4 : 4 + length])


@asynccontextmanager
async def visiting(server: Server, visitor: type[Visitor] = Visitor) -> AsyncIterator[Visitor]:
    """A visit to this server, its page opened."""
    stream = f"ws://{server.address.partition('//')[2]}/_stcore/stream"
    # Offered as Chromium offers it, so that the server compresses as it does for a browser.
    offered = [ClientPerMessageDeflateFactory(client_max_window_bits=True)]
    async with connect(
        stream, create_connection=Counted, compression=None, extensions=offered, subprotocols=["streamlit"],
        max_size=LARGEST, open_timeout=60, ping_interval=None,
    ) as connection:
        visit = visitor(connection)
        await visit.open()
        yield visit
