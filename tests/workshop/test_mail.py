"""Letters wait in the outbox, go out by a mail server, and come back where nobody takes them."""

import mailbox
import smtplib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from tests.conftest import NOON, Clock
from tests.workshop.post import Post, at_server, posted
from tests.workshop.server import free_port
from tests.workshop.visitor import Visitor
from workshop import limits, store
from workshop.config import Settings, Unfit
from workshop.mail.delivery import Delivered, deliver
from workshop.mail.post import configured
from workshop.store import letters
from workshop.store.letters import Letter
from workshop.store.tables import LetterRow

ADA = Letter(
    "round-1:ada",
    "ada@agency.example",
    "fi",
    "Kierros on auki: lähtötasot",
    "Hei!\n\nKierros on auki 15.12. asti.\n.\nhttps://toimi.example/r/1\n",
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
)
PATIENCE_SECONDS = 20.0
BEN = replace(ADA, once="round-1:ben", to="ben@agency.example", language="sv", calendar="")


@pytest.fixture
def post(app: Flask) -> Iterator[Post]:
    with posted(app) as server:
        yield server


def write(app: Flask, *written: Letter) -> None:
    with store.writing(app) as db:
        for letter in written:
            letters.write(db, letter, NOON)


def row(app: Flask, letter: Letter) -> LetterRow:
    with store.reading(app) as db:
        return next(each for each in db.query(LetterRow) if each.once == letter.once)


def test_a_letter_reaches_the_mailbox_as_it_was_written_with_its_calendar(app: Flask, tmp_path: Path):
    with mail_program(tmp_path / "box") as port:
        at_server(app, port)
        write(app, ADA)
        assert deliver(app, NOON) == Delivered(sent=1)
        (got,) = mailbox.Maildir(str(tmp_path / "box"))
    read: Any = message_from_bytes(got.as_bytes(), policy=default)
    assert (read["To"], read["From"]) == (ADA.to, "Toimi <toimi@ministry.example>")
    assert (read["Subject"], read["Auto-Submitted"]) == (ADA.subject, "auto-generated")
    assert read.get_body()["Content-Language"] == "fi"
    assert read.get_body().get_content().splitlines() == ADA.text.splitlines()
    (calendar,) = read.iter_attachments()
    assert calendar.get_content_type() == "text/calendar"
    assert calendar.get_content().splitlines() == ADA.calendar.splitlines()


@contextmanager
def mail_program(box: Path) -> Iterator[int]:
    """A mail server's own program, that puts everything into one mailbox."""
    port = free_port()
    command = [sys.executable, "-m", "aiosmtpd", "-n", "-c", "aiosmtpd.handlers.Mailbox", "-l", f"127.0.0.1:{port}"]
    with subprocess.Popen([*command, str(box)]) as program:
        try:
            until_it_greets(port)
            yield port
        finally:
            program.terminate()


def until_it_greets(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        with suppress(OSError), smtplib.SMTP("127.0.0.1", port):
            return
    raise TimeoutError("The mail program does not greet.")


def test_the_same_letter_is_written_once_and_sent_once(app: Flask, post: Post):
    write(app, ADA, ADA, replace(ADA, text="Otherwise"))
    deliver(app, NOON)
    deliver(app, NOON + timedelta(days=1))
    assert [to for to, _message in post.taken] == [ADA.to]


def test_two_callers_at_once_send_no_letter_twice(app: Flask, post: Post):
    write(app, ADA)
    with store.writing(app) as db:
        assert [each.once for each in letters.take(db, NOON)] == [ADA.once]
    assert deliver(app, NOON) == Delivered()
    after_a_crash = NOON + timedelta(minutes=limits.LETTER_TAKEN_MINUTES)
    assert deliver(app, after_a_crash) == Delivered(sent=1)


def test_an_unknown_address_comes_back_and_holds_up_nobody_else(app: Flask, post: Post):
    gone = replace(ADA, once="round-1:gone", to="gone@agency.example")
    write(app, gone, BEN)
    assert deliver(app, NOON) == Delivered(sent=1, returned=1)
    assert row(app, gone).trouble == "550 No such user here"


def test_a_busy_mailbox_is_tried_again_after_ever_longer_waits_and_then_given_up(app: Flask, post: Post):
    busy, at, waits = replace(ADA, once="round-1:busy", to="busy@agency.example"), NOON, []
    write(app, busy)
    while row(app, busy).returned_at is None:
        deliver(app, at)
        waits.append((row(app, busy).due - at) // timedelta(minutes=1))
        at = row(app, busy).due
    assert waits[:-1] == [5, 20, 80, 320, 1280]
    assert row(app, busy).tries == limits.LETTER_TRIES


def test_a_server_that_is_away_costs_a_try_and_no_letter(app: Flask):
    at_server(app, free_port())
    write(app, ADA, BEN)
    assert deliver(app, NOON) == Delivered(later=2)
    assert row(app, ADA).text == ADA.text


def test_what_is_no_address_comes_back_and_can_inject_no_header(app: Flask, post: Post):
    write(
        app,
        replace(ADA, to="ada@agency.example\nBcc: all@agency.example"),
        replace(BEN, subject="Hi\nBcc: x@y.example"),
    )
    assert deliver(app, NOON) == Delivered(returned=2)
    assert post.taken == []


def test_without_a_server_nothing_moves_and_everything_waits(app: Flask):
    write(app, ADA)
    assert deliver(app, NOON) == Delivered()
    assert (row(app, ADA).tries, row(app, ADA).due) == (0, NOON)


def test_a_server_without_a_sender_is_not_run_with(settings: Settings):
    with pytest.raises(Unfit, match="TOIMI_MAIL_FROM"):
        configured(replace(settings, mail_server="mail.example"))


def test_the_words_of_a_letter_are_forgotten_when_it_has_gone_and_all_of_it_after_three_months(app: Flask, post: Post):
    write(app, ADA)
    deliver(app, NOON)
    assert (row(app, ADA).text, row(app, ADA).calendar) == ("", "")
    deliver(app, NOON + timedelta(days=limits.LETTERS_KEPT_DAYS, seconds=1))
    with store.reading(app) as db:
        assert list(letters.gone(db)) == []


def test_an_administrator_reads_what_would_have_been_sent(app: Flask, administrator: Visitor):
    write(app, ADA)
    page = administrator.get("/mail")
    assert "nothing leaves" in page.text
    assert ADA.subject in page.text
    assert "Kierros on auki 15.12. asti." in page.text


def test_a_letter_that_came_back_is_tried_again_by_whoever_mended_it(
    app: Flask, administrator: Visitor, post: Post, clock: Clock
):
    gone = replace(ADA, to="gone@agency.example")
    write(app, gone)
    deliver(app, NOON)
    administrator.send("/mail", "Try again")
    assert row(app, gone).returned_at is None
    assert deliver(app, clock()) == Delivered(returned=1)


def test_a_facilitator_sees_no_letters(app: Flask, facilitator: Visitor):
    assert facilitator.get("/mail").status_code == 403
