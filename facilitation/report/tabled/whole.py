"""What a plan says beside its goals: its head and texts, the focus, days of follow-up, and what was put aside."""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.report import gathered as told
from facilitation.report import head
from facilitation.report.afterwards import known_by
from facilitation.report.reader import Reader
from facilitation.report.sheets import Sheet
from facilitation.report.tabled.columns import DAY, WIDE, WIDEST, Column, sheet, worded, written
from facilitation.shapes import FocusChoice, FollowUp, Gathered, Parked, Plan
from facilitation.words import N_

WAYS = {"chosen": N_("Chosen"), "left_out": N_("Left out")}


@dataclass(frozen=True, slots=True)
class Part:
    """A text under its name, a sentence of the catalogue."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    way: str
    of: FocusChoice


def itself(plan: Plan, to: Reader) -> Sheet:
    """What its records say of it, and its own texts."""
    rows = [(head.slug(each.name) + (f".{at}" if at else ""), each) for at, each in _counted(list(parts(plan, to)))]
    return sheet(head.WHOLE, N_("The plan as a whole"), PARTS, rows, to)


def parts(plan: Plan, to: Reader) -> Iterator[Part]:
    yield Part(head.TITLE, to.plain(plan.title))
    yield from (Part(name, value.text) for name, value in head.parts(plan, to))
    yield Part(head.SUMMARY, to.plain(plan.summary))
    yield Part(head.BACKGROUND, to.plain(plan.background))
    yield Part(head.REASON, plan.agreement_reason)
    for text in plan.confidence.raise_it if plan.confidence else ():
        yield Part(N_("What would raise it by one:"), text)


def _counted(every: list[Part]) -> Iterator[tuple[int, Part]]:
    """Those that say something; the second and later ones of a name are counted."""
    met: dict[str, int] = {}
    for each in every:
        if each.text.strip():
            yield met.get(each.name, 0), each
            met[each.name] = met.get(each.name, 0) + 1


def focus(plan: Plan, to: Reader, languages: tuple[str, ...]) -> Sheet:
    every = [*(Choice("chosen", each) for each in plan.focus.chosen)]
    every += [Choice("left_out", each) for each in plan.focus.left_out]
    return sheet("focus", N_("Focus"), FOCUS, [(each.of.about, each) for each in every], to, languages)


def follow_up(plan: Plan, to: Reader, languages: tuple[str, ...]) -> Sheet:
    days = sorted(plan.follow_up, key=lambda each: each.day)
    rows = [(known_by(each), each) for each in days]
    return sheet("follow_up", N_("Follow-up calendar"), DAYS, rows, to, languages)


def parked(plan: Plan, to: Reader, languages: tuple[str, ...]) -> Sheet:
    return sheet("parked", N_("Put aside"), PARKED, [(each.card, each) for each in plan.parked], to, languages)


def gathered(plan: Plan, to: Reader) -> Sheet:
    """A row a card, its answers each under its label."""
    rows = [
        (f"{step}.{number}", (of, number - 1))
        for step, of in enumerate(plan.gathered, 1)
        for number in range(1, len(of.rows) + 1)
    ]
    return sheet("gathered", N_("What else we gathered"), GATHERED, rows, to)


def _answers(card: tuple[Gathered, int], to: Reader) -> str:
    of, at = card
    cells = (told.cell(said, to).text for said in of.rows[at])
    return "\n".join(f"{to.words(label)}: {text}" for label, text in zip(of.fields, cells, strict=False) if text)


PARTS: tuple[Column[Part], ...] = (
    Column("part", N_("Part of the plan"), lambda each, to: to.words(each.name), width=WIDE),
    Column("text", N_("In this plan"), lambda each, to: each.text, width=WIDEST),
)
FOCUS: tuple[Column[Choice], ...] = (
    worded("way", N_("Chosen or left out"), WAYS, lambda each: each.way),
    written("text", N_("What"), lambda each: each.of.text, width=WIDEST),
    Column("reason", N_("Why"), lambda each, to: each.of.reason, width=WIDEST),
)
DAYS: tuple[Column[FollowUp], ...] = (
    Column("day", N_("Day"), lambda each, to: each.day, "day", DAY),
    written("what", N_("What is looked at"), lambda each: each.what, width=WIDEST),
)
PARKED: tuple[Column[Parked], ...] = (written("text", N_("Put aside"), lambda each: each.text, width=WIDEST),)
GATHERED: tuple[Column[tuple[Gathered, int]], ...] = (
    Column("step", N_("Step"), lambda card, to: to.plain(card[0].about), width=WIDE),
    Column("kind", N_("Kind"), lambda card, to: to.words(card[0].title)),
    Column("answers", N_("Answers"), _answers, width=WIDEST),
)
