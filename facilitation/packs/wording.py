"""Every text of a pack with its path and provenance, and which of them nobody has confirmed yet."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from facilitation.packs.pack import Pack
from facilitation.strategy import Provenance, Provenances
from facilitation.words import Parallel

DOUBTFUL: frozenset[Provenance] = frozenset(("translated", "placeholder"))
"""Wording that claims an official text's meaning without being it. Our own texts claim nothing of the kind."""


@dataclass(frozen=True, slots=True)
class PackText:
    """One text of a pack: where it stands, in which languages, and where its words come from."""

    path: str
    words: Parallel
    provenance: Provenances = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Somebody vouches for these very words in this place; other words there need another confirmation."""

    path: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A wording that is not official and that nobody has confirmed."""

    path: str
    language: str
    text: str
    provenance: Provenance
    source: str = ""


def unconfirmed(pack: Pack, confirmed: Collection[Confirmation] = ()) -> tuple[Unconfirmed, ...]:
    """What an administrator still has to check, in the pack's order."""
    return tuple(
        Unconfirmed(text.path, language, words, provenance, text.source)
        for text in texts(pack)
        for language, words in text.words.items()
        if (provenance := text.provenance.get(language, "own")) in DOUBTFUL
        and Confirmation(text.path, language, words) not in confirmed
    )


def texts(pack: Pack) -> Iterator[PackText]:
    """Every text of the pack, once, in the order an administrator reads it."""
    return (text for text in every_place(pack) if text.words)


def every_place(pack: Pack) -> Iterator[PackText]:
    """Every place where a text may stand, also those left empty."""
    yield PackText("name", pack.name, pack.provenance)
    yield from strategy_texts(pack)
    yield from statement_texts(pack)
    yield from library_texts(pack)
    yield from plan_field_texts(pack)
    for term in pack.glossary:
        yield PackText(f"glossary.{term.id}", term.words, term.provenance)
    yield from agenda_texts(pack)
    for group in pack.role_groups:
        yield PackText(f"role_groups.{group.id}", group.name, group.provenance)
    for part, words in (
        ("units", pack.units),
        ("cautions", pack.cautions),
        ("notes", pack.notes),
        ("words", pack.words),
    ):
        yield from (PackText(f"{part}.{key}", text, pack.provenance) for key, text in words.items())


def strategy_texts(pack: Pack) -> Iterator[PackText]:
    strategy = pack.strategy
    yield PackText("strategy.name", strategy.name, strategy.provenance, strategy.source)
    for theme in strategy.themes:
        path = f"strategy.themes.{theme.id}"
        yield PackText(f"{path}.name", theme.name, theme.name_provenance, theme.source)
        yield PackText(f"{path}.intention", theme.intention, theme.provenance, theme.source)
    for objective in strategy.objectives:
        path = f"strategy.objectives.{objective.id}"
        yield PackText(path, objective.text, objective.provenance, objective.source)
    for tier in strategy.picture:
        yield PackText(f"strategy.picture.{tier.key}", tier.name, tier.provenance)


def statement_texts(pack: Pack) -> Iterator[PackText]:
    for statement in pack.statements:
        yield PackText(f"statements.{statement.id}", statement.text, statement.provenance)
    for level in pack.scale.levels:
        yield PackText(f"scale.{level.value}", level.name, level.provenance)
    yield PackText("scale.dont_know", pack.scale.dont_know, pack.scale.provenance)
    yield PackText("scale.not_applicable", pack.scale.not_applicable, pack.scale.provenance)


def library_texts(pack: Pack) -> Iterator[PackText]:
    for metric in pack.library:
        parts = {"name": metric.name, "source": metric.source, "context": metric.context}
        share = {"numerator": metric.numerator, "denominator": metric.denominator}
        parts |= share if metric.numerator else {"definition": metric.definition}
        for part, words in parts.items():
            yield PackText(f"library.{metric.id}.{part}", words, metric.provenance)


def plan_field_texts(pack: Pack) -> Iterator[PackText]:
    for asked in pack.plan_fields:
        path = f"plan_fields.{asked.of}.{asked.key}"
        yield PackText(path, asked.name, asked.provenance)
        yield PackText(f"{path}.help", asked.help, asked.provenance)
        for choice in asked.choices:
            yield PackText(f"{path}.{choice.key}", choice.name, asked.provenance)


def agenda_texts(pack: Pack) -> Iterator[PackText]:
    for agenda in pack.agendas:
        path = f"agendas.{agenda.key}"
        yield PackText(f"{path}.name", agenda.name, agenda.provenance)
        yield PackText(f"{path}.description", agenda.description, agenda.provenance)
        for number, step in enumerate(agenda.steps, 1):
            yield PackText(f"{path}.{number}.title", step.title, agenda.provenance)
            yield PackText(f"{path}.{number}.task", step.task, agenda.provenance)
            yield PackText(f"{path}.{number}.text", step.options.get("text", {}), agenda.provenance)
