"""kill -9 in the middle of the load: nothing acknowledged is lost or doubled, and all are level again by themselves."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from tests.faults.history import Asked, Logged, faults, gaps
from tests.faults.level import LEVEL_SECONDS, all_level_again
from tests.workshop.server import Server, running_server
from tests.workshop.wire_client import TOY_SERVER, sit
from workshop.rehearsal.socket import SeatClient

SEATS = ("ada", "ben", "cy", "dee", "eli", "fay")
KILLS = 3


def test_what_was_acknowledged_is_there_once_and_all_are_level_again(tmp_path: Path):
    with running_server(tmp_path, TOY_SERVER) as server, clients(server) as all_of_them:
        history: list[Asked] = []
        with load(all_of_them, history):
            for _ in range(KILLS):
                wait_for_more(history, 25)
                server.kill()
                met = [client.connects for client in all_of_them.values()]
                server.start()
                all_level_again(all_of_them.values(), met)
            wait_for_more(history, 25)
        assert all_of_them["fay"].ask("Reveal", {})["ok"]
        numbers, cards = logged(tmp_path)
        assert gaps(numbers) == []
        assert faults(history, cards) == []
        assert len(history) > 100
        wanted = {f"card:{card.card}" for card in cards}
        for client in all_of_them.values():
            client.until(lambda streams: wanted <= set(streams.panels("room")), LEVEL_SECONDS)
        assert "Traceback" not in server.said()


@contextmanager
def clients(server: Server) -> Iterator[dict[str, SeatClient]]:
    with ExitStack() as leaving:
        yield {seat: leaving.enter_context(sit(server.url, seat).client()) for seat in SEATS}


@contextmanager
def load(clients: dict[str, SeatClient], history: list[Asked]) -> Iterator[None]:
    """Everybody but the host adds card after card while the block runs; each notes what it was told."""
    stop = threading.Event()

    def work(seat: str, client: SeatClient) -> None:
        n = 0
        while not stop.is_set():
            n += 1
            began = time.monotonic()
            answer = client.ask("AddCard", {"card": f"{seat}-{n}", "text": "x" * 100}, patience=60)
            told = "ok" if answer["ok"] else "refused"
            history.append(Asked(seat, f"{seat}-{n}", told, began, time.monotonic()))

    workers = [threading.Thread(target=work, args=pair) for pair in clients.items() if pair[0] != "fay"]
    for worker in workers:
        worker.start()
    try:
        yield
    finally:
        stop.set()
        for worker in workers:
            worker.join()


def wait_for_more(history: list[Asked], more: int) -> None:
    """Until so many more were answered, so that a kill always falls into the middle of the load."""
    due, deadline = len(history) + more, time.monotonic() + 60
    while len(history) < due:
        assert time.monotonic() < deadline, "the load does not go on"
        time.sleep(0.01)


def logged(folder: Path) -> tuple[list[int], list[Logged]]:
    with closing(sqlite3.connect(folder / "toimi.db")) as database:
        rows = database.execute(
            "SELECT seq, \"for\", type, json_extract(body, '$.card') FROM event ORDER BY seq"
        ).fetchall()
    cards = [Logged(seq, whose, card) for seq, whose, kind, card in rows if kind == "LineAdded"]
    return [row[0] for row in rows], cards
