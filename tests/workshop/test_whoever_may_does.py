"""Whom the table gives a right that pages ask for finds the page and its form there, and what they do there is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Clock
from tests.workshop.deeds import deed
from tests.workshop.holding import World
from workshop import config, create_app, store
from workshop.access import SCOPES, permissions

ELSEWHERE = {
    "look_in": "asked by the socket: test_gateway.py",
    "Proxy": "asked beside a command: test_perform.py",
    "take_files_of_plan": "of other programs alone: test_api_rights.py",
    "read_figures": "of other programs alone: test_api_rights.py",
    "enter_figures": "of other programs alone: test_api_rights.py",
}
PAIRS = [
    (action, holder)
    for action, holders in permissions().items()
    if not action[0].isupper() and action not in ELSEWHERE
    for holder in sorted(holders)
    if not holder.startswith(SCOPES)
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("deeds")
    (folder / "toimi.db").write_bytes(empty_database.read_bytes())
    app = create_app(config.Settings(instance=folder), Clock())
    app.testing = True
    yield World(app)
    store.engine_of(app).dispose()


@pytest.mark.parametrize(("action", "holder"), PAIRS)
def test_whoever_may_finds_the_way_to_it_and_it_is_done(world: World, action: str, holder: str):
    does = deed(action, holder)
    assert does, f"Say in deeds.py what whoever may {action} does."
    done = does(world, world.somebody_holding(holder))
    assert done.status_code == 200, (done.request.path, done.data[:2000])
    assert b"notice--bad" not in done.data, done.data
