"""Methods that are brought: checked whole, kept, found again after a restart, never less than workshops point at."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from facilitation import packs
from tests.conftest import Clock
from tests.workshop.desk import set_up
from tests.workshop.visitor import Visitor
from workshop import create_app, limits, store
from workshop.config import Settings
from workshop.store.tables import AuditRow

TINY: dict[str, Any] = json.loads(Path("tests/facilitation/packs/tiny.json").read_text("utf-8"))


LOST = {"id": "s1", "objective": "9.9", "text": {"en": "x"}}


def named(key: str, **otherwise: Any) -> dict[str, Any]:
    """A method that no other test has heard of."""
    return {**TINY, "key": key, **otherwise}


def sent(visitor: Visitor, pack: object) -> Any:
    text = pack if isinstance(pack, bytes) else json.dumps(pack, ensure_ascii=False).encode()
    return visitor.send("/packs", "Bring it", file=(BytesIO(text), "pack.json"))


def test_a_method_is_brought_and_a_workshop_follows_it(administrator: Visitor, facilitator: Visitor):
    assert "on the shelf" in sent(administrator, named("reading")).text
    assert "Reading programme" in facilitator.get("/packs").text
    assert set_up(facilitator, agenda="reading/evening")


def test_it_is_found_after_a_restart(app: Flask, settings: Settings, clock: Clock, administrator: Visitor):
    sent(administrator, named("restarted"))
    packs._shelved.pop("restarted")
    create_app(settings, clock)
    assert packs.load("restarted").version == TINY["version"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (named("broken", statements=[LOST]), "statements[0].objective"),
        (named("broken", name={}), "name"),
        (named("toimi"), "There is a pack “toimi” already."),
        (b"no json", "Not JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b"[" * 100_000, ""),
        (json.dumps(named("broken", name={"en": "Half a letter: \ud83d"})).encode(), "UTF-8"),
        (json.dumps(named("\ud83d")).encode(), "UTF-8"),
        (named("../x"), "Expected small letters"),
        (named("x" * 41), "Expected small letters"),
        (named("broken", version="1" * 21), "At most 20 characters."),
    ],
)
def test_what_is_no_method_is_told_so_with_its_place_and_nothing_is_kept(
    administrator: Visitor, wrong: object, said: str
):
    before = administrator.get("/packs").text.count("shop__what")
    page = sent(administrator, wrong)
    assert page.status_code == 400
    assert said in page.text
    assert administrator.get("/packs").text.count("shop__what") == before


def test_a_file_that_is_too_large_is_not_read(administrator: Visitor):
    page = sent(administrator, named("large", more="x" * limits.PACK_BYTES))
    page.request.environ["wsgi.input"].close()  # a file of the test's own browser
    assert page.status_code == 400
    assert "too large" in page.text


def test_a_later_version_may_say_more_and_otherwise(administrator: Visitor):
    sent(administrator, named("growing"))
    name = {**TINY["name"], "en": "Reading, grown"}
    assert sent(administrator, named("growing", version="2", name=name)).status_code == 200
    assert "Reading, grown" in administrator.get("/packs").text


def test_a_later_version_must_keep_what_workshops_point_at(administrator: Visitor):
    sent(administrator, named("shrinking"))
    fewer = named("shrinking", version="2", statements=TINY["statements"][:-1])
    page = sent(administrator, fewer)
    assert page.status_code == 400
    assert f"statements.{TINY['statements'][-1]['id']}" in page.text


def test_the_same_version_never_means_two_things(administrator: Visitor):
    sent(administrator, named("twice"))
    assert sent(administrator, named("twice")).status_code == 200
    assert sent(administrator, named("twice", name={**TINY["name"], "en": "Otherwise"})).status_code == 400


def test_only_an_administrator_brings_one_and_it_stands_in_the_trail(
    app: Flask, administrator: Visitor, facilitator: Visitor
):
    assert "Bring a method" not in facilitator.get("/packs").text
    sent(administrator, named("trailed"))
    with store.reading(app) as db:
        assert [row.object for row in db.query(AuditRow).where(AuditRow.action == "bring_pack")] == ["trailed"]


def test_every_id_that_may_be_pointed_at_counts():
    whole, without = (packs.parse(json.dumps(named("x", **change))) for change in ({}, {"role_groups": []}))
    assert packs.dropped(whole, whole) == []
    assert packs.dropped(whole, without) == [f"role_groups.{each['id']}" for each in TINY["role_groups"]]
