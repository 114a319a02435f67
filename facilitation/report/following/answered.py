"""The round itself: how many of the figures it asked for were given, and which are still to come."""

from collections import Counter
from collections.abc import Iterator, Sequence

from facilitation.followup import Answer, Round, answers, asked, before
from facilitation.report.blocks import Block, Column, Headline, Note, Section, Table
from facilitation.report.following.naming import period_name
from facilitation.report.following.seen import Followed
from facilitation.report.goals import metric_name
from facilitation.report.reader import NONE, Reader
from facilitation.report.tabled.placed import metrics
from facilitation.report.texts import Words
from facilitation.shapes import Plan
from facilitation.shapes.followed import Entered
from facilitation.words import N_

STATES = {"late": N_("Late"), "due": N_("Not given yet"), "preliminary": N_("Preliminary"), "given": N_("Given")}


def section(seen: Followed, to: Reader) -> Section:
    return Section(to.words(N_("The round")), tuple(_blocks(seen, seen.round, to)) if seen.round else ())


def _blocks(seen: Followed, round: Round, to: Reader) -> Iterator[Block]:
    asking = [(plan, entries) for plan, entries in seen.plans if seen.counted(plan).asks(seen.today)]
    every = [(plan, answer) for plan, entries in asking for answer in _answers(plan, entries, round, seen)]
    given = sum(answer.entered is not None for _, answer in every)
    about = to.words(N_("The round"))
    if not every:
        yield Headline(to.words(N_("No figure was due in this round")), about)
        yield Note(to.line(N_("A round asks only for what is due by how often a metric is counted.")))
        return
    yield Headline(_finding(given, len(every), to), about)
    if len({plan.organisation for plan, _ in every}) > 1:
        yield _by_organisation(every, to)
    left = [(plan, answer) for plan, answer in every if answer.entered is None]
    if left:
        yield _table(left, to)
    yield Note(to.line(N_("Open from %(first)s, due by %(last)s."), first=to.day(round.opens), last=to.day(round.due)))


def _finding(given: int, of: int, to: Reader) -> str:
    if given == of:
        return to.counted(
            N_("The one figure that was due has been given"), N_("All %(n)s figures that were due have been given"), of
        )
    return to.words(N_("%(n)s of %(of)s figures that were due have been given"), n=given, of=of)


def _by_organisation(every: Sequence[tuple[Plan, Answer]], to: Reader) -> Table:
    """Who answered, those first who owe most."""
    by_name: dict[str, Counter[str]] = {}
    for plan, answer in every:
        by_name.setdefault(plan.organisation, Counter())[answer.state] += 1
    owing = sorted(by_name.items(), key=lambda each: (-each[1]["late"] - each[1]["due"], each[0]))
    heads = (N_("Asked"), *STATES.values())
    return Table(
        to.words(N_("Figures by organisation")),
        (Column(to.words(N_("Organisation")), 4), *(Column(to.words(head), 1.2, figures=True) for head in heads)),
        tuple(
            (to.theirs(name), *(Words(str(n)) for n in (counts.total(), *(counts[state] for state in STATES))))
            for name, counts in owing
        ),
    )


def _answers(plan: Plan, entries: Sequence[Entered], round: Round, seen: Followed) -> Iterator[Answer]:
    """What was asked when the round opened: figures given since do not make the question go away."""
    return answers(asked(plan, before(entries, round), round, seen.counted(plan)), entries, round, seen.today)


def _table(left: Sequence[tuple[Plan, Answer]], to: Reader) -> Table:
    names = {(plan.id, at.it.id): metric_name(at.it, to) for plan, _ in left for at in metrics(plan)}
    return Table(
        to.words(N_("Figures that have not been given")),
        (
            Column(to.words(N_("Metric")), 4),
            Column(to.words(N_("Organisation")), 2),
            Column(to.words(N_("Who")), 2),
            Column(to.words(N_("Period")), 1.6),
            Column(to.words(N_("Status")), 1.2),
        ),
        tuple(
            (
                names[plan.id, answer.ask.about],
                to.theirs(plan.organisation),
                to.named(answer.ask.role),
                Words(period_name(answer.ask.period, to)) if answer.ask.period else NONE,
                to.line(STATES[answer.state]),
            )
            for plan, answer in left
        ),
    )
