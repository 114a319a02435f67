"""The metadata that the federation publishes: signed as a whole, or crooked in one way."""

from collections.abc import Sequence

from saml2.config import Config
from saml2.metadata import entities_descriptor
from saml2.sigver import security_context
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

from tests.broker.federation.members import Member

HOURS = {"over": -1.0, "short": 6 / 3600}
"""How long what is published is good for, where not for a day."""


def published(members: Sequence[Member], keys: dict[str, str], stranger: dict[str, str], how: str) -> str:
    """`how` is empty as it should be."""
    signer = security_context(Config().load({"entityid": "federation", **(stranger if how == "stranger" else keys)}))
    hours = HOURS.get(how, 24.0)
    described = [each.described() for each in members]
    plain, xml = entities_descriptor(
        described, hours, "federation", "_all", how != "unsigned", signer, SIG_RSA_SHA256, DIGEST_SHA256
    )
    return wrapped(str(xml), members) if how == "wrapped" else str(xml or plain)


def wrapped(xml: str, members: Sequence[Member]) -> str:
    """What is truly signed lies inside of something that is not."""
    inner = xml[xml.index("<", xml.index("?>") + 2) :] if xml.startswith("<?xml") else xml
    head, _rest = inner.split(">", 1)
    prefix = head[1:].split(":")[0]
    forged = "".join(str(each.described()).split("?>", 1)[-1] for each in members[:1])
    outer = head.replace('ID="_all"', 'ID="_forged"')
    return f"{outer}><{prefix}:Extensions>{inner}</{prefix}:Extensions>{forged}</{prefix}:EntitiesDescriptor>"
