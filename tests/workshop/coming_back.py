"""A plan that says everything, and files of it in whose fields stands what another plan says."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from facilitation.plans.commands import ReviseField
from facilitation.plans.fields import entry_of, with_value
from facilitation.plans.lines import kind_of, line_in, with_line
from facilitation.plans.rules.answers import fits
from facilitation.report import Report, english, report
from facilitation.report.reader import reader
from facilitation.report.returned import (
    LINES,
    Cells,
    Line,
    Note,
    Paper,
    Piece,
    Reviewed,
    Run,
    compare,
    reviewed,
    wish_of_plan,
)
from facilitation.report.tabled import sheets
from facilitation.report.texts import Words
from facilitation.shapes import Plan, Reading, span_of
from facilitation.words import Message
from tests.facilitation.sample_plan import DAY, PACK
from tests.facilitation.test_returned import back
from tests.workshop.filled import filled
from workshop.native.parts import shown
from workshop.web.reviewing import marked, said_at

Path = tuple[str | int, ...]
CHOICES: Mapping[str, tuple[Any, Any]] = {
    "scope": ("function", "single"),
    "result": ("effect", "output"),
    "document": ("ttp", "budget"),
    "agreement": ("candidate", "agreed"),
    "agreement_year": (2028, 2029),
    "precision": (1, 2),
    "days_to_count": (10, 30),
    "direction": ("range", "more"),
    "frequency": ("yearly", "monthly"),
    "level": ("outcome", "output"),
    "aggregation": ("sum", "median"),
    "cost": ("high", "low"),
    "available": ("no", "yes"),
    "priority": ("low", "high"),
    "publicity": ("public", "internal"),
    "objectives": (("1.1", "2.3"), ("1.1", "8.1")),
    "theme": ("1", "8"),
    "unit": ("%", "kg CO2"),
}
"""What is no text of one's own: what a plan says, and what another says."""
STATES = {"closed": "draft", "abandoned": "done", "disagree": "agree"}
"""Of plans, actions and marks."""


def whole() -> Plan:
    """Everything is said, and goals measure and do what they say."""
    plan = filled()
    return replace(settled(plan), period=span_of("2027–2029"), languages=("fi", "sv"))


def settled(part: Any, name: str = "") -> Any:
    """With choices that there are, days that months tell, and levels that there are."""
    if is_choice(part, name):
        return CHOICES[name][0]
    if is_dataclass(part) and not isinstance(part, type) and not isinstance(part, Message):
        kept = replace(part, note="", numerator=None, denominator=None) if name == "target" else part
        return replace(kept, **{each.name: settled(getattr(kept, each.name), each.name) for each in fields(kept)})
    if isinstance(part, tuple):
        return tuple(settled(each, "target" if isinstance(each, Reading) else "") for each in part)
    return month_end(part, name) if isinstance(part, date) else part


def is_choice(value: Any, name: str) -> bool:
    return name in CHOICES and type(value) is type(CHOICES[name][0])


def month_end(day: date, name: str) -> date:
    """What a month stands for: its first day where something starts, its last one elsewhere."""
    first = (day.replace(day=1) + timedelta(40)).replace(day=1)
    return first if name == "start" else first - timedelta(1)


def bare() -> Plan:
    """What is told only where something else is not: who finds a baseline out, a share's halves, a goal of our own."""

    def changed(metric: Any) -> Any:
        return replace(metric, baseline=None, definition={})

    plan = whole()
    goals = tuple(
        replace(goal, objectives=(), metrics=tuple(map(changed, goal.metrics)), level_now=None) for goal in plan.goals
    )
    return replace(plan, goals=goals, loose_metrics=tuple(map(changed, plan.loose_metrics)))


def leaves(part: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Everything that a plan says, of the first wherever there are several."""
    if is_dataclass(part) and not isinstance(part, Message):
        for each in fields(part):
            yield from leaves(getattr(part, each.name), (*path, each.name))
    elif isinstance(part, tuple) and part and is_dataclass(part[0]):
        yield from leaves(part[0], (*path, 0))
    elif part is not None:
        yield path, part


def with_leaf(part: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*part[:step], with_leaf(part[step], rest, value), *part[step + 1 :])
    return replace(part, **{step: with_leaf(getattr(part, step), rest, value)})


def otherwise(path: Path, value: Any) -> Any:
    """Something else of the same kind."""
    name = next(str(step) for step in reversed(path) if isinstance(step, str))
    if is_choice(value, name):
        return CHOICES[name][1]
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1 if value != 5 else 4
        case date():
            return month_end(value + timedelta(40), name)
        case str():
            return STATES.get(value, f"{value} otherwise")
        case tuple():
            return value[:-1]
        case Message():
            return Message(f"{value.id} otherwise")
        case _:
            return {**value, "en": f"{value.get('en', '')} otherwise" if isinstance(value.get("en", ""), str) else 1}


def told(plan: Plan, language: str = "en", extract: str = "") -> Report:
    return report(plan, language, english, PACK, made=DAY, extract=extract)


def texts(part: Any) -> Iterator[str]:
    """All that a document tells, in its order."""
    if isinstance(part, Words):
        yield shown(part)
    elif isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each)
    elif hasattr(part, "__dataclass_fields__"):
        for name in part.__dataclass_fields__:
            if name not in ("sheets", "entries"):
                yield from texts(getattr(part, name))


# -- By document ----------------------------------------------------------------------------------------------------


def paper_of(of: Report, known: Mapping[str, Words]) -> Paper:
    """The fields of a document, each in a cell of its own."""
    words = marked(said_at(of))
    return Paper(
        tuple(
            Piece((Run(shown(said), marks=(mark,)),), (mark,), number)
            for number, (mark, said) in enumerate(words.items())
            if mark in known
        )
    )


def review(left: Plan, came: Plan, language: str = "en") -> Reviewed:
    """A document of the one plan in whose fields stands what the other says."""
    of, to = told(left, language), reader(language, english, PACK)
    before = marked(said_at(of))
    now = {words.at: words for words in before.values()}
    cells = Cells(to, of.sheets, of.sheets, LINES)
    return reviewed(paper_of(of, before), paper_of(told(came, language), before), before, now, cells)


def by_document(left: Plan, came: Plan, language: str = "en") -> Plan:
    """The one plan with every suggestion taken."""
    return with_lines(left, (each.line for each in review(left, came, language).changed), language)


# -- By workbook ----------------------------------------------------------------------------------------------------


def compared(left: Plan, came: Plan) -> list[Line | Note]:
    """A workbook of the one plan in whose cells stands what the other says."""
    to = reader("en", english, PACK)
    here = tuple(sheets(left, to))
    return list(compare(here, here, [back(sheet) for sheet in sheets(came, to)], LINES))


def with_lines(plan: Plan, lines: Iterable[Line | None], language: str) -> Plan:
    """The plan with everything taken that can be taken."""
    for line in lines:
        wish = wish_of_plan(line, plan, reader(language, english, PACK)) if line else None
        if isinstance(wish, ReviseField):
            found = line_in(plan, wish.line)
            entry = entry_of(kind_of(found), wish.field) if found else None
            assert found and entry
            plan = with_line(plan, with_value(found, entry, fits(entry, wish.value), wish.language))
    return plan
