"""One clear page: what there is to administer, how each part stands, and what asks for somebody first."""

from dataclasses import dataclass

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from workshop import store
from workshop.languages import _l
from workshop.web.administration.areas import AREAS, Stands
from workshop.web.signing_in import desk_may, signed_in

bp = Blueprint("administration", __name__, url_prefix="/administration")

PAGES = {
    "organisations": ("change_organisation", "/organisations", _l("Organisations")),
    "people": ("see_people", "/people", _l("People")),
    "providers": ("see_providers", "/providers", _l("Sign-in services")),
    "templates": ("bring_template", "/templates", _l("Templates")),
    "packs": ("confirm_wording", "/packs", _l("Methods")),
    "transfers": ("confirm_transfer", "/transfers", _l("Transfer sheets")),
    "retention": ("see_retention", "/retention", _l("Retention")),
    "mail": ("see_mail", "/mail", _l("Mail")),
    "trail": ("see_trail", "/trail", _l("Trail")),
    "requests": ("find_person", "/requests", _l("Data requests")),
    "health": ("see_health", "/administration/health", _l("Health")),
}
"""Each page's action in the table of rights, its address and what it is called."""


@dataclass(frozen=True)
class Area:
    name: str
    address: str
    stands: Stands


@bp.get("")
@signed_in("see_administration")
def page() -> ResponseReturnValue:
    with store.reading() as db:
        areas = [
            Area(words, address, AREAS[key](db))
            for key, (action, address, words) in PAGES.items()
            if desk_may(action) or (key == "organisations" and desk_may("see_retention"))
        ]
    return render_template(
        "administration/index.html", areas=areas, asking=[each for each in areas if each.stands.asks]
    )
