"""How the ministry puts its units' plans together: asks for them, returns one, decides goal by goal, and approves."""

import re
from collections.abc import Sequence
from datetime import timedelta
from html import unescape

from werkzeug.test import TestResponse

from workshop.rehearsal.year.cast import MINISTRY, Company
from workshop.rehearsal.year.plans import has_button, record

DEADLINE = timedelta(days=60)
OPEN = re.compile(r'href="([^"]*/branch/decide\?[^"]*)">Decide<')
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
    editor, goals, merged = company.of("editor"), f"{page(company)}/goals", 0
    while has_button(editor, goals, "Merge them"):
        editor.send(goals, "Merge them")
        merged += 1
    left = OPEN.findall(editor.get(goals).text)
    for number, address in enumerate(left):
        editor.send(unescape(address), "Keep the decision", **DECISIONS[number % len(DECISIONS)])
    return merged + len(left)


def approve(company: Company) -> None:
    """From the page that says which plans it rests on; approved elsewhere, and written down."""
    asked = company.of("editor").send(f"{page(company)}/goals", "Take the plan to approval")
    record(company, MINISTRY, asked.request.path.removesuffix("/approval"), company.place.calendar.today)
