"""The log is for ever: every event and command goes through the codec and back, and old logs replay."""

import ast
import inspect
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest

import facilitation
from facilitation.live import COMMANDS, EVENTS, Recorded, Workshop, evolve, replayed
from facilitation.live import commands as c
from facilitation.live import events as e
from facilitation.plans import commands as plans
from facilitation.plans.draft import drafts
from facilitation.plans.events import EVENTS as PLAN_EVENTS
from facilitation.steps import KINDS
from facilitation.view import view
from tests.facilitation.stories import STARTS, begun, moved
from tests.facilitation.world import PACK
from workshop.ledgers import WORKSHOPS

LOGS = sorted(Path(__file__).parents[1].joinpath("logs").glob("*.jsonl"))
AREAS = ("preparing", "seating", "running", "writing", "marking")


def told() -> Iterator[Recorded]:
    """Real events of every kind, from stories."""
    for number in range(400):
        room = begun(STARTS[number % len(STARTS)]).copy()
        for move in range(60):
            moved(room, number * 1000 + move)
        yield from room.log


def test_every_event_goes_through_the_codec_and_back():
    codec = WORKSHOPS.codec
    met: set[str] = set()
    for recorded in told():
        name, body = codec.written(recorded.event)
        met.add(name)
        assert codec.event(name, json.loads(json.dumps(body))) == recorded.event
    assert met == set(EVENTS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_read_from_the_fields_it_has(name: str):
    body = {each.name: sample(each.type) for each in fields(COMMANDS[name])}
    command = WORKSHOPS.codec.command(name, json.loads(json.dumps(body)))
    assert type(command) is COMMANDS[name]


def sample(kind: Any) -> Any:
    """A value for a field, by the name of its type."""
    name = kind if isinstance(kind, str) else getattr(kind, "__name__", str(kind))
    samples: Mapping[str, Any] = {
        "str": "text",
        "int": 1,
        "bool": True,
        "Place": "room",
        "Role": "participant",
        "Way": "random",
        "Step": {"id": "step-0001", "kind": "ideas"},
    }
    if name in samples:
        return samples[name]
    if str(kind).startswith("tuple") or "list" in name:
        return []
    if get_args(kind) and type(None) in get_args(kind):
        return None
    if "Literal" in str(kind):
        return get_args(kind)[0]
    return {} if "Mapping" in str(kind) else "text"


@pytest.mark.parametrize("area", AREAS)
def test_every_event_has_its_arm(area: str):
    arms = matched(import_module(f"facilitation.live.evolve.{area}"))
    assert {kind.__name__ for kind in get_args(getattr(e, area.title()))} <= arms


@pytest.mark.parametrize("area", AREAS)
def test_every_command_has_its_rule(area: str):
    arms = matched(import_module(f"facilitation.live.rules.{area}"))
    assert {kind.__name__ for kind in get_args(getattr(c, area.title()))} <= arms


def matched(module: ModuleType) -> set[str]:
    """The classes that a module's match statements name."""
    tree = ast.parse(inspect.getsource(module))
    return {
        node.cls.id for node in ast.walk(tree) if isinstance(node, ast.MatchClass) and isinstance(node.cls, ast.Name)
    }


def test_what_a_pattern_binds_by_place_has_the_field_s_name():
    """`case Chosen(card, language, value)` for fields in another order reads well and means something else."""
    kinds = {**COMMANDS, **EVENTS, **plans.COMMANDS, **PLAN_EVENTS}
    assert len(kinds) == sum(map(len, (COMMANDS, EVENTS, plans.COMMANDS, PLAN_EVENTS))), "one name, two shapes"
    for path in Path(inspect.getfile(facilitation)).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.MatchClass) and isinstance(node.cls, ast.Name) and node.cls.id in kinds:
                names = [each.name for each in fields(kinds[node.cls.id])]
                bound = [getattr(pattern, "name", None) for pattern in node.patterns]
                assert all(said in (None, name) for said, name in zip(bound, names, strict=False)), (path, node.lineno)


def test_events_are_past_and_commands_are_wishes_and_none_has_a_name_in_it():
    assert not set(COMMANDS) & set(EVENTS)
    for kind in (*COMMANDS.values(), *EVENTS.values()):
        assert is_dataclass(kind)
        assert not {"person", "email", "password"} & {each.name for each in fields(kind)}


# -- Old logs -------------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Recorded]:
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [
        Recorded(
            row["seq"],
            datetime.fromisoformat(row["at"]),
            row["by"],
            row["for"],
            WORKSHOPS.codec.event(row["type"], row["body"]),
        )
        for row in rows
    ]


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_an_old_log_leaves_the_plan_it_left_then(path: Path):
    state = replayed(read(path))
    (plan,) = drafts(state, PACK)
    assert plan.gathering and plan.gathering.seq == state.seq == len(read(path))
    kept = path.with_suffix(".plan.json")
    if kept.exists():
        left = json.loads(kept.read_text("utf-8"))
        assert [goal.to for goal in plan.goals] == left["goals"]
        assert {row.statement: [row.median, row.agreed, row.target] for row in plan.current_state} == left["state"]
        assert [[vote.card, vote.dots, vote.chosen] for vote in plan.votes] == left["votes"]
        assert [task.words.id for task in plan.tasks] == left["tasks"]


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_every_state_on_an_old_log_s_way_can_be_seen(path: Path):
    state = Workshop()
    for recorded in read(path):
        state = evolve(state, recorded)
        if recorded.seq % 20 == 0:
            assert view(state, {}, "room")["workshop"]["order"] == list(state.order)


def test_there_is_a_log_with_every_kind_of_step():
    kinds = {step.kind for path in LOGS for step in replayed(read(path)).steps.values()}
    assert kinds >= set(KINDS) - {"break"}
