"""The place: Flask and everything that touches the world. `create_app` is its table of contents."""

from flask import Flask

from workshop import api, clock, config, languages, live, making, perform, security, store, together, waste, web
from workshop.config import Settings
from workshop.ledgers import LEDGERS
from workshop.store import packs


def create_app(settings: Settings | None = None, clock_of_app: clock.Clock = clock.wall_clock) -> Flask:
    """The app, whole. Settings come from the environment unless given."""
    settings = config.completed(settings or config.from_environment())
    app = Flask(__name__, static_folder=None, template_folder=str(config.folder("templates")))
    config.init_app(app, settings)
    clock.init_app(app, clock_of_app)
    store.init_app(app)
    packs.init_app(app)
    perform.init_app(app, LEDGERS)
    languages.init_app(app)
    security.init_app(app)
    making.init_app(app)
    waste.init_app(app)
    together.init_app(app)
    web.init_app(app)
    api.init_app(app)
    live.init_app(app)
    return app
