"""Static files under /static/<digest of the tree>/: relative imports inherit the digest, so nothing is built.

What is kept for ever is also compressed, once: a closed room's network has no proxy that would do it. Pages are not,
for they carry secrets beside what a visitor typed. Our own scripts travel without their comment lines, which are a
third of them.
"""

import gzip
import re
from typing import Any

from flask import Flask, Response, current_app, request, send_from_directory

from workshop.config import folder, settings_of
from workshop.security import static_digest

FOR_EVER = "public, max-age=31536000, immutable"
COMMENT_LINES = re.compile(r"^[ \t]*(?:/\*\*.*?\*/[ \t]*\n|//[^\n]*\n)", re.MULTILINE | re.DOTALL)
"""Comments that begin a line. None of our scripts has such a line inside a template or a text; a test holds it."""
TEXTS = frozenset({"text/css", "text/javascript", "application/javascript", "application/json", "image/svg+xml"})


def init_app(app: Flask) -> None:
    app.static_folder = str(folder("static"))
    app.add_url_rule("/static/<digest>/<path:filename>", endpoint="static", view_func=static)
    app.add_url_rule("/favicon.ico", endpoint="favicon", view_func=favicon)
    app.url_defaults(with_digest)
    app.extensions["zipped"] = {}
    app.after_request(zipped)


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


def zipped(response: Response) -> Response:
    """A text that is kept for ever, compressed for a browser that takes it so."""
    if not (response.status_code == 200 and response.cache_control.immutable and response.mimetype in TEXTS):
        return response
    response.vary.add("Accept-Encoding")
    if "gzip" in request.accept_encodings:
        known: dict[str, bytes] = current_app.extensions["zipped"]
        response.direct_passthrough = False
        if request.path not in known:
            known[request.path] = gzip.compress(lean(request.path, response.get_data()), mtime=0)
        response.close()
        response.set_data(known[request.path])
        response.headers["Content-Encoding"] = "gzip"
    return response


def lean(path: str, script: bytes) -> bytes:
    """One of our scripts without its comment lines; anything else as it is."""
    if "/js/" not in path or not path.endswith(".js"):
        return script
    return COMMENT_LINES.sub("", script.decode()).encode()
