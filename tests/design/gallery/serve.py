"""Every part in every state on one page, to be looked at: `python -m tests.design.gallery.serve`, then open it.

Not served by Toimi itself. Answers `/static/…` as Toimi does and the gallery at `/`.
"""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HERE = Path(__file__).parent
HOUSE = HERE.parents[2]
PORT = 5098


class Gallery(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript", ".woff2": "font/woff2"}

    def do_GET(self) -> None:
        if self.path == "/":
            page = (HERE / "index.html").read_text()
            self.answer(page.replace("IMPORTMAP", (HOUSE / "static" / "importmap.json").read_text()), "text/html")
        elif self.path == "/gallery.js":
            self.answer((HERE / "gallery.js").read_text(), "text/javascript")
        else:
            super().do_GET()

    def answer(self, text: str, kind: str) -> None:
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the page is looked at, not the log."""


def server(port: int = PORT) -> ThreadingHTTPServer:
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Gallery, directory=str(HOUSE)))


if __name__ == "__main__":
    server().serve_forever()
