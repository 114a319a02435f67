"""The plan's page: what it says, what is to be settled, its versions and its approval."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitation.consolidation import KINDS, Decided
from facilitation.plans import stops
from facilitation.plans.differences import name_of
from facilitation.plans.fields import FIELDS
from facilitation.plans.lines import Line, goal_of, kind_of, line_in
from facilitation.plans.parts import Asked, Version
from facilitation.quality import Finding
from facilitation.report.workshop import STATES
from facilitation.shapes import Plan
from facilitation.words import Message, said
from workshop.languages import reader_language, wording
from workshop.web.asking import OnceForm
from workshop.web.branches.level import spoken, words
from workshop.web.document import Document, document
from workshop.web.method import confirmations, reading
from workshop.web.plans.above import Above, Decision, asked_above, branches_above, decisions, returned
from workshop.web.plans.boxes import Box, boxes_of
from workshop.web.plans.confirming import standing
from workshop.web.plans.for_planning import for_planning
from workshop.web.plans.found import PlanHere, plan_here, today, workshops_behind
from workshop.web.plans.home import home_in, version_of
from workshop.web.plans.of_branch import Made, came_from, rests_on
from workshop.web.plans.stages import Shown, stage_on
from workshop.web.plans.succession import InLine, line_of
from workshop.web.signing_in import signed_in
from workshop.web.takehome import take_home

bp = Blueprint("plan", __name__, url_prefix="/plans/<id>")

FEW = 6
THEMES = "P1"
"""The check that is settled where themes are left out, and not at a line."""
ADDED = {"metrics": "metric", "actions": "action"}
"""By the field that a check finds empty, the kind of line that is added."""


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

    @cached_property
    def boxes(self) -> Mapping[str, Sequence[Box]]:
        """What the form of a line asks for, kind by kind."""
        return {kind: boxes_of(kind, self.here.pack, self.plan.languages) for kind in FIELDS}

    def at(self, finding: Finding) -> str | None:
        """Where the form of its line asks for what settles it; nothing where that is done elsewhere."""
        line = line_in(self.plan, finding.about)
        boxes = self.boxes[kind_of(line)] if line else ()
        asking = (box for box in boxes if box.entry.key == finding.field)
        return next((box.name for box in asking if finding.language in ("", box.language)), None)

    def leads_to(self, finding: Finding) -> str:
        """The page that settles it, at the field."""
        id, about, kind = self.here.row.id, finding.about, ADDED.get(finding.field, "")
        if finding.check == THEMES:
            return url_for("plan_themes.themes", id=id)
        if any(goal.id == about and not getattr(goal, finding.field) for goal in self.plan.goals if kind):
            return url_for("plan_lines.add", id=id, kind=kind, under=about)
        return url_for("plan_lines.line", id=id, line=about, _anchor=self.at(finding))

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
        return spoken(self.above[0].life.first.kind, self.here.pack) if self.above else {}

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
        return reading(self.here.pack, words(self.here.life.first.kind)).words(KINDS[decision.kind])

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
        **for_planning(here),
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
