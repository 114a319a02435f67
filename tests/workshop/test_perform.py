"""The door: one effect an ask, numbers without gaps, nobody hears before the commit."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from tests.workshop.place import ADA, BEN, HALL, HOST, ask, lines, seated, toy_place
from tests.workshop.toy import AddCard, Freeze, Join, Line, PutInGroup, RemoveSeat, Reveal
from workshop.perform import Asker, workshop_log
from workshop.room import Room, rooms_of
from workshop.store.codec import UnknownEvent, Unstorable
from workshop.store.log import Log, Written, heads


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Flask]:
    app = toy_place(tmp_path)
    with app.app_context():
        seated()
        yield app


def log() -> list[Written]:
    return rooms_of().transactions.read(lambda connection: Log(connection, HALL).since())


def cards() -> list[str]:
    return [fact.body["card"] for fact in log() if fact.type == "LineAdded"]


def fresh() -> Room:
    """The same log, read by a worker that has just started."""
    rooms_of().forget(HALL)
    return rooms_of().room(HALL)


def test_a_granted_wish_is_a_fact_with_who_and_when(place: Flask):
    outcome = ask(AddCard("c1", "Ä"), ADA)
    fact = log()[-1]
    assert outcome.ok and outcome.seq == fact.seq == 4
    assert (fact.type, fact.by, fact.for_, dict(fact.body)) == (
        "LineAdded", "ada", "ada", {"card": "c1", "text": "Ä", "group": None},
    )  # fmt: skip


def test_facts_are_numbered_without_gaps(place: Flask):
    lines("c1", "c2")
    ask(AddCard("c1", "again"))
    lines("c3")
    assert [fact.seq for fact in log()] == [1, 2, 3, 4, 5, 6]


def test_what_is_held_to_an_older_state_is_refused_and_changes_nothing(place: Flask):
    seen = ask(AddCard("c1", "one")).seq
    assert ask(AddCard("c2", "two"), seen=seen).ok
    assert ask(AddCard("c3", "three"), seen=seen).code == "moved_on"
    assert cards() == ["c1", "c2"]


def test_the_same_ask_twice_is_done_once_and_answered_the_same(place: Flask):
    first = ask(AddCard("c1", "one"), ADA, once="once-again-and-again")
    lines("c2")
    assert ask(AddCard("c1", "one"), ADA, once="once-again-and-again") == first
    assert cards() == ["c1", "c2"]


def test_a_refusal_is_remembered_with_its_words(place: Flask):
    lines("c1")
    refused = ask(AddCard("c1", "one"), ADA, once="the-refused-ask-1")
    assert (refused.code, refused.field) == ("taken", "card")
    assert refused.message is not None and refused.message.arguments == {"card": "c1"}
    assert ask(AddCard("c9", "now it would do"), ADA, once="the-refused-ask-1") == refused


def test_the_answer_outlives_the_worker(place: Flask):
    first = ask(AddCard("c1", "one"), ADA, once="before-the-restart")
    fresh()
    assert ask(AddCard("c1", "one"), ADA, once="before-the-restart") == first
    assert cards() == ["c1"]


def test_two_people_may_use_the_same_id(place: Flask):
    assert ask(AddCard("c1", "one"), ADA, once="an-id-of-two-people").ok
    assert ask(AddCard("c2", "two"), BEN, once="an-id-of-two-people").ok
    assert cards() == ["c1", "c2"]


def test_a_bug_is_raised_to_its_asker_and_nothing_of_it_is_stored(place: Flask):
    with pytest.raises(ZeroDivisionError):
        ask(Freeze(), HOST, once="the-one-with-the-bug")
    assert ask(AddCard("c1", "mended since"), HOST, once="the-one-with-the-bug").ok


@pytest.mark.parametrize(
    ("asker", "command"),
    [
        (ADA, Reveal()),
        (Asker("nobody", ""), AddCard("c1", "x")),
        (Asker("ada", "host"), Reveal()),
        (Asker("ada", for_="ben"), AddCard("c1", "for Ben")),
    ],
    ids=["a participant runs the room", "who never sat here", "who says to be the host", "who enters for another"],
)
def test_rights_are_read_from_the_log_and_not_from_who_asks(place: Flask, asker: Asker, command: Any):
    assert ask(command, asker).code == "not_allowed"


def test_who_was_removed_may_nothing_from_that_number_on(place: Flask):
    assert ask(AddCard("c1", "x"), BEN).ok
    ask(RemoveSeat("ben"), HOST)
    assert ask(AddCard("c2", "x"), BEN).code == "not_allowed"


def test_a_host_enters_for_somebody_and_both_stand_in_the_fact(place: Flask):
    assert ask(AddCard("c1", "on paper"), Asker("fay", for_="ben")).ok
    assert (log()[-1].by, log()[-1].for_) == ("fay", "ben")
    assert fresh().state.lines["c1"] == Line("c1", "ben", "on paper")


def test_a_refusal_before_the_first_fact_leaves_no_log_behind(place: Flask):
    nowhere = workshop_log("nowhere")
    assert ask(Reveal(), ADA, log=nowhere).code == "not_allowed"
    assert rooms_of().transactions.read(lambda connection: heads(connection, [HALL, nowhere])) == {str(HALL): 3}


def test_commit_comes_before_anybody_hears(place: Flask):
    heard: list[int] = []

    def hear(room: Room, before: Any) -> None:
        stored = room.transactions.read(lambda connection: Log(connection, HALL).head())
        heard.append(stored - before.seq)

    rooms_of().changed.append(hear)
    lines("c1", "c2")
    assert heard == [1, 1]


def test_a_listener_that_fails_undoes_nothing(place: Flask):
    def fail(room: Room, before: Any) -> None:
        raise ValueError("deaf")

    rooms_of().changed.append(fail)
    assert ask(AddCard("c1", "x")).ok
    assert cards() == ["c1"]


def test_what_another_process_wrote_is_caught_up_within_the_turn(place: Flask):
    here = rooms_of().room(HALL)
    other = fresh()
    lines("c1")
    assert (here.seq, other.seq) == (3, 4)
    here.catch_up()
    assert here.state == other.state


def test_an_ask_is_new_if_it_changed_anything_itself_whatever_others_did_meanwhile(place: Flask):
    first = ask(AddCard("c1", "one"), once="the-ask-of-the-first")
    behind = rooms_of().room(HALL).moment
    lines("c2")
    rooms_of().room(HALL).moment = behind
    nothing = ask(AddCard("c1", "one"))
    again = ask(AddCard("c1", "one"), once="the-ask-of-the-first")
    refused = ask(AddCard("c3", "three"), seen=first.seq)
    assert [each.new for each in (first, nothing, again, refused)] == [True, False, False, False]
    assert nothing.seq > behind.seq


def test_a_log_of_a_newer_program_is_not_guessed(place: Flask):
    newer = Written(4, log()[0].at, "ada", "ada", "LineSung", {"tune": "x"})
    rooms_of().transactions.write(lambda connection: Log(connection, HALL).append(3, [newer], {}, newer.at))
    with pytest.raises(UnknownEvent):
        ask(AddCard("c1", "x"))
    with pytest.raises(UnknownEvent):
        fresh()


# -- Turns ----------------------------------------------------------------------------------------------------------


def together(place: Flask, *asks: tuple[Any, Asker, str]) -> dict[str, Any]:
    """All of them wait in line while the turn is held; what each got, in the order they were answered."""
    room, got = rooms_of().room(HALL), {}

    def one(command: Any, asker: Asker, once: str) -> None:
        with place.app_context():
            try:
                got[once] = ask(command, asker, once)
            except Exception as error:
                got[once] = error

    with room.lock:
        threads = [threading.Thread(target=one, args=each) for each in asks]
        for thread in threads:
            before = len(room.waiting)
            thread.start()
            while len(room.waiting) == before:
                pass
    for thread in threads:
        thread.join()
    return got


def commits() -> list[int]:
    """The head after every commit that anybody heard of from now on."""
    heads: list[int] = []
    rooms_of().changed.append(lambda room, before: heads.append(room.seq))
    return heads


def test_everybody_who_waits_is_taken_in_one_commit(place: Flask):
    heads = commits()
    got = together(place, *((AddCard(f"c{n}", "x"), ADA, f"once-{n:012}") for n in range(8)))
    assert heads == [11]
    assert all(outcome.ok for outcome in got.values())


def test_hosts_go_first_in_a_turn(place: Flask):
    together(place, (AddCard("c1", "x"), ADA, "ada-waited-longer"), (AddCard("c2", "x"), HOST, "the-host-came-later"))
    assert cards() == ["c2", "c1"]


def test_at_most_fifty_go_in_one_turn(place: Flask):
    heads = commits()
    together(place, *((AddCard(f"c{n}", "x"), ADA, f"once-{n:012}") for n in range(55)))
    assert heads == [53, 58]


def test_the_same_ask_over_two_lines_at_once_is_done_once(place: Flask):
    together(place, *((AddCard("c1", "x"), ADA, "one-ask-two-sockets"), (Join("cy"), Asker("cy"), "another-ask-of-cy")))
    ask(AddCard("c1", "x"), ADA, "one-ask-two-sockets")
    got = together(place, *((AddCard("c2", "x"), ADA, "twice-in-one-turn"),) * 2)
    assert got["twice-in-one-turn"].ok and cards() == ["c1", "c2"]


def test_a_bug_in_one_ask_is_not_felt_by_the_others_of_its_turn(place: Flask):
    got = together(place, (AddCard("c1", "x"), ADA, "before-the-bug-01"), (Freeze(), HOST, "the-bug-itself-01"),
                   (AddCard("c2", "x"), BEN, "after-the-bug-012"))  # fmt: skip
    assert isinstance(got.pop("the-bug-itself-01"), ZeroDivisionError)
    assert all(outcome.ok for outcome in got.values()) and cards() == ["c1", "c2"]


def test_a_turn_that_cannot_be_written_is_tried_one_by_one(place: Flask, monkeypatch: pytest.MonkeyPatch):
    written = Log.append

    def picky(self: Log, head: int, facts: Sequence[Written], *rest: Any) -> None:
        if any(fact.body.get("card") == "c2" for fact in facts):
            raise OSError("the disk does not like it")
        written(self, head, facts, *rest)

    monkeypatch.setattr(Log, "append", picky)
    names = ("first-of-the-three", "the-disliked-card1", "third-of-the-three")
    got = together(place, *((AddCard(f"c{n}", "x"), ADA, once) for n, once in enumerate(names, 1)))
    assert isinstance(got["the-disliked-card1"], OSError)
    assert cards() == ["c1", "c3"]
    assert [fact.seq for fact in log()] == [1, 2, 3, 4, 5]


def test_what_no_database_keeps_is_the_fault_of_one_ask_alone(place: Flask):
    got = together(
        place, (AddCard("c1", "x"), ADA, "first-of-the-two-1"), (AddCard("c2", "half \ud83d"), BEN, "second-of-the-two")
    )
    assert isinstance(got["second-of-the-two"], Unstorable) and cards() == ["c1"]


def test_no_commit_no_answer(place: Flask, monkeypatch: pytest.MonkeyPatch):
    room, heads = rooms_of().room(HALL), commits()

    def full(*_: Any) -> Any:
        raise OSError("no space left on the disk")

    with monkeypatch.context() as disk:
        disk.setattr(Log, "append", full)
        with pytest.raises(OSError, match="no space"):
            ask(AddCard("c1", "x"), ADA, "while-disk-is-full")
    assert (room.seq, heads, cards()) == (3, [], [])
    assert ask(AddCard("c1", "x"), ADA, "while-disk-is-full").ok and heads == [4]


def test_moving_on_keeps_what_was_there(place: Flask):
    lines("c1")
    ask(PutInGroup("ada", "A"), HOST)
    assert fresh().state.seats["ada"].group == "A"
