"""The forms by which a plan is sent, approved, returned, recorded and amended."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import DateField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from facilitation import limits as method
from workshop import limits
from workshop.languages import _l
from workshop.texts import one_line, several_lines
from workshop.web.asking import OnceForm

TOO_LONG = _l("At most %(max)d characters.")


def line_field(label: Any, limit: int, **more: Any) -> StringField:
    return StringField(label, [Length(max=limit, message=TOO_LONG)], filters=[one_line], **more)


def text_field(label: Any, **more: Any) -> TextAreaField:
    kw = {"rows": 3, "maxlength": method.REASON}
    limit = Length(max=method.REASON, message=TOO_LONG)
    return TextAreaField(label, [limit], filters=[several_lines], render_kw=kw, **more)


class SendForm(OnceForm):
    publicity = SelectField(_l("How public the plan is"), [InputRequired(_l("Say how public the plan is."))])
    records_class = line_field(_l("Records class"), 160, description=_l("Where the records plan files it."))
    approver = SelectField(_l("Who approves it"), [InputRequired(_l("Choose who approves it."))])
    role = line_field(
        _l("In which role"), method.NAME, description=_l("Such as permanent secretary. The plan names it.")
    )
    deputy = SelectField(_l("Deputy"), [Optional()])
    answer_by = DateField(
        _l("An answer is wished by"),
        [Optional()],
        description=_l("Whoever has not answered is reminded a week before and on that day."),
    )
    second = SelectField(_l("Second approver"), [Optional()])
    second_role = line_field(_l("In which role"), method.NAME)


class ApproveForm(OnceForm):
    remarks = text_field(_l("Remarks"))


class ReturnForm(OnceForm):
    reason = text_field(_l("What is to be changed"))


class OverruleForm(OnceForm):
    check = HiddenField()
    about = HiddenField()
    field = HiddenField()
    reason = text_field(_l("Why it is approved all the same"))


class RecordForm(OnceForm):
    approver = line_field(_l("Who approved it"), method.ORGANISATION, description=_l("A role or a body, not a name."))
    day = DateField(_l("On which day"), [InputRequired(_l("Give the day."))])
    record_number = line_field(_l("Record number"), method.RECORD_NUMBER)
    file = FileField(
        _l("Signed file"),
        [Optional()],
        description=_l("A PDF, at most %(most)s megabytes.", most=limits.UPLOAD_BYTES >> 20),
    )
    kept = HiddenField()
    kept_name = HiddenField()
    """The file that came before the password was asked, or before something was refused: by its digest."""
    remarks = text_field(_l("Remarks"))
    reason = text_field(_l("Why it was approved all the same"))


class AmendForm(OnceForm):
    reason = text_field(_l("What is to be amended, and why"))
