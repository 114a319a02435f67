"""The gateway: moments, asks and answers, looking in, nearness, farewells. Over the real wire."""

import json
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.workshop.server import Server, running_server
from tests.workshop.wire_client import TOY_SERVER, Place, RawLine, fetched, sit
from workshop.limits import ASKS
from workshop.rehearsal.socket import SeatClient, Shut

Sit = Callable[..., SeatClient]
Take = Callable[..., Place]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("gateway"), TOY_SERVER) as server:
        yield server
        assert "Traceback" not in server.said(), server.said()


@pytest.fixture
def take(server: Server, request: pytest.FixtureRequest) -> Take:
    """A seat in a workshop of the test's own."""
    workshop = f"w{zlib.crc32(request.node.name.encode())}"
    return lambda seat, **how: sit(server.url, seat, workshop=workshop, **how)


@pytest.fixture
def come(take: Take) -> Iterator[Sit]:
    """The same, at its page: it has seen its first moment."""
    with ExitStack() as leaving:

        def come(seat: str, **how: Any) -> SeatClient:
            client = leaving.enter_context(take(seat, **how).client())
            client.until(lambda streams: streams.all())
            return client

        yield come


def card(text: str) -> Callable[[Any], Any]:
    return lambda streams: streams.panel("card:c1") == {"text": text}


def test_what_one_says_the_other_sees_once_it_is_shown(come: Sit):
    fay, ada, ben = come("fay"), come("ada"), come("ben")
    assert ada.ask("AddCard", {"card": "c1", "text": "Ä 🙂"}) == {"n": 1, "ok": True}
    # Her own streams came before her answer.
    assert card("Ä 🙂")(ada.streams)
    assert fay.until(card("Ä 🙂"))
    assert ben.streams.panel("card:c1") is None
    fay.ask("Reveal", {})
    assert ben.until(card("Ä 🙂"))


def test_a_refusal_comes_in_the_words_of_its_reader(come: Sit):
    ada = come("ada")
    ada.ask("AddCard", {"card": "c1", "text": "x"})
    refused = ada.ask("AddCard", {"card": "c1", "text": "x"})
    assert refused == {"n": 2, "ok": False, "code": "taken", "words": "There is a card of that name.", "field": "card"}
    assert ada.ask("Reveal", {})["code"] == "not_allowed"


def test_an_ask_that_cannot_be_read_is_answered_and_stored_by_nobody(come: Sit):
    ada = come("ada")
    for kind, body in (("Riot", {}), ("AddCard", {"card": 1}), ("AddCard", {"card": "c1", "text": "x", "by": "ben"})):
        assert ada.ask(kind, body)["code"] == "malformed"


def test_a_bug_is_answered_and_the_line_goes_on(come: Sit, take: Take, server: Server):
    place = take("fay")
    line = RawLine(place).seated()
    said = {"id": "the-one-with-the-bug", "n": 1, "type": "ReviseCard", "body": {"card": "no such", "text": "x"}}
    assert line.answer("ask", said)["code"] == "failed"
    assert line.answer("ask", {**said, "type": "Reveal", "body": {}}, 2)["ok"]
    assert "KeyError" in server.said()
    server.log.write_text("")  # the fault was meant
    line.close()


def test_asks_of_one_socket_are_answered_in_their_order(take: Take):
    line = RawLine(take("ada")).seated()
    for n in range(ASKS[0]):
        said = {"id": f"in-order-{n:08}", "n": n, "type": "AddCard", "body": {"card": f"c{n}", "text": "x"}}
        line.send(f"42/live,{n + 1}{json.dumps(['ask', said])}")
    answers = [line.until("43/live,") for _ in range(ASKS[0])]
    assert [json.loads(answer[answer.index("[") :])[0]["n"] for answer in answers] == list(range(ASKS[0]))
    line.close()


def test_who_asks_too_fast_is_told_and_nothing_is_stored(take: Take, come: Sit):
    line = RawLine(take("ada")).seated()
    asks = [wish(f"too-fast-{n:08}", card=f"c{n}") for n in range(ASKS[0] + 8)]
    codes = [line.answer("ask", said, n).get("code") for n, said in enumerate(asks, 1)]
    assert codes[0] is None and codes[-1] == "too_fast"
    # The same ask is good later.
    assert come("ada").ask("AddCard", asks[-1]["body"])["ok"]
    line.close()


def test_what_was_missed_comes_by_catching_up(come: Sit, server: Server):
    ada, ben = come("ada"), come("ben")
    ben.cut()
    ada.ask("AddCard", {"card": "c1", "text": "while Ben was away"})
    come("fay").ask("Reveal", {})
    assert ben.until(card("while Ben was away")) and ben.connects == 2


def test_who_has_a_gap_asks_for_the_rest(come: Sit):
    ada, ben = come("ada"), come("ben")
    ben.streams.take({"stream": "room", "epoch": "another worker's", "since": 0, "seq": 1, "panels": {}})
    ada.ask("AddCard", {"card": "c1", "text": "x"})
    come("fay").ask("Reveal", {})
    assert ben.until(card("x")) and ben.catch_ups >= 1


def test_who_is_moved_hears_the_new_group_and_forgets_the_old(come: Sit):
    fay, ada, ben = come("fay"), come("ada"), come("ben")
    fay.ask("PutInGroup", {"seat": "ada", "group": "A"})
    ben.ask("AddCard", {"card": "c1", "text": "A's", "group": "A"})
    fay.ask("Reveal", {})
    assert ada.until(card("A's"))
    fay.ask("PutInGroup", {"seat": "ada", "group": "B"})
    assert ada.until(lambda streams: "group:B" in streams.all() and "group:A" not in streams.all())
    assert ada.streams.panel("card:c1") is None


def test_hosts_look_into_a_group_and_out_again_and_nobody_else_does(come: Sit):
    fay, ada = come("fay"), come("ada")
    assert fay.look_in("A") == {"ok": True}
    assert fay.until(lambda streams: "group:A" in streams.all())
    assert fay.look_out("A") == {"ok": True}
    assert fay.until(lambda streams: "group:A" not in streams.all())
    assert fay.look_in("no such group")["code"] == "not_allowed"
    assert ada.look_in("A")["code"] == "not_allowed"


def test_a_screen_shows_the_screen_alone_and_asks_nothing(come: Sit):
    come("fay")
    wall = come("fay", screen=True)
    assert set(wall.streams.all()) == {"screen"}
    assert wall.ask("Reveal", {})["code"] == "not_allowed"
    assert wall.look_in("A")["code"] == "not_allowed"


def test_who_is_removed_hears_farewell_and_does_not_come_back(come: Sit, server: Server):
    fay, ben = come("fay"), come("ben")
    fay.ask("RemoveSeat", {"seat": "ben"})
    with pytest.raises(Shut, match="removed"):
        ben.until(lambda streams: False)
    with pytest.raises(Shut, match="removed"):
        come("ben")


def test_who_is_near_is_relayed_and_forgotten(come: Sit):
    ada, ben = come("ada"), come("ben")
    ada.say_near("card:c1", writing=True)
    heard(ben, lambda near: near["people"].get("ada") == {"where": "card:c1", "writing": True})
    ada.close()
    heard(ben, lambda near: "ada" not in near["people"])


def heard(client: SeatClient, found: Callable[[Any], bool]) -> None:
    client.until(lambda _: "room" in client.near and found(client.near["room"]), patience=20)


def test_beacons_come_by_themselves(take: Take):
    place = take("ada")
    line = RawLine(place).seated()
    beacon = json.loads(line.until('42/live,["beacon"').partition(",")[2])[1]
    assert set(beacon["streams"]) == {"room", "seat:ada"} and beacon["now"].endswith("+00:00")
    line.close()


def test_a_server_that_stops_says_farewell_and_everybody_comes_back(tmp_path: Path):
    with running_server(tmp_path, TOY_SERVER) as server, ExitStack() as leaving:
        ada, ben, fay = [leaving.enter_context(sit(server.url, seat).client()) for seat in ("ada", "ben", "fay")]
        ada.ask("AddCard", {"card": "c1", "text": "before"})
        ben.until(lambda streams: streams.all())
        server.stop()
        farewells = [ada.until(lambda _: ada.farewell), ben.until(lambda _: ben.farewell)]
        server.start()
        assert all(farewell and farewell["reason"] == "restart" and farewell["again_in"] > 0 for farewell in farewells)
        assert ada.ask("AddCard", {"card": "c2", "text": "after"})["ok"] and fay.ask("Reveal", {})["ok"]
        assert ben.until(lambda streams: streams.panel("card:c1") and streams.panel("card:c2"))


def test_a_seat_that_left_is_no_longer_counted(take: Take, server: Server):
    client = take("ada").client()
    with client:
        client.until(lambda streams: streams.all())
        before = fetched(server.url + "/measured")["sockets"]
    deadline = time.monotonic() + 10
    while fetched(server.url + "/measured")["sockets"] >= before:
        assert time.monotonic() < deadline


# -- HTTPS, where sockets are shut out ------------------------------------------------------------------------------


def spoken(place: Place, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
    """A page's request over plain HTTP: status and answer."""
    given = {"Cookie": place.cookie, "X-Toimi-Token": place.token, "Origin": place.url, **headers}
    sent = None if body is None else json.dumps(body).encode()
    if sent is not None:
        given.setdefault("Content-Type", "application/json")
    wanted = urllib.request.Request(f"{place.url}/w/{place.workshop}/{path}", sent, given)
    try:
        with urllib.request.urlopen(wanted, timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, None


def wish(once: str, text: str = "x", card: str = "c1") -> dict[str, Any]:
    return {"id": once, "n": 3, "type": "AddCard", "body": {"card": card, "text": text}}


def test_the_same_door_and_streams_without_a_socket(take: Take, come: Sit):
    ada = take("ada")
    assert spoken(ada, "ask", wish("over-plain-https")) == (200, {"n": 3, "ok": True})
    assert spoken(ada, "ask", wish("over-plain-https")) == (200, {"n": 3, "ok": True})
    assert spoken(ada, "ask", wish("another-ask-of-it"))[1]["code"] == "taken"
    status, moment = spoken(ada, "moment?have={}")
    assert status == 200 and moment["streams"]["seat:ada"]["panels"]["card:c1"] == {"text": "x"}
    have = json.dumps({name: [part["epoch"], part["seq"]] for name, part in moment["streams"].items()})
    _, later = spoken(ada, "moment?have=" + have.replace(" ", ""))
    assert all(part["panels"] == {} and not part["whole"] for part in later["streams"].values())


def test_a_socket_that_takes_over_goes_on_from_what_was_polled(take: Take):
    ada = take("ada")
    _, moment = spoken(ada, "moment")
    have = {name: [part["epoch"], part["seq"]] for name, part in moment["streams"].items()}
    line = RawLine(ada)
    assert line.hello(have=have).startswith("40/live")
    first = json.loads(line.until('42/live,["moment"').partition(",")[2])[1]
    assert all(not part["whole"] for part in first["streams"].values())
    line.close()


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (403, {"Origin": "https://evil.example"}),
        (403, {"Origin": ""}),
        (403, {"Sec-Fetch-Site": "cross-site"}),
        (403, {"Sec-Fetch-Site": "same-site"}),
        (415, {"Content-Type": "text/plain"}),
        (401, {"X-Toimi-Token": ""}),
        (401, {"Cookie": ""}),
    ],
)
def test_no_page_of_anybody_elses_asks_in_my_name(take: Take, status: int, headers: dict[str, str]):
    ada = take("ada")
    assert spoken(ada, "ask", wish("a-page-of-another"), **headers)[0] == status


def test_poison_is_refused_over_https_too(take: Take):
    ada = take("ada")
    assert (
        spoken(ada, "ask", {**wish("the-poisoned-ask1"), "body": {"card": "c1", "text": float("nan")}})[1]["code"]
        == "malformed"
    )
    assert spoken(ada, "ask", wish("a-very-long-ask01", "x" * 70_000))[0] == 413
