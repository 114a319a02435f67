"""Letters go over safe lines, signed in; where the line is not safe, neither letter nor password goes."""

from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from flask import Flask

from tests.conftest import NOON
from tests.workshop.guarded import PASSWORD, USER, Guard, certificate_for, guarded
from tests.workshop.test_mail import ADA, row, write
from tests.workshop.visitor import Visitor
from workshop.config import Settings, completed
from workshop.mail.delivery import Delivered, deliver

Security = Literal["starttls", "tls"]
SAFE = pytest.mark.parametrize("security", ["starttls", "tls"])


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The mail server's certificate, trusted as the operators' page says."""
    certificate = certificate_for("localhost", tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return certificate


def test_a_place_that_says_nothing_of_safety_asks_for_it(tmp_path: Path):
    assert completed(Settings(instance=tmp_path)).mail_security == "starttls"


@SAFE
def test_a_letter_goes_signed_in_over_a_safe_line(app: Flask, own: Path, security: Security):
    with guarded(app, security, own) as guard:
        write(app, ADA)
        assert deliver(app, NOON) == Delivered(sent=1)
    assert guard.post.to == [ADA.to]
    nothing_leaked(guard)


@SAFE
def test_a_server_with_a_certificate_of_another_host_gets_nothing(
    app: Flask, administrator: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, security: Security
):
    other = certificate_for("mail.elsewhere.example", tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(other))
    with guarded(app, security, other) as guard:
        said = waits(app, administrator, guard)
    assert "certificate is not valid for &#39;localhost&#39;" in said


@SAFE
def test_a_server_whose_certificate_nobody_known_issued_gets_nothing(
    app: Flask, administrator: Visitor, tmp_path: Path, security: Security
):
    with guarded(app, security, certificate_for("localhost", tmp_path)) as guard:
        assert "self-signed certificate" in waits(app, administrator, guard)


@SAFE
def test_a_server_that_refuses_the_login_gets_no_letter(
    app: Flask, administrator: Visitor, own: Path, security: Security
):
    with guarded(app, security, own) as guard:
        settings(app, mail_password="another")
        assert "535 5.7.8 Authentication credentials invalid" in waits(app, administrator, guard)


@SAFE
def test_a_server_that_asks_for_a_login_where_none_is_set_takes_the_letter_once_it_is(
    app: Flask, administrator: Visitor, own: Path, security: Security
):
    with guarded(app, security, own) as guard:
        settings(app, mail_user="")
        assert "530 5.7.0 Authentication required" in waits(app, administrator, guard)
        settings(app, mail_user=USER)
        assert deliver(app, row(app, ADA).due) == Delivered(sent=1)


def test_a_server_that_offers_no_safe_line_hears_neither_letter_nor_password(app: Flask, administrator: Visitor):
    with guarded(app, "starttls", None) as guard:
        assert "STARTTLS extension not supported" in waits(app, administrator, guard)
    assert b"EHLO" in guard.clear.upper(), "what it heard was written down"


def waits(app: Flask, administrator: Visitor, guard: Guard) -> str:
    """The letter does, whole and to be tried again, and nobody read it on the way. What the page says of it."""
    write(app, ADA)
    assert deliver(app, NOON) == Delivered(later=1)
    assert row(app, ADA).due > NOON
    assert row(app, ADA).text == ADA.text
    assert guard.post.to == []
    nothing_leaked(guard)
    page = administrator.get("/mail").text
    return page.partition("Why it has not gone:")[2].partition("</p>")[0]


def nothing_leaked(guard: Guard) -> None:
    """Nobody on the way reads more than a greeting."""
    heard = bytes(guard.clear)
    assert b"AUTH" not in heard.upper()
    assert b"MAIL FROM" not in heard.upper()
    for secret in (PASSWORD.encode(), b64encode(PASSWORD.encode()), ADA.to.encode()):
        assert secret not in heard


def settings(app: Flask, **told: str) -> None:
    app.extensions["settings"] = replace(app.extensions["settings"], **told)
