"""The forms by which administrators change a transfer: what a column holds and is called, what the whole is called."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from facilitation import limits
from facilitation.report.transfer import FIXED, ROW_KINDS, SOURCES, RowKind, Transfer, TransferColumn
from facilitation.words import LANGUAGES, Parallel
from workshop.languages import _l, reader_language
from workshop.texts import one_line
from workshop.web.transfersources import OF, answers, sources
from workshop.web.whole import WholeField


def short(label: str, language: str) -> StringField:
    return StringField(
        label,
        [Length(max=limits.SHORT_TEXT, message=_l("At most %(max)d characters."))],
        filters=[one_line],
        render_kw={"maxlength": limits.SHORT_TEXT, "lang": language},
    )


class DeedForm(FlaskForm):
    """A button that changes a transfer: it carries what was seen, so that two administrators never cross."""

    seen = HiddenField(validators=[InputRequired()])


class TextsForm(DeedForm):
    """A form with texts in several languages."""

    def texts(self, name: str) -> Parallel:
        return {code: text for code in LANGUAGES if (text := self[f"{name}_{code}"].data)}

    def fields_of(self, name: str) -> list[Any]:
        """A text's fields, the reader's own language first; each is called by its language."""
        codes = sorted(LANGUAGES, key=lambda code: code != reader_language())
        return [self[f"{name}_{code}"] for code in codes]

    def said(self, name: str, error: str) -> bool:
        """Whether the text is written in any language; otherwise its first field bears the error."""
        if self.texts(name):
            return True
        self.fields_of(name)[0].errors = [error]
        return False


class NamesForm(TextsForm):
    """What a transfer is called and what it is for."""

    title_fi, title_sv, title_en = (short(_l("Name"), code) for code in LANGUAGES)
    purpose_fi, purpose_sv, purpose_en = (short(_l("What it is for"), code) for code in LANGUAGES)

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        named = [self.said("title", _("Give it a name.")), self.said("purpose", _("Write what it is for."))]
        return fine and all(named)


class SheetForm(TextsForm):
    """One form of the service: what it is called, and which goals stand in it."""

    title_fi, title_sv, title_en = (short(_l("Name"), code) for code in LANGUAGES)
    only = BooleanField(_l("Only goals that are candidates for the performance agreement or agreed."))

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        return self.said("title", _("Give it a name.")) and fine


class NewSheetForm(SheetForm):
    rows = RadioField(
        _l("A row for each"),
        [InputRequired(_l("Choose what a row is about."))],
        choices=[SelectChoice(kind, _l(OF[kind])) for kind in ROW_KINDS],
        default="goal",
    )


class ColumnForm(TextsForm):
    """One column. The words for a choice's answers are fields of `fitted` forms."""

    head_fi, head_sv, head_en = (short(_l("Heading"), code) for code in LANGUAGES)
    source = SelectField(_l("What stands in it"))
    text_fi, text_sv, text_en = (short(_l("Text where the plan says nothing"), code) for code in LANGUAGES)
    longest = WholeField(
        _l("Most characters that the field takes"),
        [Optional(), NumberRange(1, limits.TRANSFER_LONGEST, _l("From %(min)s to %(max)s."))],
        description=_l("What is longer is marked where plans are keyed in. Leave it open if you do not know."),
        render_kw={"inputmode": "numeric", "min": 1, "max": limits.TRANSFER_LONGEST},
    )
    answers: Mapping[str, str] = {}
    """Of the choice that it was opened with: key and name. Set by `fitted`."""

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        headed = self.said("head", _("Write what the column is called in the service."))
        texted = self.source.data != FIXED or self.said("text", _("Write the text that is to stand there."))
        return fine and headed and texted

    @property
    def column(self) -> TransferColumn:
        named = {key: self.texts(f"word{number}") for number, key in enumerate(self.answers)}
        chosen = SOURCES[self.source.data]
        words = {key: texts for key, texts in named.items() if texts} if answers(chosen.key) == self.answers else {}
        return TransferColumn(self.texts("head"), chosen.key, self.texts("text"), words, self.longest.data)


def fitted(rows: RowKind, column: TransferColumn | None) -> type[ColumnForm]:
    """The form for a column: with the sources that its rows know, and a field for each answer of its choice."""
    offered = answers(column.source) if column else {}

    class Fitted(ColumnForm):
        answers = offered

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.source.choices = sources(rows)

    for number, name in enumerate(offered.values()):
        for code in LANGUAGES:
            setattr(Fitted, f"word{number}_{code}", short(name, code))
    return Fitted


def of_names(transfer: Transfer) -> dict[str, str]:
    return spread("title", transfer.title) | spread("purpose", transfer.purpose)


def of_column(column: TransferColumn) -> dict[str, Any]:
    """A column as its form is filled in."""
    filled: dict[str, Any] = spread("head", column.head) | spread("text", column.text)
    for number, key in enumerate(answers(column.source)):
        filled |= spread(f"word{number}", column.words.get(key, {}))
    return filled | {"source": column.source, "longest": column.longest}


def spread(name: str, texts: Parallel) -> dict[str, str]:
    return {f"{name}_{code}": text for code, text in texts.items()}
