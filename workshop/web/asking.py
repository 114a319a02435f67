"""Forms that become commands: sent twice as they are, they are the same ask."""

import secrets
from hashlib import sha256
from typing import TypeVar

from flask_wtf import FlaskForm
from wtforms import HiddenField

from workshop.perform import Once

Form = TypeVar("Form", bound=FlaskForm)


class OnceForm(FlaskForm):
    once = HiddenField(default=lambda: secrets.token_urlsafe(12))

    def renew(self) -> None:
        """What was refused may be granted later: sent once more from the page that said so, it is another ask."""
        self.once.data = secrets.token_urlsafe(12)


def once(form: OnceForm, command: object) -> Once:
    """The same ask whenever the same form is sent with the same words."""
    return Once(sha256(f"{form.once.data}\n{command}".encode("utf-8", "replace")).hexdigest()[:32])


def apart(form: Form, key: str) -> Form:
    """The form with ids of its own, where a page has several of its kind."""
    for field in form:
        field.id = f"{field.name}-{key}"
        field.label.field_id = field.id
    return form
