"""The report of follow-up over an organisation and all under it."""

from collections.abc import Sequence

from facilitation.followup import Round
from facilitation.report.blocks import Report
from facilitation.report.following import Followed, followup_report
from facilitation.report.reader import reader
from facilitation.report.sources import resting
from workshop import limits, store
from workshop.days import today
from workshop.languages import reader_language, wording
from workshop.store import rounds as rows
from workshop.store import wordings
from workshop.store.tables import OrganisationRow
from workshop.together.known import Known, Reads, name_of
from workshop.together.many import branches, pack_of, plans_under, source


def report_of(row: OrganisationRow, of: Known, reads: Reads) -> Report | None:
    """In the reader's language; None where nothing is followed up."""
    plans = plans_under(row.id, of, reads)
    if not plans:
        return None
    every = [(each.plan, each.entries) for each in plans]
    counting = {each.plan.id: each.counting for each in plans}
    inside = {each.plan.id: of.name(part) for part, its in branches(plans, of, row.id).items() for each in its}
    ended = [each for each in rounds_told(row.id, of, len(plans)) if all(plan.reaches(each.due) for plan in plans)]
    pack, sources = pack_of(plans), [source(each, each.head) for each in plans]
    with store.reading() as db:
        known, now = wordings.confirmations(db, pack.key), rows.round_now(db, of.forest, row.id, today())
    seen = Followed(every, today(), now, name_of(row), {}, counting, inside, ended)
    told = (reader_language(), wording, pack)
    return resting(followup_report(seen, *told, made=today(), confirmed=known), sources, reader(*told, known))


def rounds_told(id: str, of: Known, plans: int) -> Sequence[Round]:
    """The ended rounds by which it is told how that many plans have moved."""
    if not id or plans > limits.MOVING_PLANS:
        return ()
    with store.reading() as db:
        return rows.ended(db, of.forest, id, today())
