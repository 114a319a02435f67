"""A space is no answer: what must be written is asked for again on every form."""

from collections.abc import Iterator, Sequence

from flask import Flask
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.fields.core import UnboundField
from wtforms.validators import InputRequired

NOT_WRITTEN = (HiddenField, PasswordField)


def below(form: type[FlaskForm]) -> Iterator[type[FlaskForm]]:
    for each in form.__subclasses__():
        yield each
        yield from below(each)


def written(form: type[FlaskForm]) -> Iterator[tuple[str, Sequence[object]]]:
    """A form's fields of text with their validators; spaces may well be part of a password."""
    fields = {name: field for name, field in vars(form).items() if isinstance(field, UnboundField)}
    for name, field in fields.items():
        if issubclass(field.field_class, StringField) and not issubclass(field.field_class, NOT_WRITTEN):
            _label, validators, *_more = *field.args, (), ()
            yield f"{form.__name__}.{name}", field.kwargs.get("validators", validators)


def test_no_form_takes_a_space_for_what_must_be_written(app: Flask):
    assert app.url_map, "every page is known, and so is every form"
    fields = [field for form in {*below(FlaskForm)} for field in written(form)]
    assert len(fields) > 40
    assert [name for name, has in fields if any(isinstance(each, InputRequired) for each in has)] == []
