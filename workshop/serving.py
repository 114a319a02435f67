"""Stopping well, and gevent's own server for where there is no gunicorn.

Run by `python -m gevent.monkey --module workshop.serving`; gunicorn's side is gunicorn_conf.py beside this file.
"""

import signal

import gevent
from flask import Flask
from gevent.pywsgi import WSGIServer

from workshop import create_app
from workshop.config import settings_of
from workshop.live import live_of
from workshop.waste import keep_searching

GRACEFUL_SECONDS = 3


def leave(app: Flask) -> None:
    """Say farewell on every open socket, then cut them: whoever was there comes back by themselves."""
    live = live_of(app)
    live.close()
    for socket in list(live.engine.sockets.values()):
        socket.cut()


def main() -> None:
    app = create_app()
    keep_searching(app)
    settings = settings_of(app)
    server = WSGIServer((settings.host, settings.port), app, log=None)

    def stop() -> None:
        server.stop_accepting()  # who hears the farewell must not come back to the one that says it
        leave(app)
        server.stop(GRACEFUL_SECONDS)

    for wish in (signal.SIGTERM, signal.SIGINT):
        gevent.signal_handler(wish, stop)
    server.serve_forever()


if __name__ == "__main__":
    main()
