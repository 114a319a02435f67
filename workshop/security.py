"""What every answer says to the browser about what it may do, and what it may keep."""

import hashlib
import json
import re
from base64 import b64encode
from functools import cache
from pathlib import Path

from flask import Flask, Response, request
from markupsafe import Markup
from werkzeug.middleware.proxy_fix import ProxyFix

from workshop.config import Settings, folder, settings_of

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
A_YEAR = "max-age=31536000"


def init_app(app: Flask) -> None:
    settings = settings_of(app)
    if settings.proxies:
        n = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=n)
    app.after_request(guarded)
    app.add_template_global(import_map_script)


def guarded(response: Response) -> Response:
    """The answer with the house's headers. A page is kept by nobody; what carries a digest says so itself."""
    settings = settings_of()
    response.headers.update(HEADERS)
    response.headers["Content-Security-Policy"] = policy(request.host, settings)
    if settings.secure:
        response.headers["Strict-Transport-Security"] = A_YEAR
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def policy(host: str, settings: Settings) -> str:
    """Nothing but our own, and no inline script but the import map, known by its hash."""
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' '{import_map_hash()}'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": f"'self' {socket_address(host, settings)}".strip(),
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def socket_address(host: str, settings: Settings) -> str:
    """Safari does not take 'self' to mean the socket of the same host; it is named."""
    scheme = "wss" if settings.secure else "ws"
    return f"{scheme}://{host}" if re.fullmatch(r"[A-Za-z0-9.:\[\]-]+", host) else ""


# -- The import map: the one list of front-end names, and the one inline script -------------------------------------


def import_map_script() -> Markup:
    """The import map for a page's head. Its text is the same on every page, so that its hash can be allowed."""
    return Markup(f'<script type="importmap">{import_map()}</script>')  # noqa: S704 (our own file, "<" escaped)


def import_map_hash() -> str:
    digest = hashlib.sha256(import_map().encode()).digest()
    return f"sha256-{b64encode(digest).decode()}"


def import_map() -> str:
    """static/importmap.json, with its addresses under the tree's name."""
    return import_map_under(folder("static"), static_digest())


@cache
def import_map_under(static: Path, digest: str) -> str:
    names = json.loads((static / "importmap.json").read_text())["imports"]
    moved = {name: address.replace("/static/", f"/static/{digest}/", 1) for name, address in names.items()}
    # "<" could end the script; JSON may say it otherwise.
    return json.dumps({"imports": moved}, separators=(",", ":")).replace("<", "\\u003c")


def static_digest() -> str:
    """The tree's name in addresses. While its files are being written one name, never kept, will do."""
    return "now" if settings_of().debug else digest_of(folder("static"))


@cache
def digest_of(static: Path) -> str:
    """A short name for the tree's contents: another file anywhere, another name."""
    digest = hashlib.sha256()
    for path in sorted(static.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(static).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
