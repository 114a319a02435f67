"""A document that came back: made once more as it left, and held against that and against what is now."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from flask_babel import force_locale

from facilitation.report import Report, report
from facilitation.report.blocks import SpanRow
from facilitation.report.reader import Reader, reader
from facilitation.report.returned import Cells, Changed, Paper, Piece, Remark, Reviewed, Run, Sources, Unfit, reviewed
from facilitation.report.returned.typed import PARTS, field_of
from facilitation.report.sheets import Sheet
from facilitation.report.tabled import sheets
from facilitation.report.texts import Words
from facilitation.shapes import Plan
from facilitation.view.as_data import as_text
from facilitation.words import N_, Refused
from workshop.exports import child as making
from workshop.exports.document.marks import id_of, mark_of
from workshop.languages import LOCALES
from workshop.uploads import checked, child, document
from workshop.web.comparing import AT_ONCE
from workshop.web.differences import NAMED_BY, named
from workshop.web.document import wording
from workshop.web.living import Living, Stamp
from workshop.web.method import confirmations

NO_FIELDS = N_("None of the plan’s fields is found in this document any more. Download a new one and change that.")
UNMADE = N_(
    "The plan could not be made once more to compare it. Nothing was changed; bring the file again in a moment."
)


@dataclass(frozen=True)
class Suggestion:
    """What became of a field, with the command that would make it so; None where there is none. `why` says why."""

    changed: Changed
    command: Any
    why: str = ""


@dataclass(frozen=True)
class Review:
    """Everything that came back in a document."""

    seq: int
    digest: str
    to: Reader
    of: Reviewed
    suggestions: list[Suggestion]
    names: Mapping[str, str]
    """What goals, metrics and actions are called now, by id."""
    heads: Mapping[str, str]
    """What each field is called, by its address."""
    sources: Sources


def review(living: Living, file: bytes) -> Review:
    """The document held against where it is from. Raises Refused, at the field `file`."""
    checked(file, "docx")
    with AT_ONCE:
        read = child.read(file, "document")
    stamped = living.stamp_in(read["stamp"])
    with force_locale(LOCALES[stamped.language]):
        to = reader(stamped.language, wording, living.pack, confirmations(living.pack.key))
        of = held(read, living, stamped, to)
        suggestions = [suggestion(each, living, to) for each in of.changed]
        tables = [sheet for plan in living.now() for sheet in sheets(plan, to)]
    names = {id: text for key, column in NAMED_BY.items() for id, text in named(tables, key, column).items()}
    heads = {at: head_of(at, tables, to) for at in (*(each.at for each in of.changed), *of.missing)}
    return Review(living.seq, sha256(file).hexdigest(), to, of, suggestions, names, heads, living.sources)


def head_of(at: str, tables: Sequence[Sheet], to: Reader) -> str:
    """What a sheet calls a field, in whichever language its words are; the first of those that stand in one place."""
    key, _, column = at.split("/")
    column = next(iter(PARTS[key, column][1])) if (key, column) in PARTS else column
    heads = {field.key: field.head for sheet in tables if sheet.key == key for field in sheet.fields}
    return heads.get(column) or field_of(key, column.partition(".")[0], to).head


def as_left(plan: Plan, stamped: Stamp, to: Reader, seq: int) -> Report:
    return report(
        plan,
        stamped.language,
        wording,
        to.pack,
        made=stamped.made,
        confirmed=confirmations(to.pack.key),
        extract=stamped.extract,
        data=as_text(plan),
        seq=seq,
    )


def held(read: Mapping[str, Any], living: Living, stamped: Stamp, to: Reader) -> Reviewed:
    """Raises Refused where no field is left."""
    then, seq = living.then(stamped, to), living.own_seq(stamped)
    told = as_left(then, stamped, to, seq)
    before = marked(said_at(told))
    now = {words.at: words for plan in living.now() for words in said_at(as_left(plan, stamped, to, seq))}
    back = paper(read, before)
    if before and not any(mark in before for piece in back.pieces for mark in piece.marks):
        raise Refused(NO_FIELDS, code="no_fields", field="file")
    tables = [sheet for plan in living.now() for sheet in sheets(plan, to)]
    cells = Cells(to, [*sheets(then, to)], tables, living.sources)
    return reviewed(paper(remade(told), before), back, before, now, cells)


def marked(told: Iterable[Words]) -> dict[str, Words]:
    """By the marks that they bear in the document: a field that is told again has another there."""
    times: Counter[str] = Counter()
    found: dict[str, Words] = {}
    for words in told:
        times[words.at] += 1
        found[mark_of(words.at, times[words.at])] = words
    return found


def remade(told: Report) -> Mapping[str, Any]:
    """What stood in the document when it left. Raises Refused."""
    try:
        return document.read(making.make("docx", told)) or {"paragraphs": [], "remarks": {}}
    except making.Unmade:
        raise Refused(UNMADE, code="unmade", field="file") from None


def said_at(told: Any) -> Iterator[Words]:
    """The words of fields, each time that they are told."""
    if isinstance(told, Words):
        yield from (told,) if told.at else ()
    elif isinstance(told, tuple):
        for each in told:
            yield from said_at(each)
    elif hasattr(told, "__dataclass_fields__"):
        if isinstance(told, SpanRow) and told.aim_at:
            yield Words(told.aim_name, at=told.aim_at)
        for name in told.__dataclass_fields__:
            if name not in ("sheets", "entries"):
                yield from said_at(getattr(told, name))


def paper(read: Mapping[str, Any], known: Mapping[str, Words]) -> Paper:
    """What the child read, in the method's shapes."""
    met = {mark for each in read["paragraphs"] for mark in each["marks"]}
    lost = {id_of(mark): mark for mark, words in known.items() if mark not in met and mark == mark_of(words.at)}
    return Paper(tuple(piece(each, lost) for each in read["paragraphs"]), dict(remarks(read["remarks"])))


def piece(told: Mapping[str, Any], lost: Mapping[str, str]) -> Piece:
    """A paragraph; one that lost its bookmark is known by its id."""
    runs = tuple(Run(text, way, who, when, tuple(marks)) for text, way, who, when, marks in told["runs"])
    marks = (*told["marks"], *filter(None, (lost.get(told["id"]),)))
    return Piece(runs, marks, told["cell"], told["contents"], tuple(told["remarks"]))


def remarks(told: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Remark]]:
    """Those that answer nothing, with all that was answered to them."""
    for id, each in told.items():
        if each["to"] not in told or each["to"] == id:
            answers = (answer for answer in told.values() if answer["to"] == id and answer is not each)
            yield id, Remark(*spoken(each), tuple(Remark(*spoken(answer)) for answer in answers))


def spoken(told: Mapping[str, str]) -> tuple[str, str, str]:
    return told["who"], told["when"], told["text"]


def suggestion(changed: Changed, living: Living, to: Reader) -> Suggestion:
    line = changed.line
    if changed.why:
        return Suggestion(changed, None, changed.why)
    if line is None or line.state == "meanwhile":
        return Suggestion(changed, None)
    if line.state in ("gone", "fixed"):
        return Suggestion(changed, None, line.state)
    try:
        command = living.wish(line, to)
    except Unfit as unfit:
        return Suggestion(changed, None, unfit.why)
    return Suggestion(changed, command, "" if command else "fixed")
