"""To whom letters go, in forms: addresses that a mail server can take, and the language that is read there."""

from email.errors import HeaderParseError
from email.headerregistry import Address
from typing import Any

from flask_babel import gettext as _
from wtforms import Field, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import ValidationError

from facilitation.words import Parallel
from workshop.languages import NAMES, _l, reader_language
from workshop.mail.invitations import Given
from workshop.store.letters import LINK, Letter
from workshop.store.roles import Part
from workshop.store.tables import LetterRow


def language_field() -> SelectField:
    """In which language somebody gets letters; the writer's own unless another is chosen."""
    choices = [SelectChoice(code, name) for code, name in NAMES.items()]
    return SelectField(_l("Language of letters"), choices=choices, default=reader_language)


def address(_form: Any, field: Field) -> None:
    """Nothing at all, or one address."""
    if field.data and not is_address(field.data):
        raise ValidationError(_("Write an address such as name@example.fi."))


def given_as(part: Part, names: Parallel) -> Given:
    """A role in an organisation of these names, as letters tell of it."""
    return Given(part.role, names, f"{part.organisation}:{part.role}:{part.since}")


def is_address(text: str) -> bool:
    try:
        return bool(Address(addr_spec=text).domain)
    except (HeaderParseError, IndexError, ValueError):
        return False


def read(letter: Letter | LetterRow) -> str:
    """A letter's words as others may read them: without what only its reader may have."""
    return letter.text.replace(LINK, "[{}]".format(_("the personal link of the reader")))
