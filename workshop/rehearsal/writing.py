"""Cards in work: a group's clusters, its goal, and the goal's metrics and actions, first rough and then sharpened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from facilitation.steps import KINDS
from workshop.rehearsal.content import GoalLines, Script, Sheet
from workshop.rehearsal.people import Person
from workshop.rehearsal.seen import Act, Panel, Seen, text, value, wording

Acts = Iterator[Act]


class Writer(Protocol):
    """Somebody at work in a step."""

    @property
    def seen(self) -> Seen: ...
    @property
    def person(self) -> Person: ...
    @property
    def script(self) -> Script: ...
    @property
    def id(self) -> str: ...
    @property
    def options(self) -> Panel: ...
    @property
    def place(self) -> int: ...
    @property
    def group_number(self) -> int: ...


def once(writer: Writer, what: str, answers: Mapping[str, Any], step: str | None = None) -> Acts:
    """A card of one's own, unless it is there already."""
    card = writer.script.id(writer.seen.seat, writer.id, what)
    yield from _added(writer, card, writer.id if step is None else step, answers)


def clustered(seen: Seen, script: Script, step: str, group: str | None) -> Acts:
    """Puts ideas of a group (None: of all) that lie nowhere under a name, one name a theme."""
    theme_of = {line.text: script.theme_of[line.objective] for line in script.ideas}
    loose: dict[str, list[str]] = {}
    for card in seen.cards("idea", group):
        if (
            card["step"] == step
            and not card["cluster"]
            and (theme := theme_of.get(text(card, "text", script.language)))
        ):
            loose.setdefault(theme, []).append(card["id"])
    for theme, cards in sorted(loose.items()):
        cluster = script.id(group, step, "cluster", theme)
        if f"card:{cluster}" not in seen.panels:
            name = {"name": script.clusters[theme]}
            yield (
                "AddCard",
                {"card": cluster, "step": step, "kind": "cluster", "answers": name, "language": script.language},
            )
        yield "PlaceCards", {"cards": cards, "cluster": cluster}


def goals(writer: Writer) -> Acts:
    """Who holds the pen writes the goal; sharpening, the next one mends it and the last one adds another language."""
    if writer.place < 0:
        return
    mine = [card for card in writer.seen.cards("goal", writer.seen.group) if card["step"] == writer.id]
    if not mine:
        if writer.place == 0:
            card = writer.script.id(writer.seen.group, writer.id, "goal")
            yield from _added(writer, card, writer.id, goal_lines(writer).goal.first)
        return
    lines = _lines_of(writer.script, mine[0])
    if lines and writer.options["sharpen"]:
        yield from _sharpened(writer, mine[0], lines.goal, by=1)
        yield from _in_another_language(writer, mine[0], lines)
        yield from _ready(writer)


def metrics(writer: Writer) -> Acts:
    """Everybody in turn writes a metric of the group's goal, and mends it when hints are on."""
    yield from _sheets(writer, "metric", [(goal, lines.metrics) for goal, lines in _own_goals(writer)])


def actions(writer: Writer) -> Acts:
    """Everybody in turn writes an action of the group's goal."""
    yield from _sheets(writer, "action", [(goal, lines.actions) for goal, lines in _own_goals(writer)])


def goal_lines(writer: Writer) -> GoalLines:
    """The goal a group writes: of its own theme, else the next on the room's list of votes."""
    own = set(writer.seen.get(f"group:{writer.seen.group}").get("themes") or ())
    ranked = _by_votes(writer.seen, writer.script)
    wanted = [lines for lines in ranked if lines.theme in own] or ranked
    return wanted[writer.group_number % len(wanted)]


def _by_votes(seen: Seen, script: Script) -> Sequence[GoalLines]:
    """Goals in the order in which the room voted for their clusters, one a theme before a second one."""
    theme_of = {name: theme for theme, name in script.clusters.items()}
    cards = [seen.get(f"card:{row['card']}") for row in seen.latest("dots", "matrix").get("cards", [])]
    names = [text(card, "name", script.language) for card in cards if card]
    themes = list(dict.fromkeys(theme_of[name] for name in names if name in theme_of))
    firsts = [next(lines for lines in script.goals if lines.theme == theme) for theme in themes]
    return [*firsts, *(lines for lines in script.goals if lines not in firsts)]


def _own_goals(writer: Writer) -> list[tuple[str, GoalLines]]:
    cards = writer.seen.cards("goal", writer.seen.group or "nobody's")
    return [(card["id"], lines) for card in cards if (lines := _lines_of(writer.script, card))]


def _lines_of(script: Script, goal: Panel) -> GoalLines | None:
    objectives = goal["answers"].get("objectives") or [""]
    return next((lines for lines in script.goals if lines.objective == objectives[0]), None)


def _sheets(writer: Writer, kind: str, work: list[tuple[str, tuple[Sheet, ...]]]) -> Acts:
    for goal, sheets in work:
        for number, sheet in enumerate(sheets):
            if number % len(writer.seen.members) == writer.place:
                card = writer.script.id(goal, writer.id, kind, number)
                yield from _added(writer, card, writer.id, {"goal": goal, **sheet.first})
                if found := writer.seen.get(f"card:{card}"):
                    yield from _sharpened(writer, found, sheet, by=writer.place)
    if work:
        yield from _ready(writer)


def _added(writer: Writer, card: str, step: str, answers: Mapping[str, Any]) -> Acts:
    if f"card:{card}" not in writer.seen.panels:
        body = {
            "card": card,
            "step": step,
            "answers": _asked(writer, step, answers),
            "language": writer.script.language,
        }
        yield "AddCard", body


def _asked(writer: Writer, step: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers to fields that the step has."""
    kind = KINDS.get(writer.seen.get(f"step:{step}").get("kind", ""))
    return {key: said for key, said in answers.items() if kind is None or kind.field(key)}


def _sharpened(writer: Writer, card: Panel, sheet: Sheet, by: int) -> Acts:
    """Mends what is still as first written, or empty; what somebody else wrote meanwhile stays."""
    if not writer.options["sharpen"] or writer.place != by % len(writer.seen.members):
        return
    language = writer.script.language
    for field, better in _asked(writer, writer.id, sheet.sharper).items():
        now = value(card, field, language)
        if now != better and now in (None, "", sheet.first.get(field)):
            yield "ReviseCard", {"card": card["id"], "field": field, "value": better, "base": now, "language": language}


def _in_another_language(writer: Writer, card: Panel, lines: GoalLines) -> Acts:
    """The last of the group writes the goal in the workshop's next language, and the first checks it."""
    languages = [one for one in writer.seen.get("workshop")["languages"] if one != writer.script.language]
    if not languages or text(card, "to", writer.script.language) != lines.parallel[writer.script.language]:
        return
    other = wording(card, "to", languages[0])
    if not other and writer.place == len(writer.seen.members) - 1:
        body = {"card": card["id"], "field": "to", "value": lines.parallel[languages[0]], "base": ""}
        yield "ReviseCard", {**body, "language": languages[0]}
    if other and not other["checked"] and writer.place == 0 and other["by"] != writer.seen.seat:
        yield "CheckWording", {"card": card["id"], "field": "to", "language": languages[0]}


def _ready(writer: Writer) -> Acts:
    """Who holds the pen says for the group that it is ready, once the second half has begun."""
    done = writer.id in writer.seen.get(f"group:{writer.seen.group}").get("ready", [])
    if writer.place == 0 and writer.options["sharpen"] and not done:
        yield "MarkReady", {"step": writer.id, "ready": True}
