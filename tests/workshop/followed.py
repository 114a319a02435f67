"""An approved plan of an organisation to follow up: one metric a year, one action, two roles."""

from dataclasses import replace
from datetime import date

from facilitation.plans.commands import OpenAmendment, PlacePlan, RecordApproval, ReviseField
from facilitation.shapes import Action, Goal, Metric, Plan, Reading, Span
from tests.facilitation.sample_plan import PACK
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY, Tree

FINANCE, LAW = "Head of finance", "Head of law"
SHARE = Metric(
    "metric-share",
    {"en": "Agreements with a target", "fi": "Sopimukset, joilla on tavoite"},
    unit="%",
    direction="more",
    baseline=Reading(10, date(2024, 12, 31)),
    targets=(Reading(90, date(2027, 12, 31)),),
    frequency="yearly",
    owner=FINANCE,
)
ACTION = Action(
    "action-model", {"en": "Write a model contract"}, responsible=LAW, start=date(2026, 1, 1), end=date(2026, 6, 30)
)
GOAL = Goal(
    "goal-one",
    to={"en": "Every agreement has a target"},
    objectives=("1.4",),
    owner=FINANCE,
    due=date(2027, 12, 31),
    metrics=(SHARE,),
    actions=(ACTION,),
)
PLAN = Plan(
    "plan",
    {"en": "Plan of Homes"},
    "Homes",
    period=Span("2025–2027", date(2025, 1, 1), date(2027, 12, 31)),
    languages=("en", "fi"),
    pack=PACK.key,
    pack_version=PACK.version,
    goals=(GOAL,),
    publicity="public",
    records_class="02.04.01",
)


def followed(tree: Tree, name: str = "homes", id: str = "plan-0001", plan: Plan = PLAN) -> PlanDesk:
    """Approved elsewhere and recorded, so that it can be followed up."""
    desk = PlanDesk(tree.app, tree.account(f"owner-{id}"), replace(plan, organisation=name.title()), id)
    assert desk.ask(PlacePlan(tree.ids[name])).ok
    assert desk.ask(RecordApproval("Director General", TODAY, "VN/1", "", "", "", "It is known", TODAY)).ok
    return desk


def redefine(desk: PlanDesk) -> None:
    """What the metric counts is changed by an amendment, and that is approved too."""
    assert desk.ask(OpenAmendment("Counted otherwise")).ok
    assert desk.ask(ReviseField(SHARE.id, "definition", "Only agreements in force.", "", "en")).ok
    assert desk.ask(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok
