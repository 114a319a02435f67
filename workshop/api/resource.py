"""The way of an ask: who asks, whether they may, what they give; the view; the answer, or the problem."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, TypeAlias, TypeVar

import msgspec
from flask import Blueprint, Response, request
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from facilitation.words import Refused
from workshop import limits
from workshop.api import once
from workshop.api.bearer import Bearer, bearer
from workshop.api.operation import Operation
from workshop.api.parameters import KEY
from workshop.api.problems import Failed, failed, title_of
from workshop.languages import reader_language, worded
from workshop.perform import Once
from workshop.uploads import body, child

JSON = "application/json"
T = TypeVar("T")


@dataclass(frozen=True)
class Ask:
    """What was asked, read and held to its description."""

    bearer: Bearer
    given: Mapping[str, Any]
    body: Any = None
    key: str = ""

    def once(self, command: object) -> Once:
        """The same ask whenever the same key comes with the same words."""
        whole = f"{self.bearer.token.id}\n{self.key or token_urlsafe(12)}\n{command}"
        return Once(sha256(whole.encode("utf-8", "replace")).hexdigest()[:32])


@dataclass(frozen=True)
class Answer:
    """What is told: a shape, or a file as it is. `etag` where it is known more cheaply than by what is told."""

    body: Any
    headers: Mapping[str, str] | None = None
    etag: str = ""
    media_type: str = JSON


View: TypeAlias = Callable[..., Answer]


class Resource(Blueprint):
    """Views on one subject, each with its description."""

    def __init__(self, name: str, words: str, module: str) -> None:
        super().__init__(name, module)
        self.words = words
        self.operations: list[Operation] = []

    def asks(self, method: str, path: str, summary: str, action: str, **said: Any) -> Callable[[View], View]:
        """This view answers it. What it is called is what the operation is called."""

        def described(view: View) -> View:
            operation = Operation(method, path, view.__name__, summary, action, words=view.__doc__ or "", **said)
            self.operations.append(operation)
            rule = path.replace("{", "<").replace("}", ">")
            self.add_url_rule(rule, view.__name__, _way(operation, view), methods=[method])
            return view

        return described


def _way(operation: Operation, view: View) -> Callable[..., Response]:
    @wraps(view)
    def answered(**path: str) -> Response:
        request.max_content_length = operation.largest
        try:
            ask = asked(operation, path)
            if not ask.key:
                return told(operation, view(ask, **path))
            return once.answered(ask.bearer.token.id, ask.key, lambda: caught(operation, view, ask, path))
        except Exception as error:
            return failed(error)

    return answered


def caught(operation: Operation, view: View, ask: Ask, path: Mapping[str, str]) -> Response:
    """An answer that may be kept: what was refused is refused again."""
    try:
        return told(operation, view(ask, **path))
    except (Failed, Refused, HTTPException) as error:
        return failed(error)


def asked(operation: Operation, path: Mapping[str, str]) -> Ask:
    """Raises Failed, and what Flask raises."""
    here = bearer()
    if not all(here.may(each) for each in operation.rights):
        raise Failed(403, "scope", title_of(403), detail=_("Ask for a token with a further scope."))
    for each in operation.parameters:
        if each.place == "path" and each.name in path:
            each.fitted(path[each.name])
    if stray := sorted(set(request.args) - {each.name for each in operation.parameters if each.place == "query"}):
        raise Failed(400, "no_such_parameter", _("Nothing here is asked by that name."), field=stray[0])
    given = {each.name: each.read() for each in operation.every if each.place != "path"}
    body = body_of(operation.body) if operation.body else None
    return Ask(here, given, body, given.get(KEY.name) or "")


def body_of(shape: type[T]) -> T:
    """What was sent, as this shape. Raises Failed."""
    if request.mimetype != JSON:
        raise Failed(415, "not_json", title_of(415))
    try:
        return msgspec.convert(read(request.get_data()), shape)
    except msgspec.ValidationError as error:
        raise Failed(422, "shape", _("It is not in the form that is described."), detail=str(error)) from None


def read(sent: bytes) -> Any:
    """A large one in a process of its own, whose limits it may be too large for. Raises Failed."""
    try:
        [said] = child.read(sent, "body") if len(sent) > limits.API_BYTES else body.read(sent)
    except Refused as no:
        if no.code == "bad_json":
            raise Failed(400, no.code, worded(no.message)) from None
        raise RequestEntityTooLarge from None
    return said


def told(operation: Operation, answer: Answer) -> Response:
    """Named by what it says, so that whoever has it already need not have it again."""
    body = answer.body if isinstance(answer.body, bytes) else msgspec.json.encode(answer.body)
    response = Response(body, operation.status, mimetype=answer.media_type)
    response.set_etag(answer.etag or digest_of(body))
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Content-Language"] = reader_language()
    response.vary.update(("Authorization", "Accept-Language"))
    response.headers.extend(answer.headers or {})
    if not operation.writes:
        response.make_conditional(request)
    return response


def digest_of(body: bytes) -> str:
    return sha256(body).hexdigest()[:32]
