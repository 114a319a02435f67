"""What stands behind a line of the plan, in words that its readers understand: groups, votes, marks, decisions."""

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitation.live.state import Card, Said, Workshop
from facilitation.report.reader import Reader
from facilitation.shapes import Evidence
from facilitation.words import said


def behind(evidence: Evidence, state: Workshop, to: Reader) -> str:
    """One sentence, such as "From group B, 14 votes, spread 1.2"; nothing where nothing is known."""
    parts = list(told(evidence, state, to))
    return ", ".join([parts[0][:1].upper() + parts[0][1:], *parts[1:]]) if parts else ""


def room_of(evidence: Evidence, rooms: Sequence[Workshop]) -> Workshop:
    """The workshop in which a line was written: the one it names, else the one whose cards it is made of."""
    named = (each for each in rooms if said(each.title, "en") == evidence.workshop)
    ids = frozenset(evidence.cards)
    return next((each for each in (*named, *rooms) if ids & each.cards.keys()), rooms[0] if rooms else Workshop())


def told(evidence: Evidence, state: Workshop, to: Reader) -> Iterator[str]:
    yield from groups(evidence, state)
    yield from basis(evidence, state, to.language)
    yield from votes(evidence, to)
    yield from marks(evidence, to)
    if evidence.decisions:
        yield _("taken further by a decision")
    if evidence.workshop:
        yield _("brought along from “%(workshop)s”", workshop=evidence.workshop)


def groups(evidence: Evidence, state: Workshop) -> Iterator[str]:
    """Group B, by its letter and name."""
    for id in evidence.groups:
        if group := state.groups.get(id):
            yield _("from group %(group)s", group=" ".join(filter(None, (group.letter, group.name))))


def basis(evidence: Evidence, state: Workshop, language: str) -> Iterator[str]:
    """The cluster or idea from which a goal was made; how many ideas a cluster holds."""
    cards = [state.cards[id] for id in evidence.cards if id in state.cards and state.cards[id].alive]
    rest = cards[1:]
    if not rest:
        return
    if cards[0].kind == "cluster":
        yield ngettext("%(num)d idea", "%(num)d ideas", len(rest))
    elif name := name_of(rest[0], language):
        yield _("built on “%(name)s”", name=name)


def name_of(card: Card, language: str) -> str:
    answers = [card.answers.get(field) for field in ("name", "text", "to")]
    found = next((answer for answer in answers if isinstance(answer, Said)), None)
    return said(found.texts, language) if found else ""


def votes(evidence: Evidence, to: Reader) -> Iterator[str]:
    if evidence.dots is not None:
        yield ngettext("%(num)d vote", "%(num)d votes", evidence.dots)
        if evidence.rank:
            place = _("shared place %(rank)s") if evidence.tied else _("place %(rank)s")
            yield place % {"rank": evidence.rank}
    if evidence.importance is not None and evidence.feasibility is not None:
        yield _(
            "importance %(importance)s and feasibility %(feasibility)s",
            importance=to.number(evidence.importance),
            feasibility=to.number(evidence.feasibility),
        )


def marks(evidence: Evidence, to: Reader) -> Iterator[str]:
    if evidence.median is not None:
        count = ngettext("%(num)d person", "%(num)d people", evidence.n or 0)
        yield _("its objective rated %(level)s by %(people)s", level=to.number(evidence.median), people=count)
        if evidence.low is not None and evidence.high is not None:
            yield _("spread %(spread)s", spread=to.number(round(evidence.high - evidence.low, 2)))
    if evidence.picks:
        yield ngettext("picked by %(num)d", "picked by %(num)d", evidence.picks)
