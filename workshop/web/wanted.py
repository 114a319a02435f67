"""What somebody wants to take home: a plan or an extract of it, in a format, as they may see it now."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

from flask import Response, abort, send_file
from flask_wtf import FlaskForm
from wtforms import HiddenField
from wtforms.validators import Length

from facilitation.report import Report, report
from facilitation.report.extracts import EXTRACTS
from facilitation.view.as_data import as_text
from facilitation.words import LANGUAGES, Message
from workshop.clock import now
from workshop.exports import FORMATS, Brought, Told, child
from workshop.exports.child import GivenUp
from workshop.languages import reader_language, worded
from workshop.making import queue_of
from workshop.store.tables import TemplateRow
from workshop.web.brought import brought, template_for
from workshop.web.document import wording
from workshop.web.head import zone
from workshop.web.home import Home
from workshop.web.method import confirmations
from workshop.web.telling import IN_TWO, in_languages

NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
SILENT: Told = lambda done, of: None  # noqa: E731 (it has a type)
LONGEST = 60


class AskForm(FlaskForm):
    """What is wanted, as the plain link's address says it, and a once-id: the same asked twice is made once."""

    format = HiddenField()
    of = HiddenField()
    draft = HiddenField()
    version = HiddenField()
    template = HiddenField()
    beside = HiddenField()
    once = HiddenField(validators=[Length(min=16, max=LONGEST)])

    @property
    def asked(self) -> dict[str, str]:
        """As it stands in an address."""
        return {name: self[name].data or "" for name in ("of", "template", "beside")}


@dataclass(frozen=True)
class Wanted:
    home: Home
    format: str
    extract: str
    own: bool
    """In Toimi's own template, whatever the organisation brought."""
    at: datetime
    second: str = ""
    """The language that stands beside the reader's own, if any."""

    def report(self) -> Report:
        told = in_languages(self.tell, self.second)
        if self.second:
            # A file in two languages is not read back: it bears no mark of where it is from.
            return told
        return replace(told, stamp=self.home.stamp(told.language, self.at.date(), self.extract))

    def tell(self, language: str, beside: str) -> Report:
        home = self.home
        return report(
            home.plan,
            language,
            wording,
            home.pack,
            made=self.at.date(),
            confirmed=confirmations(home.pack.key),
            extract=self.extract,
            data=as_text(home.plan),
            beside=beside,
            seq=home.own_seq,
            keyed=home.keyed,
        )

    def template(self) -> Brought | None:
        row = None if self.own else worn(self.home, self.format)
        return brought(row) if row else None

    def job(self, told: Report | None = None) -> Callable[..., bytes]:
        """Makes it, of what is seen now: whoever calls it later needs neither request nor app.

        `told`: another report of the same plan.
        """
        format, whole, template = self.format, told or self.report(), self.template()

        def make(heard: Told = SILENT, given_up: GivenUp | None = None) -> bytes:
            return child.make(format, whole, template, heard, given_up)

        return make

    def file_name(self, part: str = "") -> str:
        part = part or (worded(Message(EXTRACTS[self.extract].title)) if self.extract else "")
        both = f"{reader_language()}-{self.second}" if self.second else ""
        return named(self.home, self.format, self.at, part, both)

    def sent(self, told: Report | None = None, part: str = "") -> Response:
        """The file itself, made beside the room; the answer comes when it is ready. Raises child.Unmade."""
        made, media_type = queue_of().done(self.job(told)), FORMATS[self.format].media_type
        return send_file(BytesIO(made), media_type, as_attachment=True, download_name=self.file_name(part))


def named(home: Home, format: str, at: datetime, *parts: str) -> str:
    """What a file is called: of what, in which part, whose, and its version or when it stood so."""
    number = home.asked.get("version") or f"{at:%Y-%m-%d %H.%M}"
    words = ", ".join(filter(None, (home.title, *parts, home.plan.organisation, number)))
    return NOT_IN_NAMES.sub(" ", f"{words}.{format}")


def wanted(home: Home, format: str, asked: Mapping[str, str]) -> Wanted:
    """By an address or a form; 404 for what is not offered."""
    extract, second = asked.get("of", ""), asked.get("beside", "")
    if format not in FORMATS or extract not in ("", *EXTRACTS):
        abort(404)
    if second and (format not in IN_TWO or second not in LANGUAGES or second == reader_language()):
        abort(404)
    return Wanted(home, format, extract, asked.get("template") == "own", now().astimezone(zone()), second)


def worn(home: Home, format: str) -> TemplateRow | None:
    """The template in which such files of this plan leave; none for Toimi's own."""
    return template_for(format, home.organisations) if FORMATS[format].brought else None


def dressed(home: Home) -> dict[str, TemplateRow | None]:
    """The templates of all formats that may have one."""
    return {format: worn(home, format) for format, each in FORMATS.items() if each.brought}
