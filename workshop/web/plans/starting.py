"""The form by which a plan is started, with what this account may begin it from and for whom."""

from flask import request
from flask_babel import gettext as _
from flask_wtf.file import FileField
from wtforms import BooleanField, RadioField, SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import InputRequired, Length, Optional

from facilitation import limits, packs
from facilitation.words import LANGUAGES, Parallel, said
from workshop.languages import _l, reader_language
from workshop.store.tables import AccountRow
from workshop.texts import one_line
from workshop.web.asking import OnceForm
from workshop.web.found import methods, state_of
from workshop.web.head import Boxes, title_field
from workshop.web.organisations.known import choices, known
from workshop.web.plans.found import life_of, mine
from workshop.web.workshops import theirs

TOO_LONG = _l("At most %(max)d characters.")
BEGINNINGS = {
    "empty": _l("Empty: everything is written here"),
    "workshops": _l("From one or several workshops"),
    "plan": _l("From another plan, with what is not done yet"),
    "file": _l("From a file of a plan: its data or its workbook"),
}


class StartForm(OnceForm):
    begins = RadioField(
        _l("How does it begin?"),
        [InputRequired(_l("Choose how the plan begins."))],
        choices=[SelectChoice(key, name) for key, name in BEGINNINGS.items()],
        default="empty",
    )
    title_fi = title_field("fi")
    title_sv = title_field("sv")
    title_en = title_field("en")
    method = SelectField(_l("Method"))
    whose = SelectField(
        _l("Whose plan it is"),
        default="",
        description=_l("Those who have a role there find it among theirs."),
    )
    organisation = StringField(
        _l("What the plan calls them"), [Length(max=limits.ORGANISATION, message=TOO_LONG)], filters=[one_line]
    )
    period = StringField(
        _l("Years of the plan"),
        [Length(max=limits.PERIOD, message=TOO_LONG)],
        description=_l("Such as 2027–2029."),
        filters=[one_line],
    )
    workshops = Boxes(_l("Workshops"))
    plan = SelectField(_l("Plan"), [Optional()])
    newer = BooleanField(
        _l("By the newer strategy, where there is one"),
        default=True,
        description=_l("Objectives are taken over as an administrator has mapped them; what has none becomes a task."),
    )
    file = FileField(
        _l("File"),
        [Optional()],
        description=_l(
            "The data (.json) brings everything, a workbook (.xlsx) what its sheets say. "
            "A document (.docx) changes a plan that is there and begins none."
        ),
        render_kw={"accept": ".json,application/json,.xlsx"},
    )

    @property
    def title(self) -> Parallel:
        return {code: text for code in LANGUAGES if (text := self[f"title_{code}"].data)}

    @property
    def titles(self) -> list:
        """The title's fields, the reader's own language first."""
        return [self[f"title_{code}"] for code in sorted(LANGUAGES, key=lambda code: code != reader_language())]


def ones(who: AccountRow) -> list[SelectChoice]:
    """The plans that somebody may go on from."""
    return [SelectChoice(each.row.id, each.title(reader_language())) for each in mine(who)]


def start_form(who: AccountRow) -> StartForm:
    form = StartForm()
    form.workshops.choices = [SelectChoice(row.id, said(state_of(row).title, reader_language())) for row in theirs(who)]
    form.method.choices = [SelectChoice(key, said(packs.load(key).name, reader_language())) for key in methods()]
    form.whose.choices = [SelectChoice("", _("As what it begins from")), *choices(known(), "start_plan_for")]
    form.plan.choices = [SelectChoice("", "–"), *ones(who)]
    if not form.is_submitted():
        form.method.data = usual(who)
    if not form.is_submitted() and (wanted := request.args.get("from")):
        form.begins.data, form.plan.data = "plan", wanted
    return form


def usual(who: AccountRow) -> str:
    """The method of the newest plan or workshop that this account has a part in; of whoever has none, the first."""
    plans, shops = ((each.row for each in mine(who)), theirs(who))
    plan = max(plans, key=lambda row: row.created, default=None)
    shop = max(shops, key=lambda row: row.created, default=None)
    if plan and (shop is None or shop.created <= plan.created):
        return life_of(plan.id, plan.head).plan.pack
    return state_of(shop).pack if shop else methods()[0]
