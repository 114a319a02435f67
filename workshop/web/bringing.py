"""A file that left here comes back: who may bring it, the page that asks for it, and what it may weigh."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired

from facilitation.words import Refused
from workshop import limits
from workshop.languages import _l, worded
from workshop.web.home import Kind
from workshop.web.homes import living_of, may_bring
from workshop.web.living import Living

Shown: TypeAlias = Callable[[Living, Any, bytes], ResponseReturnValue]
"""The page of what a file wants otherwise. Raises Refused for a file that cannot be read."""


@dataclass(frozen=True)
class Way:
    """A sort of file that comes back: the right to bring it, the form and the page that ask for it."""

    action: str
    form: type[FlaskForm]
    asks: str
    parts: int | None = None
    """So many fields the page of its differences may send, where these are more than pages otherwise do."""

    def take_large_files(self, endpoint: str | None, values: dict[str, Any] | None) -> None:
        """Files and what differs in them are larger than what pages otherwise take; before forms are read."""
        to = values or {}
        if request.method == "POST" and may_bring(to["home"], to["id"], self.action):
            request.max_content_length = limits.UPLOAD_BYTES * 2
            request.max_form_memory_size = limits.WORKBOOK_FORM_BYTES
            request.max_form_parts = self.parts or request.max_form_parts

    def living(self, home: Kind, id: str) -> Living | ResponseReturnValue:
        return living_of(home, id, self.action)

    def page(self, living: Living, form: FlaskForm, status: int = 200) -> ResponseReturnValue:
        return render_template(self.asks, living=living, form=form), status

    def asked(self, home: Kind, id: str) -> ResponseReturnValue:
        living = self.living(home, id)
        return self.page(living, self.form()) if isinstance(living, Living) else living

    def brought(self, home: Kind, id: str, shown: Shown) -> ResponseReturnValue:
        """What differs. Nothing is kept of the file: what may be taken goes into the form that takes it in."""
        living = self.living(home, id)
        if not isinstance(living, Living):
            return living
        form: Any = self.form()
        if not form.validate_on_submit():
            return self.page(living, form, 400)
        try:
            return shown(living, form, form.file.data.read(limits.UPLOAD_BYTES + 1))
        except Refused as refused:
            form.file.errors = [worded(refused.message)]
            return self.page(living, form, 400)


def file_field(label: str, description: str, accept: str) -> FileField:
    required = [FileRequired(_l("Choose a file."))]
    return FileField(label, required, description=description, render_kw={"accept": accept})
