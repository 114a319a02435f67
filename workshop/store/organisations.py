"""Organisations by the name that people write, in whichever language they write it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.words import LANGUAGES, Parallel
from workshop.store.accounts import new_id, note
from workshop.store.tables import AccountRow, OrganisationRow


def every(db: Session) -> Sequence[OrganisationRow]:
    return db.scalars(select(OrganisationRow)).all()


def after(db: Session, ids: Collection[str], id: str, most: int) -> Sequence[OrganisationRow]:
    """So many of these in the order of their ids, from an id on."""
    row = OrganisationRow
    return db.scalars(select(row).where(row.id.in_(ids), row.id > id).order_by(row.id).limit(most)).all()


def languages_of(rows: Iterable[OrganisationRow]) -> tuple[str, ...]:
    """Those that these organisations work in; all where none of them says."""
    chosen = {code for row in rows for code in row.languages.split()}
    return tuple(code for code in LANGUAGES if code in chosen) or LANGUAGES


# -- By name --------------------------------------------------------------------------------------------------------


def called(db: Session, names: Iterable[str]) -> list[OrganisationRow]:
    """Those who are meant by these names, in the order of the names; then those who go on in their stead."""
    rows = every(db)
    meant_by = [row for name in names if (row := meant(rows, name))]
    return [heir for row in meant_by for heir in _line(rows, row)]


def meant(rows: Iterable[OrganisationRow], name: str, of: Collection[str] = ()) -> OrganisationRow | None:
    """Who is meant by a name with its code, a name, or one it had before, whatever its letters' case.

    A name that several have means the one among `of`, else nobody: two of one name are never taken for each other.
    """
    rows, wanted = list(rows), name.strip().casefold()
    for ways in (_now, former_of):
        if wanted and (found := [row for row in rows if wanted in map(str.casefold, ways(row))]):
            return _only(found) or _only([row for row in found if row.id in of])
    return None


def _only(rows: list[OrganisationRow]) -> OrganisationRow | None:
    """The one there is; of several, the one that has not ended."""
    living = [row for row in rows if row.closed is None]
    return next((left[0] for left in (rows, living) if len(left) == 1), None)


def _line(rows: Sequence[OrganisationRow], row: OrganisationRow) -> list[OrganisationRow]:
    by_id, line = {each.id: each for each in rows}, [row]
    while (heir := by_id.get(line[-1].successor or "")) and heir not in line:
        line.append(heir)
    return line


def taken_in(db: Session, name: str, language: str) -> OrganisationRow | None:
    """The organisation of this name; a new one if nobody has named it before. None where several are called so."""
    rows = every(db)
    if known := meant(rows, name):
        return known
    if any(name.casefold() in map(str.casefold, names_of(row)) for row in rows):
        return None
    row = OrganisationRow(id=new_id(), **{language: name})
    db.add(row)
    db.flush()
    return row


def names(row: OrganisationRow) -> Parallel:
    """What it is called, by language."""
    return {code: getattr(row, code) for code in LANGUAGES}


def names_of(row: OrganisationRow) -> list[str]:
    """In each language that it has been named in."""
    return [name for code in LANGUAGES if (name := getattr(row, code))]


def former_of(row: OrganisationRow) -> list[str]:
    return row.former.split("\n") if row.former else []


def _now(row: OrganisationRow) -> list[str]:
    """Codes and names alike: whoever writes another's name as their code is not taken for them."""
    return [*_with_code(row), *names_of(row)]


def _with_code(row: OrganisationRow) -> list[str]:
    return [row.code, *(f"{name} ({row.code})" for name in names_of(row))] if row.code else []


def written(rows: Sequence[OrganisationRow]) -> list[str]:
    """Every name as it may be written, with its code where another has the same."""
    names = [(name, row) for row in rows for name in names_of(row)]
    often = {name for name, row in names if any(other == name and one is not row for other, one in names)}
    return sorted({f"{name} ({row.code})" if name in often and row.code else name for name, row in names})


# -- What they are --------------------------------------------------------------------------------------------------

HEAD = ("fi", "sv", "en", "kind", "code")
TERMS = (
    "languages",
    "kept_months",
    "names_months",
    "drafts_months",
    "records_months",
    "contact",
    "privacy_contact",
    "statement",
)


def change(
    db: Session, row: OrganisationRow, values: Mapping[str, str | int | None], by: AccountRow | None, at: datetime
) -> bool:
    """Call or describe it otherwise; a name it gives up still finds it. False where nothing differs."""
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    before = names_of(row)
    for name, value in differing.items():
        setattr(row, name, value)
    given_up = [name for name in before if name not in (*names_of(row), *former_of(row))]
    row.former = "\n".join((*former_of(row), *given_up))
    if differing:
        note(db, at, by, "change_organisation", row.id, **{name: str(value) for name, value in differing.items()})
    return bool(differing)
