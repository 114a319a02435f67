"""The wire: how long until an ask is answered, and until everybody sees what came of it.

The reference is a message on the same lines in the same run that changes nothing: parse, answer, nothing more.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from benchmarks.measure import head, line
from tests.workshop.server import running_server
from workshop import create_app, store
from workshop.config import Settings, completed
from workshop.rehearsal import stage
from workshop.rehearsal.people import people
from workshop.rehearsal.socket import SeatClient
from workshop.rehearsal.visitor import Visitor
from workshop.store import schema

SEATS = (10, 40)
ASKS = 40


def run() -> None:
    head("Wire: milliseconds from ask to answer, and to the last of the room (median, 95th percentile)")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        app = create_app(completed(Settings(instance=place)))
        schema.migrate(app)
        made = stage.build(app, "toimi", "half_day", "en")
        store.engine_of(app).dispose()
        with running_server(place) as server:
            clients: list[SeatClient] = []
            for seats in SEATS:
                cast = people(seats, "en")[len(clients) :]
                clients += [Visitor(server.url).join(made.code, one.joining()).client().open() for one in cast]
                told(seats, clients)
            for client in clients:
                client.close()


def told(seats: int, clients: list[SeatClient]) -> None:
    answered, seen, reference = [], [], []
    for n in range(ASKS):
        card = f"card-{seats:04}-{n:06}"
        begun = time.perf_counter()
        clients[n % seats].look_out("group-none")
        reference.append((time.perf_counter() - begun) * 1e3)
        begun = time.perf_counter()
        clients[n % seats].ask("AddCard", {"card": card, "step": "", "answers": {"text": "parked"}, "language": "en"})
        answered.append((time.perf_counter() - begun) * 1e3)
        for client in clients:
            client.until(sees(card))
        seen.append((time.perf_counter() - begun) * 1e3)
    line(f"{seats} seats: answered", figures(answered), f"a message that changes nothing {figures(reference)}")
    line(f"{seats} seats: everybody has it", figures(seen))


def sees(card: str) -> Callable[[object], bool]:
    return lambda streams: streams.panel(f"card:{card}") is not None  # pyright: ignore[reportAttributeAccessIssue]


def figures(took: list[float]) -> str:
    return f"{median(took):.1f} ({quantiles(took, n=20)[-1]:.1f})"
