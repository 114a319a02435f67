"""`python -m tests.broker.federation FOLDER PORT`: a small real federation, for tests, on pysaml2. Nothing is kept."""

import sys
from pathlib import Path

from werkzeug.serving import make_server
from werkzeug.wrappers import Request

from tests.broker.federation.pages import Federation

HOST = "127.0.0.1"


def main(folder: str, port: str) -> None:
    federation = Federation(f"http://{HOST}:{port}", Path(folder))
    server = make_server(HOST, int(port), Request.application(federation.answer), threaded=True)
    print(f"listening at {federation.base}", flush=True)  # noqa: T201 (whoever started it waits for this)
    server.serve_forever()


main(*sys.argv[1:])
