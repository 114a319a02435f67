"""The page for integrators: its tables are all there is, and its examples run."""

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from flask import Flask

from facilitation import packs
from facilitation.live import events
from facilitation.plans.draft import drafts
from facilitation.shapes import Action, Goal, Metric, Plan
from facilitation.view.plain import plain
from tests.docs.papers import HOUSE, in_code, paper
from tests.workshop.served import Place, served
from workshop import create_app, store
from workshop.config import Settings, completed
from workshop.exports import FORMATS
from workshop.rehearsal import stage
from workshop.rehearsal.visitor import Visitor
from workshop.store import schema
from workshop.store.tables import EventRow

PAGE = paper("docs/integrators.md")
OLD_LOG = HOUSE / "tests" / "logs" / "2026-11-first.jsonl"


def keys_of(kind: type) -> list[str]:
    return [each.name.rstrip("_") for each in fields(kind)]


def example(name: str) -> Any:
    """A function of the page, as a reader would copy it."""
    [block] = [block for block in PAGE.examples if f"def {name}(" in block]
    space: dict[str, Any] = {}
    exec(compile(block, PAGE.name, "exec"), space)  # noqa: S102 (our own page)
    return space[name]


def old_log() -> list[dict[str, Any]]:
    return [json.loads(line) for line in OLD_LOG.read_text("utf-8").splitlines()]


def test_the_plans_keys_are_all_on_the_page():
    listed = [key for row in PAGE.table("key") for key in in_code(row[0])]
    assert sorted(listed) == sorted(keys_of(Plan))


@pytest.mark.parametrize(("thing", "kind"), [("goal", Goal), ("metric", Metric), ("action", Action)])
def test_the_keys_of_its_parts_are_all_on_the_page(thing: str, kind: type):
    [row] = [row for row in PAGE.table("thing") if row[0] == thing]
    assert in_code(row[1]) == keys_of(kind)


def test_every_file_that_is_made_is_on_the_page():
    assert {key for row in PAGE.table("ending") for key in in_code(row[0])} == set(FORMATS)


def test_every_event_is_on_the_page_once():
    for sort, named in PAGE.table("sort"):
        family = get_args(getattr(events, sort.title()))
        assert in_code(named) == [kind.__name__ for kind in family]
    assert sum(len(in_code(named)) for _, named in PAGE.table("sort")) == len(events.EVENTS)


def test_the_columns_of_the_log_are_those_of_the_table():
    listed = [name for row in PAGE.table("column") for name in in_code(row[0])]
    assert listed == [column.name for column in EventRow.__table__.columns]


def test_the_example_folds_an_old_log_as_the_page_says():
    state = example("replayed")(old_log())
    assert state.organisation == old_log()[0]["body"]["organisation"]
    assert state.cards


def test_the_example_reads_a_plan_as_the_page_says():
    state = example("replayed")(old_log())
    [plan, *_] = drafts(state, packs.load(state.pack))
    told = example("overview")(plain(plan))
    assert len(told) == len(plan.goals)
    assert all("metrics" in line for line in told)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[Place, stage.Stage]]:
    app = create_app(completed(Settings(instance=tmp_path)))
    set_ = staged(app)
    with served(tmp_path) as running:
        yield running, set_


def staged(app: Flask) -> stage.Stage:
    schema.migrate(app)
    set_ = stage.build(app, "toimi", "ninety_minutes", "en")
    store.engine_of(app).dispose()
    return set_


def test_the_example_joins_and_says_something(place: tuple[Place, stage.Stage]):
    running, set_ = place
    with Visitor(running.url).come_by(f"/seat/{set_.host_key}").client() as host:
        order: list[str] = host.until(lambda streams: (streams.panel("workshop") or {}).get("order")) or []
        ideas = next(step for step in order if (host.streams.panel(f"step:{step}") or {})["kind"] == "ideas")
        assert host.ask("OpenStep", {"step": ideas, "seen": ""})["ok"]
        assert example("say")(running.url, set_.code, "Say what things cost before they are bought.")
