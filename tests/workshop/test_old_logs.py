"""The log is for ever: every log that was ever kept is read, folded and written again as it was."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from facilitation.live import Recorded, replayed
from tests.logs.keep import HERE, left, written
from workshop.ledgers import WORKSHOPS

KEPT = sorted(HERE.glob("*.jsonl"))


def read(path: Path) -> list[Recorded]:
    return [recorded(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def recorded(line: dict[str, Any]) -> Recorded:
    event = WORKSHOPS.codec.event(line["type"], line["body"])
    return Recorded(line["seq"], datetime.fromisoformat(line["at"]), line["by"], line["for"], event)


def test_there_are_logs_to_read():
    assert KEPT


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_an_old_log_leaves_what_it_left_when_it_was_kept(path: Path):
    kept = json.loads(path.with_suffix(".left.json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(left(replayed(read(path))))) == kept


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_nothing_is_lost_of_an_old_fact_when_it_is_read(path: Path):
    for line, again in zip(path.read_text(encoding="utf-8").splitlines(), written(read(path)), strict=True):
        then, now = json.loads(line), json.loads(again)
        assert within(then, now), then["seq"]


def within(then: Any, now: Any) -> bool:
    """Whether all that was said then is said now; fields that were added since do not matter."""
    if isinstance(then, dict) and isinstance(now, dict):
        return all(key in now and within(value, now[key]) for key, value in then.items())
    if isinstance(then, list) and isinstance(now, list):
        return len(then) == len(now) and all(map(within, then, now))
    return then == now
