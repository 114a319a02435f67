from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask, Request, Response
from werkzeug.test import EnvironBuilder

from workshop import config, seats
from workshop.config import Settings


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    app = Flask("seats")
    config.init_app(app, config.completed(Settings(instance=tmp_path)))
    with app.app_context():
        yield app


def asking(response: Response) -> Request:
    """The next request of the browser that was given this."""
    cookie = response.headers["Set-Cookie"].partition(";")[0]
    return with_cookie(cookie)


def with_cookie(cookie: str) -> Request:
    return Request(EnvironBuilder(headers=[("Cookie", cookie)]).get_environ())


def test_a_browser_keeps_its_seat(app: Flask):
    request = asking(seats.give_cookie(Response(), "w1", "ada"))
    assert seats.seat_of(request, "w1") == "ada"
    assert seats.seat_of(request, "w2") is None


def test_a_cookie_of_one_workshop_is_none_of_another_under_its_name(app: Flask):
    name, _, value = seats.give_cookie(Response(), "w1", "ada").headers["Set-Cookie"].partition("=")
    moved = f"seat-w2={value.partition(';')[0]}"
    assert name == "seat-w1"
    assert seats.seat_of(with_cookie(moved), "w2") is None


def test_what_we_did_not_sign_is_no_seat(app: Flask):
    for cookie in ("", "ada", "WyJ3MSIsImFkYSJd.x.y", seats.token_for("w1", "ada")):
        assert seats.seat_of(with_cookie(f"seat-w1={cookie}"), "w1") is None


def test_a_token_says_what_it_lets_in(app: Flask):
    assert seats.token_read(seats.token_for("w1", "ada")) == seats.Pass("w1", "ada")
    assert seats.token_read(seats.token_for("w1", "ada", screen=True)) == seats.Pass("w1", "ada", screen=True)
    cookie = seats.give_cookie(Response(), "w1", "ada").headers["Set-Cookie"].partition(";")[0].partition("=")[2]
    assert seats.token_read(cookie) is None


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("", {"seat-w1=", "HttpOnly", "SameSite=Lax", "Path=/"}),
        ("https://toimi.example.fi", {"__Host-seat-w1=", "HttpOnly", "SameSite=Lax", "Path=/", "Secure"}),
    ],
)
def test_the_cookie_is_kept_from_scripts_and_from_other_sites(tmp_path: Path, address: str, wanted: set[str]):
    app = Flask("seats")
    config.init_app(app, config.completed(Settings(instance=tmp_path, address=address)))
    with app.app_context():
        said = seats.give_cookie(Response(), "w1", "ada").headers["Set-Cookie"]
    assert all(word in said for word in wanted) and ("Secure" in said) == bool(address)
