"""A place of its own for a year that passes within a minute: its calendar, and browsers in it."""

import re
from datetime import UTC, date, datetime, time, timedelta
from http import HTTPStatus

from flask import Flask
from werkzeug.test import TestResponse

from workshop import store
from workshop.rehearsal.browser import Browser, Sent
from workshop.store import accounts

NINE = time(9)
WRONG = re.compile(r'class="field__error".*?<span>(.*?)</span>', re.DOTALL)


class Calendar:
    """The time of the place: as fast as ours, on the day that it was turned to."""

    def __init__(self, day: date) -> None:
        self._ahead = timedelta()
        self.turn_to(day)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def turn_to(self, day: date) -> None:
        self._ahead = datetime.combine(day, NINE, UTC) - datetime.now(UTC)

    @property
    def today(self) -> date:
        return self().date()


class Astray(Exception):
    """The year does not go on; says where it stood."""


PASSWORD = "a goose in the granary"  # noqa: S105 (of people who do not exist)


class Desk(Browser):
    """Of somebody who types what is taken: a page that refuses something ends the year. Signs in anew every day."""

    email = ""
    _day: date | None = None

    def __init__(self, app: Flask, calendar: "Calendar") -> None:
        super().__init__(app, Accept_Language="en")
        self._calendar = calendar

    def enter(self, link: str, name: str, email: str) -> None:
        """By a link that makes an account."""
        self.send(link, name=name, email=email, password=PASSWORD)
        self.email, self._day = email, self._calendar.today

    def get(self, path: str, **headers: str) -> TestResponse:
        if self.email and self._day != self._calendar.today:
            self._day = self._calendar.today
            super().send("/sign-in", email=self.email, password=PASSWORD)
        return super().get(path, **headers)

    def send(self, path: str, button: str = "", **fields: Sent) -> TestResponse:
        page = super().send(path, button, **fields)
        if page.status_code >= HTTPStatus.BAD_REQUEST:
            raise Astray(f"{path}, {button}: {page.status} {WRONG.findall(page.text)}")
        return page


class Place:
    """Everything that the year happens in. `language` is that of its pages and of what is written."""

    def __init__(self, app: Flask, calendar: Calendar, language: str) -> None:
        self.app, self.calendar, self.language = app, calendar, language

    def browser(self) -> Desk:
        """Of somebody who has never been here. Its pages are in English, whatever is written in them."""
        return Desk(self.app, self.calendar)

    def first_link(self) -> str:
        with self.app.app_context(), store.writing() as db:
            return f"/first/{accounts.first_link(db, self.calendar())}"
