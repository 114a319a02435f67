"""The ministry decides on its units' goals and has the plan of its branch approved as it stands."""

import re
from datetime import date
from html import unescape

from workshop.rehearsal.year.cast import MINISTRY, Company
from workshop.rehearsal.year.plans import has_button, record

OPEN = re.compile(r'href="([^"]*/branch/decide\?goal=[^"]*)">Decide<')
PLAN = re.compile(r'href="(/plans/[0-9a-f]{16})"')
ADOPTED = {"kind": "adopt", "reason": "The whole branch needs it."}
KEPT = {"kind": "keep", "reason": "It concerns this unit alone."}


def decide(company: Company) -> str:
    """What looks alike becomes one goal; of what is left every third stays with its unit. The plan's page."""
    editor, branch = company.of("editor", MINISTRY), f"{company.page(MINISTRY)}/branch"
    editor.send(branch, "Begin the plan of the branch")
    goals = f"{branch}/goals"
    while has_button(editor, goals, "Merge them"):
        editor.send(goals, "Merge them")
    for number, address in enumerate(OPEN.findall(editor.get(goals).text)):
        editor.send(unescape(address), "Keep the decision", **(ADOPTED if number % 3 else KEPT))
    found = PLAN.search(editor.get(branch).text)
    if found is None:
        raise LookupError(f"{branch} has no plan")
    return found[1]


def approve(company: Company, page: str, day: date) -> None:
    """From the page that says which plans it rests on; approved elsewhere, and written down."""
    company.of("editor", MINISTRY).send(f"{company.page(MINISTRY)}/branch/goals", "Take the plan to approval")
    record(company, MINISTRY, page, day)
