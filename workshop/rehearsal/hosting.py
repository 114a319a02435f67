"""What the simulated facilitator does next, read off what a host sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workshop.rehearsal import writing
from workshop.rehearsal.content import Script
from workshop.rehearsal.seen import Act, Panel, Panels, Seen, text

Acts = Iterator[Act]

SOLO = ("briefing", "break", "discussion")  # nothing in them waits to be shown
AGAIN = 3  # statements that are rated once more


@dataclass(frozen=True, slots=True)
class Hosting:
    """The facilitator in one step."""

    seen: Seen
    script: Script
    step: Panel

    @property
    def id(self) -> str:
        return self.step["id"]

    def to_step(self, command: str) -> Act:
        return command, {"step": self.id, "seen": self.seen.current}


def host_acts(view: Panels, script: Script, settled: bool, size: int = 5, way: str = "organisation") -> list[Act]:
    """What the facilitator does now, in order.

    `settled` says that no participant has anything left to do, or that enough time has passed: only then does the
    room move on. Groups of about `size` are formed the given way before the first step.
    """
    seen = Seen(view)
    if not settled:
        return list(_attend(seen))
    if not seen.current:
        return list(_begin(seen, script, size, way))
    hosting = Hosting(seen, script, seen.get(f"step:{seen.current}"))
    return list(_PARTS[hosting.step["phase"]](hosting))


def over(view: Panels) -> bool:
    """Whether the last step is closed."""
    seen = Seen(view)
    order = seen.get("workshop").get("order") or [""]
    return seen.get(f"step:{order[-1]}").get("phase") == "closed"


def _attend(seen: Seen) -> Acts:
    """Comes when called, and starts the clock."""
    yield from (("AnswerHelp", {"group": group}) for group in seen.get("helps"))
    step = seen.step
    if step and step["phase"] == "open" and seen.get("timer").get("state") == "none":
        yield "StartTimer", {"seconds": step["minutes"] * 60}


def _begin(seen: Seen, script: Script, size: int, way: str) -> Acts:
    """Groups, a decider, and the first step; pre-work that is open already stays open."""
    if not seen.groups:
        yield "FormGroups", {"way": way, "size": size, "seed": script.seed}
    leaders = sorted(seat["id"] for seat in seen.all("seat") if seat["role_group"] == "management")
    if not seen.get("workshop").get("decider") and leaders:
        yield "NameDecider", {"seat": leaders[0]}
    yield "OpenStep", {"step": seen.get("workshop")["order"][0], "seen": ""}


def _open(hosting: Hosting) -> Acts:
    """Hints in the second half; then what was given is shown."""
    kind, options = hosting.step["kind"], hosting.step["options"]
    if options.get("sharpen") is False:
        yield "SetOption", {"step": hosting.id, "option": "sharpen", "value": True}
    elif kind in SOLO:
        yield from _decided(hosting, "focus") if kind == "discussion" else ()
        yield from _next(hosting)
    else:
        yield hosting.to_step("Reveal")


def _waiting(hosting: Hosting) -> Acts:
    yield hosting.to_step("OpenStep")


def _revealed(hosting: Hosting) -> Acts:
    """What the room does with a result, and on to the next step once that is done."""
    part = _AFTER_REVEAL.get(hosting.step["kind"])
    now = list(part(hosting)) if part else []
    yield from now or _next(hosting)


def _next(hosting: Hosting) -> Acts:
    order = hosting.seen.get("workshop")["order"]
    later = order[order.index(hosting.id) + 1 :]
    if hosting.seen.get("timer").get("state", "none") != "none":
        yield "StopTimer", {}
    if later:
        yield "OpenStep", {"step": later[0], "seen": hosting.seen.current}
    elif hosting.step["phase"] != "closed":
        yield hosting.to_step("CloseStep")


def _talk_it_over(hosting: Hosting) -> Acts:
    """What the room disagrees about is rated once more; then a level and a target are agreed."""
    result = hosting.seen.get(f"result:{hosting.id}")
    lines = {line["id"]: line for line in result.get("statements", [])}
    wide = [key for key in result.get("order", []) if lines[key]["spread"] == "disagree"][:AGAIN]
    if hosting.step["round"] == 1 and wide:
        yield "StartRound", {"step": hosting.id, "statements": wide}
        return
    agreed = hosting.seen.get(f"agreed:{hosting.id}")
    asked_again = [key for key, line in lines.items() if line["earlier"]]
    for number, key in enumerate(asked_again or result.get("order", [])[:AGAIN]):
        if key not in agreed and lines[key]["median"] is not None:
            yield "AgreeLevel", _agreed(hosting, key, lines[key]["median"], number)


def _agreed(hosting: Hosting, statement: str, median: float, number: int) -> dict[str, str | int]:
    level = round(median)
    reason = hosting.script.line("agreed", number)
    return {"step": hosting.id, "statement": statement, "level": level, "target": min(5, level + 2), "reason": reason}


def _tidy(hosting: Hosting) -> Acts:
    """Clusters of the same name become one; where the host clusters, nothing lies about."""
    if hosting.step["options"]["cluster_by"] == "host":
        yield from writing.clustered(hosting.seen, hosting.script, hosting.id, None)
    first: dict[str, str] = {}
    for cluster in hosting.seen.cards("cluster"):
        into = first.setdefault(text(cluster, "name", hosting.script.language), cluster["id"])
        if into != cluster["id"]:
            yield "MergeClusters", {"cluster": cluster["id"], "into": into}


def _draw_the_line(hosting: Hosting) -> Acts:
    """As many of the first as there are groups to work on them; a tie at the line comes along."""
    result = hosting.seen.get(f"result:{hosting.id}")
    line = max(1, len(hosting.seen.groups))
    if result.get("kind") == "matrix":
        weighed = sorted(result["cards"], key=lambda card: -(card["importance"] or 0))
        first = [card["card"] for card in weighed[:line]]
    else:
        first = [card["card"] for card in result.get("cards", []) if card["rank"] <= line]
    yield from _decided(hosting, "line", first)


def _settle(hosting: Hosting) -> Acts:
    yield from _decided(hosting, "settled")


def _decided(hosting: Hosting, what: str, cards: list[str] | None = None) -> Acts:
    decision = hosting.script.id(hosting.id, "decision")
    if f"decision:{decision}" not in hosting.seen.panels:
        words = {"text": hosting.script.line(what), "reason": hosting.script.line(f"{what}_reason")}
        yield "Decide", {"decision": decision, "step": hosting.id, "cards": cards or [], **words}


_AFTER_REVEAL: dict[str, Callable[[Hosting], Acts]] = {
    "current_state": _talk_it_over,
    "ideas": _tidy,
    "vote": _draw_the_line,
    "review": _settle,
}
_PARTS: dict[str, Callable[[Hosting], Acts]] = {
    "waiting": _waiting,
    "open": _open,
    "revealed": _revealed,
    "closed": _next,
}
