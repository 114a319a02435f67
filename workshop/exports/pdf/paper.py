"""Paper for those without a device: numbered answer sheets, cards to cut out, the sheet by the door. Tagged, as all."""

import json
from pathlib import Path
from typing import assert_never

from facilitation.report.paper import AnswerSheets, CardSheets, JoinSheet, Paper
from facilitation.report.paper.shapes import Answer, Blanks, Grid, Group, Head, Lines, Part, Ticks, Way
from workshop.exports import Brought, Told
from workshop.exports.pdf.content import REGIONS
from workshop.exports.pdf.document import pictured, printed
from workshop.exports.pdf.letters import printable
from workshop.exports.pdf.texts import Data, heading, language, words

HERE = Path(__file__).parent


def write(paper: Paper, template: Brought | None = None, told: Told = lambda done, of: None) -> bytes:
    """The sheets as one PDF; `template` is for formats that have one."""
    told(0, 2)
    asked = given(paper)
    told(1, 2)
    made = printed(*asked)
    told(2, 2)
    return made


def pages(paper: Paper) -> list[bytes]:
    """The same sheets as pictures (PNG)."""
    return pictured(*given(paper))


def given(paper: Paper) -> tuple[str, Path]:
    """What is told to which drawing."""
    drawing, data = content(paper)
    return json.dumps({**head(paper.head), **data}, ensure_ascii=False), HERE / drawing


def content(paper: Paper) -> tuple[str, Data]:
    """Which drawing it is, and what it is given."""
    match paper:
        case AnswerSheets(parts=parts, first=first, count=count):
            numbers = [named(paper.number.replace("%(n)s", str(n))) for n in range(first, first + count)]
            texts = {
                "name": printable(paper.name),
                "how": printable(paper.how),
                "unconfirmed": printable(paper.unconfirmed),
            }
            return "answers.typ", {"numbers": numbers, "parts": list(map(part, parts)), **texts}
        case CardSheets(parts=parts, pages=pages):
            texts = {"number": printable(paper.number), "cut": printable(paper.cut), "pages": pages}
            return "cards.typ", {"parts": list(map(part, parts)), **texts}
        case JoinSheet(code=code, address=address, picture=picture, said=said, ways=ways, place=place, cut=cut):
            texts = {
                "code": code,
                "address": printable(address),
                "said": named(said),
                "place": printable(place),
                "cut": named(cut),
            }
            return "join.typ", {**texts, "picture": list(picture), "ways": list(map(way, ways))}
        case unknown:
            assert_never(unknown)


def head(of: Head) -> Data:
    return {
        "title": named(of.title),
        "language": language(of.language) or "en",
        "region": REGIONS.get(of.language),
        "organisation": printable(of.organisation),
        "when": printable(of.when),
        "foot": printable(of.foot),
        "made": [of.made.year, of.made.month, of.made.day] if of.made else None,
    }


def named(title: str) -> str:
    """What a heading says: one that nobody can see is refused."""
    return heading(title) or "–"


def part(each: Part) -> Data:
    title = {**words(each.title), "text": named(each.title.text)}
    return {"title": title, "task": words(each.task), "answers": list(map(answer, each.answers))}


def answer(each: Answer) -> Data:
    match each:
        case Lines(label, count, help):
            return {"kind": "lines", "label": printable(label), "count": count, "help": printable(help)}
        case Ticks(label, choices, help):
            return {
                "kind": "ticks",
                "label": printable(label),
                "choices": list(map(words, choices)),
                "help": printable(help),
            }
        case Grid(label, columns, groups):
            return {
                "kind": "grid",
                "label": printable(label),
                "columns": [{"sign": printable(each.sign), "name": printable(each.name)} for each in columns],
                "groups": list(map(group, groups)),
            }
        case Blanks(label, heads, count, help):
            return {
                "kind": "blanks",
                "label": printable(label),
                "heads": list(map(printable, heads)),
                "count": count,
                "help": printable(help),
            }
        case unknown:
            assert_never(unknown)


def group(each: Group) -> Data:
    rows = [{"label": words(row.label), "boxes": row.boxes, "number": printable(row.number)} for row in each.rows]
    marked = any(said.unconfirmed for said in (each.name, *(row.label for row in each.rows)))
    return {"name": words(each.name), "rows": rows, "marked": marked}


def way(each: Way) -> Data:
    return {
        "language": language(each.language) or "en",
        "title": named(each.title),
        "steps": list(map(printable, each.steps)),
        "code": printable(each.code),
        "notes": list(map(printable, each.notes)),
    }
