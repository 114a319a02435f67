"""One page that finds a person through everything, and tells what is where. Names travel in no address."""

import re
from collections.abc import Sequence
from typing import Any
from unicodedata import normalize

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField
from wtforms.validators import DataRequired, Length

from workshop import store
from workshop.clock import now
from workshop.languages import _l
from workshop.persons.found import KINDS, Found, find
from workshop.persons.sought import Sought
from workshop.store.accounts import note
from workshop.texts import one_line
from workshop.web.head import Boxes
from workshop.web.keeping.insight import looked_in
from workshop.web.signing_in import account, signed_in

bp = Blueprint("persons", __name__, url_prefix="/requests")

SHORTEST = 3
WHOLE_NAME = re.compile(r"\w{2,}\W+\w{2,}")
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
KIND_NAMES = {
    "account": _l("Accounts"),
    "seat": _l("Seats in workshops"),
    "guest": _l("Comments by a link"),
    "holder": _l("Roles that plans name"),
    "mention": _l("In texts"),
    "file": _l("In files"),
}
GOES = {
    "account": _l("Name, address, password, logins and ties go. What it did stays, under a number."),
    "seat": _l(
        "The name, the personal link and what they said of themselves go. What they wrote stays "
        "without a name, unless you choose otherwise."
    ),
    "guest": _l("The name goes. The comment stays without a name, unless you choose otherwise."),
    "holder": _l("Name and address go, and the role waits for somebody else."),
    "mention": _l("The name is struck out of the text. In an approved version of a plan it stays."),
    "file": _l(
        "No words are struck out of a file: it goes whole or stays. The signed file of a recorded approval stays, "
        "because the record rests on it; a template stays while it is in use."
    ),
}
TABLES = {
    "event": _l("a workshop’s or plan’s log"),
    "audit": _l("the trail"),
    "letter": _l("a letter"),
    "invitation": _l("a link that was made"),
    "organisation": _l("an organisation’s settings"),
    "workshop": _l("a workshop’s title"),
    "plan_file": _l("a signed file"),
    "template": _l("a template"),
}


class PersonForm(FlaskForm):
    name = StringField(_l("Name"), [Length(max=120)], filters=[one_line], render_kw={"autocomplete": "off"})
    email = StringField(
        _l("E-mail"), [Length(max=254)], filters=[one_line], render_kw={"type": "email", "autocomplete": "off"}
    )
    identity = StringField(
        _l("Who they are at a sign-in service"),
        [Length(max=255)],
        filters=[one_line],
        description=_l("A subject or a user id, as the service writes it."),
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )
    why = StringField(
        _l("Why you look for them"),
        [
            DataRequired(_l("Write why: facilitators in whose workshops they stand read it.")),
            Length(max=300, message=_l("At most %(max)d characters.")),
        ],
        filters=[one_line],
        description=_l(
            "Such as “A request by letter”, without a name. Facilitators of workshops in which they stand read it."
        ),
        render_kw={"autocomplete": "off", "maxlength": 300},
    )
    asked = BooleanField(render_kw={"hidden": True})

    @property
    def sought(self) -> Sought:
        return Sought(self.name.data or "", self.email.data or "", self.identity.data or "")

    def validate(self, extra_validators: Any = None) -> bool:
        well = super().validate(extra_validators)
        given = [each for each in (self.name, self.email, self.identity) if each.data]
        wrong = self.too_little() if given else {self.name: _("Write a name, an address or an identity.")}
        for each, words in wrong.items():
            each.errors = [words]
        return well and not wrong

    def too_little(self) -> dict[StringField, str]:
        """Texts are looked through for these: by less than a whole name or address they could be read at will."""
        name, email, identity = normalize("NFC", self.name.data or ""), self.email.data, self.identity.data
        wrong = {
            self.name: _("Write the first and the last name.") if name and not WHOLE_NAME.search(name) else "",
            self.email: _("Write a whole address.") if email and not ADDRESS.fullmatch(email) else "",
            self.identity: _("Write at least three letters.") if identity and len(identity) < SHORTEST else "",
        }
        return {field: words for field, words in wrong.items() if words}


class ChosenForm(PersonForm):
    """What was looked for, and which of the findings are theirs."""

    theirs = Boxes(_l("What is theirs"), choices=[], validate_choice=False)
    texts = BooleanField(_l("Erase what they wrote in workshops and comments, too"))

    @property
    def chosen(self) -> Sequence[str]:
        return self.theirs.data or ()


@bp.route("", methods=["GET", "POST"])
@signed_in("find_person")
def look() -> ResponseReturnValue:
    form = PersonForm()
    if not form.validate_on_submit():
        return told(form, None, status=400 if form.errors else 200)
    with store.reading() as db:
        found = find(db, form.sought)
    with store.writing() as db:
        who = account() or abort(401)
        note(db, now(), who, "find_person", "", found=str(len(found.findings)))
        looked_in(db, (each.parts[1] for each in found.of("mention")), who, form.why.data or "")
    return told(form, found)


def told(form: PersonForm, found: Found | None, status: int = 200, **more: Any) -> ResponseReturnValue:
    """The form, and what was found; what is certainly theirs is chosen already."""
    chosen = ChosenForm(formdata=None, data=form.data)
    if isinstance(form, ChosenForm):
        ticked = set(form.chosen)
    else:
        ticked = {each.key for each in found.findings if each.sure} if found else set[str]()
    kinds = [(kind, rows) for kind in KINDS if (rows := found.of(kind))] if found else []
    words = {"names": KIND_NAMES, "goes": GOES, "tables": TABLES}
    page = render_template(
        "persons/find.html", form=form, chosen=chosen, found=found, kinds=kinds, ticked=ticked, **words, **more
    )
    return page, status
