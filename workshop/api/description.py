"""The description of the API, in OpenAPI 3.1: made from the operations and the shapes, so that it is true."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

import msgspec

from workshop.access import scopes_of
from workshop.api.operation import Operation
from workshop.api.parameters import Parameter
from workshop.api.problems import MEDIA_TYPE, Problem
from workshop.api.resource import JSON, Resource
from workshop.schemas.described import named

ROOT = "/api/v1"
FORM = "#/components/schemas/{name}"
HOME = "#/$defs/"
ABOUT = """What programs of an organisation read and write: organisations, methods, plans with their versions, goals and
metrics, and files of plans. A token acts for one organisation and sees no draft of another; `security` names
the scopes that it needs."""
REASONS = {
    400: "Something in the ask cannot be read.",
    401: "No token, or none that is in use.",
    403: "The token does not include that.",
    404: "There is no such thing, or none that this token sees.",
    409: "The rules do not grant it; `code` and `detail` say why.",
    412: "The plan or the round has changed since.",
    413: "Larger than an ask may be.",
    415: "Not JSON.",
    422: "Not in the form that is described, or the key was used for something else.",
    429: "Asked too often; `Retry-After` says how many seconds to wait.",
    503: "No file came out; try again later.",
}


def described(resources: Iterable[Resource]) -> dict[str, Any]:
    """The whole document."""
    resources = tuple(resources)
    operations = [each for resource in resources for each in resource.operations]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Toimi", "version": "1", "description": ABOUT},
        "servers": [{"url": ROOT}],
        "security": [{"token": []}],
        "tags": [{"name": tag_of(each), "description": each.words} for each in resources],
        "paths": paths(resources),
        "components": {
            "schemas": schemas(operations),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def tag_of(resource: Resource) -> str:
    return resource.name.removeprefix("api_")


def paths(resources: Iterable[Resource]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for resource in resources:
        for each in resource.operations:
            found.setdefault(each.path, {})[each.method.lower()] = told(each, tag_of(resource))
    return found


def told(operation: Operation, tag: str) -> dict[str, Any]:
    further = {"requestBody": body(operation.body)} if operation.body else {}
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "description": operation.words,
        "tags": [tag],
        "security": security(operation),
        "parameters": [parameter(each) for each in operation.every],
        **further,
        "responses": {str(number): answer for number, answer in answers(operation)},
    }


def security(operation: Operation) -> list[dict[str, list[str]]]:
    """Which scopes a token needs: all of one line, of whichever line."""
    return [{"token": list(each)} for each in product(*map(scopes_of, operation.rights))]


def parameter(each: Parameter) -> dict[str, Any]:
    head = {"name": each.name, "in": each.place, "required": each.place == "path"}
    return {**head, "description": each.words, "schema": dict(each.schema)}


def body(shape: Any) -> dict[str, Any]:
    return {"required": True, "content": {JSON: {"schema": ref(shape)}}}


def answers(operation: Operation) -> Iterator[tuple[int, dict[str, Any]]]:
    said = {"description": operation.summary, "headers": headers(operation)}
    yield operation.status, {**said, "content": content(operation)}
    if not operation.writes:
        yield 304, {"description": "What you have is still so.", "headers": {"ETag": header("Names this state.")}}
    for number in operation.failures:
        wait = {"headers": {"Retry-After": header("Seconds to wait.")}} if number == 429 else {}
        yield number, {"description": REASONS[number], **wait, "content": {MEDIA_TYPE: {"schema": ref(Problem)}}}


def headers(operation: Operation) -> dict[str, Any]:
    return {name: header(words) for name, words in {"ETag": "Names this state.", **operation.headers}.items()}


def header(words: str) -> dict[str, Any]:
    return {"description": words, "schema": {"type": "string"}}


def content(operation: Operation) -> dict[str, Any]:
    if isinstance(operation.gives, tuple):
        return {media: {} for media in operation.gives}
    return {JSON: {"schema": ref(operation.gives)}}


def ref(shape: Any) -> dict[str, Any]:
    (schema,), _parts = msgspec.json.schema_components([shape], ref_template=FORM)
    return schema


def schemas(operations: Iterable[Operation]) -> dict[str, Any]:
    """Every shape that is named anywhere, by its name; those of a plan are the published ones."""
    given = [each.gives for each in operations if not isinstance(each.gives, tuple | None)]
    shapes = [*given, *(each.body for each in operations if each.body), Problem]
    _references, parts = msgspec.json.schema_components(shapes, ref_template=FORM)
    return moved({name: named(part) for name, part in sorted(parts.items())})


def moved(parts: dict[str, Any]) -> dict[str, Any]:
    """What the shapes say of each other in their own words, said as this document does."""
    told = msgspec.json.encode(parts)
    return msgspec.json.decode(told.replace(HOME.encode(), FORM.format(name="").encode()))
