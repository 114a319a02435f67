"""The forms by which a plan is sent, approved, returned, recorded and amended."""

from typing import Any

from flask_babel import gettext as _
from flask_wtf.file import FileField
from wtforms import DateField, Form, FormField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from facilitation import limits as method
from workshop import limits
from workshop.languages import _l
from workshop.texts import one_line, several_lines
from workshop.uploads.signed import KINDS
from workshop.web.asking import OnceForm
from workshop.web.plans.rows import Rows

TOO_LONG = _l("At most %(max)d characters.")


def line_field(label: Any, limit: int, **more: Any) -> StringField:
    return StringField(label, [Length(max=limit, message=TOO_LONG)], filters=[one_line], **more)


def text_field(label: Any, **more: Any) -> TextAreaField:
    kw = {"rows": 3, "maxlength": method.REASON}
    limit = Length(max=method.REASON, message=TOO_LONG)
    return TextAreaField(label, [limit], filters=[several_lines], render_kw=kw, **more)


class ApproverRow(Form):
    """One who is asked, in which role, and who stands in; a row in which nothing is said asks nobody."""

    account = SelectField(_l("Who approves it"), [Optional()])
    role = line_field(
        _l("In which role"), method.NAME, description=_l("Such as permanent secretary. The plan names it.")
    )
    deputy = SelectField(_l("Deputy"), [Optional()])

    def validate(self, extra_validators: Any = None) -> bool:
        right = super().validate(extra_validators)
        if self.said and not self.account.data:
            self.account.errors = [_("Choose who approves it.")]
        elif self.said and not self.role.data:
            self.role.errors = [_("Say in which role.")]
        return right and not self.errors

    @property
    def said(self) -> bool:
        return any(self.data.values())


class FiledForm(OnceForm):
    """What is said of a plan as a record before it is approved, whichever way it is."""

    publicity = SelectField(_l("How public the plan is"), [InputRequired(_l("Say how public the plan is."))])
    records_class = line_field(_l("Records class"), 160, description=_l("Where the records plan files it."))


class SendForm(FiledForm):
    approvers = Rows(FormField(ApproverRow), _l("Approvers"), min_entries=1, max_entries=method.APPROVERS)
    answer_by = DateField(
        _l("An answer is wished by"),
        [Optional()],
        description=_l("Whoever has not answered is reminded a week before and on that day."),
    )

    @property
    def rows(self) -> list[ApproverRow]:
        """As they stand on the page, filled in or not."""
        return [each.form for each in self.approvers]

    def validate_approvers(self, field: Rows) -> None:
        """Somebody, and each of them once: what is wrong stands at its row."""
        asked = [each.account.data for each in self.rows]
        twice = next((at for at, who in enumerate(asked) if who and who in asked[:at]), None)
        if twice is not None:
            self.mend(twice, _("Each of them is asked once."))
        elif not any(each.said for each in self.rows):
            self.mend(0, _("Choose who approves it."))

    def mend(self, row: int, words: str) -> None:
        self.rows[row].account.errors = [words]
        raise ValidationError(words)


class ApproveForm(OnceForm):
    remarks = text_field(_l("Remarks"))


class ReturnForm(OnceForm):
    reason = text_field(_l("What is to be changed"))


class OverruleForm(OnceForm):
    check = HiddenField()
    about = HiddenField()
    field = HiddenField()
    reason = text_field(_l("Why it is approved all the same"))


class RecordForm(FiledForm):
    approver = line_field(_l("Who approved it"), method.ORGANISATION, description=_l("A role or a body, not a name."))
    day = DateField(_l("On which day"), [InputRequired(_l("Give the day."))])
    record_number = line_field(_l("Record number"), method.RECORD_NUMBER)
    file = FileField(
        _l("Signed file"),
        [Optional()],
        description=_l(
            "A PDF or an ASiC container (.asice), at most %(most)s megabytes.", most=limits.UPLOAD_BYTES >> 20
        ),
        render_kw={"accept": ",".join(f".{each.ending}" for each in KINDS)},
    )
    kept = HiddenField()
    kept_name = HiddenField()
    """The file that came before the password was asked, or before something was refused: by its digest."""
    remarks = text_field(_l("Remarks"))
    reason = text_field(_l("Why it was approved all the same"))


class AmendForm(OnceForm):
    reason = text_field(_l("What is to be amended, and why"))
