"""The form that says who takes over, and for how long."""

from datetime import date

from flask_babel import gettext as _
from wtforms import DateField, EmailField, StringField
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from workshop.languages import _l
from workshop.store.leaving import Successor
from workshop.store.roles import after
from workshop.texts import one_line
from workshop.web.asking import OnceForm
from workshop.web.head import today
from workshop.web.lettered import address, language_field


class SuccessorForm(OnceForm):
    name = StringField(
        _l("Name"),
        [DataRequired(_l("Write who it is.")), Length(max=120)],
        filters=[one_line],
        render_kw={"maxlength": 120, "autocomplete": "off"},
    )
    email = EmailField(
        _l("E-mail"),
        [Optional(), Length(max=254), address],
        filters=[one_line],
        description=_l("Letters about rounds go there. Without one you give them the link yourself."),
        render_kw={"autocomplete": "off"},
    )
    language = language_field()
    since = DateField(_l("First day"), [Optional()], description=_l("Today, if you leave it empty."))
    until = DateField(_l("Last day"), [Optional()], description=_l("For good, if you leave it empty."))

    def validate_until(self, field: DateField) -> None:
        if field.data and field.data < self.begins:
            raise ValidationError(_("It would end before it begins."))
        if field.data and field.data < today():
            raise ValidationError(_("That day has passed."))

    @property
    def begins(self) -> date:
        return self.since.data or today()

    @property
    def successor(self) -> Successor:
        who = (self.name.data or "", self.email.data or "", self.language.data or "")
        return Successor(*who, self.begins, after(self.until.data))
