"""The place: Flask and everything that touches the world. `create_app` is its table of contents."""

from importlib import import_module
from importlib.util import find_spec

from flask import Flask
from flask_wtf import CSRFProtect

from workshop import clock, config, languages, security, store
from workshop.config import Settings

SUBJECTS = (
    "front",
    "accounts",
    "people",
    "logins",
    "workshops",
    "room",
    "draft",
    "packs",
    "languages",
    "health",
)


def create_app(settings: Settings | None = None, clock_of_app: clock.Clock = clock.wall_clock) -> Flask:
    """The app, whole. Settings come from the environment unless given."""
    settings = config.completed(settings or config.from_environment())
    app = Flask(__name__, static_folder=None, template_folder=str(config.folder("templates")))
    config.init_app(app, settings)
    clock.init_app(app, clock_of_app)
    store.init_app(app)
    languages.init_app(app)
    security.init_app(app)
    CSRFProtect(app)
    for part in ("web.errors", "web.static", "web.accounts"):
        import_module(f"workshop.{part}").init_app(app)
    for subject in SUBJECTS:
        if find_spec(f"workshop.web.{subject}"):
            app.register_blueprint(import_module(f"workshop.web.{subject}").bp)
    if find_spec("workshop.live") and find_spec("workshop.live.gateway"):
        import_module("workshop.live.gateway").init_app(app)
    return app
