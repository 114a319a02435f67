"""What a pack offers a workshop: statements, scale, metric library, agendas, role groups."""

import re

from facilitation import limits
from facilitation.packs.node import Node
from facilitation.packs.pack import Scale
from facilitation.packs.provenance import provenances
from facilitation.shapes import (
    DIRECTIONS,
    METRIC_LEVELS,
    Agenda,
    Level,
    LibraryMetric,
    RoleGroup,
    Statement,
    StepPlan,
)
from facilitation.words import LANGUAGES, N_, Parallel, said

TIME_OF_DAY = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def statements(node: Node) -> tuple[Statement, ...]:
    return tuple(statement(each) for each in node.some())


def statement(node: Node) -> Statement:
    text = node.at("text").parallel()
    return Statement(
        id=node.at("id").text(),
        objective=node.at("objective").text(),
        text=text,
        short_form=node.at("short_form").yes(),
        provenance=provenances(node, text),
    )


def scale(node: Node) -> Scale:
    levels = tuple(level(each, value) for value, each in enumerate(node.at("levels").some(), limits.LOWEST_LEVEL))
    if len(levels) != limits.HIGHEST_LEVEL:
        raise node.at("levels").wrong(N_("A scale has %(levels)s levels."), levels=limits.HIGHEST_LEVEL)
    dont_know = node.at("dont_know").parallel()
    return Scale(levels, dont_know, node.at("not_applicable").parallel(), provenances(node, dont_know))


def level(node: Node, value: int) -> Level:
    name = node.at("name").parallel()
    return Level(node.at("value").whole(value, value), name, provenances(node, name))


def library(node: Node, cautions: Node) -> tuple[LibraryMetric, ...]:
    return tuple(library_metric(each, cautions) for each in node.each())


def library_metric(node: Node, cautions: Node) -> LibraryMetric:
    numerator, denominator = node.at("numerator").parallel_or_none(), node.at("denominator").parallel_or_none()
    share = numerator and denominator
    name = node.at("name").parallel()
    return LibraryMetric(
        id=node.at("id").text(),
        objectives=node.at("objectives").texts(),
        name=name,
        definition=divided(numerator, denominator, node.at("unit").text())
        if share
        else node.at("definition").parallel(),
        unit=node.at("unit").text(),
        direction=node.at("direction").one_of(DIRECTIONS),
        source=node.at("source").parallel(),
        level=node.at("level").one_of(METRIC_LEVELS),
        context=node.at("context").parallel_or_none(),
        caution=joined(node.at("caution"), cautions),
        numerator=numerator,
        denominator=denominator,
        days_to_count=days(node.at("days_to_count")),
        provenance=provenances(node, name),
    )


def days(node: Node) -> int | None:
    """How many; None where nothing is said."""
    return None if node.value is None else node.whole(0, limits.LONGEST_COUNT)


def divided(numerator: Parallel, denominator: Parallel, unit: str) -> Parallel:
    """A ratio's definition: what is counted, out of what; a percentage is a hundredfold ratio."""
    times = " × 100" if unit == "%" else ""
    return {code: f"{numerator[code]} / {said(denominator, code)}{times}" for code in LANGUAGES if code in numerator}


def joined(keys: Node, cautions: Node) -> Parallel:
    """The pack's cautions a metric names by their keys, as one text in each language."""
    chosen = [caution(key, cautions).parallel() for key in keys.each()]
    return {code: " ".join(said(text, code) for text in chosen) for code in LANGUAGES if chosen}


def caution(key: Node, cautions: Node) -> Node:
    if cautions.value is None or not cautions.has(key.text()):
        raise key.wrong(N_("There is no caution “%(key)s” in the pack."), key=key.text())
    return cautions.at(key.text())


def role_groups(node: Node) -> tuple[RoleGroup, ...]:
    return tuple(role_group(each) for each in node.each())


def role_group(node: Node) -> RoleGroup:
    name = node.at("name").parallel()
    return RoleGroup(node.at("id").text(), name, provenances(node, name))


def agendas(node: Node) -> tuple[Agenda, ...]:
    return tuple(agenda(each) for each in node.each())


def agenda(node: Node) -> Agenda:
    name = node.at("name").parallel()
    return Agenda(
        key=node.at("key").text(),
        name=name,
        description=node.at("description").parallel_or_none(),
        steps=tuple(step(each) for each in node.at("steps").some()),
        provenance=provenances(node, name),
    )


def step(node: Node) -> StepPlan:
    pinned = node.at("pinned").text_or()
    if pinned and not TIME_OF_DAY.fullmatch(pinned):
        raise node.at("pinned").wrong(N_("Expected a time such as 10:30."))
    return StepPlan(
        kind=node.at("kind").text(),
        title=node.at("title").parallel(),
        task=node.at("task").parallel_or_none(),
        minutes=node.at("minutes").whole(1, limits.MINUTES),
        pinned=pinned,
        options={key: option.plain() for key, option in node.at("options").named()},
    )
