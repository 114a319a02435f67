"""What an organisation keeps beside the methods: objectives and themes of its own, and a register of metrics."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.consolidation import Use, uses
from facilitation.packs.own import KINDS, Kind, OwnEntry
from facilitation.words import LANGUAGES, said
from workshop import store
from workshop.clock import now
from workshop.languages import NAMES, reader_language
from workshop.store import own
from workshop.store.tables import OrganisationRow, OwnEntryRow
from workshop.web.branches.seen import seen_here
from workshop.web.called import name_of
from workshop.web.document import wording
from workshop.web.head import today
from workshop.web.organisations.known import found
from workshop.web.own.forms import CHOICES, PARTS, DeedForm, EntryForm, filled, form_of
from workshop.web.people import ActForm
from workshop.web.signing_in import account, may_in, signed_in

bp = Blueprint("own_entries", __name__, url_prefix="/organisations/<id>/own")

KEEP = "keep_own_entries"


@dataclass(frozen=True)
class Shown:
    """An entry as it stands, with the versions before it."""

    now: OwnEntry
    before: tuple[OwnEntry, ...] = ()

    @property
    def name(self) -> str:
        return said(self.now.text, reader_language())

    @property
    def whose(self) -> str:
        return said(self.now.whose, reader_language())


@bp.get("")
@signed_in("see_organisations")
def entries(id: str) -> ResponseReturnValue:
    """Its own entries and those it takes from above; who counts by which, for those who see the branch."""
    row, day = found(id), today()
    with store.reading() as db:
        every = list(together(own.entries(db, own.line(db, id, day))))
    return render_template(
        "organisations/own.html",
        here=row,
        name=name_of(row),
        beside=[each for each in every if each.now.kind != "metric"],
        metrics=[each for each in every if each.now.kind == "metric"],
        kinds={kind: wording(words) for kind, words in KINDS.items()},
        used=used(id),
        parts_=PARTS,
        chosen=chosen,
        keeps=may_in(KEEP, id),
        act=ActForm(),
        said=lambda texts: said(texts, reader_language()),
    )


def chosen(key: str, value: str) -> str:
    """A choice of a definition as its form calls it."""
    return wording(dict(CHOICES[key][1]).get(value, "")) if value else ""


def together(every: Sequence[OwnEntry]) -> Iterator[Shown]:
    """Each entry once; its versions are in their order."""
    ids = dict.fromkeys(each.id for each in every)
    for id in ids:
        *before, now_ = (each for each in every if each.id == id)
        yield Shown(now_, tuple(before))


def used(id: str) -> Mapping[str, Sequence[Use]] | None:
    """By approved plans; None for those who may not see them."""
    if not may_in("see_branch", id):
        return None
    seen = seen_here(id)
    return uses(seen.branch, seen.pack)


# -- Writing --------------------------------------------------------------------------------------------------------


@bp.route("/new/<any(theme, objective, metric):kind>", methods=["GET", "POST"])
@signed_in("see_organisations")
def add(id: str, kind: str) -> ResponseReturnValue:
    row = found(id, KEEP)
    known = known_kind(kind)
    form = form_of(known, id)
    if form.validate_on_submit():
        with store.writing() as db:
            own.add(db, id, known, form.pack, form.body, account() or abort(401), now())
        flash(_("It is offered from now on."), "ok")
        return redirect(url_for("own_entries.entries", id=id), 303)
    return page(row, known, form)


@bp.route("/<entry>", methods=["GET", "POST"])
@signed_in("see_organisations")
def change(id: str, entry: str) -> ResponseReturnValue:
    """Another version of it. What was taken up by the one before reads on as it was."""
    row = found(id, KEEP)
    before = entry_of(id, entry)
    kind = known_kind(before.kind)
    form = form_of(kind, id, filled(before))
    if form.validate_on_submit():
        with store.writing() as db:
            last = own.newest(db, entry) or abort(404)
            if form.seen.data != own.stamp(last):
                form.form_errors = [_("Somebody changed it meanwhile. Look at it as it is now, then do it again.")]
                return page(row, kind, form, before, 409)
            own.change(db, last, form.pack, form.body, account() or abort(401), now())
        flash(_("Saved."), "ok")
        return redirect(url_for("own_entries.entries", id=id), 303)
    return page(row, kind, form, before)


@bp.post("/<entry>/<any(withdraw, offer):deed>")
@signed_in("see_organisations")
def settle(id: str, entry: str, deed: str) -> ResponseReturnValue:
    """Withdrawn it is offered no more; what took it up reads on."""
    found(id, KEEP)
    entry_of(id, entry)
    if DeedForm().validate_on_submit():
        with store.writing() as db:
            do = own.withdraw if deed == "withdraw" else own.offer
            do(db, own.newest(db, entry) or abort(404), account() or abort(401), now())
    return redirect(url_for("own_entries.entries", id=id), 303)


def known_kind(kind: str) -> Kind:
    return cast("Kind", kind) if kind in KINDS else abort(404)


def entry_of(id: str, entry: str) -> OwnEntryRow:
    with store.reading() as db:
        row = own.newest(db, entry)
    return row if row and row.organisation == id else abort(404)


def page(
    row: OrganisationRow, kind: Kind, form: EntryForm, before: OwnEntryRow | None = None, status: int = 200
) -> ResponseReturnValue:
    told: dict[str, Any] = {"here": row, "name": name_of(row), "kind": kind, "called": wording(KINDS[kind])}
    spoken = sorted(LANGUAGES, key=lambda code: code != reader_language())
    shown = {"form": form, "before": before, "spoken": spoken, "names": NAMES}
    return render_template("organisations/own_entry.html", **told, **shown), 400 if form.errors else status
