"""What an identity provider answers: as it should, or crooked in one way."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from saml2 import class_name
from saml2.authn_context import PASSWORDPROTECTEDTRANSPORT
from saml2.s_utils import sid
from saml2.saml import NAMEID_FORMAT_TRANSIENT, NameID
from saml2.samlp import STATUS_AUTHN_FAILED, AuthnRequest, Response
from saml2.server import Server
from saml2.sigver import pre_signature_part, signed_instance_factory
from saml2.time_util import a_while_ago
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

from tests.broker.federation.keys import pair
from tests.broker.federation.members import Member


@dataclass(frozen=True)
class Said:
    """What is said of somebody. More than one value where there are commas."""

    who: str
    home: str
    entitlement: str
    how: str
    at: int
    """When they showed who they are, in seconds."""

    @property
    def attributes(self) -> dict[str, list[str]]:
        first = self.who.partition(",")[0].capitalize()
        told = {
            "virtuLocalID": self.who.split(","),
            "virtuHomeOrganization": self.home.split(","),
            "virtuPersonEntitlement": self.entitlement.split(","),
            "cn": [f"{first} Salo"],
            "givenName": [first],
            "sn": ["Salo"],
        }
        return {name: values for name, values in told.items() if any(values)}


def told(member: Member, asked: AuthnRequest, said: Said) -> str:
    """The answer to what was asked, as it travels."""
    if said.how == "encrypted":
        return str(answer(member.server, asked, said, sign_assertion=True, encrypt_assertion=True))
    response = answer(member.server, asked, said, sign_assertion=False)
    BEFORE.get(said.how, lambda response: None)(response)
    if said.how == "unsigned":
        return str(response)
    signer = member.with_keys(pair(member.folder, "stranger")) if said.how == "stranger" else member.server
    return AFTER.get(said.how, str)(signed(signer, response))


def answer(server: Server, asked: AuthnRequest, said: Said, **how: bool) -> Response:
    """Under a name of this one time, as a federation does that wants nobody followed from service to service."""
    return server.create_authn_response(
        said.attributes,
        asked.id,
        asked.assertion_consumer_service_url,
        asked.issuer.text,
        name_id=NameID(format=NAMEID_FORMAT_TRANSIENT, text=sid()),
        authn={"class_ref": PASSWORDPROTECTEDTRANSPORT, "authn_auth": "", "authn_instant": said.at},
        sign_alg=SIG_RSA_SHA256,
        digest_alg=DIGEST_SHA256,
        **how,
    )


def signed(server: Server, response: Response) -> str:
    about = response.assertion
    how = {"digest_alg": DIGEST_SHA256, "sign_alg": SIG_RSA_SHA256}
    about.signature = pre_signature_part(about.id, server.sec.my_cert, 1, **how)
    return str(signed_instance_factory(response, server.sec, [(class_name(about), about.id)]))


def given_up(member: Member, asked: AuthnRequest) -> str:
    said = (STATUS_AUTHN_FAILED, "Given up")
    return str(member.server.create_error_response(asked.id, asked.assertion_consumer_service_url, said))


# -- Crooked ---------------------------------------------------------------------------------------------------------


def expired(response: Response) -> None:
    response.assertion.conditions.not_before = a_while_ago(minutes=20)
    response.assertion.conditions.not_on_or_after = a_while_ago(minutes=10)


def for_another(response: Response) -> None:
    response.assertion.conditions.audience_restriction[0].audience[0].text = "https://other.example/metadata"


def at_another(response: Response) -> None:
    confirmed = response.assertion.subject.subject_confirmation[0].subject_confirmation_data
    confirmed.recipient = "https://other.example/acs"


def for_nobody(response: Response) -> None:
    response.assertion.conditions.audience_restriction = []


def for_ever(response: Response) -> None:
    confirmed = response.assertion.subject.subject_confirmation[0].subject_confirmation_data
    response.assertion.conditions.not_on_or_after = confirmed.not_on_or_after = None


def to_another_question(response: Response) -> None:
    confirmed = response.assertion.subject.subject_confirmation[0].subject_confirmation_data
    response.in_response_to = confirmed.in_response_to = "id-never-asked"


def in_another_s_envelope(response: Response) -> None:
    response.issuer.text = response.issuer.text.replace("/ministry", "/agency")


BEFORE: dict[str, Callable[[Response], None]] = {
    "expired": expired,
    "for another": for_another,
    "for nobody": for_nobody,
    "at another": at_another,
    "for ever": for_ever,
    "to another question": to_another_question,
    "in another's envelope": in_another_s_envelope,
}
AFTER: dict[str, Callable[[str], str]] = {
    "changed": lambda xml: re.sub(r">eva\d+<", ">ada<", xml),
}
