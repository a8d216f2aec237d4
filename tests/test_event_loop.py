"""The loop that the server runs on, as uvicorn chooses it from what is installed."""

import asyncio
import socket
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from uvicorn import Config


class Told(asyncio.Protocol):
    """Says of the first connection whether what is written to it leaves at once."""

    def __init__(self, told: asyncio.Future) -> None:
        self.told = told

    def connection_made(self, transport: asyncio.Transport) -> None:
        connection = transport.get_extra_info("socket")
        self.told.set_result(bool(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))


async def leaves_at_once() -> bool:
    # Bound as Streamlit binds it, without naming TCP, which is why Python's own loop leaves Nagle's algorithm on.
    with socket.socket(socket.AF_INET) as listening:
        listening.bind(("127.0.0.1", 0))
        told = asyncio.get_running_loop().create_future()
        server = await asyncio.get_running_loop().create_server(lambda: Told(told), sock=listening)
        async with server:
            _, writer = await asyncio.open_connection(*listening.getsockname())
            try:
                return await told
            finally:
                writer.close()


def run() -> bool:
    with asyncio.Runner(loop_factory=Config("app:app").get_loop_factory()) as runner:
        return runner.run(leaves_at_once())


@pytest.mark.skipif(sys.platform == "win32", reason="uvloop is not made for Windows")
def test_no_answer_waits_until_the_one_before_it_has_been_acknowledged():
    with ThreadPoolExecutor(1) as apart:  # from the loop that drives the browser in other tests
        assert apart.submit(run).result()
