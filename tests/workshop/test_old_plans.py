"""A plan's log is for ever too: every one that was ever kept is read, folded and written again as it was."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from facilitation.live import Recorded
from facilitation.plans.events import EVENTS
from facilitation.plans.evolve import replayed
from tests.logs.keep_plan import KEPT, left, written
from tests.workshop.test_old_logs import within
from workshop.ledgers import PLANS

LOGS = sorted(KEPT.glob("*.jsonl"))


def read(path: Path) -> list[Recorded]:
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [
        Recorded(
            row["seq"],
            datetime.fromisoformat(row["at"]),
            row["by"],
            row["for"],
            PLANS.codec.event(row["type"], row["body"]),
        )
        for row in rows
    ]


def test_there_is_a_log_with_every_kind_of_fact():
    assert {type(fact.event).__name__ for path in LOGS for fact in read(path)} == set(EVENTS)


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_an_old_plan_is_what_it_was_when_it_was_kept(path: Path):
    kept = json.loads(path.with_suffix(".left.json").read_text("utf-8"))
    life = replayed(read(path))  # pyright: ignore[reportArgumentType] (facts of a plan)
    assert json.loads(json.dumps(left(life))) == kept


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_nothing_is_lost_of_an_old_fact_when_it_is_read(path: Path):
    for line, again in zip(path.read_text("utf-8").splitlines(), written(read(path)), strict=True):
        then, now = json.loads(line), json.loads(again)
        assert within(then, now), then["seq"]
