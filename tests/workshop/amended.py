"""A government's branch whose plans are approved and being amended: what is written since sings, each in its way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from flask import Flask
from werkzeug.routing import Rule

from facilitation.organisations import ROLES
from facilitation.plans.commands import (
    AddComment,
    AddLine,
    EnterFigure,
    KeepVersion,
    LeaveThemeOut,
    OpenAmendment,
    OpenCommentRound,
)
from facilitation.shapes.followed import Period
from tests.conftest import NOON, signed_in
from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.followed import ACTION, FINANCE, GOAL, SHARE
from tests.workshop.program import token_for
from tests.workshop.tree import TODAY
from tests.workshop.twins import filled
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.access import SCOPES
from workshop.perform import Asker
from workshop.store import plans
from workshop.store.forest import move
from workshop.store.tables import PlanRow
from workshop.together.files import BRANCHES, OF

DRAFT, RETURNED, ABOVE, FIGURE = "unitsong", "backsong", "branchsong", "figuresong"
"""In a unit's amendment; in why its branch sent the plan back; in the branch's amendment; in a preliminary figure."""
SONGS = (DRAFT, RETURNED, ABOVE, FIGURE)
SEES = {
    "homes": {DRAFT, RETURNED, FIGURE},
    "repairs": set[str](),
    "housing": {RETURNED, ABOVE, FIGURE},
    "government": {FIGURE},
    "roads": set[str](),
}
"""By whose people they are: what these may read. Figures are told upwards as soon as they are entered."""
FORMATS = ("json", "md")
CALENDAR = "ics"
"""A plan's days: no figure stands in it."""
PACKED = ("xlsx", "docx", "csv.zip", "pptx", "pdf", CALENDAR)
"""Files that take longer to make."""
LAST_YEAR = Period(TODAY.replace(year=2025, month=1, day=1), TODAY.replace(year=2025, month=12, day=31))


@dataclass(frozen=True)
class Reader:
    """Everybody there in one: at pages with every role in the organisation, at the API with every scope."""

    pages: Visitor
    token: str


class Amended(Ministry):
    """government > housing > homes, repairs; another ministry with roads."""

    def __init__(self, app: Flask) -> None:
        super().__init__(app)
        self._readers: dict[str, Reader] = {}
        self.add("government", kind="government")
        with app.app_context(), store.writing() as db:
            move(db, self.ids["housing"], self.ids["government"], TODAY, None, NOON)
        self.begun()
        self._returned()
        self.decide("homes", "repairs", **MERGE)
        self.approved()
        self._unit_amends()
        self._branch_amends()
        self.homes.ask(KeepVersion(DRAFT))

    def reader(self, name: str) -> Reader:
        if name not in self._readers:
            self._readers[name] = self._come(name)
        return self._readers[name]

    def _come(self, name: str) -> Reader:
        who = signed_in(self.app, f"all@{name}.example", f"All of {name}", "member")
        for role in ROLES:
            self.give(who.account, role, name)
        return Reader(who, token_for(self.app, self.ids[name], *SCOPES, below=True))

    def _returned(self) -> None:
        round = f"{self.page('housing')}/branch/round"
        self.editor.send(round, "Invite", deadline="2026-12-31")
        self.somebody("editor", "homes").send(self.homes.page, "Submit version 1.0")
        back = self.editor.send(f"{round}/{self.ids['homes']}", "Return the plan", reason=RETURNED)
        assert "The plan went back" in back.text

    def _unit_amends(self) -> None:
        desk, plan = self.homes, self.homes.life.plan
        told = ("", "preliminary", FINANCE, TODAY)
        assert desk.ask(EnterFigure("figure-2025", SHARE.id, LAST_YEAR, 30, 30, 100, FIGURE, *told)).ok
        assert desk.ask(OpenAmendment(DRAFT)).ok
        for line, field, before in (
            (plan.id, "title", plan.title["en"]),
            (GOAL.id, "to", GOAL.to["en"]),
            (SHARE.id, "name", SHARE.name["en"]),
            (ACTION.id, "what", ACTION.text["en"]),
        ):
            assert desk.revise(line, field, f"{DRAFT} {field}", before).ok, field
        assert desk.ask(AddLine("goal", "goal-new", {"to": {"en": DRAFT}})).ok
        assert desk.ask(LeaveThemeOut("7", DRAFT)).ok
        assert desk.ask(OpenCommentRound(TODAY.replace(day=30), TODAY)).ok
        with self.app.app_context(), store.writing() as db:
            plans.name_guest(db, desk.id, "guest-0001", DRAFT)
            db.get_one(PlanRow, desk.id).held_at = NOON  # it stands in the list of what is kept
        said = AddComment("comment-01", GOAL.id, DRAFT, "en", TODAY)
        assert desk.ask(said, Asker("guest-0001", "guest")).ok

    def _branch_amends(self) -> None:
        page = f"/plans/{self.plan.id}"
        self.editor.send(f"{page}/approval", "Open an amendment", reason=ABOVE)
        self.decide("homes", kind="keep", reason=ABOVE)
        self.decide("repairs", kind="raise", reason=ABOVE, to_en=ABOVE)
        self.editor.send(f"{page}/lines/{self.plan.id}", "Save", title_en=ABOVE)
        assert self.life.stage == "amended"

    def addresses(self, rule: Rule, formats: Sequence[str] = FORMATS) -> Iterator[str]:
        """The rule's address for each plan and organisation of the branch, each file and each version."""
        names = rule.arguments
        of_plans = (self.homes.id, self.plan.id) if names & {"id", "plan"} else ("",)
        of_places = tuple(self.ids[name] for name in ("homes", "housing", "government"))
        ids = of_plans if "/plans/" in rule.rule else of_places if names & {"id", "organisation"} else ("",)
        known = {"line": GOAL.id, "goal": GOAL.id, "metric": SHARE.id, "unit": self.ids["homes"]}
        known |= {"comment": "comment-01", "day": f"{LAST_YEAR.last}"}
        for id, format, number in product(
            ids,
            formats if "format" in names else ("",),
            ("1.0", "1.2") if "number" in names else ("",),
        ):
            about = known | {"format": format, "number": number}
            at = filled(rule.rule, {"/": id}, about, {"plan": id, "organisation": id})
            yield from (f"{at}{query}" for query in self._queries(rule))

    def _queries(self, rule: Rule) -> tuple[str, ...]:
        if "/plans/" in rule.rule and "exports" not in rule.rule:
            return ("", "?version=1.1")
        if rule.rule.endswith("/branch/file.<format>"):
            return tuple(f"?of={of}" for of in (*OF, BRANCHES))
        return (f"?goal={self.key('homes')}",) if rule.rule.endswith("/decide") else ("",)
