"""The forms of a service: what this place is called there, and the rules for what its word gives."""

import re
from typing import Any

from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import PasswordField, SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, Regexp, ValidationError

from workshop.config import settings_of
from workshop.languages import _l
from workshop.signon.claims import Rule, may_change
from workshop.signon.secrecy import VARIABLES, seal
from workshop.texts import one_line
from workshop.web.called import role_names
from workshop.web.organisations.known import choices, known
from workshop.web.providers.listing import name_field

HOST = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?")


def line(label: str, most: int, description: str, *checks: Any) -> StringField:
    given = {"autocomplete": "off", "maxlength": most, "spellcheck": "false"}
    return StringField(label, [*checks, Length(max=most)], description=description, filters=[one_line], render_kw=given)


class ProviderForm(FlaskForm):
    name = name_field()
    client = line(
        _l("Client id"),
        255,
        _l("What this place is called there."),
        DataRequired(_l("Write the id the service gave.")),
    )
    secret = PasswordField(
        _l("Secret"),
        [Length(max=500)],
        description=_l("Kept sealed and never shown again. Empty keeps the present one."),
        render_kw={"autocomplete": "off"},
    )
    variable = line(
        _l("Or a variable that holds it"),
        120,
        _l("Of the server's environment; its name begins with PROVIDER_SECRET_."),
        Optional(),
        Regexp(rf"{VARIABLES}[A-Z0-9_]+$", message=_l("Begin with PROVIDER_SECRET_; capitals and digits follow.")),
    )
    scopes = line(
        _l("Scopes"), 300, _l("What it is asked for, with spaces between."), DataRequired(_l("Write at least openid."))
    )
    identity = line(
        _l("Claims that tell a person"),
        200,
        _l(
            "Empty for the subject. Or names with spaces between, such as a user id and a home organisation; never an "
            "e-mail address."
        ),
    )
    hosts = line(
        _l("Further hosts"), 500, _l("Where it may be asked besides at its issuer's own, with spaces between.")
    )

    def validate_scopes(self, field: StringField) -> None:
        if "openid" not in (field.data or "").split():
            raise ValidationError(_("Without “openid” it does not say who somebody is."))

    def validate_identity(self, field: StringField) -> None:
        if any(may_change(name) for name in (field.data or "").split()):
            raise ValidationError(_("An address changes hands: choose claims that never do."))

    def validate_hosts(self, field: StringField) -> None:
        if not all(HOST.fullmatch(host) for host in (field.data or "").split()):
            raise ValidationError(_("Write names of hosts only, such as keys.example.fi."))

    def validate_variable(self, field: StringField) -> None:
        if field.data and self.secret.data:
            raise ValidationError(_("Give the secret or a variable, not both."))

    def values(self) -> dict[str, str]:
        """What is to be kept. A new secret takes the variable's place, and a variable the secret's."""
        told = {name: self[name].data or "" for name in ("name", "client", "variable", "scopes", "identity", "hosts")}
        if self.secret.data:
            return {**told, "secret": seal(self.secret.data, settings_of().secret_key)}
        return {**told, "secret": ""} if told["variable"] else told


class RuleForm(FlaskForm):
    claim = line(
        _l("Claim"),
        120,
        _l("By its name; points lead into one, as in realm_access.roles."),
        DataRequired(_l("Write the claim's name.")),
    )
    value = line(
        _l("Value"), 255, _l("Exactly as the service writes it."), DataRequired(_l("Write the value that counts."))
    )
    organisation = SelectField(_l("Organisation"), [InputRequired(_l("Choose an organisation."))])
    role = SelectField(_l("Role"), default="reader")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation.choices = [SelectChoice("", _("Choose")), *choices(known(), "give_role")]
        self.role.choices = [SelectChoice(*role) for role in role_names().items()]

    @property
    def rule(self) -> Rule:
        return Rule(self.claim.data or "", self.value.data or "", self.organisation.data, self.role.data)
