"""What comes after the day: when things are done, what was decided, what is left to do, how sure we are."""

from collections.abc import Iterator, Sequence

from facilitation.plans.tasks import left
from facilitation.report.blocks import (
    Block,
    Bullets,
    Column,
    Figure,
    Headline,
    KeyFigures,
    Note,
    Provenance,
    Quote,
    Section,
    Table,
)
from facilitation.report.charts import Bar, Timeline
from facilitation.report.figures import month
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.shapes import Action, FollowUp, Plan, Risk
from facilitation.words import N_


def timeline(plan: Plan, to: Reader) -> Section:
    return Section(to.words(N_("Timeline")), tuple(_timeline(plan, to)))


def _lanes(plan: Plan) -> Iterator[tuple[int, Action]]:
    for number, goal in enumerate(plan.goals, 1):
        yield from ((number, action) for action in goal.actions)
    yield from ((0, action) for action in plan.loose_actions)


def _timeline(plan: Plan, to: Reader) -> Iterator[Block]:
    bars = [found for number, action in _lanes(plan) if (found := bar(number, action, to))]
    if not bars:
        return
    first, last = min(each.first for each in bars), max(each.last for each in bars)
    yield Headline(
        to.words(
            N_("The first action starts in %(first)s, the last ends in %(last)s"),
            first=month(first, to.language),
            last=month(last, to.language),
        ),
        to.words(N_("Timeline")),
    )
    yield drawn(to.words(N_("Actions from start to end; the number tells the goal")), bars, to)
    undated = sum(bar(number, action, to) is None for number, action in _lanes(plan))
    if undated:
        yield Note(
            Words(
                to.counted(
                    N_("One action has no dates yet and is not drawn."),
                    N_("%(n)s actions have no dates yet and are not drawn."),
                    undated,
                )
            )
        )


def drawn(caption: str, bars: Sequence[Bar], to: Reader) -> Timeline:
    return Timeline(
        caption,
        tuple(bars),
        to.words(N_("Start")),
        to.words(N_("End")),
        to.words(N_("Days")),
        to.words(N_("Milestone")),
        to.words(N_("Today")),
        to.today,
    )


def bar(number: int, action: Action, to: Reader) -> Bar | None:
    """A bar needs a day; one with a single day is drawn as that day."""
    first, last = action.start or action.end, action.end or action.start
    if first is None or last is None:
        return None
    label = to.theirs(action.text)
    before = f"{number} · " if number else ""
    first, last = min(first, last), max(first, last)
    milestones = sorted(each.day for each in action.milestones if each.day and first <= each.day <= last)
    return Bar(Words(before + label.text, label.language, theirs=True), first, last, number, tuple(milestones))


def decisions(plan: Plan, to: Reader) -> Section:
    return Section(to.words(N_("Decisions")), tuple(_decisions(plan, to)))


def _decisions(plan: Plan, to: Reader) -> Iterator[Block]:
    if not plan.decisions:
        return
    n = len(plan.decisions)
    yield Headline(to.counted(N_("We made one decision"), N_("We made %(n)s decisions"), n), to.words(N_("Decisions")))
    yield Table(
        to.words(N_("Decisions and why they were made")),
        (Column(to.words(N_("Decision")), 4), Column(to.words(N_("Why")), 4), Column(to.words(N_("Day")), 1.8)),
        tuple((to.decided(each), to.theirs(each.reason), Words(to.day(each.day))) for each in plan.decisions),
    )
    yield Provenance(
        tuple(
            to.line(N_("Decision %(id)s: cards %(cards)s"), id=each.id, cards=to.listed(each.cards))
            for each in plan.decisions
            if each.cards
        )
    )


def next_steps(plan: Plan, to: Reader) -> Section:
    return Section(
        to.words(N_("Next steps")),
        (*_tasks(plan, to), *_follow_up(plan, to), *_confidence(plan, to), *_risks(plan, to), *_parked(plan, to)),
        to.words(N_("What is still open, who settles it, and when we look at the plan again.")),
    )


def _tasks(plan: Plan, to: Reader) -> Iterator[Block]:
    open_still = left(plan)
    if not open_still:
        return
    names = dict(_names(plan, to))
    n = len(open_still)
    yield Headline(_left(n, plan, to), to.words(N_("Next steps")))
    yield Table(
        to.words(N_("What is left to do after the workshop")),
        (
            Column(to.words(N_("What")), 3.2),
            Column(to.words(N_("Concerns")), 3),
            Column(to.words(N_("Who")), 2),
            Column(to.words(N_("By")), 1.9),
        ),
        tuple(
            (to.line(task.words), names.get(task.about, NONE), to.theirs(task.who), Words(to.day(task.by)))
            for task in open_still
        ),
    )


def _left(n: int, plan: Plan, to: Reader) -> str:
    if not plan.follow_up:
        return to.counted(N_("One thing is left to settle"), N_("%(n)s things are left to settle"), n)
    return to.counted(
        N_("One thing is left to settle before we look at the plan again on %(day)s"),
        N_("%(n)s things are left to settle before we look at the plan again on %(day)s"),
        n,
        day=to.day(min(each.day for each in plan.follow_up)),
    )


def _names(plan: Plan, to: Reader) -> Iterator[tuple[str, Words]]:
    """What the plan's parts are called in a sentence."""
    for number, goal in enumerate(plan.goals, 1):
        yield goal.id, to.line(N_("Goal %(number)s"), number=number)
        yield from ((metric.id, to.theirs(metric.name)) for metric in goal.metrics)
        yield from ((action.id, to.theirs(action.text)) for action in goal.actions)
    yield from ((metric.id, to.theirs(metric.name)) for metric in plan.loose_metrics)
    yield from ((action.id, to.theirs(action.text)) for action in plan.loose_actions)


def _follow_up(plan: Plan, to: Reader) -> Iterator[Block]:
    """The days stand below the tasks; a headline of their own only where there are no tasks."""
    if not plan.follow_up:
        return
    days = sorted(plan.follow_up, key=lambda each: each.day)
    if not left(plan):
        yield Headline(
            to.words(N_("We look at the plan again on %(day)s"), day=to.day(days[0].day)), to.words(N_("Follow-up"))
        )
    yield Table(
        to.words(N_("Follow-up calendar")),
        (Column(to.words(N_("Day")), 1.5), Column(to.words(N_("What we look at")), 6)),
        tuple(_day(each, to) for each in days),
    )


def known_by(each: FollowUp) -> str:
    """The id of a day of follow-up; a workshop's has none but the day itself."""
    return each.id or each.day.isoformat()


def _day(each: FollowUp, to: Reader) -> tuple[Words, ...]:
    at = f"follow_up/{known_by(each)}"
    return Words(to.day(each.day), at=f"{at}/day"), to.theirs(each.what, f"{at}/what")


def _confidence(plan: Plan, to: Reader) -> Iterator[Block]:
    confidence = plan.confidence
    if confidence is None:
        return
    yield Headline(
        to.words(N_("Our confidence in the plan is %(median)s of 5"), median=to.number(confidence.median)),
        to.words(N_("Confidence")),
    )
    yield KeyFigures(
        (
            Figure(to.number(confidence.median), to.words(N_("median")).lower()),
            Figure(to.between(confidence.low, confidence.high), to.words(N_("middle half of the answers"))),
            Figure(str(confidence.n), to.counted(N_("answer"), N_("answers"), confidence.n)),
        )
    )
    if confidence.raise_it:
        yield Note(to.line(N_("What would raise it by one:")))
        yield from (Quote(to.theirs(text)) for text in confidence.raise_it)


def _risks(plan: Plan, to: Reader) -> Iterator[Block]:
    if not plan.risks:
        return
    n = len(plan.risks)
    yield Headline(
        to.counted(N_("One risk could keep us from the goals"), N_("%(n)s risks could keep us from the goals"), n),
        to.words(N_("Risks")),
    )
    yield Table(
        to.words(N_("Risks by likelihood and impact")),
        (
            Column(to.words(N_("Risk")), 5),
            Column(to.words(N_("Likelihood")), 1.3, figures=True),
            Column(to.words(N_("Impact")), 1.3, figures=True),
        ),
        tuple(_risk(risk, to) for risk in plan.risks),
    )


def _risk(risk: Risk, to: Reader) -> tuple[Words, ...]:
    at = f"risks/{risk.id}"
    return (
        to.theirs(risk.text, f"{at}/text"),
        Words(to.number(risk.likelihood), at=f"{at}/likelihood"),
        Words(to.number(risk.impact), at=f"{at}/impact"),
    )


def _parked(plan: Plan, to: Reader) -> Iterator[Block]:
    if plan.parked:
        n = len(plan.parked)
        yield Headline(
            to.counted(N_("One thought waits for later"), N_("%(n)s thoughts wait for later"), n),
            to.words(N_("Put aside")),
        )
        yield Bullets(tuple(to.theirs(card.text) for card in plan.parked))
