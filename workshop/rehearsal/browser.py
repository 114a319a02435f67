"""Somebody at a browser without scripts: reads a page, fills in its form with all its hidden fields, sends it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from typing import Protocol, TypeAlias

from flask import Flask
from werkzeug.test import TestResponse


@dataclass
class Button:
    name: str
    value: str
    words: str = ""


@dataclass
class Form:
    action: str
    fields: dict[str, str | list[str]] = field(default_factory=dict)
    """What it sends as it stands; several ticked boxes of one name as a list."""
    buttons: list[Button] = field(default_factory=list)

    def pressed(self, words: str) -> dict[str, str]:
        """What pressing this button sends along."""
        return {button.name: button.value for button in self.buttons if words and words in button.words and button.name}


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._select: str | None = None
        self._area: str | None = None
        self._in_button = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(given.get("action", ""))
            self.forms.append(self._open)
        elif self._open is None:
            return
        elif tag == "input":
            self._take_input(self._open, given)
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and self._select:
            if "selected" in given or self._select not in self._open.fields:
                self._open.fields[self._select] = given.get("value", "")
        elif tag == "textarea":
            self._area = given["name"]
            self._open.fields[self._area] = ""
        elif tag == "button":
            self._in_button = True
            self._open.buttons.append(
                Button(given.get("name", ""), given.get("value", ""), given.get("aria-label", ""))
            )

    def _take_input(self, form: Form, given: dict[str, str]) -> None:
        box = given.get("type") in ("checkbox", "radio")
        if box and given.get("name") and "checked" in given:
            ticked = form.fields.get(given["name"]) or []
            before = ticked if isinstance(ticked, list) else [ticked]
            form.fields[given["name"]] = [*before, given.get("value", "on")]
        elif given.get("name") and given.get("type") == "hidden" and given["name"] in form.fields:
            several = form.fields[given["name"]]
            form.fields[given["name"]] = [*([several] if isinstance(several, str) else several), given.get("value", "")]
        elif given.get("name") and not box:
            form.fields[given["name"]] = given.get("value", "")
        elif given.get("name"):
            form.fields.setdefault(given["name"], "")

    def handle_data(self, data: str) -> None:
        if self._open and self._area:
            self._open.fields[self._area] = f"{self._open.fields[self._area]}{data}"
        elif self._open and self._in_button:
            self._open.buttons[-1].words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None
        elif tag == "button":
            self._in_button = False


class Page(Protocol):
    """Whatever shows text."""

    @property
    def text(self) -> str: ...


def forms(page: Page) -> list[Form]:
    """Every form on a page, as it stands."""
    reader = _Forms()
    reader.feed(page.text)
    return reader.forms


Sent: TypeAlias = str | list[str] | tuple[BytesIO, str]
"""What goes into a field: words, several of them, or a file with its name."""


class Browser:
    """With its cookies, on a place that runs in this program; follows where it is led."""

    def __init__(self, app: Flask, **headers: str) -> None:
        self.client = app.test_client()
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        self.account = ""
        """The id of the account, for one who has signed in."""

    def get(self, path: str, **headers: str) -> TestResponse:
        return self.client.get(path, headers=self.headers | headers, follow_redirects=True, buffered=True)

    def send(self, path: str, button: str = "", **fields: Sent) -> TestResponse:
        """Open the page, fill in the form that has these fields (or this button), send it and go where it leads."""
        form = self.form(path, button, fields)
        given = form.fields | form.pressed(button) | fields
        filled = {name: value for name, value in given.items() if value != ""}
        path = form.action or path
        return self.client.post(path, data=filled, headers=self.headers, follow_redirects=True, buffered=True)

    def form(self, path: str, button: str = "", fields: Mapping[str, Sent] | None = None) -> Form:
        page = self.get(path)
        for form in forms(page):
            has_button = not button or any(button in one.words for one in form.buttons)
            if has_button and set(fields or {}) <= set(form.fields):
                return form
        raise AssertionError(f"No form with {button or list(fields or {})} at {path} ({page.status_code})")
