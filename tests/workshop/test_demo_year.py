"""`make demo-year` from end to end: a year of a ministry and its six units, and what it leaves on the table."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from jsonschema import Draft202012Validator
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.shapes.autoshape import Shape
from sqlalchemy import create_engine, text

from facilitation.consolidation import KINDS
from tests.workshop.server import HOUSE
from tests.workshop.test_pdf import faults as pdf_faults
from tests.workshop.visitor import Visitor
from workshop import create_app, store
from workshop.config import Settings
from workshop.rehearsal.year.cast import HEIR, KEYED_IN, LATE, MERGED, MINISTRY, organisations
from workshop.rehearsal.year.following import SUCCESSORS
from workshop.rehearsal.year.place import PASSWORD, Calendar
from workshop.rehearsal.year.story import GUESTS, ROUNDS
from workshop.schemas import PLAN

UNITS = ("ministry", "buildings", "land", "north", "housing", "safety", "heritage")
RETURNED = "buildings"
"""Sent back by the ministry, amended and approved once more."""
ENDS_WITHIN = 900


@dataclass(frozen=True)
class Year:
    folder: Path
    said: str

    def plan(self, key: str) -> dict[str, Any]:
        return json.loads((self.folder / f"plan-{key}.json").read_text(encoding="utf-8"))

    def asked(self, statement: str, **bound: str) -> list[Any]:
        """What the place's own tables hold afterwards."""
        engine = create_engine(f"sqlite:///{self.folder / 'place' / 'toimi.db'}")
        with engine.connect() as connection:
            found = list(connection.execute(text(statement), bound))
        engine.dispose()
        return found


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    folder = tmp_path_factory.mktemp("year")
    environment = {**os.environ, "TOIMI_INSTANCE": str(folder), "PYTHONPATH": str(HOUSE)}
    command = [sys.executable, "-m", "workshop.cli", "demo-year"]
    log = folder / "said"
    with log.open("w") as said:
        done = subprocess.run(
            command, check=False, cwd=HOUSE, env=environment, stdout=said, stderr=said, timeout=ENDS_WITHIN
        )
    assert done.returncode == 0, log.read_text()
    return Year(folder / "demo-year", log.read_text())


pytestmark = pytest.mark.timeout(ENDS_WITHIN)


def texts(deck: Path) -> list[str]:
    shapes = [shape for slide in Presentation(str(deck)).slides for shape in slide.shapes]
    return [shape.text_frame.text for shape in shapes if isinstance(shape, Shape)]


@pytest.mark.parametrize("key", UNITS)
def test_every_plan_is_left_approved_with_its_goals(year: Year, key: str):
    plan = year.plan(key)
    Draft202012Validator(json.loads(PLAN.read_text(encoding="utf-8"))).validate(plan)
    assert plan["status"] == "approved"
    assert plan["version"] == ("2.0" if key == RETURNED else "1.0")
    assert plan["goals"]
    told = "\n".join(paragraph.text for paragraph in Document(str(year.folder / f"plan-{key}.docx")).paragraphs)
    assert plan["organisation"] in told


def test_the_branch_s_plan_says_whose_plan_was_missing_when_it_was_read(year: Year):
    told = "\n".join(texts(year.folder / "branch-plan.pptx"))
    assert "6 of 7 plans are in, missing: Building Safety Authority" in told
    assert {path.suffix for path in year.folder.glob("branch-plan.*")} >= {".pptx", ".docx", ".xlsx", ".pdf"}


def test_the_branch_s_plan_is_approved_with_what_was_decided_on_the_units_goals(year: Year):
    """On each of them, whatever the rooms wrote: several become one by merging alone."""
    decided = [json.loads(body)["decision"] for (body,) in year.asked(DECIDED)]
    read = [key for key in UNITS if key not in ("ministry", LATE)]
    assert {taken["goal"]["id"] for each in decided for taken in each["goals"] if not taken["unit"].get("own")} == {
        goal["id"] for key in read for goal in year.plan(key)["goals"]
    }
    assert all(each["kind"] == "merge" or len(each["goals"]) == 1 for each in decided)
    assert year.asked("select published from plan where kind = 'branch'") == [("1.0",)]


DECIDED = "select body from event where type = 'GoalsDecided'"


def test_each_round_leaves_its_report_and_more_is_known_in_every_one(year: Year):
    answers = [int(found) for found in re.findall(r"round, (\d+) answers", year.said)]
    assert len(answers) == 3 and all(answers)
    for number in (1, 2, 3):
        file = year.folder / f"follow-up-{number}.pptx"
        assert Presentation(str(file)).slides[0].shapes.title is not None
    told = [count for (count,) in year.asked(TOLD)]
    assert sum(told) >= 60


def by_microsoft_s_schemas(file: Path, _folder: Path) -> list[str]:
    return [error.description for error in OpenXmlValidator(FileFormat.MICROSOFT_365).validate(file).errors]


AUDITED: dict[str, Callable[[Path, Path], list[str]]] = {
    **dict.fromkeys((".pptx", ".docx", ".xlsx"), by_microsoft_s_schemas),
    ".pdf": lambda file, folder: pdf_faults(file.read_bytes(), folder),
}
LEFT = {
    "branch-plan.*": ("branch-plan",),
    "plan-*.*": tuple(f"plan-{key}" for key in UNITS),
    "follow-up-*.*": ("follow-up-1", "follow-up-2", "follow-up-3"),
}


@pytest.mark.parametrize("pattern", LEFT)
def test_auditors_find_nothing_wrong_with_any_file_that_is_left(year: Year, pattern: str, tmp_path: Path):
    files = [file for file in sorted(year.folder.glob(pattern)) if file.suffix in AUDITED]
    assert {file.stem for file in files} == set(LEFT[pattern])
    faults = {file.name: AUDITED[file.suffix](file, tmp_path) for file in files}
    assert {name: found for name, found in faults.items() if found} == {}


TOLD = """select count(*) from event where log like 'plan:%'
  and type in ('FigureEntered', 'ProgressTold', 'BaselineGiven') group by log"""


def test_figures_came_by_links_by_the_desk_and_by_a_program(year: Year):
    holders = year.asked("select count(distinct by) from event join role_holder on role_holder.id = event.by")
    programs = year.asked("select count(*) from token where seen is not null")
    assert holders[0][0] > 5
    assert programs[0][0] == 1


def test_every_unit_tells_of_actions_that_are_done_and_of_others_that_drag_on(year: Year):
    rows = year.asked("select log, body from event where type = 'ProgressTold'")
    told = {(log, json.loads(body)["told"]["status"]) for log, body in rows}
    assert {log for log, status in told if status == "done"} == {log for log, _status in told}
    assert {log for log, status in told if status == "in_progress"} == {log for log, _status in told}
    assert len(told) >= 2 * len(UNITS)


def test_an_agency_went_on_in_another_and_half_the_roles_changed_hands(year: Year):
    [(merged,)] = year.asked("select count(*) from organisation where successor is not null")
    [(roles,)] = year.asked("select count(*) from (select distinct organisation, role from role_holder)")
    names = [name for (name,) in year.asked("select name from role_holder")]
    ended = [name for (name,) in year.asked("select name from role_holder where until is not null")]
    successors = sum(name in SUCCESSORS for name in names)
    assert merged == 1
    assert len(ended) >= successors, "who had a role before may have had it in both agencies"
    assert not set(ended) & set(SUCCESSORS)
    assert 0.4 <= successors / roles <= 0.6


def test_the_plan_of_the_agency_that_went_on_in_another_is_followed_in_every_round(year: Year):
    days = year.asked(TOLD_ON, log=f"plan:{year.plan(MERGED)['id']}")
    assert [day for (day,) in days] == [f"{day}" for _name, day, _pace in ROUNDS]


TOLD_ON = """select distinct date(at) from event where log = :log
  and type in ('FigureEntered', 'ProgressTold', 'BaselineGiven') order by 1"""


@pytest.fixture(scope="module")
def editor(year: Year) -> Iterator[Visitor]:
    """The ministry's, on the day of the last round, long after the merger."""
    app = create_app(Settings(instance=year.folder / "place"), Calendar(ROUNDS[-1][1]))
    visitor = Visitor(app)
    visitor.send("/sign-in", email=f"editor@{MINISTRY}.example", password=PASSWORD)
    yield visitor
    store.engine_of(app).dispose()


GONE = re.compile(rf"{organisations()[MERGED]['en']} \(now {organisations()[HEIR]['en']}\)")


def test_the_branch_s_page_goes_on_telling_of_the_agency_that_went_on_in_another(year: Year, editor: Visitor):
    """As a unit of its own with its plan beside its heir's; nothing is missing, and its goals keep their decisions."""
    [(ministry,)] = year.asked("select id from organisation where kind = 'ministry'")
    page = editor.get(f"/organisations/{ministry}/branch").text
    plans = page.split("<tbody", 1)[1].split("</tbody>", 1)[0]
    assert "All 7 plans are in" in page
    assert len(GONE.findall(plans)) == 1
    assert plans.count(organisations()[HEIR]["en"]) == 2, "its heir has its own line, and is named in the other's"
    goals = editor.get(f"/organisations/{ministry}/branch/goals").text
    its = GONE.split(goals.partition('id="all"')[2])[1].partition("<h3")[0]
    assert any(decided in its for decided in KINDS.values())
    assert "Not decided yet" not in its


def test_the_branch_divides_its_units_counts_anew(year: Year, editor: Visitor):
    [(ministry,)] = year.asked("select id from organisation where kind = 'ministry'")
    page = editor.get(f"/organisations/{ministry}/branch").text
    together = page.partition("common metrics can be put together")[2].partition("Why some figures")[0]
    assert "All counts divided anew" in together


def test_every_comment_of_a_guest_was_answered(year: Year):
    [(added,)] = year.asked("select count(*) from event where type = 'CommentAdded'")
    [(answered,)] = year.asked("select count(*) from event where type = 'CommentAnswered'")
    [(guests,)] = year.asked("select count(*) from plan_guest")
    assert added == answered == guests >= len(GUESTS)


DRAFTED = "select log, body from event where type = 'PlanDrafted'"
HELD = "select log from event where type = 'WorkshopSetUp' order by at"


def test_six_workshops_became_plans_of_their_own_and_one_more_begins_the_next_year(year: Year):
    drafted = [(log, json.loads(body)) for log, body in year.asked(DRAFTED)]
    rooms = [
        (log, f"workshop:{each['id']}")
        for log, told in drafted
        for each in told.get("sources", [])
        if each["kind"] == "workshop"
    ]
    held = [log for (log,) in year.asked(HELD)]
    assert len(held) == 7
    assert sorted(room for _plan, room in rooms) == sorted(held[:-1])
    assert sorted(plan for plan, _room in rooms) == sorted(
        f"plan:{year.plan(key)['id']}" for key in UNITS if key != KEYED_IN
    )


def test_one_plan_was_keyed_in_by_the_ministry_and_confirmed_by_its_unit(year: Year):
    [(ministry,)] = year.asked("select id from organisation where kind = 'ministry'")
    drafted = [(log, json.loads(body)) for log, body in year.asked(DRAFTED)]
    keyed_in = [(log, told["keyed_in"]) for log, told in drafted if told.get("keyed_in")]
    its = f"plan:{year.plan(KEYED_IN)['id']}"
    assert keyed_in == [(its, ministry)]
    assert year.asked("select log from event where type = 'PlanConfirmed'") == [(its,)]


def test_what_was_keyed_in_was_confirmed_before_it_was_approved(year: Year):
    told = """select type from event where log in (select log from event where type = 'PlanConfirmed')
    and type in ('PlanConfirmed', 'ApprovalRecorded') order by seq"""
    assert [type for (type,) in year.asked(told)] == ["PlanConfirmed", "ApprovalRecorded"]


BROUGHT = """select body from event where type = 'CardBrought' and log =
  (select log from event where type = 'WorkshopSetUp' order by at desc limit 1)"""


def test_the_next_year_s_workshop_begins_with_what_the_plan_has(year: Year):
    goals = year.plan("ministry")["goals"]
    assert len(year.asked(BROUGHT)) >= len(goals) + sum(len(goal["metrics"]) for goal in goals)


ENTERED = "select body from event where type = 'FigureEntered' and log = :log order by seq"


def test_the_next_year_s_workshop_starts_from_the_last_readings_of_the_year(year: Year):
    """In each metric's own last figure, not in what the plan had when it was approved."""
    begun = {
        card["card"]: card["answers"].get("baseline")
        for (body,) in year.asked(BROUGHT)
        if (card := json.loads(body))["kind"] == "metric"
    }
    told = year.asked(ENTERED, log=f"plan:{year.plan('ministry')['id']}")
    entered = {each["metric"]: each["value"] for (body,) in told for each in [json.loads(body)["entered"]]}
    approved = [metric for goal in year.plan("ministry")["goals"] for metric in goal["metrics"]]
    assert entered
    assert {id: begun[id] for id in entered} == entered
    known = {metric["id"]: (metric["baseline"] or {}).get("value") for metric in approved}
    assert any(value != known[id] for id, value in entered.items())
