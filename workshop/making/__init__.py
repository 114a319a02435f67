"""Files in the making: asked for once, made beside the room, told how far they are, fetched when ready.

A making is a folder of a few small files under the instance, so that whichever worker is asked can answer. The worker
that was asked first makes the file, as many at once as `limits.MADE_AT_ONCE`; the others wait in its queue.
"""

from flask import Flask, current_app

from workshop.clock import clock_of
from workshop.config import settings_of
from workshop.making.folder import Makings
from workshop.making.queue import Queue

FOLDER = "making"


def init_app(app: Flask) -> None:
    app.extensions["makings"] = Makings(settings_of(app).instance / FOLDER, clock_of(app))
    app.extensions["making_queue"] = Queue()


def makings_of() -> Makings:
    return current_app.extensions["makings"]


def queue_of() -> Queue:
    return current_app.extensions["making_queue"]
