"""First pages of a file that somebody might take home, drawn before anything is downloaded."""

import pickle
from hashlib import sha256
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from workshop.exports import Told, child
from workshop.exports.child import GivenUp
from workshop.web.asked import File, Place, asked

MINIATURES, DRAW, MEGABYTES = "workshop.miniatures", "draw", 2048
"""As much as the format that takes most."""
PICTURES = "application/json"


def wants_pages() -> bool:
    """At a file's own address: so that whoever may have the file, and nobody else, may see its pages."""
    return request.method == "POST" and "pictures" in request.args


def pictured(here: Place, given: tuple[Any, ...]) -> ResponseReturnValue:
    """Has them drawn, of a format, a report and a template; what was drawn of the same a moment ago is still there."""

    def draw(told: Told, given_up: GivenUp) -> bytes:
        return child.run(MINIATURES, DRAW, given, told, given_up, child.SECONDS, MEGABYTES)

    return asked(here, File("", PICTURES, draw, after_files=True), "pictures", sha256(pickle.dumps(given)).hexdigest())
