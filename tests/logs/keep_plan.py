"""Keeps a plan's log for ever: `python -m tests.logs.keep_plan 2026-11-branch branch` lives one and writes its log.

A kept log is never changed. When events gain fields or kinds, a further log is kept beside it.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from facilitation.live import Recorded
from facilitation.plans import commands as c
from facilitation.plans.events import Approver
from facilitation.plans.fields.milestones import told as point
from facilitation.plans.lines import lines
from facilitation.plans.reached import signs_of
from facilitation.plans.state import Life
from facilitation.shapes import Milestone, Reading
from facilitation.shapes.followed import Period
from tests.facilitation import branch_desk
from tests.facilitation.plan_world import ADA, ASKED, BEN, CAY, DAN, DEADLINE, EVA, TODAY, Desk, comment, filed
from tests.facilitation.sample_plan import plan
from tests.logs.keep import HERE
from workshop.ledgers import PLANS

KEPT = HERE / "plans"
POINTS = (Milestone({"fi": "Kilpailutus avattu", "en": "Tender out"}, TODAY), Milestone({"en": "Contract"}, DEADLINE))
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def lived() -> Desk:
    """From the draft over comments, a return and an overruled stop to approved, amended, and approved elsewhere."""
    desk = filed(plan())
    goal, second = desk.plan.goals[0], desk.plan.goals[1]
    desk.revise("owner", "Director", goal.owner, ADA, goal.id).revise("owner", "Head", goal.owner, BEN, goal.id)
    desk.do(c.SettleField(goal.id, "owner", "Head of steering", "Director"), BEN)
    desk.do(c.AddLine("risk", "risk-0001", {"text": {"fi": "Aika ei riitä", "en": "Nobody has time"}, "impact": 4}))
    desk.do(c.DropLine("risk-0001", "Said already")).do(c.PutLineBack("risk-0001"), BEN)
    desk.do(c.MoveLine(second.id, "", 0)).do(c.LeaveThemeOut("7", "Next year")).do(c.KeepVersion("Owners named"))
    desk.do(c.OpenCommentRound(DEADLINE, TODAY)).do(comment("Which agencies?", goal.id), EVA)
    desk.do(c.AnswerComment("comment-01", "All five.", "taken")).do(c.CloseCommentRound())
    desk.revise("owner", "", second.owner, ADA, second.id)
    desk.do(c.SendForApproval(ASKED)).do(c.ReturnPlan("Who pays?"), CAY).do(c.SendForApproval(ASKED))
    desk.do(c.RecordApproval("Board", TODAY, "12/2027", "ab" * 32, "signed.pdf", "", "It is known.", TODAY))
    desk.do(c.OpenAmendment("A new head")).revise("owner", "Head", "Head of steering", BEN, goal.id)
    desk.do(c.SendForApproval((Approver(ADA.seat, "Director"), *ASKED), TODAY, TODAY), BEN)
    for who in (ADA, DAN):
        desk.do(c.ApprovePlan("Well done", TODAY), who)
    return desk


def followed_up() -> Desk:
    """The same, handed to an organisation, with a figure that is corrected, progress, and a baseline found later."""
    desk = lived().do(c.PlacePlan("organisation-01"))
    metrics = [metric for goal in desk.plan.goals for metric in goal.metrics]
    counted = next(each for each in metrics if each.baseline and each.frequency == "yearly")
    promised = next(each for each in metrics if each.baseline is None)
    for id, value in (("figure-01", 41.0), ("figure-02", 42.5)):
        desk.do(c.EnterFigure(id, counted.id, YEAR, value, None, None, "", "", "final", counted.owner, TODAY))
    desk.do(c.TellProgress(desk.plan.goals[0].actions[0].id, "done", "In May.", "", TODAY))
    return desk.do(c.GiveBaseline(promised.id, Reading(12, TODAY), "", TODAY))


def taken_back() -> Desk:
    """One whose corrected figure is taken back, so that the one before it holds, and entered again."""
    desk = followed_up()
    figure = desk.life.entered[-1]
    desk.do(c.WithdrawFigure(figure.id, "Of another year.", figure.by, TODAY))
    counts = (figure.value, None, None, "", "", "final")
    return desk.do(c.EnterFigure("figure-03", figure.metric, figure.period, *counts, figure.by, TODAY))


def confirmed() -> Desk:
    """The same, keyed in for another organisation, which says that it is right."""
    return followed_up().do(c.PlacePlan("organisation-02", "organisation-01")).do(c.ConfirmPlan(), BEN)


def closed() -> Desk:
    """One that nothing follows: closed, opened again, and closed for good."""
    closing = c.ClosePlan(TODAY, "The agency is gone.")
    return followed_up().do(closing).do(c.ReopenPlan("It has an heir.")).do(closing)


def on_the_way() -> Desk:
    """One that told milestones reached, took one back, and is amended from there."""
    desk = followed_up()
    action, signs = desk.plan.goals[0].actions[0], tuple(each[0] for each in signs_of(POINTS))
    desk.do(c.OpenAmendment("Milestones")).revise("milestones", [*map(point, POINTS)], [], line=action.id)
    desk.do(c.RecordApproval("Board", TODAY, "13/2027", "", "", "", "It is known.", TODAY))
    for told in (signs, (), signs[:1], None):
        desk.do(c.TellProgress(action.id, "in_progress", f"{told}", "", TODAY, told))
    return desk.do(c.OpenAmendment("The next year"))


def decided() -> Desk:
    """A branch's plan: a round with its answers, decisions on goals, and the plans it rests on, approved."""
    return branch_desk.lived()


def written(log: Iterable[Recorded]) -> list[str]:
    """A line a fact, as the table of events has it."""
    return [json.dumps(_line(recorded), ensure_ascii=False, sort_keys=True) for recorded in log]


def _line(recorded: Recorded) -> dict[str, Any]:
    name, body = PLANS.codec.written(recorded.event)
    at = recorded.at.isoformat()
    return {"seq": recorded.seq, "at": at, "by": recorded.by, "for": recorded.for_, "type": name, "body": body}


def left(life: Life) -> dict[str, Any]:
    """What a log leaves, in figures and words that must not change with the program."""
    return {
        "seq": life.seq,
        "stage": life.stage,
        "versions": [[each.number, each.seq, each.approved] for each in life.versions],
        "owners": {goal.id: goal.owner for goal in life.plan.goals},
        "lines": [line.id for line in lines(life.plan)],
        "comments": {each.id: [each.text, each.answer, each.outcome] for each in life.comments.values()},
        "overruled": [[each.check, each.about, each.field, each.reason] for each in life.overruled],
        "approver": life.plan.approver,
        "left_out": {each.about: each.reason for each in life.plan.focus.left_out},
        **following(life),
        **deciding(life),
    }


def following(life: Life) -> dict[str, Any]:
    """What was found out since; nothing of lives that ended before anything was."""
    if not life.organisation:
        return {}
    return {
        "organisation": life.organisation,
        **({"keyed": [life.keyed.organisation, life.keyed.confirmed is not None]} if life.keyed else {}),
        "figures": [[each.metric, each.value, each.standing] for each in life.entered],
        **(
            {"withdrawn": [[each.entered.id, each.reason, str(each.on)] for each in life.withdrawn]}
            if life.withdrawn
            else {}
        ),
        "progress": {action: [told.status, told.comment, *told.reached] for action, told in life.told.items()},
        **({"reached": reached} if (reached := [*_reached(life)]) else {}),
        "baselines": {metric: reading.value for metric, reading in life.baselines.items()},
        **({"closed": str(life.closed.day)} if life.closed else {}),
    }


def _reached(life: Life) -> Iterator[str]:
    """Milestones that an amendment goes on from as reached, since somebody told so."""
    told = {id for id, each in life.told.items() if each.reached}
    actions = (each for goal in life.plan.goals for each in goal.actions if each.id in told)
    yield from (f"{action.id} {n}" for action in actions for n, each in enumerate(action.milestones) if each.done)


def deciding(life: Life) -> dict[str, Any]:
    """What a branch decided and whom it asked; nothing of other plans."""
    if not life.of_branch:
        return {}
    goals = {
        each.id: [[taken.ref.unit, taken.ref.goal, taken.version] for taken in each.goals] for each in life.decisions
    }
    return {
        "decisions": [[each.id, each.kind, each.reason, goals[each.id]] for each in life.decisions],
        "rests": [[each.unit.id, each.plan, each.version] for each in life.rests],
        "rounds": [
            [str(each.deadline), each.open, [[one.unit, one.state] for one in each.units]] for each in life.asked
        ],
    }


def keep(name: str, desk: Desk) -> None:
    with (KEPT / f"{name}.jsonl").open("x", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in written(desk.log))
    with (KEPT / f"{name}.left.json").open("x", encoding="utf-8") as file:
        json.dump(left(desk.life), file, ensure_ascii=False, indent=1, sort_keys=True)


LIVES = {
    "life": followed_up,
    "branch": decided,
    "keyed-in": confirmed,
    "closed": closed,
    "taken-back": taken_back,
    "milestones": on_the_way,
}

if __name__ == "__main__":
    keep(sys.argv[1], LIVES[sys.argv[2]]())
