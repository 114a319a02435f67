"""Stories for properties: anything that anybody may ask of a plan, one thing after another."""

from collections.abc import Callable, Sequence
from datetime import date
from random import Random

from hypothesis import strategies as st

from facilitation.live import Asker
from facilitation.plans import commands as c
from facilitation.plans.events import Approver
from facilitation.plans.fields import entries_of, value_of
from facilitation.plans.fields.milestones import Milestones
from facilitation.plans.lines import Line, line_in, lines
from facilitation.plans.reached import signs_of
from facilitation.plans.state import Life
from facilitation.plans.stops import stops
from facilitation.shapes import Action, Goal, Plan, Reading
from facilitation.shapes.followed import period_of
from facilitation.steps.kind import Choice, Day, Interim, Number, Objective, Scale, Text, Value
from facilitation.words import Refused
from tests.facilitation.plan_world import ADA, BEN, CAY, DAN, DEADLINE, EVA, SOUND, TODAY, Desk, drafted, filed

PEOPLE = (ADA, BEN, CAY, DAN, EVA)
Move = Callable[[Life, Random], c.Command]


def any_line(life: Life, chance: Random) -> Line:
    return chance.choice(list(lines(life.plan)))


def any_value(field: object, chance: Random) -> Value:
    """Something that may fit the field, or nothing; words that are told apart."""
    match field:
        case Text():
            return chance.choice(["", f"text {chance.randrange(10**9)}"])
        case Choice(choices=choices):
            return chance.choice([None, *(key for key, _ in choices)])
        case Day():
            return chance.choice([None, "2028-06-30", "2027-03-01"])
        case Scale(low=low):
            return chance.choice([None, low, low + 1])
        case Number():
            return chance.choice([None, 0, 12.5])
        case Interim():
            return chance.choice([[], ["2027-06-30 12"], ["2027-12-31 3.5", "2027-06-30 12"], ["2040-12-31 1"]])
        case Milestones():
            return chance.choice([[], ['{"day": "2027-03-01", "done": true, "name": {"fi": "Avattu"}}']])
        case Objective():
            return chance.choice([[], ["1.4"], ["8.2", "1.4"]])
        case _:
            return chance.choice([None, "en", ["fi"], True, "something"])


def revise(life: Life, chance: Random) -> c.Command:
    """Begun from what stands there, or from something older."""
    line = any_line(life, chance)
    entry = chance.choice(entries_of(line))
    language = chance.choice(["fi", "en"]) if entry.is_words else ""
    base = chance.choice([value_of(line, entry, language), "an older text"])
    return c.ReviseField(line.id, entry.key, any_value(entry.field, chance), base, language)


def settle(life: Life, chance: Random) -> c.Command:
    if not life.kept:
        return revise(life, chance)
    kept = chance.choice(life.kept)
    line = line_in(life.plan, kept.line)
    entries = entries_of(line) if line else ()
    base = next((value_of(line, each, kept.language) for each in entries if line and each.key == kept.field), None)
    return c.SettleField(kept.line, kept.field, kept.value, chance.choice([base, "an older text"]), kept.language)


def add(life: Life, chance: Random) -> c.Command:
    id = f"line-{chance.randrange(10**6):06}"
    goals = ["", *(goal.id for goal in life.plan.goals)]
    return chance.choice(
        [
            c.AddLine("goal", id, {"to": {"en": "All plan"}, "objectives": ["1.4"]}),
            c.AddLine("metric", id, {"name": {"en": "Share"}, "target": 5}, chance.choice(goals)),
            c.AddLine("action", id, {"what": {"fi": "Laaditaan ohje"}}, chance.choice(goals)),
            c.AddLine("risk", id, {"text": {"en": "Nobody has time"}}),
            c.AddLine("follow_up", id, {"day": "2027-05-02"}),
        ]
    )


def move(life: Life, chance: Random) -> c.Command:
    goals = ["", *(line.id for line in lines(life.plan) if isinstance(line, Goal))]
    return c.MoveLine(any_line(life, chance).id, chance.choice(goals), chance.randrange(3))


def drop_or_put_back(life: Life, chance: Random) -> c.Command:
    if life.dropped and chance.random() < 0.5:
        return c.PutLineBack(chance.choice(list(life.dropped)))
    return c.DropLine(any_line(life, chance).id, chance.choice(["", "Done"]))


def review(life: Life, chance: Random) -> c.Command:
    if life.comments and chance.random() < 0.3:
        return c.AnswerComment(chance.choice(list(life.comments)), "All five.", "taken")
    about = any_line(life, chance).id
    return chance.choice(
        [
            c.KeepVersion(f"Version {chance.randrange(100)}"),
            c.OpenCommentRound(DEADLINE, TODAY),
            c.CloseCommentRound(),
            c.AddComment(f"comment-{chance.randrange(10**6):06}", about, "Which agencies?", "en", TODAY),
            c.AnswerComment(chance.choice([*life.comments, "none"]), "All five.", "taken"),
            c.PlacePlan(chance.choice(["", "org-1", "org-2"]), chance.choice(["", "org-9"])),
            c.ConfirmPlan(),
            c.LeaveThemeOut(chance.choice("123"), chance.choice(["", "Next year"])),
        ]
    )


def file(life: Life, chance: Random) -> c.Command:
    field = chance.choice(["publicity", "records_class"])
    return c.ReviseField(life.plan.id, field, "internal", getattr(life.plan, field))


def send(life: Life, chance: Random) -> c.Command:
    first, second, third = chance.sample([ADA.seat, BEN.seat, CAY.seat, DAN.seat], 3)
    asked = (Approver(first, "Permanent secretary", (second,)), Approver(third, "Director"))
    return c.SendForApproval(asked[: chance.randrange(1, 3)])


def decide(life: Life, chance: Random) -> c.Command:
    reason = chance.choice(["", "It is known."])
    wishes: list[c.Command] = [
        c.ApprovePlan("", TODAY),
        c.ApprovePlan("Well done", TODAY),
        c.ReturnPlan(reason),
        c.TakeBackFromApproval(),
        c.OpenAmendment(reason),
        c.RecordApproval("Management team", TODAY, "12/2027", "", "", "", reason, TODAY),
    ]
    held = stops(life, TODAY)
    if held:
        one = chance.choice(held)
        wishes += [c.OverruleFinding(one.check, one.about, one.field, "It is known.", TODAY)] * 4
    return chance.choice(wishes)


def reached(life: Life, line: str, chance: Random) -> tuple[str, ...] | None:
    """Of the action as it is written now, whether it was approved so or not; or nothing of them."""
    found = line_in(life.plan, line)
    signs = [each[0] for each in signs_of(found.milestones)] if isinstance(found, Action) else []
    return chance.choice([None, (), tuple(signs), ("no such sign",)])


def follow_up(life: Life, chance: Random) -> c.Command:
    """Of any line, whether it is a metric or not."""
    line, role = any_line(life, chance).id, chance.choice(["Head of finance", ""])
    value, day = chance.randrange(3), chance.choice([date(2026, 12, 31), TODAY, DEADLINE])
    figure = f"figure-{chance.randrange(10**6):06}"
    known = [each.figure for each in life.entered_by] or [figure]
    return chance.choice(
        [
            c.EnterFigure(
                figure,
                line,
                period_of(chance.choice(["yearly", ""]), day),
                value,
                None,
                None,
                "",
                "",
                "final",
                role,
                TODAY,
            ),
            c.WithdrawFigure(chance.choice(known), chance.choice(["", "Of another year."]), role, TODAY),
            c.TellProgress(line, chance.choice(["done", "in_progress"]), "", role, TODAY, reached(life, line, chance)),
            c.GiveBaseline(line, Reading(value, day), role, TODAY),
            c.ReopenPlan("It goes on.") if life.closed else c.ClosePlan(TODAY, chance.choice(["", "Done with."])),
        ]
    )


EVERY_MOVE: tuple[Move, ...] = (
    revise, revise, revise, settle, add, move, drop_or_put_back, review, file, send, decide, decide, decide,
    follow_up, follow_up,
)  # fmt: skip
STORY = st.lists(st.integers(0, 2**32), max_size=60)


def around(life: Life) -> list[Asker]:
    """Everybody; those whose approval is asked for are there most of the time."""
    asked = (
        [Asker(who) for each in life.approval.waiting for who in (each.account, *each.deputies)]
        if life.approval
        else []
    )
    return [*PEOPLE, *asked, *asked, *asked]


def moved(desk: Desk, number: int) -> tuple[c.Command, bool]:
    """One more wish of somebody’s, and whether the rules granted it."""
    return wished(desk, Random(number), EVERY_MOVE)


def wished(desk: Desk, chance: Random, moves: Sequence[Move]) -> tuple[c.Command, bool]:
    asker, command = chance.choice(around(desk.life)), chance.choice(moves)(desk.life, chance)
    try:
        desk.do(command, asker)
    except Refused:
        return command, False
    return command, True


def long_life() -> Desk:
    """Three times over: written by chance, approved elsewhere as it then stands, and followed up by chance."""
    desk, chance = filed(SOUND), Random(2)
    for times in range(1, 4):
        for _wish in range(30):
            wished(desk, chance, (revise, add, move))
        while desk.life.kept:
            wished(desk, chance, (settle,))
        desk.do(c.RecordApproval("Management team", TODAY, "12/2027", "", "", "", "It is known.", TODAY))
        while len(desk.life.entered) < times or desk.life.closed:
            wished(desk, chance, (follow_up,))
        desk.do(c.OpenAmendment("More is known"))
    return desk


def told(story: list[int], plan: Plan | None = None) -> Desk:
    desk = drafted(plan) if plan else drafted()
    for number in story:
        moved(desk, number)
    return desk
