"""What simulated participants say: read from `content/*.json`, the same for the same language and seed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from facilitation import packs
from facilitation.words import Parallel, said

CONTENT = Path(__file__).parent / "content"
PACK = "toimi"

Lines = TypeVar("Lines")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about an objective of the strategy."""

    objective: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A goal, metric or action in work: answers by field of its kind, and those that come when it is sharpened."""

    first: Mapping[str, Any]
    sharper: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GoalLines:
    """A goal with the metrics and actions that belong to it; `parallel` holds its sentence in every language."""

    objective: str
    theme: str
    goal: Sheet
    parallel: Parallel
    metrics: tuple[Sheet, ...]
    actions: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """Everything there is to say in one rehearsal, in one language; dates are within three years from `first_year`."""

    language: str
    seed: str
    first_year: int
    objective_of: Mapping[str, str]
    theme_of: Mapping[str, str]
    evidence: tuple[Told, ...]
    ideas: tuple[Told, ...]
    clusters: Mapping[str, str]
    goals: tuple[GoalLines, ...]
    levels: Mapping[str, Mapping[str, Any]]
    talk: Mapping[str, tuple[str, ...]]

    def line(self, kind: str, number: int = 0) -> str:
        """One sentence of a kind, counting round."""
        lines = self.talk[kind]
        return lines[number % len(lines)]

    def chance(self, *about: object) -> float:
        """A number from 0 to 1 that is always the same for the same matter."""
        return int.from_bytes(self._digest(about)[:6], "big") / 2**48

    def id(self, *about: object) -> str:
        """An id that is always the same for the same matter, so that asking twice changes nothing."""
        return self._digest(about).hex()[:24]

    def _digest(self, about: Sequence[object]) -> bytes:
        return sha256("\n".join([self.seed, *map(str, about)]).encode()).digest()


def script(language: str, seed: str = "toimi", first_year: int = 2027) -> Script:
    """The rehearsal's lines in fi, sv or en. Another seed deals them out otherwise."""
    pack = packs.load(PACK)
    theme_of = {objective.id: objective.theme for objective in pack.strategy.objectives}
    return Script(
        language=language,
        seed=seed,
        first_year=first_year,
        objective_of={statement.id: statement.objective for statement in pack.statements},
        theme_of=theme_of,
        evidence=_told("evidence", language, seed),
        ideas=_told("ideas", language, seed),
        clusters={row["theme"]: said(row["name"], language) for row in read("clusters")},
        goals=_dealt([_goal(row, theme_of, language, first_year) for row in read("goals")], seed),
        levels={row["objective"]: row for row in read("levels")},
        talk={kind: tuple(said(text, language) for text in texts) for kind, texts in read("talk").items()},
    )


def title(first_year: int = 2027) -> Parallel:
    """What the rehearsed workshop is called, in every language."""
    return {language: f"{text} {period(first_year)}" for language, text in read("talk")["title"][0].items()}


def period(first_year: int = 2027) -> str:
    """The plan's years."""
    return f"{first_year}–{first_year + 2}"


@cache
def read(name: str) -> Any:
    """One file of the content, as it is."""
    return json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))


def _told(name: str, language: str, seed: str) -> tuple[Told, ...]:
    return _dealt([Told(row["objective"], said(row["text"], language)) for row in read(name)], seed)


def _dealt(lines: list[Lines], seed: str) -> tuple[Lines, ...]:
    return tuple(Random(seed).sample(lines, len(lines)))


def _goal(row: Mapping[str, Any], theme_of: Mapping[str, str], language: str, first_year: int) -> GoalLines:
    words = _worded(row, language, first_year)
    return GoalLines(
        objective=row["objective"],
        theme=theme_of[row["objective"]],
        goal=Sheet(
            first={
                **_only(words, "from", "due", "owner", "scope", "agreement"),
                "to": words["rough"],
                "objectives": [row["objective"]],
            },
            sharper=_only(words, "to", "why", "level_now", "level_target"),
        ),
        parallel=row["to"],
        metrics=tuple(_metric(_worded(metric, language, first_year)) for metric in row["metrics"]),
        actions=tuple(Sheet(_worded(action, language, first_year), {}) for action in row["actions"]),
    )


def _metric(words: Mapping[str, Any]) -> Sheet:
    """In the room the name, unit, direction, target and who finds the baseline; the rest when it is sharpened."""
    first = _only(words, "library", "name", "unit", "direction", "target", "baseline_by", "baseline_when")
    later = (
        *("definition", "numerator", "denominator", "baseline", "baseline_day", "source", "target_day"),
        *("milestones", "frequency"),
    )
    return Sheet(_known(first), _known({key: words.get(key) for key in later}))


def _known(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {key: answer for key, answer in answers.items() if answer not in ("", None)}


def _only(words: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: words[key] for key in keys}


def _worded(row: Mapping[str, Any], language: str, first_year: int) -> dict[str, Any]:
    """The row in one language, with its years."""
    lists = {key: value for key, value in row.items() if isinstance(value, list)}
    plain = {key: _value(value, language, first_year) for key, value in row.items() if key not in lists}
    way = [_value(each, language, first_year) for each in lists.get("milestones", ())]
    return {**plain, **({"milestones": way} if way else {})}


def _value(value: Any, language: str, first_year: int) -> Any:
    if isinstance(value, dict):
        return said(value, language)
    if isinstance(value, str) and value[:1] == "y" and value[1:2].isdigit():
        return f"{first_year + int(value[1]) - 1}{value[2:]}"
    return value
