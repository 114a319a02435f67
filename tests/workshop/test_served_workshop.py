"""The real method behind the real server, as an operator runs it: from an ask to what others see, and its stopping."""

import os
import signal
import threading
import time
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from flask import Flask, Response

from facilitation.live.commands import Join, OpenStep, SetAgenda, SetUp
from facilitation.steps.kind import Step
from tests.workshop.server import Server, running_server
from tests.workshop.test_gateway import spoken
from tests.workshop.wire_client import Place
from workshop import create_app, seats, store
from workshop.clock import now
from workshop.config import Settings, settings_of
from workshop.perform import Asker, Once, perform, workshop_log
from workshop.rehearsal import stage
from workshop.rehearsal.socket import SeatClient
from workshop.store import schema
from workshop.store.tables import WorkshopRow

FAY, ADA, BEN = "seat-fay-the-host", "seat-ada-0000001", "seat-ben-0000002"
SYSTEM = Asker("system", "system")
IDEA = {"card": "card-000000000001", "step": "step-ideas", "answers": {"text": "Osta yhdessä"}, "language": "fi"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    app = create_app(Settings(instance=tmp_path_factory.mktemp("served")))
    schema.migrate(app)
    return app


@pytest.fixture(scope="module")
def server(app: Flask) -> Iterator[Server]:
    with running_server(settings_of(app).instance) as server:
        yield server
        assert "Traceback" not in server.said(), server.said()


@pytest.fixture
def workshop(app: Flask, request: pytest.FixtureRequest) -> str:
    """One of the test's own, with three seats and an open step."""
    workshop = f"w{zlib.crc32(request.node.name.encode())}"
    wishes: list[tuple[Any, Asker]] = [
        (SetUp({"en": "Buying well"}, "A ministry", "toimi", "1"), SYSTEM),
        (SetAgenda((Step("step-ideas", "ideas"),)), SYSTEM),
        (Join(FAY, "en", role="host"), Asker(FAY, "host")),
        (Join(ADA, "fi"), Asker(ADA)),
        (Join(BEN, "sv"), Asker(BEN)),
        (OpenStep("step-ideas", ""), Asker(FAY)),
    ]
    with app.app_context():
        for n, (command, asker) in enumerate(wishes):
            assert perform(workshop_log(workshop), command, asker, Once(f"set-up-{n:012}")).ok
    return workshop


@pytest.fixture
def place(app: Flask, server: Server, workshop: str) -> Callable[[str], Place]:
    def place(seat: str) -> Place:
        with app.test_request_context():
            cookie = seats.give_cookie(Response(), workshop, seat).headers["Set-Cookie"].partition(";")[0]
            return Place(server.url, seat, seats.token_for(workshop, seat), cookie, workshop)

    return place


@pytest.fixture
def come(place: Callable[[str], Place]) -> Iterator[Callable[[str], SeatClient]]:
    with ExitStack() as leaving:

        def come(seat: str) -> SeatClient:
            client = leaving.enter_context(place(seat).client())
            client.until(lambda streams: streams.all())
            return client

        yield come


def test_a_hidden_idea_is_its_authors_until_it_is_revealed(come: Callable[[str], SeatClient]):
    fay, ada, ben = come(FAY), come(ADA), come(BEN)
    assert ada.ask("AddCard", IDEA) == {"n": 1, "ok": True}
    assert "Osta yhdessä" in str(ada.streams.panel("card:card-000000000001"))
    assert "Osta" not in str(ben.streams.all())
    assert fay.ask("Reveal", {"step": "step-ideas", "seen": "step-ideas"})["ok"]
    assert ben.until(lambda streams: streams.panel("card:card-000000000001"))


def test_hosts_are_told_who_is_away(come: Callable[[str], SeatClient]):
    fay, _ = come(FAY), come(ADA)
    assert fay.until(lambda streams: (streams.panel("attention") or {}).get("offline") == [BEN])


def test_the_server_goes_on_where_sockets_are_shut_out(place: Callable[[str], Place]):
    ada = place(ADA)
    asked = {"client": "tab", "id": "over-plain-https1", "n": 1, "type": "AddCard", "body": IDEA}
    assert spoken(ada, "ask", asked) == (200, {"n": 1, "ok": True})
    _, moment = spoken(ada, "moment")
    assert "card:card-000000000001" in moment["streams"][f"seat:{ADA}"]["panels"]


def test_the_workshop_goes_on_while_its_deck_is_made(
    app: Flask, server: Server, place: Callable[[str], Place], come: Callable[[str], SeatClient]
):
    fay, ada = place(FAY), come(ADA)
    with app.app_context(), store.writing() as db:
        db.add(stage.shut_account())
        db.flush()
        db.add(WorkshopRow(id=fay.workshop, title="T", code="DECK", owner=stage.NOBODY, created=now(), pack="toimi"))
    came: list[bytes] = []
    asking = threading.Thread(target=lambda: came.append(fetched_file(fay, f"/w/{fay.workshop}/draft.pptx")))
    asking.start()
    # The child is held in the middle of its work: what is answered now is answered before there is a deck.
    with held(server, "alone.py"):
        assert ada.ask("AddCard", IDEA)["ok"]
        assert ada.streams.panel(f"card:{IDEA['card']}")
        assert spoken(fay, "moment")[0] == 200
        assert came == []
    asking.join(60)
    assert [made[:2] for made in came] == [b"PK"]


def fetched_file(place: Place, path: str) -> bytes:
    asked = urllib.request.Request(place.url + path, headers={"Cookie": place.cookie})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return answer.read()


@contextmanager
def held(server: Server, program: str) -> Iterator[None]:
    """Waits until the server has a child that runs this program, and holds it while the block runs."""
    waiting, deadline = threading.Event(), time.monotonic() + 30
    while not (found := server.children(program)):
        assert time.monotonic() < deadline, f"nothing runs {program}"
        waiting.wait(0.005)
    os.kill(found[0], signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(found[0], signal.SIGCONT)


def test_a_server_that_is_told_to_stop_says_farewell_and_then_stops(come: Callable[[str], SeatClient], server: Server):
    ada = come(ADA)
    server.stop()
    assert (ada.until(lambda _: ada.farewell) or {})["reason"] == "restart"
    server.start()
    assert ada.ask("AddCard", IDEA)["ok"]
