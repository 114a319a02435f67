import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from tests.workshop.place import NOON, toy_place
from workshop.store import engine_of
from workshop.store.log import Answer, Log, LogKey, Written, heads
from workshop.store.thread import Transactions

KEY = LogKey("workshop", "w1")


@pytest.fixture
def store(tmp_path: Path) -> Transactions:
    return Transactions(engine_of(toy_place(tmp_path)))


def fact(seq: int) -> Written:
    return Written(seq, NOON, "ada", "ada", "LineAdded", {"card": f"c{seq}", "text": "Ä"})


def append(store: Transactions, head: int, *facts: Written, **answers: Answer) -> None:
    told = {("ada", once): answer for once, answer in answers.items()}
    store.write(lambda connection: Log(connection, KEY).append(head, facts, told, NOON))


def test_facts_are_read_in_the_order_of_their_numbers(store: Transactions):
    append(store, 0, fact(1), fact(2))
    append(store, 2, fact(3))
    assert store.read(lambda connection: Log(connection, KEY).since(1)) == [fact(2), fact(3)]
    assert store.read(lambda connection: heads(connection, [KEY, LogKey("plan", "w1")])) == {"workshop:w1": 3}


def test_two_logs_of_one_id_are_two_logs(store: Transactions):
    append(store, 0, fact(1))
    assert store.read(lambda connection: Log(connection, LogKey("plan", "w1")).since()) == []


def test_an_answer_is_kept_with_the_facts_or_not_at_all(store: Transactions):
    append(store, 0, fact(1), first=Answer(1))
    with pytest.raises(IntegrityError):
        append(store, 1, fact(2), first=Answer(2))
    answers = store.read(lambda connection: Log(connection, KEY).answers([("ada", "first"), ("ada", "other")]))
    assert answers == {("ada", "first"): Answer(1)}
    assert store.read(lambda connection: Log(connection, KEY).head()) == 1


def test_a_number_is_given_once(store: Transactions):
    append(store, 0, fact(1))
    with pytest.raises(IntegrityError):
        append(store, 0, fact(1))
    with pytest.raises(RuntimeError, match="moved"):
        append(store, 7, fact(8))
    assert len(store.read(lambda connection: Log(connection, KEY).since())) == 1


def test_a_writer_holds_the_log_from_the_first_word_of_its_transaction(store: Transactions, tmp_path: Path):
    append(store, 0, fact(1))

    def meanwhile(connection: Connection) -> None:
        Log(connection, KEY).lock()
        other = sqlite3.connect(tmp_path / "toimi.db", timeout=0)
        with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")

    store.write(meanwhile)


def test_what_was_acknowledged_is_on_the_disk(store: Transactions):
    pragmas = store.write(
        lambda connection: [
            connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")
        ]
    )
    assert pragmas == ["wal", 2]
