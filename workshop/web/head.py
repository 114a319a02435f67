"""What stands at the head of a workshop: its title in up to three languages, whose it is, when, in which languages."""

from datetime import UTC, datetime, time
from typing import Any

from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, Field, SelectMultipleField, StringField, TimeField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from facilitation import limits
from facilitation.live.state import Workshop
from facilitation.words import LANGUAGES, Parallel
from workshop.days import today as today
from workshop.days import zone as zone
from workshop.languages import NAMES, _l, reader_language
from workshop.store.tables import WorkshopRow
from workshop.texts import one_line

NINE = time(9)


def title_field(language: str) -> StringField:
    return StringField(
        _l("Title"),
        [Length(max=limits.TITLE, message=_l("At most %(max)d characters."))],
        filters=[one_line],
        render_kw={"maxlength": limits.TITLE, "lang": language},
    )


class Boxes(SelectMultipleField):
    """Several of a few, as boxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class HeadForm(FlaskForm):
    title_fi = title_field("fi")
    title_sv = title_field("sv")
    title_en = title_field("en")
    organisation = StringField(
        _l("Organisation"),
        [
            DataRequired(_l("Write whose workshop it is.")),
            Length(max=limits.ORGANISATION, message=_l("At most %(max)d characters.")),
        ],
        description=_l("Whose plan it becomes."),
        filters=[one_line],
        render_kw={"maxlength": limits.ORGANISATION, "autocomplete": "organization", "list": "own-names"},
    )
    period = StringField(
        _l("Years of the plan"),
        [Length(max=limits.PERIOD, message=_l("At most %(max)d characters."))],
        description=_l("Such as 2027–2029."),
        filters=[one_line],
        render_kw={"maxlength": limits.PERIOD},
    )
    day = DateField(_l("Day"), [Optional()], description=_l("Leave it open if it is not agreed yet."))
    time = TimeField(_l("Begins at"), [Optional()], default=NINE)
    languages = Boxes(
        _l("Languages of the room"),
        [InputRequired(_l("Choose at least one language."))],
        choices=[SelectChoice(code, name) for code, name in NAMES.items()],
        default=list(LANGUAGES),
        description=_l("Everybody reads and writes in their own."),
    )

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        if any(self.title.values()):
            return fine
        self.titles[0].errors = [_("Give it a title people will recognise.")]
        return False

    def validate_time(self, field: TimeField) -> None:
        if self.day.data and field.data is None:
            raise ValidationError(_("Write the time as hours and minutes."))

    @property
    def titles(self) -> list[Field]:
        """The title's fields, the reader's own language first."""
        codes = sorted(LANGUAGES, key=lambda code: code != reader_language())
        return [self[f"title_{code}"] for code in codes]

    @property
    def title(self) -> Parallel:
        return {code: text for code in LANGUAGES if (text := self[f"title_{code}"].data)}

    @property
    def spoken(self) -> tuple[str, ...]:
        return tuple(code for code in LANGUAGES if code in (self.languages.data or ()))

    @property
    def starts(self) -> datetime | None:
        """The moment it begins; None while the day is open."""
        if self.day.data is None:
            return None
        return datetime.combine(self.day.data, self.time.data or NINE, zone()).astimezone(UTC)


def head_of(found: WorkshopRow, state: Workshop) -> dict[str, Any]:
    """A workshop's head as its form is filled in."""
    begins = found.starts.astimezone(zone()) if found.starts else None
    titles = {f"title_{code}": state.title.get(code, "") for code in LANGUAGES}
    return titles | {
        "organisation": state.organisation,
        "period": state.period,
        "day": begins.date() if begins else None,
        "time": begins.time() if begins else NINE,
        "languages": list(state.languages),
    }


def begins_at(found: WorkshopRow) -> str:
    """The time of day from which the agenda counts, as HH:MM."""
    return f"{found.starts.astimezone(zone()) if found.starts else NINE:%H:%M}"
