"""Files of the desk with their first pages: of a branch, of planning, of a round of follow-up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.report import Report
from workshop.exports import FORMATS, Format, child
from workshop.web.asked import File, answered, desk, file_name
from workshop.web.brought import brought, template_for
from workshop.web.head import today
from workshop.web.pictured import pictured, wants_pages


@dataclass(frozen=True)
class Leaf:
    """A file as the gallery shows it: how it is made, where it is had, and in whose dress."""

    format: Format
    address: str
    worn: str

    @property
    def pictures(self) -> str:
        """Where its first pages are asked for: at its own address."""
        return self.address + ("&" if "?" in self.address else "?") + "pictures=1"


def leaves(formats: Mapping[str, Format], organisation: str, address: Callable[..., str]) -> Sequence[Leaf]:
    return [Leaf(each, address(format=key), dress(each, organisation)) for key, each in formats.items()]


def dress(format: Format, organisation: str) -> str:
    """In which template such a file leaves; "" where it has none."""
    if not format.brought:
        return ""
    template = template_for(format.key, (organisation,))
    return _("In the template “%(name)s”", name=template.name) if template else _("In Toimi’s own template")


def gallery(title: str, whose: str, back: str, parts: Mapping[str, Sequence[Leaf]]) -> ResponseReturnValue:
    """The page; `parts` by their headings, "" where there is one only."""
    return render_template("files/leaves.html", title=title, whose=whose, back=back, parts_of=parts)


def of_organisation(told: Report, format: str, organisation: str) -> ResponseReturnValue:
    """A report over many plans as a file, in whatever dress their organisation has; or its first pages."""
    template, form = template_for(format, (organisation,)), FORMATS[format]
    given = (format, told, brought(template) if template else None)
    if wants_pages():
        return pictured(desk(), given)
    name = file_name(format, told.title, organisation, f"{today():%Y-%m-%d}")
    return answered(desk(), File(name, form.media_type, partial(child.make, *given)), lambda why: abort(503))
