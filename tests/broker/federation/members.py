"""The members of the federation: identity providers of pysaml2's own, each with its key."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from saml2 import BINDING_HTTP_REDIRECT
from saml2.attribute_converter import AttributeConverter
from saml2.config import IdPConfig
from saml2.md import EntityDescriptor
from saml2.metadata import entity_descriptor
from saml2.saml import NAME_FORMAT_URI
from saml2.server import Server

from tests.broker.federation.keys import pair

SCOPES = {"agency": ["agency.example"], "ministry": ["ministry.example"], "bureau": []}
"""For which organisations each may speak; for the bureau nothing is registered."""

WIRE = {
    "virtuLocalID": "urn:oid:1.3.6.1.4.1.31350.1.8",
    "virtuHomeOrganization": "urn:oid:1.3.6.1.4.1.31350.1.5",
    "virtuPersonEntitlement": "urn:oid:1.3.6.1.4.1.31350.1.4",
    "cn": "urn:oid:2.5.4.3",
    "givenName": "urn:oid:2.5.4.42",
    "sn": "urn:oid:2.5.4.4",
}


@dataclass
class Member:
    name: str
    base: str
    folder: Path
    service: str = ""
    """The metadata of the service that registered."""
    keys: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.keys = pair(self.folder, self.name)

    @property
    def entity(self) -> str:
        return f"{self.base}/{self.name}"

    def registered(self, service: str) -> None:
        self.service = service
        self.__dict__.pop("server", None)

    def renew(self) -> None:
        """A new key in the place of the present one."""
        self.keys = pair(self.folder, f"{self.name}-new")
        self.__dict__.pop("server", None)

    @cached_property
    def server(self) -> Server:
        return self.with_keys(self.keys)

    def with_keys(self, keys: dict[str, str]) -> Server:
        """Itself, signing with these keys."""
        config = self.config(keys)
        names = AttributeConverter(NAME_FORMAT_URI)
        names.from_dict({"identifier": NAME_FORMAT_URI, "to": WIRE, "fro": {oid: name for name, oid in WIRE.items()}})
        config.attribute_converters = [names]
        return Server(config=config)

    def described(self) -> EntityDescriptor:
        return entity_descriptor(self.config(self.keys))

    def config(self, keys: dict[str, str]) -> IdPConfig:
        door = [(f"{self.entity}/sso", BINDING_HTTP_REDIRECT)]
        scope = {"scope": SCOPES[self.name]} if SCOPES[self.name] else {}
        policy = {"default": {"lifetime": {"minutes": 5}, "attribute_restrictions": None, "name_form": NAME_FORMAT_URI}}
        role = {
            "name": self.name,
            "endpoints": {"single_sign_on_service": door},
            "want_authn_requests_signed": True,
            "policy": policy,
            **scope,
        }
        told = {"entityid": self.entity, "service": {"idp": role}, "encryption_keypairs": [keys], **keys}
        return IdPConfig().load({**told, **({"metadata": {"inline": [self.service]}} if self.service else {})})
