"""What Toimi needs of a broker to SAML beyond SATOSA's own: nothing of the federation is believed that is not proven.

SATOSA finds both classes by their names in federation.yaml.
"""

import calendar
from urllib.parse import parse_qs

from defusedxml import ElementTree
from saml2.httpbase import HTTPBase
from saml2.mdstore import MetaDataExtern
from saml2.sigver import CryptoBackendXmlSec1, SecurityContext, SignatureError, get_xmlsec_binary
from saml2.time_util import str_to_time, valid
from satosa.backends.saml2 import SAMLBackend
from satosa.context import Context
from satosa.exception import SATOSAAuthenticationError

SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"
REFERENCE = "{http://www.w3.org/2000/09/xmldsig#}SignedInfo/{http://www.w3.org/2000/09/xmldsig#}Reference"
SECONDS = 30
"""For one answer of the federation's own server."""


class Doubtful(Exception):
    """Not believed; the words are for the broker's log."""


class Published(MetaDataExtern):
    """The federation's metadata, signed. pysaml2 takes what bears no signature even where a certificate is given."""

    def __init__(self, attrc, url, cert, **more):
        security = SecurityContext(CryptoBackendXmlSec1(get_xmlsec_binary()))
        super().__init__(attrc, url, security, cert, HTTPBase(http_client_timeout=SECONDS), **more)

    def parse_and_check_signature(self, text):
        if not signed_as_a_whole(text):
            raise SignatureError(f"{self.url} is not signed as a whole")
        return super().parse_and_check_signature(text)

    @property
    def over(self):
        """Whether its last day has passed since it was read."""
        return not valid((self.entities_descr or self.entity_descr).valid_until)


def signed_as_a_whole(text):
    """Whether the first signature in it, which is the one that is checked, stands at the top and is about all of it."""
    top = ElementTree.fromstring(text)
    first = next(top.iter(SIGNATURE), None)
    about = [each.get("URI") for each in first.findall(REFERENCE)] if first is not None else []
    return first in list(top) and bool(top.get("ID")) and about == [f"#{top.get('ID')}"]


class Federation(SAMLBackend):
    """The service provider: asks anew who it is where Toimi does, and tells what one's own organisation may say."""

    def start_auth(self, context, internal_req):
        asked = parse_qs(context.state[context.target_frontend]["oidc_request"])
        if "login" in " ".join(asked.get("prompt", [])).split():
            context.decorate(Context.KEY_FORCE_AUTHN, "true")
        return super().start_auth(context, internal_req)

    def _translate_response(self, response, state):
        told = super()._translate_response(response, state)
        try:
            return self._proven(response, told)
        except Doubtful as why:
            raise SATOSAAuthenticationError(state, str(why)) from None

    def _proven(self, response, told):
        if any(source.over for source in self.sp.metadata.metadata.values()):
            raise Doubtful("the federation's metadata is over; it has to be read anew")
        if not all(self._is_for_us(each) for each in response.assertions):
            raise Doubtful("the answer is not for this service, or for ever")
        local, home = one(told, "local_id"), one(told, "home_organisation")
        speaker = who_signed(response)
        if not self._may_speak(speaker, home):
            raise Doubtful(f"{speaker} is not registered to speak for the home organisation it tells")
        told.subject_id = f"{local}@{home}"
        told.attributes["entitlement"] = [f"{each}@{home}" for each in told.attributes.get("entitlement", [])]
        if told.auth_info.timestamp:
            told.attributes["auth_time"] = calendar.timegm(str_to_time(told.auth_info.timestamp))
        return told

    def _is_for_us(self, assertion):
        """The profile for browsers asks for each of these; pysaml2 takes an answer as well where one is missing."""
        restrictions = assertion.conditions.audience_restriction if assertion.conditions else []
        audiences = {each.text.strip() for restriction in restrictions for each in restriction.audience}
        said = [each.subject_confirmation_data for each in assertion.subject.subject_confirmation]
        doors = [door for door, _how in self.sp.config.getattr("endpoints", "sp")["assertion_consumer_service"]]
        ends_here = bool(said) and all(each.recipient in doors and each.not_on_or_after for each in said)
        return ends_here and self.sp.config.entityid in audiences

    def _may_speak(self, speaker, home):
        scopes = self.sp.metadata.shibmd_scopes(speaker, "idpsso_descriptor")
        registered = any(each["text"].fullmatch(home) if each["regexp"] else each["text"] == home for each in scopes)
        return registered or home in self.config["may_speak_for"].get(speaker, [])


def who_signed(response):
    """The identity provider whose key signed what was said; pysaml2 and SATOSA go by the name on the envelope."""
    issuers = {response.response.issuer.text.strip(), *(each.issuer.text.strip() for each in response.assertions)}
    if len(issuers) != 1:
        raise Doubtful("the answer and what is in it come from different identity providers")
    return issuers.pop()


def one(told, name):
    """An attribute's only value."""
    values = [each for each in told.attributes.get(name, []) if each.strip()]
    if len(values) != 1:
        raise Doubtful(f"{len(values)} values of {name}, not one")
    return values[0]
