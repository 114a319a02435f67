"""Several things in one field of a form, a row each: the rows that are there, and empty ones for more."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, FieldList, Form, StringField
from wtforms.validators import Length

from facilitation import limits
from facilitation.plans.fields import milestones
from facilitation.plans.fields.milestones import Milestones
from facilitation.report import figures
from facilitation.report.returned.cells import Unfit, number
from facilitation.report.returned.days import by_then
from facilitation.shapes import Milestone, Reading
from facilitation.steps import interim
from facilitation.steps.kind import Value
from workshop.languages import NAMES, _l, reader_language
from workshop.texts import one_line

EMPTY = 2
"""So many empty rows stand below those that are filled in."""
LEAST = 3
TOO_LONG = _l("At most %(max)d characters.")
Row = Mapping[str, Any]


class FigureField(StringField):
    """A number as people write it: a comma, blanks between thousands."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        try:
            self.data: Any = number(typed) if typed else None
        except Unfit:
            self.data = typed
            raise ValueError(_("Write this as a number.")) from None

    def _value(self) -> str:
        return figures.exact(self.data, reader_language()) if isinstance(self.data, int | float) else self.data or ""


class WhenField(StringField):
    """A year, a month or a day as people write it; a year and a month mean their last day."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        try:
            self.data: Any = by_then(typed) if typed else None
        except Unfit:
            self.data = typed
            raise ValueError(_("Write a year, such as 2028, or a day, such as 31.3.2028.")) from None

    def _value(self) -> str:
        if not isinstance(self.data, date):
            return self.data or ""
        return str(self.data.year) if (self.data.month, self.data.day) == (12, 31) else written(self.data)


def written(day: date) -> str:
    return figures.day(day, reader_language()).replace(figures.HARD, " ")


class Rows(FieldList):
    """Rows of a form; what is wrong in any of them is said once, in words."""

    def validate(self, form: Any, extra_validators: Any = ()) -> bool:
        right = super().validate(form, extra_validators)
        self.errors: Any = list(dict.fromkeys(_words(self.errors)))
        return right


def _words(errors: Any) -> Iterator[str]:
    """Every message of a form's errors, however deep it lies."""
    if isinstance(errors, str):
        yield errors
    elif errors is not None:
        for each in errors.values() if isinstance(errors, Mapping) else errors:
            yield from _words(each)


# -- What stands in a row -------------------------------------------------------------------------------------------


class InterimRow(Form):
    """When, and how much by then."""

    when = WhenField(_l("Year or day"))
    value = FigureField(_l("Value by then"), render_kw={"inputmode": "decimal"})

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if (self.when.data is None) == (self.value.data is None):
            return True
        missing = self.when if self.when.data is None else self.value
        missing.errors = [_("Give both, the day and the value.")]
        return False


class MilestoneRow(Form):
    """A name in each of the plan's languages, when, and whether it is reached."""

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if names_in(self.data) or not (self["when"].data or self["done"].data):
            return True
        next(iter(self)).errors = [_("Give each milestone a name.")]
        return False


def milestone_row(field: Milestones, languages: Iterable[str]) -> type[MilestoneRow]:
    """The row's form: fields stand in the order in which they are made."""
    several = len(tuple(languages)) > 1
    names = {
        f"name_{code}": StringField(
            f"{_('Name')} ({NAMES[code]})" if several else _("Name"),
            [Length(max=field.limit, message=TOO_LONG)],
            filters=[one_line],
            render_kw={"lang": code, "maxlength": field.limit},
        )
        for code in languages
    }
    rest = {"when": WhenField(_l("Year or day")), "done": BooleanField(_l("Reached"))}
    return type("MilestoneRow", (MilestoneRow,), {**names, **rest})


# -- From a value to its rows and back ------------------------------------------------------------------------------


def rows_of_interim(value: Value) -> list[Row]:
    readings = [interim.read(text) for text in value] if isinstance(value, list) else []
    return _with_empty([{"when": each.day, "value": each.value} for each in readings], limits.INTERIM)


def interim_of(rows: Iterable[Row]) -> list[str]:
    filled = [Reading(row["value"], row["when"]) for row in rows if row["when"] and row["value"] is not None]
    return [interim.written(each) for each in sorted(filled, key=lambda each: each.day or date.min)]


def rows_of_milestones(value: Value) -> list[Row]:
    points = [milestones.read(text) for text in value] if isinstance(value, list) else []
    rows: list[Row] = [
        {"when": each.day, "done": each.done, **{f"name_{code}": text for code, text in each.name.items()}}
        for each in points
    ]
    return _with_empty(rows, limits.MILESTONES)


def milestones_of(rows: Iterable[Row]) -> list[str]:
    return [milestones.told(Milestone(name, row["when"], bool(row["done"]))) for row in rows if (name := names_in(row))]


def _with_empty(rows: list[Row], most: int) -> list[Row]:
    wanted = max(LEAST, len(rows) + EMPTY)
    return [*rows, *[{}] * (max(len(rows), min(most, wanted)) - len(rows))]


def names_in(row: Row) -> dict[str, str]:
    named = {key.removeprefix("name_"): text for key, text in row.items() if key.startswith("name_")}
    return {code: text for code, text in named.items() if text}
