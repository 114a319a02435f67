"""Letters that come back: told by the mail server at once, by its report later, or by whoever got the report."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask

from tests.conftest import NOON, Clock
from tests.workshop.post import Post, posted
from tests.workshop.test_mail import ADA, BEN, row, write
from tests.workshop.visitor import Visitor
from workshop import limits, store
from workshop.cli import main
from workshop.mail.delivery import deliver
from workshop.mail.reports import failed
from workshop.store import bounces, letters


@pytest.fixture
def post(app: Flask) -> Iterator[Post]:
    with posted(app) as server:
        yield server


def away(app: Flask, *addresses: str) -> list[str]:
    with store.reading(app) as db:
        return sorted(bounces.bounced(db, addresses))


def report(message_id: str, to: str = ADA.to, action: str = "failed") -> bytes:
    """What a mail server sends to a letter's return path (RFC 3464, appendix E)."""
    status = "\n".join(
        (
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns; mx.agency.example",
            "",
            f"Final-Recipient: rfc822; {to}",
            f"Action: {action}",
            "Status: 5.1.1",
            "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
            "",
        )
    )
    head = f"Content-Type: text/rfc822-headers\n\nMessage-ID: {message_id}\nTo: {to}\n"
    parts = ["Content-Type: text/plain\n\nThe letter could not be delivered.\n", status, head]
    body = "".join(f"--b\n{part}\n" for part in parts) + "--b--\n"
    return f"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n{body}".encode()


@pytest.fixture
def run(app: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A command as an operator gives it, on this place."""
    monkeypatch.setenv("TOIMI_INSTANCE", str(tmp_path))
    return lambda *words, given=b"": CliRunner().invoke(main, words, input=given, catch_exceptions=False).output


def test_an_address_that_the_server_refuses_gets_no_letters_any_more(app: Flask, post: Post):
    write(app, replace(ADA, to="gone@Agency.example"), replace(BEN, to="busy@agency.example"))
    deliver(app, NOON)
    assert away(app, "gone@agency.example", "busy@agency.example") == ["gone@agency.example"]


def test_a_server_s_report_names_the_letter_that_came_back(app: Flask, post: Post, run):
    write(app, ADA)
    deliver(app, NOON)
    sent = str(post.last(ADA.to)["Message-ID"])
    assert "1 addresses" in run("bounced", given=report(sent))
    assert away(app, ADA.to) == [ADA.to]
    assert row(app, ADA).trouble == "550 5.1.1 User unknown"


@pytest.mark.parametrize(
    "given",
    [
        report("<somebody-else@elsewhere.example>"),
        b"Subject: Buy now\n\nMessage-ID: <x@y>\n",
        b"",
        b"\xff\xfe" * 400,
    ],
)
def test_what_names_no_letter_of_ours_stops_none(app: Flask, post: Post, run, given: bytes):
    write(app, ADA)
    deliver(app, NOON)
    assert "No letter of ours" in run("bounced", given=given)
    assert away(app, ADA.to) == []


def test_a_report_about_another_address_or_a_delay_stops_none(app: Flask, post: Post, run):
    write(app, ADA)
    deliver(app, NOON)
    sent = str(post.last(ADA.to)["Message-ID"])
    assert "No letter of ours" in run("bounced", given=report(sent, to="boss@agency.example"))
    assert failed(report(sent, action="delayed")) == []
    assert away(app, ADA.to, "boss@agency.example") == []


def test_an_operator_says_which_addresses_letters_come_back_from(app: Flask, run):
    assert "1 addresses" in run("bounced", "Ada@agency.example")
    assert away(app, ADA.to) == [ADA.to]


def test_what_comes_back_is_returned_to_the_address_for_that(app: Flask):
    with posted(app) as post:
        app.extensions["settings"] = replace(app.extensions["settings"], mail_bounces="back@ministry.example")
        write(app, ADA)
        deliver(app, NOON)
        assert post.senders == ["back@ministry.example"]
        assert post.last(ADA.to)["From"] == "Toimi <toimi@ministry.example>"


# -- The page ------------------------------------------------------------------------------------------------------


def test_an_administrator_says_that_a_letter_came_back_and_that_the_address_works(
    app: Flask, administrator: Visitor, post: Post
):
    write(app, ADA)
    deliver(app, NOON)
    page = administrator.send("/mail", "It came back")
    assert "Came back" in page.text
    assert away(app, ADA.to) == [ADA.to]
    administrator.send("/mail", "The address works")
    assert away(app, ADA.to) == []


def test_the_page_counts_letters_by_how_they_stand(app: Flask, administrator: Visitor, post: Post, clock: Clock):
    gone, busy = (
        replace(ADA, once="gone", to="gone@agency.example"),
        replace(ADA, once="busy", to="busy@agency.example"),
    )
    late = replace(ADA, once="late", until=NOON + timedelta(minutes=1))
    write(app, BEN, gone, busy)
    for _try in range(limits.LETTER_TRIES):
        deliver(app, clock())
        clock.pass_by(days=2)
    write(app, late, replace(ADA, once="waiting"))
    with store.writing(app) as db:
        letters.forget(db, clock())
    page = administrator.get("/mail").text
    for words in ("Sent", "Refused", "Given up", "Came too late", "Waiting"):
        assert f"{words}</span> <b" in page, words


def test_the_page_says_when_no_timer_sends_letters(app: Flask, administrator: Visitor, post: Post, clock: Clock):
    write(app, ADA)
    assert "No timer" not in administrator.get("/mail").text
    clock.pass_by(minutes=limits.LETTER_OVERDUE_MINUTES + 1)
    assert "No timer" in administrator.get("/mail").text
    deliver(app, clock())
    assert "No timer" not in administrator.get("/mail").text


def test_whoever_is_no_administrator_says_nothing_of_letters(app: Flask, facilitator: Visitor, post: Post):
    write(app, ADA)
    deliver(app, NOON)
    for act in ("bounced", "works", "again"):
        assert facilitator.client.post(f"/mail/{row(app, ADA).id}/{act}").status_code in (400, 403)
    assert away(app, ADA.to) == []
