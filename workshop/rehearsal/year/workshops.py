"""Six workshops: the ministry's and five of its units'. What each room agrees on becomes its plan."""

import re
from dataclasses import replace
from datetime import date

from workshop.rehearsal.browser import Browser
from workshop.rehearsal.content import period, script, title
from workshop.rehearsal.people import Person, people
from workshop.rehearsal.year.cast import Company
from workshop.rehearsal.year.meeting import Seat, play
from workshop.rehearsal.year.place import Astray

AGENDA = "toimi/ninety_minutes"
COUNT = 6
CODE = re.compile(r"/j/([A-Z0-9]+)")


def workshop(company: Company, key: str, day: date, plan: str = "") -> str:
    """Held on a day from its first step to its last; its id. `plan`: the approved one that it goes on from."""
    company.place.calendar.turn_to(day)
    year = day.year
    fay, language = company.of("facilitator", key), company.place.language
    names = {f"title_{code}": text for code, text in title(year).items()}
    head = {"organisation": company.called(key), "period": period(year), "agenda": AGENDA, "day": f"{day}"}
    before = {"approved": plan} if plan else {}
    page = fay.send("/workshops/new", **names, **head, **before)
    id = page.request.path.split("/")[2]
    code = CODE.search(page.text)
    if code is None:
        raise Astray(f"No code on {page.request.path}")
    lines = script(language, f"{key} {year}", year)
    host = Seat(fay, fay.get(f"/w/{id}/console").text)
    play(host, [(seated(company.place.browser(), code[1], who), who) for who in comers(company, key)], lines)
    return id


def comers(company: Company, key: str) -> list[Person]:
    """Those whose the workshop is: six people of one house, of whom the first leads it."""
    cast = people(COUNT, company.place.language)
    return [replace(each, organisation=company.called(key), home=key) for each in cast]


def seated(browser: Browser, code: str, who: Person) -> Seat:
    return Seat(browser, browser.send(f"/j/{code}", **who.joining()).text)
