"""A plan's files for whoever asks without a page: told in the reader's language, and made beside the room."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from facilitation import packs
from facilitation.organisations import heirs
from facilitation.plans import keyed
from facilitation.plans.state import Life, Version
from facilitation.report import Report, report
from facilitation.view.as_data import as_text
from workshop import store
from workshop.days import today
from workshop.exports import Brought, child
from workshop.languages import reader_language, wording
from workshop.making import queue_of
from workshop.store import templates, wordings
from workshop.store.forest import forest


def told(life: Life, version: Version | None, extract: str) -> Report:
    """The plan or one of its versions as a report that says where it comes from."""
    plan, seq = (version.plan, version.seq) if version else (life.plan, life.seq)
    pack = packs.load(plan.pack)
    with store.reading() as db:
        confirmed = wordings.confirmations(db, pack.key)
    head = (plan, reader_language(), wording, pack)
    day = today()
    whole = report(
        *head, made=day, confirmed=confirmed, extract=extract, data=as_text(plan), seq=seq, keyed=keyed.told(life)
    )
    mark = {"plan": plan.id, "version": version.number if version else "", "seq": str(seq)}
    return replace(whole, stamp=stamp(mark, whole.language, day, extract))


def stamp(mark: Mapping[str, str], language: str, made: date, extract: str) -> dict[str, str]:
    """What a file carries along: all that is needed to make it once more. `mark`: of what, and after which event."""
    return {**mark, "language": language, "made": made.isoformat(), "of": extract}


def made(whole: Report, format: str, organisation: str) -> bytes:
    """As a file, in the template in use for the files of this organisation, by its id. Raises child.Unmade."""
    dress = brought(format, organisation)
    return queue_of().done(lambda: child.make(format, whole, dress))


def brought(format: str, organisation: str) -> Brought | None:
    with store.reading() as db:
        line = (organisation, *heirs(forest(db), organisation, today()), None)
        row = next((row for each in line if (row := templates.newest(db, format, each))), None)
        return Brought(templates.file_of(db, row.id), row.roles) if row else None
