from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert

from tests.workshop.place import NOON, toy_place
from workshop.store import engine_of, writing
from workshop.store.people import People, Person, people_of
from workshop.store.tables import AccountRow, PersonRow, WorkshopRow
from workshop.store.thread import Transactions


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    app = toy_place(tmp_path)
    with app.app_context(), writing() as db:
        db.add(
            AccountRow(id="a1", email="fay@example.fi", name="Fay", role="facilitator", password_hash="", created=NOON)
        )
        db.flush()
        db.add(WorkshopRow(id="w1", title="T", code="AAAA", owner="a1", created=NOON, pack="toimi"))
    with app.app_context():
        yield people_of()


def test_a_name_is_taken_corrected_and_struck(people: People):
    here = people.of("w1")
    people.take_name("w1", "ada", "Ada Åkerman")
    assert here["ada"] == Person("Ada Åkerman")
    people.rename("w1", "ada", "Ada Ekman")
    assert here["ada"] == Person("Ada Ekman")
    people.strike("w1", "ada")
    people.look_again("w1")
    assert people.of("w1") == {"ada": Person("")}


def test_two_who_look_at_once_hold_the_same_names_and_see_whoever_comes_later(people: People):
    meanwhile: list[Mapping[str, Person]] = []

    class Interrupted(Transactions):
        def read(self, work: Callable[[Connection], Any]) -> Any:
            found = super().read(work)
            if not meanwhile:
                meanwhile.append({})
                meanwhile.append(slow.of("w1"))
            return found

    slow = People(Interrupted(engine_of()))
    here = slow.of("w1")
    slow.take_name("w1", "ada", "Ada")
    assert here["ada"] == meanwhile[1]["ada"] == Person("Ada")


def test_who_listens_hears_of_a_new_name(people: People):
    heard: list[tuple[str, str]] = []
    people.renamed.append(lambda workshop, seat: heard.append((workshop, seat)))
    people.take_name("w1", "ada", "Ada")
    people.rename("w1", "ada", "Aada")
    assert heard == [("w1", "ada")] * 2


def test_a_personal_link_opens_its_seat_until_the_next_is_given(people: People):
    people.take_name("w1", "ada", "Ada")
    first, second = people.give_key("w1", "ada"), people.give_key("w1", "ada")
    assert people.seat_by_key(first) is None
    assert people.seat_by_key(second) == ("w1", "ada")
    people.strike("w1", "ada")
    assert people.seat_by_key(second) is None


def test_the_key_itself_is_kept_nowhere(people: People, tmp_path: Path):
    people.take_name("w1", "ada", "Ada")
    key = people.give_key("w1", "ada")
    assert len(key) >= 22
    assert all(key.encode() not in path.read_bytes() for path in tmp_path.glob("toimi.db*"))


def test_a_host_is_found_by_the_account(people: People):
    people.take_name("w1", "fay", "Fay", account="a1")
    assert people.seat_of_account("w1", "a1") == "fay"
    assert people.seat_of_account("w2", "a1") is None


def test_another_process_names_are_seen_after_looking_again(people: People):
    here = people.of("w1")
    with engine_of().begin() as connection:
        connection.execute(insert(PersonRow).values(workshop="w1", seat="ben", name="Ben"))
    people.look_again("w1")
    assert here == {"ben": Person("Ben")}
