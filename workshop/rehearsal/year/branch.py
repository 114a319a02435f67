"""How the ministry puts its units' plans together: asks for them, returns one, decides goal by goal, and approves."""

import re
from collections.abc import Sequence
from datetime import timedelta

from werkzeug.test import TestResponse

from workshop.rehearsal.browser import Browser
from workshop.rehearsal.year.cast import MINISTRY, Company
from workshop.rehearsal.year.plans import FILED, KNOWN, has_button, record

DEADLINE = timedelta(days=60)
GOAL = re.compile(r"/branch/decide\?goal=([^\"&]+)\"")
SUBMIT = re.compile(r"Submit version ([\d.]+)")
DECISIONS: Sequence[dict[str, str]] = (
    {"kind": "adopt", "reason": "It holds for the whole branch."},
    {"kind": "keep", "reason": "It concerns this unit alone."},
    {"kind": "raise", "reason": "It is central to the strategy.", "year": "2028"},
)
"""What is decided on one goal after the other."""
ASKED_BACK = "Who counts it, and from which register?"


def page(company: Company) -> str:
    return f"{company.page(MINISTRY)}/branch"


def invite(company: Company) -> None:
    """The branch's plan begins, and every unit is asked for its own by a day."""
    editor, deadline = company.of("editor"), company.place.calendar.today + DEADLINE
    editor.send(page(company), "Begin the plan of the branch")
    editor.send(f"{page(company)}/round", "Invite", deadline=f"{deadline}")


def submit(company: Company, key: str, plan: str) -> None:
    """The version that was approved last."""
    editor = company.of("editor", key)
    found = SUBMIT.search(editor.get(plan).text)
    if found:
        editor.send(plan, found[0])


def send_back(company: Company, key: str, plan: str) -> None:
    """One line goes back with its reason; the unit amends it, and submits anew."""
    answer(company, key, "Return the plan", **{"lines-0": ASKED_BACK})
    editor = company.of("editor", key)
    editor.send(f"{plan}/approval", "Open an amendment", reason=ASKED_BACK)
    record(company, key, plan, company.place.calendar.today)
    submit(company, key, plan)


def accept(company: Company, key: str) -> None:
    answer(company, key, "Accept the plan")


def answer(company: Company, key: str, button: str, **reasons: str) -> TestResponse:
    path = f"{page(company)}/round/{company.ids[key]}"
    return company.of("editor").send(path, button, **reasons)


def decide(company: Company) -> int:
    """Goals that look alike become one; the others are adopted, kept or raised. How many decisions there were."""
    editor, goals, count = company.of("editor"), f"{page(company)}/goals", 0
    while has_button(editor, goals, "Merge them"):
        editor.send(goals, "Merge them")
        count += 1
    while goal := undecided(editor, goals):
        words = DECISIONS[count % len(DECISIONS)]
        editor.send(f"{page(company)}/decide?goal={goal}", "Keep the decision", **words)
        count += 1
    return count


def undecided(editor: Browser, goals: str) -> str:
    """The first goal on the page that nothing was decided on."""
    found = GOAL.search(editor.get(goals).text)
    return found[1] if found else ""


def approve(company: Company) -> str:
    """As it stands, with whose plans it rests on; the page of the branch's plan."""
    editor = company.of("editor")
    plan = editor.send(f"{page(company)}/goals", "Take the plan to approval").request.path.removesuffix("/approval")
    day = company.place.calendar.today
    editor.send(f"{plan}/lines/{plan.split('/')[2]}", "Save", **FILED)
    form = editor.form(f"{plan}/approval", "Record the approval")
    stops = {"reason": KNOWN} if "reason" in form.fields else {}
    words = {"approver": "Permanent secretary", "day": f"{day}", "record_number": f"VN/{day:%j}/{day.year}"}
    editor.send(f"{plan}/approval", "Record the approval", **words, **stops)
    return plan
