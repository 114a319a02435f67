"""Letters of a branch's round: to those who edit for a unit, in its language, by the outbox."""

from collections.abc import Collection

from flask import url_for

from facilitation.plans.state import Asked, BranchRound
from facilitation.words import LANGUAGES, N_, Message
from workshop import store
from workshop.clock import now
from workshop.config import settings_of
from workshop.languages import day, worded
from workshop.store.identities import has_address
from workshop.store.letters import Letter, write
from workshop.store.roles import holders
from workshop.store.tables import AccountRow, OrganisationRow
from workshop.web.branches.calendar import deadline_of
from workshop.web.head import today
from workshop.web.plans.found import PlanHere

ASKED = N_("%(name)s asks for your plan by %(day)s")
INVITATION = N_(
    "%(name)s puts the plans of its branch together and asks for the plan of %(unit)s by %(day)s.\n\n"
    "Write the plan and have it approved; then submit it on the plan’s page:\n%(address)s\n\n"
    "The day is attached for your calendar."
)
REMINDER = N_(
    "%(name)s is still waiting for the plan of %(unit)s. It is due by %(day)s.\n\n"
    "Once it has been approved, submit it on the plan’s page:\n%(address)s\n\n"
    "The day is attached for your calendar."
)


def invited(organisation: str, here: PlanHere) -> int:
    """How many letters were written: to whoever has had none for this round."""
    return written(organisation, here, None, INVITATION)


def reminded(organisation: str, here: PlanHere, units: Collection[str]) -> int:
    return written(organisation, here, units, REMINDER)


def written(organisation: str, here: PlanHere, units: Collection[str] | None, words: str) -> int:
    round, at = here.life.asking, now()
    if round is None:
        return 0
    with store.writing() as db:
        whose = db.get_one(OrganisationRow, organisation)
        asked = [each for each in round.units if units is None or each.unit in units]
        return sum(
            write(db, letter(here.row.id, round, each, whose, db.get_one(OrganisationRow, each.unit), who, words), at)
            for each in asked
            for who, roles in holders(db, (each.unit,), today()).items()
            if "editor" in roles and has_address(who)
        )


def letter(
    plan: str,
    round: BranchRound,
    asked: Asked,
    whose: OrganisationRow,
    unit: OrganisationRow,
    who: AccountRow,
    words: str,
) -> Letter:
    """The same one for the same occasion: asked for the first time, or reminded once more."""
    language = next(iter(unit.languages.split()), LANGUAGES[0])
    told = {
        "name": called(whose, language),
        "unit": called(unit, language),
        "day": day(round.deadline),
        "address": address(),
    }
    turn = len(asked.reminded) if words == REMINDER else 0
    return Letter(
        f"branch:{plan}:{round.number}:{asked.unit}:{who.id}:{turn}",
        who.email,
        language,
        worded(Message(ASKED, told), language),
        worded(Message(words, told), language),
        deadline_of(plan, round, told["name"], language).decode(),
    )


def called(row: OrganisationRow, language: str) -> str:
    return getattr(row, language) or row.fi or row.sv or row.en


def address() -> str:
    ours = settings_of().address.rstrip("/")
    return ours + url_for("plans.plans") if ours else url_for("plans.plans", _external=True)
