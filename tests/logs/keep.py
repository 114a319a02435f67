"""Keeps a log for ever: `python -m tests.logs.keep 2026-11-first fi` plays a workshop and writes what came of it.

A kept log is never changed. When events gain fields or kinds, a further log is kept beside it.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from facilitation.live import Recorded, Workshop, replayed
from workshop.ledgers import WORKSHOPS

HERE = Path(__file__).parent


def written(log: Iterable[Recorded]) -> list[str]:
    """A line a fact, as the table of events has it."""
    return [json.dumps(_line(recorded), ensure_ascii=False, sort_keys=True) for recorded in log]


def _line(recorded: Recorded) -> dict[str, Any]:
    name, body = WORKSHOPS.codec.written(recorded.event)
    at = recorded.at.isoformat()
    return {"seq": recorded.seq, "at": at, "by": recorded.by, "for": recorded.for_, "type": name, "body": body}


def left(state: Workshop) -> dict[str, Any]:
    """What a log leaves, in figures and words that must not change with the program."""
    return {
        "seq": state.seq,
        "people": len(state.people),
        "groups": sorted(group.letter for group in state.groups.values()),
        "phases": {step: work.phase for step, work in state.work.items()},
        "cards": {card.id: card.kind for card in state.cards.values() if card.alive},
        "decisions": {id: decision.text for id, decision in state.decisions.items()},
        "agreed": {step: {id: each.level for id, each in work.agreed.items()} for step, work in state.work.items()},
        "dots": {step: sum(sum(given.values()) for given in work.dots.values()) for step, work in state.work.items()},
    }


def keep(name: str, language: str) -> None:
    from tests.workshop.test_rehearsal_plot import Stage

    played = Stage(language, count=10).run()
    with (HERE / f"{name}.jsonl").open("x", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in written(played.log))
    with (HERE / f"{name}.left.json").open("x", encoding="utf-8") as file:
        json.dump(left(replayed(played.log)), file, ensure_ascii=False, indent=1, sort_keys=True)


if __name__ == "__main__":
    keep(*sys.argv[1:3])
