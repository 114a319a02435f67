"""Fields that several forms of organisations share."""

from typing import Any

from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import Length

from facilitation import limits
from facilitation.organisations import KINDS
from facilitation.words import LANGUAGES, Message
from workshop.languages import _l, worded
from workshop.texts import one_line

CODE = 40


def name_field(label: str, language: str) -> StringField:
    return StringField(
        label,
        [Length(max=limits.ORGANISATION, message=_l("At most %(max)d characters."))],
        filters=[one_line],
        render_kw={"maxlength": limits.ORGANISATION, "lang": language},
    )


class CalledForm(FlaskForm):
    """What an organisation is called and is."""

    fi = name_field(_l("Name in Finnish"), "fi")
    sv = name_field(_l("Name in Swedish"), "sv")
    en = name_field(_l("Name in English"), "en")
    kind = SelectField(_l("Kind"))
    code = StringField(
        _l("Code"),
        [Length(max=CODE, message=_l("At most %(max)d characters."))],
        description=_l("What tells it from others of the same name, such as a business id."),
        filters=[one_line],
        render_kw={"maxlength": CODE},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [
            SelectChoice("", _("Not said")),
            *(SelectChoice(key, worded(Message(id))) for key, id in KINDS.items()),
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        if any(self[code].data for code in LANGUAGES):
            return fine
        self.fi.errors = [_("Write its name in at least one language.")]
        return False

    @property
    def head(self) -> dict[str, str]:
        return {name: self[name].data or "" for name in ("fi", "sv", "en", "kind", "code")}
