"""The place: Flask and everything that touches the world. `create_app` is its table of contents."""

from importlib import import_module
from importlib.util import find_spec

from flask import Flask
from flask_wtf import CSRFProtect

from workshop import clock, config, languages, live, perform, security, store
from workshop.config import Settings
from workshop.ledgers import LEDGERS

SUBJECTS = (
    "front",
    "accounts",
    "people",
    "logins",
    "workshops",
    "room",
    "devices",
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
    perform.init_app(app, LEDGERS)
    languages.init_app(app)
    security.init_app(app)
    CSRFProtect(app)
    for part in ("web.errors", "web.static", "web.accounts"):
        import_module(f"workshop.{part}").init_app(app)
    if find_spec("workshop.web.front") is None:  # until the front page is here
        from flask import Blueprint

        front = Blueprint("front", __name__)
        front.add_url_rule("/look", "look", lambda: "", methods=["POST"])
        app.register_blueprint(front)
    for subject in SUBJECTS:
        if find_spec(f"workshop.web.{subject}"):
            app.register_blueprint(import_module(f"workshop.web.{subject}").bp)
    live.init_app(app)
    return app
