"""What a reader may take home of a plan: the whole in every format, extracts in those that suit them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import request

from facilitation.packs import Pack
from facilitation.report.extracts import EXTRACTS
from facilitation.report.reader import Wording
from facilitation.shapes import Plan
from facilitation.words import N_, said
from workshop import store
from workshop.exports import FORMATS
from workshop.languages import reader_language
from workshop.store import transfers as kept
from workshop.web.home import Home
from workshop.web.method import reading
from workshop.web.telling import IN_TWO, beside_form
from workshop.web.wanted import dressed


@dataclass(frozen=True)
class Taken:
    """Something to take home: its format, the extract if it is one, what it is called and for in the reader's words."""

    format: str
    of: str
    title: str
    purpose: str


@dataclass(frozen=True)
class KeyedIn:
    """A service into which the plan can be keyed: its transfer, and what it is called and for in the reader's words."""

    key: str
    title: str
    purpose: str
    confirmed: bool


def take_home(home: Home) -> dict[str, Any]:
    """What the part of a page needs from which its plan is taken home."""
    return {
        "home": home,
        "form": beside_form(request),
        "in_two": IN_TWO,
        "taken": taken(home),
        "transfers": transfers(home.pack),
        "worn": dressed(home),
    }


def taken(home: Home) -> dict[str, list[Taken]]:
    """As the plan's method calls it."""
    words = reading(home.pack).words
    return {"whole": list(whole(home.plan, words)), "extracts": list(extracts(words))}


def whole(plan: Plan, words: Wording) -> Iterator[Taken]:
    for each in FORMATS.values():
        if each.key != "ics" or dated(plan):
            yield Taken(each.key, "", words(each.title), words(each.purpose))
    yield Taken("json", "", words(N_("As data")), words(N_("All of it, to bring into another workshop or program")))


def extracts(words: Wording) -> Iterator[Taken]:
    for each in EXTRACTS.values():
        title, purpose = words(each.title), words(each.purpose)
        yield from (Taken(format, each.key, title, purpose) for format in each.formats if format in FORMATS)


def transfers(pack: Pack) -> list[KeyedIn]:
    """The shipped ones that the method names, and those made here."""
    with store.reading() as db:
        every = [each for each in kept.every(db) if each.own or each.key in pack.transfers]
    language = reader_language()
    told = [(each.key, each.transfer.title, each.transfer.purpose, each.confirmed) for each in every]
    return [KeyedIn(key, said(title, language), said(purpose, language), sure) for key, title, purpose, sure in told]


def dated(plan: Plan) -> bool:
    """Whether anything in the plan has a day: a calendar must not be empty."""
    return bool(plan.follow_up or any(goal.due or any(act.end for act in goal.actions) for goal in plan.goals))
