"""A provider of the tests' own, on loopback, that tells the truth until it is told to lie."""

import json
import threading
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from tests.conftest import Clock

CLIENT, SECRET = "toimi at home", "a secret: 7% of all+some"
KEY, OTHER_KEY = (RSAKey.generate_key(2048, {"kid": kid}, auto_kid=False) for kid in ("first", "second"))
ADA = {"sub": "ada-1", "name": "Ada Salo", "groups": ["planners", "all"]}


@dataclass
class Reply:
    """What an address answers instead of the truth."""

    body: bytes = b""
    status: int = 200
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    drips: bool = False
    """One letter now and then, for ever: no single wait is long."""


def shown(value: object, status: int = 200) -> Reply:
    return Reply(json.dumps(value).encode(), status)


class Crooked:
    """Knows one client and one person; `claims`, `header`, `key` and `replies` are there to be bent."""

    def __init__(self, clock: Clock, port: int) -> None:
        self.clock = clock
        self.issuer = f"http://127.0.0.1:{port}"
        self.person: dict[str, Any] = dict(ADA)
        self.claims: dict[str, Any] = {}
        """Set over the ID token's own; None takes one away."""
        self.key: Any = KEY
        self.header: dict[str, Any] = {"alg": "RS256", "kid": "first"}
        self.keys: list[Any] = [KEY.as_dict(private=False)]
        self.userinfo: dict[str, Any] = {}
        self.token: dict[str, Any] = {}
        self.described: dict[str, Any] = {}
        self.replies: dict[str, Reply] = {}
        self.sign: Callable[[dict[str, Any]], str] = self.signed
        self.asked: list[str] = []
        self._numbers = count()
        self.codes: dict[str, dict[str, str]] = {}
        self.over = threading.Event()

    # -- What a browser does there ----------------------------------------------------------------------------------

    def shows(self, door: str) -> dict[str, str]:
        """Whoever is sent to its page shows who they are: what comes back with them."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(door).query).items()}
        code = f"code-{next(self._numbers)}"
        self.codes[code] = asked
        return {"code": code, "state": asked["state"]}

    # -- What it answers --------------------------------------------------------------------------------------------

    def answer(self, path: str, body: str, authorization: str) -> Reply:
        self.asked.append(path)
        if path in self.replies:
            return self.replies[path]
        match path:
            case "/.well-known/openid-configuration":
                return shown(self.description())
            case "/keys":
                return shown({"keys": self.keys})
            case "/token":
                return self.token_for({name: values[0] for name, values in parse_qs(body).items()}, authorization)
            case "/userinfo":
                return shown({**self.person, **self.userinfo})
            case _:
                return Reply(status=404)

    def description(self) -> dict[str, Any]:
        names = {"authorization_endpoint": "door", "token_endpoint": "token", "jwks_uri": "keys"}
        names |= {"userinfo_endpoint": "userinfo", "end_session_endpoint": "out"}
        return {
            "issuer": self.issuer,
            **{name: f"{self.issuer}/{path}" for name, path in names.items()},
        } | self.described

    def token_for(self, sent: dict[str, str], authorization: str) -> Reply:
        asked = self.codes.pop(sent.get("code", ""), None)
        if asked is None:
            return shown({"error": "invalid_grant"}, 400)
        challenge = urlsafe_b64encode(sha256(sent["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        id, secret = map(unquote, b64decode(authorization.removeprefix("Basic ")).decode().split(":"))
        if (id, secret) != (CLIENT, SECRET) or asked["code_challenge_method"] != "S256":
            return shown({"error": "invalid_client"}, 401)
        if challenge != asked["code_challenge"] or sent["redirect_uri"] != asked["redirect_uri"]:
            return shown({"error": "invalid_grant"}, 400)
        token = {"access_token": "an access token", "token_type": "Bearer", "id_token": self.sign(self.told(asked))}
        return shown({name: value for name, value in (token | self.token).items() if value is not None})

    def told(self, asked: dict[str, str]) -> dict[str, Any]:
        at = int(self.clock().timestamp())
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": self.person["sub"], "iat": at, "exp": at + 300}
        if "max_age" in asked:
            claims["auth_time"] = at
        claims = {**claims, "nonce": asked["nonce"], **self.claims}
        return {name: value for name, value in claims.items() if value is not None}

    def signed(self, claims: dict[str, Any]) -> str:
        return jwt.encode(self.header, claims, self.key, algorithms=[self.header["alg"]])

    # -- Ways to lie ------------------------------------------------------------------------------------------------

    def unsigned(self, claims: dict[str, Any]) -> str:
        parts = [json.dumps(part).encode() for part in ({"alg": "none"}, claims)]
        return ".".join(urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts) + "."

    def signed_with(self, secret: bytes) -> Callable[[dict[str, Any]], str]:
        """By HS256, with what both sides know or everybody does."""
        return lambda claims: jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(secret), algorithms=["HS256"])


@contextmanager
def crooked(clock: Clock) -> Iterator[Crooked]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._tell("")

        def do_POST(self) -> None:
            self._tell(self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode())

        def _tell(self, body: str) -> None:
            reply = provider.answer(urlsplit(self.path).path, body, self.headers.get("Authorization") or "")
            self.send_response(reply.status)
            for name, value in {"Content-Type": reply.kind, **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)
            while reply.drips and not provider.over.wait(0.05):
                self.wfile.write(b" ")

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # pyright: ignore[reportAttributeAccessIssue] (cut lines are expected)
    provider = Crooked(clock, server.server_address[1])
    running = threading.Thread(target=server.serve_forever, daemon=True)
    running.start()
    try:
        yield provider
    finally:
        provider.over.set()
        server.shutdown()
        server.server_close()
        running.join()
