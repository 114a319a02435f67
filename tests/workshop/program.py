"""A program at the API: asks with a token of its own, and holds every answer to the description that is served."""

import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from flask import Flask
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

from tests.conftest import NOON
from workshop import store
from workshop.access import SCOPES
from workshop.store import tokens
from workshop.store.tables import AccountRow
from workshop.store.tokens import Granted

ROOT = "/api/v1"
A_YEAR = timedelta(days=365)


def token_for(app: Flask, organisation: str, *scopes: str, below: bool = False, at: datetime = NOON) -> str:
    """A new token, made by an administrator of the place."""
    with app.app_context(), store.writing() as db:
        by = db.get(AccountRow, "giver") or _giver(db)
        granted = Granted(organisation, "Books", scopes or SCOPES, below, at + A_YEAR)
        return tokens.give(db, granted, by, at)


def _giver(db: Any) -> AccountRow:
    row = AccountRow(
        id="giver", email="giver@example.fi", name="Giver", role="administrator", password_hash="", created=NOON
    )
    db.add(row)
    db.flush()
    return row


class Program:
    def __init__(self, app: Flask, token: str) -> None:
        self.client, self.token = app.test_client(), token

    @cached_property
    def description(self) -> Mapping[str, Any]:
        return self.client.get(f"{ROOT}/openapi.json").get_json()

    def get(self, path: str, **headers: str) -> TestResponse:
        return self.ask("GET", path, None, headers)

    def post(self, path: str, body: Any, **headers: str) -> TestResponse:
        return self.ask("POST", path, body, headers)

    def send(self, path: str, body: bytes) -> TestResponse:
        """As JSON, whatever it is."""
        return self.ask("POST", path, body, {})

    def ask(self, method: str, path: str, body: Any, headers: Mapping[str, str]) -> TestResponse:
        """An answer that is described. Names of headers are written with underscores."""
        given = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        data = body if body is None or isinstance(body, bytes) else json.dumps(body)
        kind = None if data is None else "application/json"
        path = path.removeprefix(ROOT)
        answer = self.client.open(
            ROOT + path, method=method, headers=given, data=data, content_type=kind, buffered=True
        )
        self.assert_described(method, path.partition("?")[0], answer)
        return answer

    def assert_described(self, method: str, path: str, answer: TestResponse) -> None:
        operation = self.operation(method, path)
        assert str(answer.status_code) in operation["responses"], (method, path, answer.status_code, answer.text)
        said = operation["responses"][str(answer.status_code)]
        assert answer.status_code == 304 or answer.mimetype in said["content"], answer.mimetype
        for name in said.get("headers", {}):
            assert name in answer.headers, (path, name)
        if schema := said.get("content", {}).get(answer.mimetype, {}).get("schema"):
            validator = Draft202012Validator({**schema, "components": self.description["components"]})
            errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(answer.get_json())]
            assert not errors, (path, errors)

    def operation(self, method: str, path: str) -> Mapping[str, Any]:
        for template, methods in self.description["paths"].items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) and method.lower() in methods:
                return methods[method.lower()]
        raise AssertionError(f"{method} {path} is not described")
