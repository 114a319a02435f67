"""What somebody answers for by the roles that they hold, whichever plans name these: what lags first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitation.followup import FollowedMetric
from facilitation.followup.followed import first_what_lags
from facilitation.report.charts import TrajectoryChart
from facilitation.report.following import stands, way
from facilitation.report.goals import metric_name
from facilitation.report.texts import Words
from facilitation.words import N_, Message
from workshop import store
from workshop.store import holders
from workshop.store.tables import AccountRow
from workshop.web.following.answering import Answered, answered_by
from workshop.web.head import today
from workshop.web.method import reading
from workshop.web.signing_in import may_in

LAGS = ("behind", "slightly_behind")
DRAWN = 3
"""Ways of metrics that lag: so many stand side by side."""


@dataclass(frozen=True)
class Owned:
    """A role that somebody holds or stands in for, and what it answers for plan by plan."""

    role: str
    organisation: str
    plans: Sequence[Answered]

    @property
    def things(self) -> int:
        return sum(len(each.metrics) + len(each.actions) for each in self.plans)

    @property
    def lagging(self) -> int:
        late = sum(one.progress == "late" for each in self.plans for one in each.actions)
        return late + sum(one.judged.status in LAGS for each in self.plans for one in each.metrics)


@dataclass(frozen=True)
class Lagging:
    """A metric that lags, what it is called, where it stands in words, and its way."""

    of: FollowedMetric
    plan: str
    name: Words
    stands: str
    way: TrajectoryChart


def lagging(of: Sequence[Owned]) -> Sequence[Lagging]:
    """The metrics that lag most, of whatever plan; each once, whichever roles answer for it."""
    found = {(each.plan, each.of.metric.id): each for each in _lagging(of)}
    return sorted(found.values(), key=lambda each: first_what_lags(each.of))[:DRAWN]


def _lagging(of: Sequence[Owned]) -> Iterator[Lagging]:
    for each in (each for owned in of for each in owned.plans):
        to = reading(each.pack)
        for one in each.metrics:
            if one.judged.status in LAGS and (chart := way(one, to)):
                yield Lagging(one, each.plan.id, metric_name(one.metric, to), stands(one, to), chart)


def owned_by(who: AccountRow) -> list[Owned]:
    """Only where they may follow up anyway: an address that somebody gave as theirs opens nothing."""
    with store.reading() as db:
        held = [(row.role, row.organisation) for row in holders.held_by(db, who.email, today())]
    mine = [(role, where) for role, where in dict.fromkeys(held) if may_in("see_follow_up", where)]
    found = [Owned(role, where, its) for (role, where), its in zip(mine, answered_by(mine), strict=True)]
    return sorted((each for each in found if each.plans), key=lambda each: -each.lagging)


def finding(of: Sequence[Owned]) -> Message:
    """How much of it lags, in one sentence."""
    lagging, things = sum(each.lagging for each in of), sum(each.things for each in of)
    if not lagging:
        return Message(N_("Nothing that you answer for lags behind"))
    one = N_("Of what you answer for, %(n)s of %(of)s lags behind")
    return Message(
        one if lagging == 1 else N_("Of what you answer for, %(n)s of %(of)s lag behind"), {"n": lagging, "of": things}
    )


def told_of(of: Sequence[Owned]) -> Message | None:
    """The same of somebody else's roles, for who reads about them; nothing where they answer for nothing yet."""
    lagging, things = sum(each.lagging for each in of), sum(each.things for each in of)
    if not things:
        return None
    if not lagging:
        return Message(N_("None of the metrics and actions of these roles lags behind"))
    one = N_("Of the metrics and actions of these roles, %(n)s of %(of)s lags behind")
    many = N_("Of the metrics and actions of these roles, %(n)s of %(of)s lag behind")
    return Message(one if lagging == 1 else many, {"n": lagging, "of": things})
