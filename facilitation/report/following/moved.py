"""How the goals have moved from round to round: the share on its way, in a sentence and a bar a round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitation import limits
from facilitation.followup import Round, Tally
from facilitation.report.blocks import Block, Headline, Note
from facilitation.report.following.statuses import chart, row
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.words import N_


@dataclass(frozen=True, slots=True)
class Then:
    """A round that has ended, and where the goals stood on its last day by what was known then."""

    round: Round
    tally: Tally


def moved(then: Sequence[Then], now: Tally, to: Reader) -> Iterator[Block]:
    """`then`: from the oldest on."""
    about = to.words(N_("From round to round"))
    if not then:
        return
    yield Headline(_finding(then[0].tally, now, to), about)
    rows = (*(row(_name(each.round, to), each.tally, to) for each in then), row(to.line(N_("Now")), now, to))
    yield chart(about, to.words(N_("Round")), rows, to)
    told = N_("Reckoned from the goals as they are now and the figures that were known when each round ended.")
    yield Note(to.line(told))


def _finding(first: Tally, now: Tally, to: Reader) -> str:
    """As it is told: what looks the same is the same."""
    was, share = _share(first, to), _share(now, to)
    if was == share:
        return to.words(N_("On their way as planned: %(now)s of the goals, as before"), now=share)
    grown = N_("The share of goals on their way has risen from %(was)s to %(now)s")
    fallen = N_("The share of goals on their way has fallen from %(was)s to %(now)s")
    return to.words(grown if now.well > first.well else fallen, was=was, now=share)


def _share(of: Tally, to: Reader) -> str:
    """In whole per cents; of few goals, how many of how many."""
    if of.of < limits.STEADY_DENOMINATOR:
        return to.words(N_("%(n)s of %(of)s"), n=of.goals["on_its_way"], of=of.of)
    return to.number(round(of.well * 100), "%")


def _name(of: Round, to: Reader) -> Words:
    """Its own name with the day on which it ended, or that day."""
    name, day = to.theirs(of.name), to.day(of.due)
    return Words(f"{name.text}, {day}", name.language) if any(of.name.values()) else Words(day)
