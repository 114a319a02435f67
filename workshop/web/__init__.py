"""Pages and forms, one module a subject, its forms inside it."""

from importlib import import_module
from importlib.util import find_spec

from flask import Flask
from flask_wtf import CSRFProtect

from workshop.web import (
    accounts,
    devices,
    draft,
    errors,
    front,
    health,
    languages,
    logins,
    people,
    planning,
    room,
    signing_in,
    static,
    workshops,
)

SUBJECTS = (front, accounts, people, logins, workshops, planning, room, devices, draft, languages, health)
COMING = ("packs",)


def init_app(app: Flask) -> None:
    """Every page, and what stands around them. Each form carries a token of its browser's own."""
    CSRFProtect(app)
    for part in (static, errors, signing_in, accounts):
        part.init_app(app)
    for subject in SUBJECTS:
        app.register_blueprint(subject.bp)
    for name in COMING:
        if find_spec(f"workshop.web.{name}"):
            app.register_blueprint(import_module(f"workshop.web.{name}").bp)
