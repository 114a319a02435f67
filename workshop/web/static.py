"""Static files under /static/<digest of the tree>/: relative imports inherit the digest, so nothing is built."""

from typing import Any

from flask import Flask, Response, send_from_directory

from workshop.config import folder, settings_of
from workshop.security import static_digest

FOR_EVER = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    app.static_folder = str(folder("static"))
    app.add_url_rule("/static/<digest>/<path:filename>", endpoint="static", view_func=static)
    app.add_url_rule("/favicon.ico", endpoint="favicon", view_func=favicon)
    app.url_defaults(with_digest)


def with_digest(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "static":
        values.setdefault("digest", static_digest())


def static(digest: str, filename: str) -> Response:
    """A file of ours. Kept for ever under the current name, asked for again under any other."""
    response = send_from_directory(folder("static"), filename)
    kept = digest == static_digest() and not settings_of().debug
    response.headers["Cache-Control"] = FOR_EVER if kept else "no-cache"
    return response


def favicon() -> Response:
    response = send_from_directory(folder("static"), "favicon.svg")
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response
