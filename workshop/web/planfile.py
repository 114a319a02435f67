"""A plan that a workshop continues from: one of the place with what came of it, or the file it left as (draft.json)."""

from collections.abc import Callable, Iterator

from flask import request
from flask_babel import gettext as _
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)

from facilitation.plans.from_plan import Carried, carried
from facilitation.plans.onward import onward
from facilitation.words import said
from workshop import limits
from workshop.languages import reader_language
from workshop.schemas.reading import part_of
from workshop.store.tables import AccountRow
from workshop.web.organisations.known import known
from workshop.web.plans.found import life_of, mine
from workshop.web.signing_in import desk_may


def take_plan_files(endpoint: str, action: str) -> Callable[[str | None, object], None]:
    """Lets that page take a plan's file, which is larger than what pages otherwise take; before forms are read."""

    def take(asked: str | None, _values: object) -> None:
        if asked == endpoint and request.method == "POST" and desk_may(action):
            request.max_content_length = limits.PLAN_BYTES + limits.FRAME_BYTES

    return take


def read_plan(file: bytes) -> Carried:
    """What the plan in a file hands on. Raises Refused, at the field `plan`, for anything else."""
    return part_of(file, Carried)


def approved_plans(who: AccountRow) -> Iterator[SelectChoice]:
    """Those that this account may read, as they were called when they were approved."""
    name = known().name
    for each in mine(who):
        if each.row.published:
            title = said(each.row.published_titles, reader_language()) or each.row.published_title
            words = (title, name(each.row.organisation or ""))
            yield SelectChoice(each.row.id, " · ".join(filter(None, words)))


def approved_plan(id: str) -> Carried | None:
    """What an approved plan hands on: its metrics start from their last figures."""
    plan = onward(life_of(id), _("Preliminary"))
    return carried(plan) if plan else None
