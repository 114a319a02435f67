"""The year, day by day. What it leaves: each plan, the branch's plan, and a report of each round of follow-up."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from pathlib import Path
from typing import Any

from workshop.rehearsal.year.branch import accept, decide, invite, send_back, submit
from workshop.rehearsal.year.branch import approve as approve_branch
from workshop.rehearsal.year.cast import HEIR, KEYED_IN, LATE, MERGED, MINISTRY, Company, gather, organisations
from workshop.rehearsal.year.following import SUCCESSORS, check_ins, enter, hand_over, round_of
from workshop.rehearsal.year.place import Astray, Place
from workshop.rehearsal.year.plans import approve, comment_round, confirm, from_workshop, keyed_in, record
from workshop.rehearsal.year.programs import tell, token_of
from workshop.rehearsal.year.workshops import workshop

BEGINS = date(2027, 1, 11)
TELLS_BY_PROGRAM, ENTERS_AT_THE_DESK, RETURNED = "housing", "buildings", "buildings"
GUESTS = ("Ministry of Waters and Coasts", "Federation of Towns")
ROUNDS = (
    ("First round", date(2027, 5, 17), 0.15),
    ("Second round", date(2027, 9, 15), 0.3),
    ("Third round", date(2028, 1, 17), 0.55),
)
"""Each with its day, and how far things have come by then."""
PLAN_FILES, BRANCH_FILES = ("docx", "json"), ("pptx", "docx", "xlsx", "pdf")

Say = Callable[[str], object]


@dataclass
class Year:
    """What has happened so far: everybody, the plans' pages by whose they are, and the files that were left."""

    company: Company
    folder: Path
    say: Say
    plans: dict[str, str] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)

    def leave(self, name: str, body: bytes) -> None:
        path = self.folder / name
        path.write_bytes(body)
        self.files.append(path)
        self.say(f"{path}")

    def data(self, key: str) -> Mapping[str, Any]:
        """A unit's plan as it may be taken home."""
        return json.loads(self.fetch("editor", key, f"{self.plans[key]}/plan.json"))

    def fetch(self, role: str, key: str, path: str) -> bytes:
        answer = self.company.of(role, key).get(
            f"{path}{'&' if '?' in path else '?'}language={self.company.place.language}"
        )
        if answer.status_code != HTTPStatus.OK:
            raise Astray(f"{path}: {answer.status}")
        return answer.data


def year(place: Place, folder: Path, say: Say) -> Year:
    """From the first workshop to the next year's. Raises Astray."""
    so_far = Year(gather(place), folder, say)
    for part in (hold_workshops, write_plans, put_together, change_hands, follow_up, go_on):
        part(so_far)
    return so_far


def hold_workshops(year: Year) -> None:
    rooms = [key for key in organisations() if key != KEYED_IN]
    for number, key in enumerate(rooms):
        day = date(BEGINS.year, 1, 12 + number)
        year.plans[key] = from_workshop(year.company, key, workshop(year.company, key, day))
        year.say(f"{day}: {year.company.called(key)} holds its workshop.")
    year.plans[KEYED_IN] = keyed_in(year.company, KEYED_IN)
    invite(year.company)
    year.say(f"{len(rooms)} workshops, and a plan keyed in for {year.company.called(KEYED_IN)}.")


def write_plans(year: Year) -> None:
    company = year.company
    company.place.calendar.turn_to(date(BEGINS.year, 2, 1))
    for key in (MINISTRY, HEIR):
        comment_round(company, key, year.plans[key], GUESTS)
    company.place.calendar.turn_to(date(BEGINS.year, 3, 1))
    for key, page in year.plans.items():
        if key == KEYED_IN:
            confirm(company, key, page)
            record(company, key, page, company.place.calendar.today)
        elif key != LATE:
            approve(company, key, page)
    year.say(f"Comments are answered; {len(year.plans) - 1} plans are approved, one is late.")


def put_together(year: Year) -> None:
    """The branch's round: all but one submit, one plan goes back and comes again, goals are decided on."""
    company, branch = year.company, f"{year.company.page(MINISTRY)}/branch"
    company.place.calendar.turn_to(date(BEGINS.year, 3, 15))
    for key, page in year.plans.items():
        if key not in (MINISTRY, LATE):
            submit(company, key, page)
    send_back(company, RETURNED, year.plans[RETURNED])
    for key in year.plans:
        if key not in (MINISTRY, LATE):
            accept(company, key)
    company.place.calendar.turn_to(date(BEGINS.year, 4, 1))
    count, of = decide(company), len(year.plans) - 1
    approve_branch(company)
    year.say(f"One plan goes back and is mended; {count} decisions are made, and the branch's plan rests on {of}.")

    for ending in BRANCH_FILES:
        year.leave(f"branch-plan.{ending}", year.fetch("editor", MINISTRY, f"{branch}/file.{ending}?of=plan"))
    company.place.calendar.turn_to(date(BEGINS.year, 4, 20))
    approve(company, LATE, year.plans[LATE])
    submit(company, LATE, year.plans[LATE])
    accept(company, LATE)
    year.say("The late plan comes, and touches nothing that was decided.")
    for key, page in year.plans.items():
        for ending in PLAN_FILES:
            year.leave(f"plan-{key}.{ending}", year.fetch("editor", key, f"{page}/plan.{ending}"))


def change_hands(year: Year) -> None:
    """Everybody gets a holder; one agency goes on in another; half the roles are handed over."""
    company = year.company
    for key in year.plans:
        hand_over(company, key)
    company.place.calendar.turn_to(date(BEGINS.year, 5, 3))
    day = f"{company.place.calendar.today}"
    company.administrator.send(
        f"{company.page(MERGED)}/place", "Merge it", **{"merge-into": company.ids[HEIR], "merge-day": day}
    )
    for key in year.plans:
        if key != MERGED:
            hand_over(company, key, SUCCESSORS, every=2)
    year.say(f"{company.called(MERGED)} goes on in {company.called(HEIR)}; half the roles change hands.")


def follow_up(year: Year) -> None:
    company = year.company
    token = token_of(company, TELLS_BY_PROGRAM)
    for number, (name, day, pace) in enumerate(ROUNDS, start=1):
        round_of(company, name, day)
        answers = sum(answered(year, key, pace, token) for key in year.plans if key != MERGED)
        report = year.fetch("editor", MINISTRY, f"{company.page(MINISTRY)}/follow-up/report.pptx")
        year.leave(f"follow-up-{number}.pptx", report)
        year.say(f"{day}: {name}, {answers} answers.")


def answered(year: Year, key: str, pace: float, token: str) -> int:
    """Whoever holds a role of the agency that went on in another is asked there, by its plan as by the heir's."""
    page, plan = year.plans[key], year.data(key)
    if key == TELLS_BY_PROGRAM:
        return tell(year.company, token, page, plan, pace)
    if key == ENTERS_AT_THE_DESK:
        return enter(year.company, key, page, plan, pace)
    return check_ins(year.company, key, [plan, *([year.data(MERGED)] if key == HEIR else [])], pace)


def go_on(year: Year) -> None:
    """Next year's workshop begins with what the ministry's plan has come to."""
    day = date(BEGINS.year + 1, 2, 1)
    workshop(year.company, MINISTRY, day, plan=year.plans[MINISTRY].rpartition("/")[2])
    year.say(f"{day}: the next workshop goes on from the ministry's plan.")
