"""From what a room agreed to a plan that is approved: comments are asked for and answered, stops settled."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from werkzeug.test import TestResponse

from facilitation.words import LANGUAGES
from workshop.rehearsal.browser import Browser, forms
from workshop.rehearsal.content import PACK, GoalLines, Script, script
from workshop.rehearsal.year.cast import Company, link_on

COMMENTS = timedelta(days=21)
"""How long comments are asked for."""
KNOWN = "It is known, and settled in the first half of the year."
HEAD = {"title_en": "Action plan", "title_fi": "Toimintasuunnitelma", "title_sv": "Handlingsplan"}
FILED = {"publicity": "public", "records_class": "02.04.01"}


def from_workshop(company: Company, key: str, workshop: str) -> str:
    """The page of the plan that the workshop's facilitator makes of its draft."""
    made = company.of("facilitator", key).send(f"/w/{workshop}/draft", "Make this the plan")
    return page_of(made)


def page_of(answer: TestResponse) -> str:
    return "/".join(answer.request.path.split("/")[:3])


def keyed_in(company: Company, key: str, goals: int = 2) -> str:
    """A plan that the ministry writes down for a unit which held no workshop."""
    place, eva = company.place, company.of("editor")
    year = place.calendar.today.year
    years = {"period": f"{year}–{year + 2}"}
    page = page_of(eva.send("/plans/new", "", begins="empty", method=PACK, whose=company.ids[key], **years, **HEAD))
    lines = script(place.language, key, year)
    for each in lines.goals[:goals]:
        write_goal(eva, page, each, lines)
    return page


def write_goal(who: Browser, page: str, goal: GoalLines, lines: Script) -> None:
    words = {**goal.goal.first, **goal.goal.sharper}
    levels = {name: f"{words[name]}" for name in ("level_now", "level_target")}
    head = {name: words[name] for name in ("owner", "due", "scope", "agreement")}
    texts = in_words(lines.language, {"from": words["from"], "why": words["why"]})
    head |= {f"to_{code}": goal.parallel[code] for code in LANGUAGES} | levels | texts
    before = set(goals_on(who, page))
    who.send(f"{page}/add/goal", "Save", objectives=[goal.objective], **head)
    (line,) = set(goals_on(who, page)) - before
    for sheet in goal.metrics:
        who.send(
            f"{page}/add/metric?under={line}", "Save", **typed(lines.language, {**sheet.first, **sheet.sharper}, METRIC)
        )
    for sheet in goal.actions:
        who.send(f"{page}/add/action?under={line}", "Save", **typed(lines.language, sheet.first, ACTION))


METRIC = ("name", "definition", "numerator", "denominator", "source")
UNTYPED = ("library", "milestones")
"""Chosen from a list, or written in rows of their own."""
ACTION = ("what", "deliverable", "resources", "risk")


def typed(language: str, answers: Mapping[str, Any], worded: Sequence[str]) -> dict[str, str]:
    """A sheet as its form takes it: words in the language they were written in."""
    plain = {name: f"{value}" for name, value in answers.items() if name not in (*worded, *UNTYPED)}
    return plain | in_words(language, {name: answers[name] for name in worded if name in answers})


def in_words(language: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {f"{name}_{language}": text for name, text in texts.items()}


def goals_on(who: Browser, page: str) -> list[str]:
    return re.findall(r"/add/metric\?under=([^\"&]+)", who.get(page).text)


def comment_round(company: Company, key: str, page: str, guests: Sequence[str]) -> None:
    """Comments by link from whoever has no account, and an answer to each."""
    calendar, editor = company.place.calendar, company.of("editor", key)
    opened = editor.send(f"{page}/comments", "Open the round", deadline=f"{calendar.today + COMMENTS}")
    link = link_on(opened.text)
    for guest in guests:
        company.place.browser().send(link, "Send the comment", name=guest, text="Who counts, and how often?")
    for _ in guests:
        editor.send(f"{page}/comments", "Save the answer", outcome="taken", answer="Taken up in the metric.")
    editor.send(f"{page}/comments", "Close the round")


def approve(company: Company, key: str, page: str) -> None:
    """Sent to the unit's approver, who lets stops be with a reason, and approves."""
    editor, approver = company.of("editor", key), company.of("approver", key)
    whom = choice(editor, f"{page}/approval", f"Approver of {company.called(key)}")
    asked = {"approvers-0-account": whom, "approvers-0-role": "Director General"}
    editor.send(f"{page}/approval", "Send for approval", **asked, **FILED)
    while has_button(approver, f"{page}/approval", "Let it be"):
        approver.send(f"{page}/approval", "Let it be", reason=KNOWN)
    approver.send(f"{page}/approval", "Approve the plan", remarks="To be carried out.")


def confirm(company: Company, key: str, page: str) -> None:
    """The unit says that what was keyed in for it is right."""
    company.of("editor", key).send(page, "It is as we have it")


def record(company: Company, key: str, page: str, day: date) -> None:
    """Approved elsewhere, and written down."""
    approval = {"approver": "Management board", "day": f"{day}", "record_number": f"VN/{day:%j}/{day.year}"}
    editor, path, button = company.of("editor", key), f"{page}/approval", "Record the approval"
    stops = {"reason": KNOWN} if "reason" in editor.form(path, button).fields else {}
    editor.send(path, button, **FILED, **approval, **stops)


def choice(who: Browser, path: str, words: str) -> str:
    """The value of an option on a page, by what it says."""
    found = re.search(rf'<option value="([^"]+)"[^>]*>{re.escape(words)}<', who.get(path).text)
    if found is None:
        raise LookupError(f"{path} offers no {words}")
    return found[1]


def has_button(who: Browser, path: str, words: str) -> bool:
    return any(words in button.words for form in forms(who.get(path)) for button in form.buttons)
