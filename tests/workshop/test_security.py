"""Every answer tells the browser what it may do, and what it may keep."""

import gzip
import hashlib
import json
import re
from base64 import b64encode
from pathlib import Path

import pytest
from flask import Flask

from tests.workshop.visitor import Visitor
from workshop import config, create_app, security
from workshop.store import schema


@pytest.fixture
def secure(tmp_path: Path) -> Visitor:
    """A visitor of a place that is served over https."""
    app = create_app(config.Settings(instance=tmp_path, address="https://toimi.example.fi", proxies=1))
    app.testing = True
    schema.migrate(app)
    return Visitor(app, X_Forwarded_Proto="https", X_Forwarded_Host="toimi.example.fi")


def policy_of(visitor: Visitor, path: str = "/sign-in", **headers: str) -> dict[str, str]:
    words = visitor.get(path, **headers).headers["Content-Security-Policy"]
    return {name: rest for name, _space, rest in (rule.partition(" ") for rule in words.split("; "))}


def test_nothing_is_allowed_but_our_own(visitor: Visitor):
    policy = policy_of(visitor)
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["style-src"] == policy["form-action"] == "'self'"
    assert not any("unsafe" in rule or "*" in rule for rule in policy.values())


def test_the_one_inline_script_is_the_import_map_by_its_hash(app: Flask, visitor: Visitor):
    with app.test_request_context():
        script = security.import_map_script()
    found = re.fullmatch(r'<script type="importmap">(.*)</script>', script)
    assert found
    digest = b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
    assert policy_of(visitor)["script-src"] == f"'self' 'sha256-{digest}'"


def test_every_name_of_the_import_map_is_a_file_of_ours(app: Flask, visitor: Visitor):
    with app.test_request_context():
        names = json.loads(security.import_map())["imports"]
    files = [address for address in names.values() if not address.endswith("/")]
    assert files
    for address in files:
        assert visitor.get(address).status_code == 200, address


def test_the_socket_of_the_same_host_is_named_for_safari(visitor: Visitor):
    assert policy_of(visitor, Host="192.168.1.7:5000")["connect-src"] == "'self' ws://192.168.1.7:5000"


def test_a_host_with_other_signs_does_not_get_into_the_policy(visitor: Visitor):
    assert "evil" not in policy_of(visitor, Host="x; script-src evil.example")["connect-src"]


def test_pages_are_not_kept(visitor: Visitor):
    assert visitor.get("/sign-in").headers["Cache-Control"] == "no-store"


def test_a_page_refuses_to_be_guessed_framed_or_followed(visitor: Visitor):
    headers = visitor.get("/sign-in").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_errors_carry_the_same_headers(visitor: Visitor):
    page = visitor.get("/no/such/page")
    assert page.status_code == 404
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


def test_static_files_are_kept_for_ever_under_their_digest(app: Flask, visitor: Visitor):
    with app.test_request_context():
        address = f"/static/{security.static_digest()}/importmap.json"
    assert "immutable" in visitor.get(address).headers["Cache-Control"]


def test_what_is_kept_for_ever_travels_compressed(app: Flask, visitor: Visitor):
    with app.test_request_context():
        address = f"/static/{security.static_digest()}/importmap.json"
    plain = visitor.get(address)
    for _time in ("first", "again"):
        small = visitor.get(address, **{"Accept-Encoding": "gzip"})
        assert gzip.decompress(small.data) == plain.data
        assert small.headers["Vary"] == "Accept-Encoding"
        assert int(small.headers["Content-Length"]) == len(small.data)


def test_pages_are_not_compressed_beside_their_secrets(visitor: Visitor):
    assert "Content-Encoding" not in visitor.get("/sign-in", **{"Accept-Encoding": "gzip"}).headers


def test_static_files_under_an_old_digest_are_asked_for_again(visitor: Visitor):
    assert visitor.get("/static/0123456789ab/importmap.json").headers["Cache-Control"] == "no-cache"


def test_another_file_in_the_tree_gives_it_another_digest(tmp_path: Path):
    tmp_path.joinpath("one.css").write_text("a{}")
    before = security.digest_of.__wrapped__(tmp_path)
    tmp_path.joinpath("two.css").write_text("")
    assert security.digest_of.__wrapped__(tmp_path) != before


@pytest.mark.parametrize("path", ["../pyproject.toml", "%2e%2e/pyproject.toml", "..%2f..%2fetc/passwd"])
def test_nothing_outside_the_tree_is_served(visitor: Visitor, path: str):
    assert visitor.get(f"/static/now/{path}").status_code == 404


def test_over_plain_http_cookies_work_without_tls(visitor: Visitor):
    cookie = visitor.get("/sign-in").headers["Set-Cookie"]
    assert cookie.startswith("toimi=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_over_https_cookies_are_bound_to_the_host(secure: Visitor):
    cookie = secure.get("/sign-in").headers["Set-Cookie"]
    assert cookie.startswith("__Host-toimi=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


def test_over_https_the_browser_is_told_to_stay_there(secure: Visitor, visitor: Visitor):
    assert "Strict-Transport-Security" in secure.get("/sign-in").headers
    assert "Strict-Transport-Security" not in visitor.get("/sign-in").headers


def test_over_https_the_socket_is_named_so(secure: Visitor):
    assert policy_of(secure)["connect-src"] == "'self' wss://toimi.example.fi"


def test_a_proxy_that_is_not_expected_is_not_believed(visitor: Visitor):
    assert "wss:" not in policy_of(visitor, **{"X-Forwarded-Host": "evil.example"})["connect-src"]
    assert "evil" not in policy_of(visitor, **{"X-Forwarded-Host": "evil.example"})["connect-src"]
