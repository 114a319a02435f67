"""A branch's plan that takes commands: the ministry's world of `branch_world`, with Ada and Ben deciding."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any

from facilitation.consolidation import Branch, Decided, Kind, Ref, Taken, decided, taken_of
from facilitation.live import Asker
from facilitation.plans import commands as c
from facilitation.plans.decided import seen_of
from facilitation.plans.events import Approver, RestsOn, ReturnedLine
from facilitation.plans.state import Life
from facilitation.shapes import Plan
from facilitation.words import Refused
from tests.facilitation.branch_world import MINISTRY, UNITS, branch
from tests.facilitation.plan_stories import Move
from tests.facilitation.plan_world import ADA, BEN, CAY, DEADLINE, TODAY, Desk
from tests.facilitation.sample_plan import PACK

UNIT = Asker("account-una", "unit")
TALKS = (Ref("tie", "g1"), Ref("kartta", "g1"), Ref("skar", "g1"))
JOBS = Ref("asunto", "g1")
ASKED = ("tie", "kartta", "skar")
EMPTY = Plan("branch-plan", kind="branch", organisation="Ministry", pack=PACK.key, pack_version=PACK.version)
APPROVERS = (Approver(CAY.seat, "Permanent secretary"),)


def own(seen: Branch | None = None) -> tuple[Taken, ...]:
    seen = seen or branch()
    return tuple(taken_of(each, seen) for each in seen.goals if each.unit.own)


def begun() -> Desk:
    return Desk().do(c.DraftPlan(EMPTY, (), MINISTRY.id)).do(c.TakeInOwn(own()))


def made(kind: Kind, *refs: Ref, id: str = "decision-1", seen: Branch | None = None, **more: Any) -> Decided:
    reason = "" if kind == "adopt" else "They say the same."
    said: dict[str, Any] = {"reason": reason, **more}
    return decided(seen or branch(), id, kind, refs, **said)


MERGE = made("merge", *TALKS, owner="Permanent secretary", to={"en": "Everybody talks first."})


def decide(desk: Desk, decision: Decided, asker: Asker = ADA, seen: int | None = None) -> Desk:
    """By somebody who has just looked, unless they saw an older number."""
    return desk.do(wish(desk, decision, seen), asker)


def wish(desk: Desk, decision: Decided, seen: int | None = None) -> c.DecideOnGoals:
    now = seen_of(desk.life, decision.id, [taken.ref for taken in decision.goals])
    return c.DecideOnGoals(decision, now if seen is None else seen)


def rests(seen: Branch | None = None) -> tuple[RestsOn, ...]:
    seen = seen or branch()
    having = ((unit, seen.plans.get(unit.id)) for unit in UNITS)
    return tuple(
        RestsOn(unit, plan.id, plan.version, plan.approved_on) if plan else RestsOn(unit) for unit, plan in having
    )


def filed(desk: Desk) -> Desk:
    desk.revise("publicity", "public", "", line=EMPTY.id)
    return desk.revise("records_class", "02.04.01", "", line=EMPTY.id)


def lived() -> Desk:
    """A round with every answer, decisions of every kind, and the plan approved with what it rests on."""
    desk = begun().do(c.AskUnits(DEADLINE, (*ASKED, "vesi"), TODAY)).do(c.AskUnits(DEADLINE, ASKED, TODAY))
    desk.do(c.RemindUnits(ASKED)).do(c.SubmitPlan("tie", "plan-tie", "1.0"), UNIT)
    desk.do(c.ReturnSubmission("tie", "1.0", (ReturnedLine("g1", "By when?"),), "Nearly there."))
    desk.do(c.SubmitPlan("tie", "plan-tie", "2.0"), UNIT).do(c.AcceptSubmission("tie", "2.0"))
    decide(desk, made("merge", *TALKS, owner="Permanent secretary", to={"en": "Everybody talks first."}))
    decide(desk, made("raise", JOBS, id="decision-2", year=2029), BEN)
    decide(desk, made("keep", Ref("vesi", "g1"), id="decision-3"))
    decide(desk, made("adopt", TALKS[2], id="decision-4"))
    desk.do(c.WithdrawDecision("decision-3", desk.life.decided_at["decision-3"]))
    filed(desk).do(c.ReadBranch(rests())).do(c.EndAsking())
    return desk.do(c.RecordApproval("Board", TODAY, "1/2027", "", "", "", "It is known.", TODAY))


# -- Whatever anybody may ask ---------------------------------------------------------------------------------------


def any_decision(life: Life, chance: Random) -> c.Command:
    refs: Sequence[Ref] = [goal.ref for goal in branch().goals]
    kind: Kind = chance.choice(["adopt", "merge", "keep", "raise"])
    chosen = chance.sample(refs, chance.randint(2, 4) if kind == "merge" else 1)
    id = chance.choice([*(each.id for each in life.decisions), f"decision-{chance.randrange(10**6)}"])
    seen = seen_of(life, id, chosen) if chance.random() < 0.8 else chance.randrange(20)
    return c.DecideOnGoals(made(kind, *chosen, id=id), seen)


def any_withdrawal(life: Life, chance: Random) -> c.Command:
    id = chance.choice([*(each.id for each in life.decisions), "nothing"])
    return c.WithdrawDecision(id, life.decided_at.get(id, 0) - chance.choice([0, 0, 1]))


def any_round(life: Life, chance: Random) -> c.Command:
    unit = chance.choice(ASKED)
    version = chance.choice(["", "1.0", "2.0"])
    return chance.choice(
        [
            c.AskUnits(DEADLINE + timedelta(chance.randrange(3)), tuple(chance.sample(ASKED, 2)), TODAY),
            c.RemindUnits((unit,)),
            c.SubmitPlan(unit, f"plan-{unit}", version),
            c.ReturnSubmission(unit, version, (ReturnedLine("g1", chance.choice(["", "By when?"])),), ""),
            c.AcceptSubmission(unit, version),
            c.EndAsking(),
        ]
    )


def any_approval(life: Life, chance: Random) -> c.Command:
    return chance.choice(
        [
            c.ReadBranch(rests()),
            c.TakeInOwn(own()[: chance.randrange(4)]),
            c.SendForApproval(APPROVERS),
            c.TakeBackFromApproval(),
            c.RecordApproval("Board", TODAY, "1/2027", "", "", "", "It is known.", TODAY),
            c.OpenAmendment("A new round"),
        ]
    )


MOVES: tuple[Move, ...] = (any_decision, any_decision, any_withdrawal, any_round, any_approval)


def told(story: Sequence[int]) -> Desk:
    """A branch's life: each number is something that somebody asks; what is refused changes nothing."""
    desk = filed(begun())
    for number in story:
        chance = Random(number)
        try:
            desk.do(chance.choice(MOVES)(desk.life, chance), chance.choice([ADA, BEN]))
        except Refused:
            continue
    return desk
