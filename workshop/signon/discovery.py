"""A provider as it describes itself, and its keys: asked for, doubted, and remembered for a while."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from authlib.oidc.discovery import get_well_known_url
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, KeySet

from workshop import limits
from workshop.signon.fetching import Fetch, safe
from workshop.signon.turned import Turned

NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
ASYMMETRIC = frozenset({"RSA", "EC", "OKP"})


@dataclass(frozen=True)
class Client:
    """What this place is at a provider."""

    issuer: str
    id: str
    secret: str = field(repr=False)
    scopes: str
    hosts: frozenset[str]
    """Hosts besides the issuer's own where it may be asked."""

    @property
    def fetch(self) -> Fetch:
        return Fetch({safe(self.issuer).netloc.lower(), *self.hosts})


@dataclass(frozen=True)
class Known:
    """A provider's own description, and its keys, as they were at a time."""

    described: Mapping[str, Any]
    keys: KeySet
    at: datetime

    def address(self, name: str) -> str:
        """One of its addresses to which a browser may be sent."""
        url = self.described.get(name)
        if not isinstance(url, str):
            raise Turned("untrusted", f"describes no {name}")
        safe(url)
        return url


class Providers:
    """What is known of providers, in this process."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, frozenset[str]], Known] = {}

    def known(self, client: Client, at: datetime, renewed: bool = False) -> Known:
        """As it is remembered; asked anew after a while, or sooner where its keys have changed since."""
        key = (client.issuer, client.hosts)
        found = self.remembered(*key)
        fresh = timedelta(seconds=limits.PROVIDER_ANEW_SECONDS if renewed else limits.PROVIDER_KNOWN_SECONDS)
        if found is None or not timedelta() <= at - found.at < fresh:
            found = self._known[key] = looked_up(client, at)
        return found

    def remembered(self, issuer: str, hosts: frozenset[str]) -> Known | None:
        """As it was when it was last asked, if it was."""
        return self._known.get((issuer, hosts))


def looked_up(client: Client, at: datetime) -> Known:
    described = client.fetch.get(get_well_known_url(client.issuer, external=True)).told()
    if described.get("issuer") != client.issuer:
        raise Turned("untrusted", "describes another issuer")
    for name in NEEDED:
        if not isinstance(described.get(name), str):
            raise Turned("untrusted", f"describes no {name}")
    return Known(described, keys_of(client.fetch.get(described["jwks_uri"]).told()), at)


def keys_of(told: Mapping[str, Any]) -> KeySet:
    """The keys with which it may sign: those only that have a public half."""
    listed = told.get("keys")
    found = [key for each in (listed if isinstance(listed, list) else ()) if (key := _key(each))]
    if not found:
        raise Turned("untrusted", "shows no keys")
    return KeySet(found)


def _key(told: Any) -> Any:
    if not isinstance(told, dict) or told.get("kty") not in ASYMMETRIC or told.get("use", "sig") != "sig":
        return None
    try:
        return JWKRegistry.import_key(told)
    except (JoseError, ValueError, TypeError, KeyError):
        return None
