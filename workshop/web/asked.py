"""A file as somebody wants it: by its plain link once it is ready, or in the making beside the page that asked for it.

Every file has one address. GET answers with the file. POST, by which a page's script asks, has it made meanwhile and
says where to hear how far it is, where to give it up and where to fetch it.
"""

import hmac
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Protocol

from flask import Flask, abort, current_app, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField
from wtforms.validators import Length

from workshop import limits
from workshop.clock import now
from workshop.exports import child
from workshop.languages import reader_language
from workshop.making import makings_of, queue_of
from workshop.making.folder import Asked, Making
from workshop.making.work import work
from workshop.web.signing_in import account, rights

FILE = ("GET", "POST")
"""How a file's own address is asked."""
DESK = "desk"
LONGEST = 60
NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


class AskForm(FlaskForm):
    """A once-id: the same asked twice is made once."""

    once = HiddenField(validators=[Length(min=16, max=LONGEST)])


class Place(Protocol):
    """Where somebody has files made, and as whom: a plan's home, or the desk."""

    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def owner(self) -> str: ...


@dataclass(frozen=True)
class Desk:
    """For files of nothing that has a home of its own."""

    owner: str
    kind: str = DESK
    id: str = DESK


def desk() -> Desk:
    """Of the account that is signed in, with the roles that it has: what was made for others is not there."""
    who = account() or abort(404)
    held = sorted(f"{role} of {id}" for id, roles in rights().roles.items() for role in roles)
    return Desk(f"account:{who.id} {who.role} {', '.join(held)}")


@dataclass(frozen=True)
class File:
    """What it is called, and how it is made: of what was seen when it was asked for, with neither request nor app."""

    name: str
    media_type: str
    job: Callable[..., bytes]
    """May be told `(told, given_up)`. Raises child.Unmade."""
    after_files: bool = False


def init_app(app: Flask) -> None:
    """What a page brings along to ask with."""
    app.context_processor(lambda: {"ask_form": lambda: AskForm(formdata=None)})


def file_name(format: str, *words: str) -> str:
    """Of what it is, in which part, whose and of when: whichever of that there is."""
    return NOT_IN_NAMES.sub(" ", f"{', '.join(filter(None, words))}.{format}")


def answered(here: Place, file: File, unmade: Callable[[str], ResponseReturnValue]) -> ResponseReturnValue:
    """At the file's own address. `unmade` says why there is none, by an Unmade's `why`."""
    return asked(here, file) if request.method == "POST" else sent(file, unmade)


def sent(file: File, unmade: Callable[[str], ResponseReturnValue]) -> ResponseReturnValue:
    """The file itself, when its turn has come and it is ready."""
    try:
        made = queue_of().done(file.job)
    except child.Unmade as error:
        current_app.logger.error("No %s: %s", request.path, error)
        return unmade(error.why)
    return send_file(BytesIO(made), file.media_type, as_attachment=True, download_name=file.name)


def asked(here: Place, file: File, *same: str) -> ResponseReturnValue:
    """Puts it in the making. What is asked for once more by the same form, or with the `same` content, is made once."""
    form = AskForm()
    if not form.validate_on_submit():
        abort(400)
    known = same or (request.full_path, form.once.data or "")
    return begun(here, file, unguessable(here.id, here.owner, reader_language(), *known))


def begun(here: Place, file: File, made: str) -> ResponseReturnValue:
    """Where to ask how far it is; put in the queue unless it was asked for before."""
    makings, queue = makings_of(), queue_of()
    if makings.of(here.owner) >= limits.UNREADY_A_PERSON:
        return {"words": _("You have many files in the making. Wait for one of them.")}, 429
    again(makings.find(made, here.id, here.owner))
    about = Asked(here.id, here.owner, queue.id, file.name, file.media_type, now().timestamp(), file.after_files)
    if making := makings.begin(made, about):
        queue.add(work(making, file.job, current_app.logger), after_files=file.after_files)
    return {"address": url_for("making.stands", home=here.kind, id=here.id, making=made)}, 201


def again(making: Making | None) -> None:
    """What was not made the last time may be now."""
    if making and making.stands().state == "unmade":
        making.remove()


def unguessable(*parts: str) -> str:
    """A name that follows from what is told, for us alone."""
    told = "\n".join((str(len(parts)), *parts)).encode()
    return urlsafe_b64encode(hmac.digest(secret(), told, sha256)).decode().rstrip("=")


def secret() -> bytes:
    return f"making {current_app.config['SECRET_KEY']}".encode()
