"""What the federation shows: metadata, where to choose one's organisation, each member's page for signing in."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.samlp import AuthnRequest
from werkzeug.wrappers import Request, Response

from tests.broker.federation.answers import Said, given_up, told
from tests.broker.federation.keys import pair
from tests.broker.federation.members import SCOPES, Member
from tests.broker.federation.published import published


@dataclass
class Federation:
    base: str
    folder: Path
    how: str = ""
    """In which way its metadata are crooked."""
    members: dict[str, Member] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.keys, self.stranger = pair(self.folder, "federation"), pair(self.folder, "nobody")
        self.members = {name: Member(name, self.base, self.folder) for name in SCOPES}

    def answer(self, request: Request) -> Response:
        first, _, rest = request.path.strip("/").partition("/")
        if first in self.members and rest == "sso":
            return sign_in(self.members[first], request)
        return PAGES[first](self, request)

    def metadata(self, request: Request) -> Response:
        xml = published(list(self.members.values()), self.keys, self.stranger, self.how)
        return Response(xml, content_type="application/samlmetadata+xml")

    def discovery(self, request: Request) -> Response:
        back, chosen = request.args["return"], request.args.get("returnIDParam", "entityID")
        links = {each.name: f"{back}?{urlencode({chosen: each.entity})}" for each in self.members.values()}
        return page("Where do you work?", "".join(link(name, to) for name, to in {**links, "Nowhere": back}.items()))

    def register(self, request: Request) -> Response:
        """A service becomes known to the members by its metadata."""
        for each in self.members.values():
            each.registered(request.form["metadata"])
        return Response("registered")

    def publish(self, request: Request) -> Response:
        self.how = request.form["how"]
        return Response("published")

    def renew(self, request: Request) -> Response:
        self.members[request.form["member"]].renew()
        return Response("renewed")


PAGES: Mapping[str, Callable[[Federation, Request], Response]] = {
    "metadata": Federation.metadata,
    "discovery": Federation.discovery,
    "register": Federation.register,
    "publish": Federation.publish,
    "renew": Federation.renew,
}


def sign_in(member: Member, request: Request) -> Response:
    """Whoever is signed in already goes on at once, unless they are to show anew who they are."""
    asked = question(member, request)
    known = request.cookies.get(member.name)
    if request.method == "POST":
        return entered(member, request, asked)
    if known and asked.force_authn != "true":
        return sent(member, request, asked, told(member, asked, said_of(member, dict(parse_qsl(known)))))
    fields = "".join(f'<label>{name} <input name="{name}"></label>' for name in ("who", "home", "entitlement", "how"))
    buttons = '<button>Sign in</button><button name="give_up" value="yes">Give up</button>'
    return page(member.name, f'<form method="post" action="{escape(request.full_path)}">{fields}{buttons}</form>')


def question(member: Member, request: Request) -> AuthnRequest:
    """Signed by the service that is registered, or it fails."""
    given = request.args
    parsed = member.server.parse_authn_request(
        given["SAMLRequest"], BINDING_HTTP_REDIRECT, given["RelayState"], given["SigAlg"], given["Signature"]
    )
    return parsed.message


def entered(member: Member, request: Request, asked: AuthnRequest) -> Response:
    if request.form.get("give_up"):
        return sent(member, request, asked, given_up(member, asked))
    form = {**request.form.to_dict(), "at": str(int(time.time()))}
    if form.get("how") == "long ago":
        form["at"] = str(int(time.time()) - 3600)
    answered = sent(member, request, asked, told(member, asked, said_of(member, form)))
    answered.set_cookie(member.name, urlencode({**form, "how": ""}), httponly=True, path=f"/{member.name}/")
    return answered


def said_of(member: Member, form: Mapping[str, str]) -> Said:
    home = form.get("home") or f"{member.name}.example"
    return Said(form["who"], home, form.get("entitlement", ""), form.get("how", ""), int(form["at"]))


def sent(member: Member, request: Request, asked: AuthnRequest, xml: str) -> Response:
    """A page that takes the answer on by itself, as a form."""
    where, relay = asked.assertion_consumer_service_url, request.args["RelayState"]
    posted = member.server.apply_binding(BINDING_HTTP_POST, xml, where, relay, response=True)
    return Response(posted["data"], content_type="text/html")


def page(title: str, words: str) -> Response:
    html = f'<!doctype html><html lang="en"><title>{title}</title><main><h1>{title}</h1>{words}</main></html>'
    return Response(html, content_type="text/html")


def link(name: str, to: str) -> str:
    return f'<p><a href="{escape(to)}">{name}</a></p>'
