"""A plan's files, whoever asks: told in the reader's language, stamped, named, and made beside the room."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from facilitation import packs
from facilitation.organisations import heirs
from facilitation.packs import Pack
from facilitation.plans.keyed import Told
from facilitation.report import Report, report
from facilitation.shapes import Plan
from facilitation.view.as_data import as_text, digest_of
from workshop import store
from workshop.days import today
from workshop.exports import Brought, child
from workshop.languages import reader_language, wording
from workshop.making import queue_of
from workshop.store import templates, wordings
from workshop.store.forest import forest


def told(
    plan: Plan,
    extract: str = "",
    *,
    pack: Pack | None = None,
    seq: int = 0,
    language: str = "",
    beside: str = "",
    keyed: Told | None = None,
) -> Report:
    """The plan as a report that says where it comes from, in a language, the reader's unless another is said.

    seq: the number of the plan's own log; a draft has none. beside: the other language, if it is told in two.
    keyed: that others keyed it in for whose it is, if they did. pack: its method as its organisation has it.
    """
    pack = pack or packs.load(plan.pack)
    with store.reading() as db:
        confirmed = wordings.confirmations(db, pack.key)
    head = (plan, language or reader_language(), wording, pack)
    known = partial(report, *head, confirmed=confirmed, data=as_text(plan))
    return known(made=today(), extract=extract, beside=beside, seq=seq, keyed=keyed)


def stamped(whole: Report, mark: Mapping[str, str], made: date, extract: str) -> Report:
    """With all that is needed to make its file once more. `mark`: of what, and after which event."""
    return replace(whole, stamp={**mark, "language": whole.language, "made": made.isoformat(), "of": extract})


def file_name(id: str, version: str, seq: int, plan: Plan, ending: str) -> str:
    """What a file is called where its data has no place for it: of what, which version, log number and digest."""
    return "-".join(filter(None, ("plan", id, version, f"event{seq}", digest_of(plan)))) + f".{ending}"


def made(whole: Report, format: str, organisation: str) -> bytes:
    """As a file, in the template in use for the files of this organisation, by its id. Raises child.Unmade."""
    return queue_of().done(partial(child.make, format, whole, brought(format, organisation)))


def brought(format: str, organisation: str) -> Brought | None:
    with store.reading() as db:
        line = (organisation, *heirs(forest(db), organisation, today()), None)
        row = next((row for each in line if (row := templates.newest(db, format, each))), None)
        return Brought(templates.file_of(db, row.id), row.roles) if row else None
