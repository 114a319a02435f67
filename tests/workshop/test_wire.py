"""The wire under what no client of ours would send, and under slow readers. The server is a process of its own."""

import json
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import websocket
from flask import Flask

from tests.workshop.place import live_toy_place
from tests.workshop.server import Server, running_server
from tests.workshop.wire_client import TOY_SERVER, Place, RawLine, fetched, sit
from workshop.limits import FRAME_BYTES, MALFORMED_FRAMES, OWED_MESSAGES, UNADMITTED_SECONDS
from workshop.live import live_of
from workshop.live.wire.engine import BoundedSocket, Engine
from workshop.live.wire.websocket import WholeWebSocket


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("wire"), TOY_SERVER) as server:
        sit(server.url, "fay")
        yield server
        assert "Traceback" not in server.said(), server.said()


@pytest.fixture
def ada(server: Server) -> Place:
    return sit(server.url, "ada")


@pytest.fixture
def line(ada: Place) -> Iterator[RawLine]:
    line = RawLine(ada).seated()
    yield line
    line.close()


def wish(card: str, text: str = "x") -> dict[str, object]:
    return {"id": f"once-{card}-{'0' * 12}", "n": 1, "type": "AddCard", "body": {"card": card, "text": text}}


# -- Which layer ----------------------------------------------------------------------------------------------------


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    return live_toy_place(tmp_path)


def test_our_own_layer_is_the_one_that_is_loaded(app: Flask):
    from engineio import server as engine_server

    engine: Any = live_of(app).engine
    assert isinstance(engine, Engine)
    assert (engine._async or {})["websocket"] is WholeWebSocket
    assert engine_server.socket.Socket is BoundedSocket
    assert engine.transports == ["websocket"]


def test_the_libraries_are_those_whose_private_parts_were_read():
    assert (version("python-engineio"), version("python-socketio")) == ("4.15.1", "5.18.1")
    assert version("simple-websocket").startswith("1.1.")


def test_compression_is_not_spoken(ada: Place):
    line = RawLine(ada, header=["Sec-WebSocket-Extensions: permessage-deflate"])
    assert "sec-websocket-extensions" not in (line.socket.headers or {})
    line.seated().close()


# -- Who may open a socket ------------------------------------------------------------------------------------------


ORIGINS = {
    "none": None,
    "null": "null",
    "another": "https://evil.example",
    "a subdomain": "http://sub.127.0.0.1:{port}",
    "another port": "http://127.0.0.1:1",
    "another scheme": "ws://127.0.0.1:{port}/x",
    "a name that points here": "http://rebound.example:{port}",
}


@pytest.mark.parametrize("origin", ORIGINS.values(), ids=ORIGINS.keys())
def test_a_page_of_another_origin_gets_no_word(ada: Place, server: Server, origin: str | None):
    said = origin.format(port=server.port) if origin else origin
    forged = ["X-Forwarded-Host: rebound.example", "X-Forwarded-Proto: http"]
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        RawLine(ada, origin=said, header=forged)


def test_a_name_that_points_at_this_machine_is_no_origin_of_ours(ada: Place, server: Server):
    host = f"rebound.example:{server.port}"
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        RawLine(ada, origin=f"http://{host}", host=host)


def test_polling_is_not_served(server: Server):
    line = socket.create_connection(("127.0.0.1", server.port))
    line.sendall(
        f"GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        f"Origin: {server.url}\r\nConnection: close\r\n\r\n".encode()
    )
    assert line.recv(64).startswith(b"HTTP/1.1 400")
    line.close()


def refused(line: RawLine, **said: object) -> str:
    frame = line.hello(**said)
    line.close()
    return json.loads(frame.removeprefix("44/live,"))["message"]


def test_token_and_cookie_have_to_name_the_same_seat_of_the_same_workshop(server: Server, ada: Place):
    ben, elsewhere = sit(server.url, "ben"), sit(server.url, "ada", workshop="other")
    assert refused(RawLine(ada, cookie="")) == "not_seated"
    assert refused(RawLine(ada, cookie=ben.cookie)) == "not_seated"
    assert refused(RawLine(ada), token=ben.token) == "not_seated"
    assert refused(RawLine(ada), token=elsewhere.token) == "not_seated"
    assert refused(RawLine(ada), workshop="other") == "not_seated"
    assert refused(RawLine(ada), token=ada.token[:-2]) == "not_seated"
    assert refused(RawLine(ada), have={"room": "all"}) == "not_seated"


def test_a_socket_belongs_to_one_workshop_for_its_life(server: Server, line: RawLine):
    other = sit(server.url, "ada", workshop="other")
    line.send("40/live," + json.dumps({"workshop": "other", "token": other.token}))
    assert line.until("40/live", "44/live").startswith("44/live")


def test_who_does_not_say_what_they_came_for_is_dropped(ada: Place):
    before = time.monotonic()
    assert RawLine(ada).ended()
    assert time.monotonic() - before < UNADMITTED_SECONDS + 2


# -- What may come in -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [FRAME_BYTES + 100, 1_000_000, 8_000_000])
def test_a_frame_too_large_is_cut_while_it_arrives_and_nobody_else_notices(server: Server, ada: Place, size: int):
    flood = RawLine(ada)
    with sit(server.url, "ben").client() as ben:
        ben.until(lambda streams: streams.all())
        # The server may cut before everything was sent.
        with suppress(OSError, websocket.WebSocketException):
            flood.send("4" + "x" * size)
        before = time.monotonic()
        assert ben.ask("AddCard", {"card": f"flood{size}", "text": "x"})["ok"]
        assert time.monotonic() - before < 0.5
        assert flood.ended()


@pytest.mark.parametrize(
    "frame",
    [
        b"4",
        b"\x04binary",
        '451-/live,["ask",{"_placeholder":true,"num":0}]',
        '459999999999-/live,["ask",{"_placeholder":true,"num":0}]',
        "bAAAA",
        "x",
        "6",
        "43/live,1[]",
        '40/other,{"a":1}',
    ],
)
def test_what_no_client_of_ours_sends_ends_the_line_at_the_first_frame(line: RawLine, frame: str | bytes):
    line.send(frame)
    assert line.ended()


@pytest.mark.parametrize("name", ["connect", "disconnect", "connect_error", "__disconnect_final", "moment"])
def test_a_forged_name_of_the_lifecycle_is_refused_and_changes_nothing(server: Server, line: RawLine, name: str):
    before = fetched(server.url + "/measured")["seats_here"]
    assert line.answer(name, {})["code"] == "malformed"
    assert fetched(server.url + "/measured")["seats_here"] == before
    assert line.answer("catch_up", {"have": {}}, 2)["seat"] == "ada"


@pytest.mark.parametrize(
    "data", ['["ask",{"a":NaN}]', '["ask",{"a":1,"a":2}]', '["ask",[]]', '["ask"]', "[" * 40 + "]" * 40, '["ask",{']
)
def test_a_malformed_frame_is_answered_with_a_reason(line: RawLine, data: str):
    line.send(f"42/live,7{data}")
    answer = json.loads(line.until("43/live,7").removeprefix("43/live,7"))[0]
    assert (answer["ok"], answer["code"]) == (False, "malformed") and answer["words"]


def test_too_many_malformed_frames_end_the_line(line: RawLine):
    for _ in range(MALFORMED_FRAMES + 2):
        line.send("42/live,[")
    assert line.ended()


# -- Readers that are slow ------------------------------------------------------------------------------------------


def test_a_slow_reader_gets_whole_frames_in_order(server: Server, ada: Place):
    slow = RawLine(ada, sockopt=((socket.SOL_SOCKET, socket.SO_RCVBUF, 4096),)).seated()
    with sit(server.url, "ben").client() as ben, sit(server.url, "fay").client() as fay:
        assert ben.ask("AddCard", {"card": "tall", "text": "x"})["ok"] and fay.ask("Reveal", {})["ok"]
        for n in range(12):
            assert ben.ask("ReviseCard", {"card": "tall", "text": f"{n:03}" + "ä" * 15_000})["ok"]
    frames = [json.loads(slow.until('42/live,["changes"').partition(",")[2])[1] for _ in range(12)]
    texts = [text for frame in frames if (text := frame["panels"].get("card:tall", {}).get("text", ""))[3:]]
    assert texts == sorted(texts) and all(len(text) == 15_003 for text in texts)
    slow.close()


def test_who_falls_too_far_behind_is_cut_and_comes_back_level(server: Server, ada: Place):
    before = cuts(server)
    deaf = RawLine(ada, sockopt=((socket.SOL_SOCKET, socket.SO_RCVBUF, 4096),)).seated()
    with sit(server.url, "ben").client() as ben, sit(server.url, "fay").client() as fay:
        assert ben.ask("AddCard", {"card": "long", "text": "x"})["ok"] and fay.ask("Reveal", {})["ok"]
        told = 0
        while cuts(server) == before and told < OWED_MESSAGES:
            told += 1
            assert ben.ask("ReviseCard", {"card": "long", "text": f"{told:03}" + "x" * 60_000})["ok"]
        assert cuts(server) == before + 1
        assert ben.connects == fay.connects == 1
        with ada.client() as back:
            last = back.until(lambda streams: streams.panel("card:long"))
            assert last and last["text"].startswith(f"{told:03}")
    deaf.close()


def cuts(server: Server) -> int:
    return fetched(server.url + "/measured")["queue_cuts"]
