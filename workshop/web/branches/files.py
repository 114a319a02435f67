"""Files of plans read together: the branch's plan, and what planning takes from it. Made beside the page."""

from collections.abc import Mapping
from functools import partial

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.packs import Pack
from workshop.exports import FORMATS
from workshop.together import files as files_of
from workshop.together.files import BRANCHES, OF, OF_ALL, PLAN, report_of
from workshop.web.asked import FILE
from workshop.web.branches.seen import seen_above, seen_here
from workshop.web.called import name_of
from workshop.web.leaves import gallery, leaves, of_organisation
from workshop.web.method import reading
from workshop.web.signing_in import signed_in

bp = Blueprint("branch_files", __name__, url_prefix="/organisations/<id>/branch")

FILES = {key: FORMATS[key] for key in files_of.FORMATS}


def titles(of: Mapping[str, str], pack: Pack) -> Mapping[str, str]:
    """As the branch's method calls them."""
    words = reading(pack).words
    return {key: words(title) for key, title in of.items()}


@bp.route("/file.<format>", methods=FILE)
@signed_in("see_organisations")
def file(id: str, format: str) -> ResponseReturnValue:
    of = request.args.get("of", PLAN)
    seen = seen_above(id) if of == BRANCHES else seen_here(id)
    if format not in FILES or of not in (*OF, *OF_ALL) or not seen.plans:
        abort(404)
    return of_organisation(report_of(seen, of), format, name_of(seen.row))


@bp.get("/files")
@signed_in("see_organisations")
def files(id: str) -> ResponseReturnValue:
    """Every file of it with its first pages: of a branch, or of all branches together."""
    together = request.args.get("of") == BRANCHES
    seen = seen_above(id) if together else seen_here(id)
    if not seen.plans:
        abort(404)
    name, address = name_of(seen.row), partial(url_for, "branch_files.file", id=id)
    documents = titles(OF_ALL if together else OF, seen.pack)
    parts = {title: leaves(FILES, name, partial(address, of=of)) for of, title in documents.items()}
    back = url_for("branches.read" if together else "branch.read", id=id)
    return gallery(_("Files of the plans together"), name, back, parts)
