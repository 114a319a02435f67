"""Whether a service answers as signing in needs it: its description read, its keys counted, what is missing said."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from workshop.clock import now
from workshop.signon.discovery import Client, Known, looked_up
from workshop.signon.fetching import Fetch
from workshop.signon.turned import Turned
from workshop.store.tables import ProviderRow
from workshop.web.sign_on.known import client_of

ASKED = ("token_endpoint", "jwks_uri", "userinfo_endpoint")


@dataclass(frozen=True)
class Found:
    """Fine or not, in words; `what` is the program's own word for what was wrong."""

    fine: bool
    words: str
    what: str = ""


def tried(row: ProviderRow) -> list[Found]:
    try:
        client = client_of(row)
        known = looked_up(client, now())
    except Turned as turned:
        return [Found(False, _("Its description could not be read."), turned.what)]
    return [Found(True, _("Its description is read, and the issuer is the one given here.")), *_told(client, known)]


def _told(client: Client, known: Known) -> Iterator[Found]:
    keys = len(known.keys.keys)
    yield Found(True, ngettext("It shows one key.", "It shows %(num)d keys.", keys))
    for name in ASKED:
        yield from _asked(client.fetch, known, name)
    methods = known.described.get("code_challenge_methods_supported")
    if isinstance(methods, list) and "S256" not in methods:
        yield Found(False, _("It does not say that it knows PKCE with S256."))
    if "end_session_endpoint" not in known.described:
        yield Found(False, _("It has no page for signing out there."))
    if not client.id:
        yield Found(False, _("The client id is still missing: until it is there nobody is offered this service."))


def _asked(fetch: Fetch, known: Known, name: str) -> Iterator[Found]:
    if name not in known.described:
        yield Found(False, _("It has no %(name)s: rules see only what the ID token tells.", name=name))
        return
    try:
        fetch.fit(known.address(name))
    except Turned as turned:
        yield Found(
            False,
            _("Its %(name)s stands elsewhere: name that host below if it is the service's own.", name=name),
            turned.what,
        )
