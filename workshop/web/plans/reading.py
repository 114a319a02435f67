"""The plan's page: what it says, what is to be settled, its versions and its approval."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from facilitation.consolidation import KINDS, Decided
from facilitation.plans import stops
from facilitation.plans.differences import name_of
from facilitation.plans.lines import Line, goal_of
from facilitation.plans.state import Asked, Version
from facilitation.quality import Finding
from facilitation.report.workshop import STATES
from facilitation.shapes import Plan
from facilitation.words import Message, said
from workshop.languages import reader_language, wording
from workshop.web.asking import OnceForm
from workshop.web.branches.level import spoken, words
from workshop.web.document import Document, document
from workshop.web.method import confirmations
from workshop.web.plans.above import Above, Decision, asked_above, branches_above, decisions, returned
from workshop.web.plans.confirming import standing
from workshop.web.plans.found import PlanHere, plan_here, today, workshops_behind
from workshop.web.plans.home import home_in, version_of
from workshop.web.plans.of_branch import Made, came_from, rests_on
from workshop.web.plans.stages import Shown, stage_on
from workshop.web.plans.succession import InLine, line_of
from workshop.web.signing_in import signed_in
from workshop.web.takehome import take_home

bp = Blueprint("plan", __name__, url_prefix="/plans/<id>")

FEW = 6


@dataclass(frozen=True)
class PlanPage:
    """What the page shows: the plan as it is, or one of its versions."""

    here: PlanHere
    version: Version | None
    doc: Document

    @property
    def plan(self) -> Plan:
        return self.doc.plan

    @cached_property
    def stops(self) -> tuple[Finding, ...]:
        """What holds the approval."""
        return stops.stops(self.here.life, today())

    @cached_property
    def advice(self) -> Sequence[Finding]:
        """What else is worth settling, about the plan as a whole first."""
        return [each for each in self.doc.findings if each.level == "warn"]

    @cached_property
    def places(self) -> dict[str, tuple[str, str]]:
        """What a line is called, and where it stands on the page."""
        return dict(self.doc.names())

    def concerns(self, finding: Finding) -> str:
        """The line that a finding is about, with the goal that it stands under."""
        name = self.places.get(finding.about, ("", ""))[0]
        goal = goal_of(self.plan, finding.about)
        above = self.places.get(goal.id, ("", ""))[0] if goal else ""
        return ", ".join(filter(None, (above, name)))

    def name_of(self, line: Line) -> str:
        """What a line is called that is no longer in the plan."""
        return said(name_of(line), reader_language()) or line.id

    @cached_property
    def above(self) -> Sequence[Above]:
        """The branches above the plan's organisation, for those inside it."""
        return branches_above(self.here.row) if self.here.inside else ()

    @cached_property
    def decided(self) -> Sequence[Decision]:
        """What they decided on this plan's goals."""
        return decisions(self.above, self.plan)

    @property
    def spoken_above(self) -> Mapping[str, Any]:
        """What is said of units, as it is said of those whose plans these branches put together."""
        return spoken(self.above[0].life.first.kind) if self.above else {}

    @cached_property
    def asked(self) -> Above | None:
        """The branch whose round asks for this plan."""
        return asked_above(self.here.row) if self.here.inside else None

    def came_back(self, asked: Asked) -> Sequence[tuple[str, str, str]]:
        return returned(asked, self.plan)

    @property
    def made(self) -> Sequence[Made]:
        """Of a branch's plan: whose goals its own were."""
        return came_from(self.here.life, self.version)

    @property
    def rests(self) -> str:
        """Of a branch's plan: which plans it rests on."""
        return rests_on((self.version or self.here.life).rests)

    def kind_of(self, decision: Decided) -> str:
        return words(self.here.life.first.kind)(KINDS[decision.kind])

    def words(self, message: Message) -> str:
        return self.doc.words(message)


@bp.get("")
@signed_in("see_plans")
def read(id: str) -> ResponseReturnValue:
    here = plan_here(id, "read_approved")
    page, line = page_of(here), line_of(here)
    return render_template(
        "plans/read.html",
        here=page.here,
        page=page,
        doc=page.doc,
        plan=page.plan,
        to=page.doc.to,
        stage=stage_of(here, line),
        line=line,
        few=FEW,
        plain=OnceForm(formdata=None),
        keyed=standing(page.here),
        **take_home(home_in(here, page.version)),
    )


def stage_of(here: PlanHere, line: InLine) -> Shown:
    """An approved plan is followed up once anything was entered, until it is closed."""
    life = here.life
    if not line.ended and life.stage == "approved" and (life.entered or life.told or life.baselines):
        return "ok", wording(STATES["followed"])
    return stage_on(life.stage, line.ends, today())


def page_of(here: PlanHere) -> PlanPage:
    version = version_of(here)
    plan = version.plan if version else here.life.plan
    here = replace(here, reading=here.reading or version is not None)
    behind, pack = workshops_behind(here.life), here.pack_of(version) if version else here.pack
    read = document(plan, behind, pack, confirmations(pack.key), reader_language(), today())
    return PlanPage(here, version, read)
