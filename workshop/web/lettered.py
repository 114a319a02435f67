"""To whom letters go, in forms: addresses that a mail server can take, and the language that is read there."""

from email.errors import HeaderParseError
from email.headerregistry import Address
from typing import Any

from flask_babel import gettext as _
from wtforms import Field, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import ValidationError

from workshop.languages import NAMES, _l, reader_language


def language_field() -> SelectField:
    """In which language somebody gets letters; the writer's own unless another is chosen."""
    choices = [SelectChoice(code, name) for code, name in NAMES.items()]
    return SelectField(_l("Language of letters"), choices=choices, default=reader_language)


def address(_form: Any, field: Field) -> None:
    """Nothing at all, or one address."""
    if field.data and not is_address(field.data):
        raise ValidationError(_("Write an address such as name@example.fi."))


def is_address(text: str) -> bool:
    try:
        return bool(Address(addr_spec=text).domain)
    except (HeaderParseError, IndexError, ValueError):
        return False
