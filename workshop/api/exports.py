"""Files of a plan, in every format, made beside the room as pages have them made."""

from flask import current_app, request
from flask_babel import gettext as _

from facilitation.plans import keyed
from facilitation.report import Report
from facilitation.report.extracts import EXTRACTS
from workshop import filing, store
from workshop.api.found import PLAN, VERSION, found
from workshop.api.parameters import in_path, in_query
from workshop.api.problems import Failed
from workshop.api.resource import Answer, Ask, Resource, digest_of
from workshop.days import today
from workshop.exports import FORMATS, child
from workshop.languages import reader_language
from workshop.store import own

resource = Resource("api_exports", "Plans as files: slides, document, PDF, workbook, tables, calendar.", __name__)

AGAIN_SECONDS = "30"


@resource.asks(
    "GET",
    "/plans/{plan}/exports/{format}",
    "A plan as a file",
    "take_files_of_plan",
    gives=tuple(each.media_type for each in FORMATS.values()),
    parameters=(
        PLAN,
        in_path("format", "The file's ending.", enum=list(FORMATS)),
        VERSION,
        in_query("of", "An extract instead of the whole.", enum=list(EXTRACTS)),
    ),
    problems=(503,),
    headers={"Content-Disposition": "What the file is called: plan, version, number of the log, digest of its data."},
)
def export_plan(ask: Ask, plan: str, format: str) -> Answer:
    """In the language of `Accept-Language`, in the organisation's own template where it has one."""
    here = found(ask.bearer, plan, "take_files_of_plan")
    stands, extract = here.stands(ask.given[VERSION.name]), ask.given["of"] or ""
    etag = named(plan, str(stands.seq), extract, format)
    if request.if_none_match.contains_weak(etag):
        return Answer(b"", etag=etag)
    with store.reading() as db:
        pack = own.method(db, stands.plan.pack, here.row.organisation, today(), at=stands.at)
    told = filing.told(stands.plan, extract, pack=pack, seq=stands.seq, keyed=keyed.told(here.life))
    told = filing.stamped(told, stands.mark, today(), extract)
    made = file_of(told, format, here.row.organisation or "")
    return Answer(made, stands.called(format), etag, FORMATS[format].media_type)


def file_of(told: Report, format: str, organisation: str) -> bytes:
    """Raises Failed where none comes out."""
    try:
        return filing.made(told, format, organisation)
    except child.Unmade as unmade:
        current_app.logger.error("No %s: %s", request.path, unmade)
        raise Failed(503, "not_made", _("No file came out. Try again later."), Retry_After=AGAIN_SECONDS) from None


def named(*parts: str) -> str:
    """What a file would be called before it is made: one that is at hand already need not be."""
    return digest_of("\n".join((*parts, reader_language(), today().isoformat())).encode())
