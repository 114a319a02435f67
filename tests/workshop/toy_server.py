"""The toy hall, served as the real place is: `python -m tests.workshop.toy_server`. Also hands out seats, unguarded."""

from gevent import monkey

monkey.patch_all()

import os
import signal
from pathlib import Path

import gevent
from flask import Flask, Response, jsonify, make_response, request
from gevent.pywsgi import WSGIServer

from tests.workshop.place import HOST, live_toy_place
from tests.workshop.toy import Join
from workshop import seats
from workshop.live import live_of
from workshop.perform import Asker, Once, perform, workshop_log


def toy_app(folder: Path) -> Flask:
    app = live_toy_place(folder)

    @app.get("/healthz")
    def healthz() -> Response:
        return jsonify({"ok": True})

    @app.get("/measured")
    def measured() -> Response:
        return jsonify(live_of(app).measured())

    @app.get("/sit/<workshop>/<seat>")
    def sit(workshop: str, seat: str) -> Response:
        """Takes the seat if nobody has it; the cookie comes with the answer, the token in it."""
        role = "host" if seat == HOST.seat else "participant"
        asker = Asker(seat, role)
        perform(workshop_log(workshop), Join(seat, role), asker, Once(f"sitting-down-{seat}"))
        token = seats.token_for(workshop, seat, screen="screen" in request.args)
        return seats.give_cookie(make_response(jsonify({"token": token})), workshop, seat)

    return app


def main() -> None:
    app = toy_app(Path(os.environ["TOIMI_INSTANCE"]))
    server = WSGIServer(("127.0.0.1", int(os.environ["TOIMI_PORT"])), app, log=None)

    def stop() -> None:
        server.stop_accepting()  # who hears the farewell must not come back to the one that says it
        live_of(app).close()
        server.stop(1)

    gevent.signal_handler(signal.SIGTERM, stop)
    server.serve_forever()


if __name__ == "__main__":
    main()
