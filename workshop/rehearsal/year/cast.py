"""The ministry, its six units, and whoever does what for them: all fictional."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitation.words import Parallel, said
from workshop.rehearsal.content import read
from workshop.rehearsal.year.place import Desk, Place

MINISTRY, KEYED_IN, LATE, MERGED, HEIR = "ministry", "heritage", "safety", "land", "north"
"""The ministry; the unit whose plan it keys in; the one that is late; one that goes on in another during the year."""
HERITAGE = {"fi": "Rakennusperinnön keskus", "sv": "Centralen för byggnadsarv", "en": "Built Heritage Centre"}
GOVERNMENT = {"fi": "Esimerkkivaltioneuvosto", "sv": "Exempelstatsrådet", "en": "Example Government"}
LINK = re.compile(r'(?:value="|link-once">)https?://[^/"]+(/[^"<]+)')
ROLES = ("facilitator", "editor", "approver")


def organisations() -> Mapping[str, Parallel]:
    """The ministry first, by the keys of the rehearsal's people."""
    return {**read("people")["organisations"], KEYED_IN: HERITAGE}


@dataclass
class Company:
    """Everybody at their own browser, and the organisations' pages."""

    place: Place
    ids: dict[str, str] = field(default_factory=dict)
    people: dict[tuple[str, str], Desk] = field(default_factory=dict)

    @property
    def administrator(self) -> Desk:
        return self.people["administrator", ""]

    def of(self, role: str, key: str = MINISTRY) -> Desk:
        return self.people[role, key]

    def page(self, key: str) -> str:
        return f"/organisations/{self.ids[key]}"

    def called(self, key: str) -> str:
        names = GOVERNMENT if key == "government" else organisations()[key]
        return said(names, self.place.language)

    def email(self, role: str, key: str) -> str:
        return f"{role}@{key}.example"


def gather(place: Place) -> Company:
    """The tree of organisations, and in each somebody for every part, who came by a link."""
    company = Company(place)
    company.people["administrator", ""] = ann = place.browser()
    ann.enter(place.first_link(), "Ann Administrator", "ann@place.example")
    found(company, "government", GOVERNMENT, "government")
    for key, names in organisations().items():
        found(company, key, names, "ministry" if key == MINISTRY else "agency")
        under = company.ids["government" if key == MINISTRY else MINISTRY]
        day = f"{place.calendar.today}"
        ann.send(f"{company.page(key)}/place", "Move it", **{"move-under": under, "move-day": day})
        for role in ROLES:
            give(company, role, key)
    give(company, "steering", "government")
    return company


def found(company: Company, key: str, names: Parallel, kind: str) -> None:
    page = company.administrator.send("/organisations/new", **names, kind=kind)
    company.ids[key] = page.request.path.split("/")[2]


def give(company: Company, role: str, key: str) -> None:
    name = f"{role.title()} of {company.called(key)}"
    page = company.administrator.send(company.page(key), label=name, role=role, email=company.email(role, key))
    company.people[role, key] = comer = company.place.browser()
    comer.enter(link_on(page.text), name, company.email(role, key))


def link_on(page: str) -> str:
    """The link that a page shows once, to be passed on."""
    shown = LINK.search(page)
    if shown is None:
        raise LookupError("The page shows no link.")
    return shown[1]
