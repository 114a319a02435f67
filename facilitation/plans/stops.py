"""What the checks say about a plan now, and what of it holds the approval."""

from datetime import date

from facilitation import packs
from facilitation.plans.state import Life
from facilitation.quality import Context, Finding, findings_in


def found(life: Life, today: date) -> tuple[Finding, ...]:
    """Every finding, in the order of the plan."""
    return findings_in(life.plan, Context(pack=packs.load(life.plan.pack), today=today))


def stops(life: Life, today: date) -> tuple[Finding, ...]:
    """The findings with which nobody approves the plan, less those that an approver let be."""
    let_be = {(each.check, each.about, each.field) for each in life.overruled}
    return tuple(
        each
        for each in found(life, today)
        if each.level == "stop" and (each.check, each.about, each.field) not in let_be
    )
