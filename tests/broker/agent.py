"""A browser on the pages of others: it follows their turns, sends their forms, and stops where one leads to us."""

import re
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from html import unescape
from http.cookiejar import Cookie, CookieJar
from urllib.parse import urlencode, urljoin, urlsplit

from tests.workshop.visitor import Form, forms

OURS = "localhost"
"""Where Toimi is, without a port; the others have one."""


@dataclass(frozen=True)
class Page:
    url: str
    text: str

    def link(self, words: str) -> str:
        found = re.search(rf'<a href="([^"]+)">{words}</a>', self.text)
        assert found, self.text
        return unescape(found[1])


@dataclass(frozen=True)
class Turn(Page):
    """It leads to us."""


class Stays(urllib.request.HTTPRedirectHandler):
    """Follows others' turns, and stops where one leads to us."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        ours = urlsplit(newurl).netloc == OURS
        return None if ours else super().redirect_request(req, fp, code, msg, headers, newurl)


class Agent:
    def __init__(self, trust: ssl.SSLContext) -> None:
        self.cookies = CookieJar()
        self._opener = urllib.request.build_opener(
            Stays, urllib.request.HTTPCookieProcessor(self.cookies), urllib.request.HTTPSHandler(context=trust)
        )

    def remembered(self) -> list[Cookie]:
        return list(self.cookies)

    def remember(self, cookies: list[Cookie]) -> None:
        """Has these again, also where they were told to forget them."""
        for each in cookies:
            self.cookies.set_cookie(each)

    def chooses(self, door: str, member: str) -> Page:
        """From Toimi's door over the choice of organisations to the page of one."""
        return self.opens(self.opens(door).link(member))

    def says(self, there: Page, **said: str) -> Page:
        """Signs in there; who is known there has gone on already."""
        return there if "SAMLResponse" in form_of(there).fields else self.sends(there, **said)

    def takes(self, answer: Page) -> str:
        """Carries the answer on; the address of ours to which it leads."""
        return ours(self.sends(answer))

    def turned(self, url: str) -> str:
        """The address of ours to which this one leads."""
        return ours(self.opens(url))

    def sends(self, page: Page, **fields: str) -> Page:
        form = form_of(page)
        sent = urlencode(form.fields | fields).encode()
        return self.opens(urljoin(page.url, form.action), sent)

    def opens(self, url: str, sent: bytes | None = None) -> Page:
        try:
            with self._opener.open(urllib.request.Request(url, sent), timeout=60) as answer:
                return Page(answer.url, answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                to = error.headers.get("Location")
                return Turn(to, "") if to else Page(url, error.read().decode())


def form_of(page: Page) -> Form:
    found = forms(page)
    assert len(found) == 1, page.text
    return found[0]


def ours(led: Page) -> str:
    assert isinstance(led, Turn), led.text
    where = urlsplit(led.url)
    return f"{where.path}?{where.query}"
