"""The report's words on a page: whose they are, in which language, and whether the wording is confirmed.

In code and not as a macro: a matrix or a list of figures has thousands of them.
"""

from functools import cache

from flask import Flask, url_for
from flask_babel import gettext as _
from markupsafe import Markup, escape

from facilitation.report.blocks import Column, Table
from facilitation.report.figures import HARD
from facilitation.report.reader import NONE
from facilitation.report.texts import Words
from facilitation.words import Parallel, said_in
from workshop.languages import reader_language

KINDS = {"behind": "bad", "overdue": "warn", "slightly_behind": "warn", "no_figure": "none", "on_its_way": "ok"}
"""By status, how a goal or a metric that stands so is painted."""


def init_app(app: Flask) -> None:
    app.add_template_global(as_said)
    app.add_template_global(say)
    app.add_template_global(table_rows)


def as_said(texts: Parallel, otherwise: str = "") -> Words:
    """A text in the reader's language, or in another and marked as such; `otherwise` in nobody knows which."""
    code, text = said_in(texts, reader_language())
    return Words(text or otherwise, "" if code == reader_language() else code)


def say(words: Words, cls: str = "") -> Markup:
    return Markup(_said(words, cls))  # noqa: S704 (each part is escaped)


def table_rows(table: Table, stacks: bool = False) -> Markup:
    """What stands in a table, the first cell of each row as its head; where rows are stacked, each names its column."""
    cells = [_cell(column, stacks) for column in table.columns[1:]]
    named = _as("row", stacks), _as("rowheader", stacks)
    begun, ended = [f'<th scope="row"{named[1]}>', *cells], ["</th>", *("</td>" for _ in cells)]
    nil = [a.replace("<td", "<td data-nil", 1) for a in begun] if stacks else begun
    drawn = (
        "".join(
            f"{n if cell.text == NONE.text else a}{_said(cell)}{z}"
            for a, n, cell, z in zip(begun, nil, row, ended, strict=False)
        )
        for row in table.rows
    )
    return Markup("".join(f"<tr{named[0]}>{row}</tr>" for row in drawn))  # noqa: S704 (each part is escaped)


def _cell(column: Column, stacks: bool) -> str:
    numbers = ' class="num"' if column.figures else ""
    return f"<td{numbers}{_as('cell', stacks)}" + (f' data-label="{escape(column.head)}">' if stacks else ">")


def _as(role: str, stacks: bool) -> str:
    """Told in so many words where the style makes blocks of rows and cells."""
    return f' role="{role}"' if stacks else ""


def _said(words: Words, cls: str = "") -> str:
    spoken = f' lang="{escape(words.language)}"' if words.language else ""
    named = f' class="{escape(cls)}"' if cls else ""
    text = f"<span{spoken}{named}>{escape(words.text)}</span>"
    if words.status:
        text = pill(KINDS[words.status], text)
    if words.leads:
        there = url_for("plan_follow.read", id=words.leads.plan, _anchor=words.leads.at)
        text = f'<a href="{escape(there)}">{text}</a>'
    return f"{text}{HARD}{unofficial()}" if words.unconfirmed else text


def pill(kind: str, text: str) -> str:
    """As `parts.status` draws it."""
    signs = url_for("static", filename="icons.svg")
    sign = f'<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><use href="{signs}#status-{kind}"/></svg>'
    return f'<span class="status status--{kind}">{sign}{text}</span>'


def unofficial() -> Markup:
    return _unofficial(reader_language())


@cache
def _unofficial(_language: str) -> Markup:
    title, told = _("This wording is ours; the official one is still to be confirmed."), _("Wording not yet confirmed")
    sign = Markup('<abbr class="unofficial" title="{}">*<span class="sr"> {}</span></abbr>')
    return sign.format(title, told)
