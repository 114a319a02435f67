"""gevent's own server, for where there is no gunicorn. Run by `python -m gevent.monkey --module workshop.serving`."""

import signal

import gevent
from gevent.pywsgi import WSGIServer

from workshop import create_app
from workshop.config import settings_of

GRACEFUL_SECONDS = 3


def main() -> None:
    app = create_app()
    settings = settings_of(app)
    server = WSGIServer((settings.host, settings.port), app, log=None)
    for wish in (signal.SIGTERM, signal.SIGINT):
        gevent.signal_handler(wish, server.stop, GRACEFUL_SECONDS)
    server.serve_forever()


if __name__ == "__main__":
    main()
