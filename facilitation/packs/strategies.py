"""The strategy part of a pack."""

from facilitation import limits
from facilitation.packs.node import Node
from facilitation.packs.provenance import provenances
from facilitation.strategy import Levels, Objective, Strategy, Theme, Tier


def strategy(node: Node) -> Strategy:
    name = node.at("name").parallel()
    return Strategy(
        id=node.at("id").text(),
        version=node.at("version").text(),
        name=name,
        themes=tuple(theme(each) for each in node.at("themes").some()),
        objectives=tuple(objective(each) for each in node.at("objectives").some()),
        picture=tuple(tier(each) for each in node.at("picture").each()),
        source=node.at("source").text_or(),
        provenance=provenances(node, name),
    )


def theme(node: Node) -> Theme:
    name, intention = node.at("name").parallel(), node.at("intention").parallel_or_none()
    return Theme(
        id=node.at("id").text(),
        name=name,
        intention=intention,
        source=node.at("source").text_or(),
        provenance=provenances(node, intention),
        name_provenance=provenances(node, name, "name_provenance"),
    )


def objective(node: Node) -> Objective:
    text = node.at("text").parallel()
    return Objective(
        id=node.at("id").text(),
        theme=node.at("theme").text(),
        text=text,
        levels=levels(node.at("levels")) if node.has("levels") else None,
        source=node.at("source").text_or(),
        provenance=provenances(node, text),
    )


def levels(node: Node) -> Levels:
    start = node.at("start").whole(limits.LOWEST_LEVEL, limits.HIGHEST_LEVEL)
    return Levels(start, node.at("target").whole(start, limits.HIGHEST_LEVEL))


def tier(node: Node) -> Tier:
    name = node.at("name").parallel()
    return Tier(node.at("key").text(), name, node.at("themes").texts(), provenances(node, name))
