"""Every page, file and operation once plans are approved and amended: what is written since leaves its organisation by
none of them, and what was approved is there for those who may read it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from tests.conftest import Clock, signed_in
from tests.workshop.amended import ABOVE, CALENDAR, DRAFT, FIGURE, FORMATS, PACKED, SEES, SONGS, Amended, Reader
from tests.workshop.answered import told
from tests.workshop.followed import GOAL
from tests.workshop.program import ROOT
from workshop import config, create_app, store
from workshop.store import accounts

APPROVED = GOAL.to["en"]


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Amended]:
    folder = tmp_path_factory.mktemp("amended")
    (folder / "toimi.db").write_bytes(empty_database.read_bytes())
    app = create_app(config.Settings(instance=folder), Clock())
    app.testing = True
    yield Amended(app)
    store.engine_of(app).dispose()


def rules(app: Flask) -> Iterator[Rule]:
    return (rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and rule.endpoint != "static")


def heard(amended: Amended, who: Reader, files: Sequence[str] = ()) -> Iterator[tuple[str, set[str]]]:
    """Each address that sings to them, and which of the songs it sings; of files of some formats only, if they are."""
    for rule in (rule for rule in rules(amended.app) if not files or "format" in rule.arguments):
        headers = {"Authorization": f"Bearer {who.token}"} if rule.rule.startswith(ROOT) else {}
        for address in amended.addresses(rule, files or FORMATS):
            said = told(who.pages.client.get(address, headers=headers, buffered=True).data)
            if songs := {song for song in SONGS if song in said}:
                yield address, songs


@pytest.mark.parametrize("name", SEES)
def test_what_is_written_after_approval_is_read_where_it_may_be_and_nowhere_else(amended: Amended, name: str):
    found = dict(heard(amended, amended.reader(name)))
    leaks = {address: songs - SEES[name] for address, songs in found.items() if songs - SEES[name]}
    assert leaks == {}
    assert set().union(*found.values()) == SEES[name], "else nothing would be proven"


@pytest.mark.parametrize("format", PACKED)
def test_no_file_of_any_kind_tells_those_above_what_is_being_written(amended: Amended, format: str):
    found = dict(heard(amended, amended.reader("government"), (format,)))
    assert {address: songs - {FIGURE} for address, songs in found.items() if songs - {FIGURE}} == {}
    assert format == CALENDAR or any(FIGURE in songs for songs in found.values()), "else nothing would be proven"


def test_whoever_administers_the_place_reads_nothing_that_is_being_written(amended: Amended):
    ann = signed_in(amended.app, "ann@place.example", "Ann", accounts.ADMINISTRATOR)
    found = dict(heard(amended, Reader(ann, "no-token")))
    assert {address: songs for address, songs in found.items() if songs & {DRAFT, ABOVE}} == {}


@pytest.mark.parametrize("path", ["", "/plan.md", "/plan.json", "/plan.docx", "/plan.xlsx", "?version=1.0"])
def test_what_was_approved_is_there_for_those_above_while_it_is_amended(amended: Amended, path: str):
    for name in ("housing", "government"):
        pages = signed_in(amended.app, f"reader-{len(path)}{path[-2:]}@{name}.example", "Reader", "member")
        amended.give(pages.account, "reader", name)
        said = told(pages.client.get(amended.homes.page + path, buffered=True).data)
        assert APPROVED in said
        assert DRAFT not in said
