"""Files of plans that are read together: what a branch's page and an organisation's follow-up give, as far as a token
reads."""

from functools import partial

import msgspec
from flask import request

from facilitation.report import Report
from facilitation.shapes import TOGETHER
from workshop import filing
from workshop.api.bearer import Bearer
from workshop.api.exports import file_of
from workshop.api.found import not_there
from workshop.api.organisations import ORGANISATION, organisation_here
from workshop.api.parameters import in_path
from workshop.api.resource import Answer, Ask, Resource, digest_of
from workshop.days import today
from workshop.exports import FORMATS
from workshop.languages import reader_language
from workshop.store.tables import OrganisationRow
from workshop.together import files, follow_up, overall, seen
from workshop.together.known import known
from workshop.together.lives import approved_of

resource = Resource("api_together", "Files of plans that are read together.", __name__)

TAKE, READ = "take_files_of_organisation", "read_figures"
"""Each of these files holds figures, be it in a sheet of its workbook: both are asked about."""

FOLLOW_UP = "follow-up"
FORMATS_OF = dict.fromkeys((*files.OF, *files.OF_ALL), files.FORMATS) | {FOLLOW_UP: tuple(FORMATS)}


@resource.asks(
    "GET",
    "/organisations/{organisation}/exports/{of}/{format}",
    "Plans read together as a file",
    TAKE,
    also=(READ,),
    gives=tuple(each.media_type for each in FORMATS.values()),
    parameters=(
        ORGANISATION,
        in_path("of", "The plan of a branch, of all branches, for planning, or the follow-up.", enum=list(FORMATS_OF)),
        in_path("format", "The file's ending; the follow-up alone has `csv.zip` and `ics`.", enum=list(FORMATS)),
    ),
    problems=(503,),
    headers={"Content-Disposition": "What the file is called: of what, whose, and the day."},
)
def export_together(ask: Ask, organisation: str, of: str, format: str) -> Answer:
    """Of the organisation and, where the token reaches below, of all under it; of drafts nothing. It holds figures."""
    row = organisation_here(ask, organisation, TAKE)
    told = report_of(row, of, ask.bearer) if format in FORMATS_OF[of] else None
    told = told or not_there()
    etag = named(told, format, filing.brought(format, organisation))
    if request.if_none_match.contains_weak(etag):
        return Answer(b"", etag=etag)
    name = f"{of}-{organisation}-{today():%Y-%m-%d}.{format}"
    head = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Answer(file_of(told, format, organisation), head, etag, FORMATS[format].media_type)


def report_of(row: OrganisationRow, of: str, bearer: Bearer) -> Report | None:
    """None where nothing that the token reads was approved."""
    reads = partial(takes, bearer)
    if of == FOLLOW_UP:
        return follow_up.report_of(row, known(), reads)
    of_all = known()
    above = of == files.BRANCHES
    asked = (row, of_all, approved_of(row.id, of_all, reads, (files.BRANCHES,) if above else TOGETHER), reads)
    found = overall.above(*asked) if above else seen.seen(seen.asked(*asked))
    return files.report_of(found, of) if found.plans else None


def takes(bearer: Bearer, organisation: str) -> bool:
    return all(bearer.may_in(each, organisation) for each in (TAKE, READ))


def named(told: Report, *dress: object) -> str:
    """By all that it says and how it is dressed, before it is made."""
    return digest_of(msgspec.json.encode((told, *dress, reader_language())))
