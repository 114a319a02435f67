"""From which pages a browser may speak to us live.

A browser says the page's origin and cannot be made to lie about it. The operator's address and the origins named beside
it may; without an address this is a closed room, where the machine's own number may, under which it was asked. A name
may not: whoever owns a name can point it at this machine.
"""

import ipaddress
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from workshop.config import Settings


def origin_allowed(settings: Settings, environ: Mapping[str, Any]) -> bool:
    """Whether the request's Origin may; none said is none of ours."""
    origin = environ.get("HTTP_ORIGIN", "")
    if not origin:
        return False
    if origin in named(settings):
        return True
    host = environ.get("HTTP_HOST", "")
    own = origin in (f"http://{host}", f"https://{host}")
    return not settings.address and own and _a_number(urlsplit(origin).hostname or "")


def named(settings: Settings) -> frozenset[str]:
    """The origins the operator has named."""
    said = [settings.address, *settings.origins.split(",")]
    return frozenset(origin for text in said if (origin := _origin(text.strip())))


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _a_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    return True
