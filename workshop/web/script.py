"""The one script that a live page links to: its own script with all that it imports, laid together when asked for.

A hundred small files are good to work in and bad to wait for on a phone. Nothing is built: each module becomes a
function that gives what it exports, in the order in which they need each other, so that no name meets another's.
Vendored modules stay files of their own. While files are being written (`debug`) pages load them one by one.
"""

import json
import posixpath
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, url_for
from markupsafe import Markup

from workshop.config import folder, settings_of
from workshop.security import static_digest
from workshop.web.static import COMMENT_LINES, FOR_EVER

bp = Blueprint("script", __name__)

IMPORT = re.compile(r"^import\s+(?:(\w+)\s+from\s+|\{([^}]*)\}\s+from\s+)?'([^']+)'[ \t]*;?[ \t]*$", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async function|function|const|class) (\w+))", re.MULTILINE)
EXPORTED = re.compile(r"^export \{([^}]*)\}[ \t]*;?[ \t]*$", re.MULTILINE)
LEFT = re.compile(r"^(?:import|export)\b", re.MULTILINE)
PAGES = frozenset({"participant", "console", "screen"})


class Unfit(ValueError):
    """A script that cannot be laid together: it says so in a test, never to a reader."""


@dataclass(frozen=True)
class Module:
    """One of our scripts: what it asks of whom (a path under static, or a vendored name), what it gives, its text."""

    asks: tuple[tuple[str, str], ...]
    gives: tuple[str, ...]
    text: str


def init_app(app: Flask) -> None:
    app.add_template_global(page_script)
    app.add_template_global(script_heads)


def page_script(page: str) -> str:
    """Address of a live page's script."""
    return url_for("static", filename=f"js/pages/{page}.js") if settings_of().debug else _whole_address(page)


def script_heads(page: str) -> Markup:
    """Links for a page's head, so that everything its script needs comes at once."""
    vendored = json.loads((folder("static") / "importmap.json").read_text())["imports"].values()
    names = [address.removeprefix("/static/") for address in vendored if address.endswith(".js")]
    addresses = [page_script(page), *(url_for("static", filename=name) for name in names)]
    return Markup("\n").join(Markup('<link rel="modulepreload" href="{}">').format(address) for address in addresses)


def _whole_address(page: str) -> str:
    return url_for("script.whole", page=page, digest=static_digest())


@bp.get("/static/<digest>/js/whole/<page>.js")
def whole(page: str, digest: str) -> Response:
    """A page's script and all it imports, as deep in the tree as they are, so that what it asks for is found."""
    if page not in PAGES:
        abort(404)
    response = Response(assembled(folder("static"), static_digest(), f"js/pages/{page}.js"), mimetype="text/javascript")
    response.headers["Cache-Control"] = FOR_EVER if digest == static_digest() else "no-cache"
    return response


@cache
def assembled(static: Path, _digest: str, page: str) -> str:
    """One state of the tree laid together. Raises Unfit."""
    modules = ordered(static, page)
    numbers = {name: f"m{number}" for number, name in enumerate(modules)}
    vendored = sorted({asked for module in modules.values() for _, asked in module.asks if asked not in modules})
    numbers |= {name: f"v{number}" for number, name in enumerate(vendored)}
    heads = [f"import * as {numbers[name]} from '{name}'" for name in vendored]
    return "\n".join([*heads, *(_function(numbers, name, module) for name, module in modules.items())]) + "\n"


def _function(numbers: dict[str, str], name: str, module: Module) -> str:
    taken = "\n".join(f"const {{{what.replace(' as ', ':')}}} = {numbers[whom]}" for what, whom in module.asks if what)
    return f"const {numbers[name]} = (() => {{\n{taken}\n{module.text}\nreturn {{ {', '.join(module.gives)} }}\n}})()"


def ordered(static: Path, page: str) -> dict[str, Module]:
    """The page's modules, each after those it asks; circles have no such order and are Unfit."""
    names = json.loads((static / "importmap.json").read_text())["imports"]
    done: dict[str, Module] = {}
    begun: list[str] = []

    def visit(name: str) -> None:
        if name in done:
            return
        if name in begun:
            raise Unfit(f"{name} imports itself, by way of {begun[-1]}.")
        begun.append(name)
        module = read(names, name, (static / name).read_text())
        for _, asked in module.asks:
            if asked.startswith("js/"):
                visit(asked)
        done[name] = module

    visit(page)
    return done


def read(names: dict[str, str], name: str, text: str) -> Module:
    """A module's asks, gifts and the rest of its text. Raises Unfit where it uses a form this does not know."""
    text = COMMENT_LINES.sub("", text)
    asks = tuple((named(whole, parts), under(names, name, whom)) for whole, parts, whom in IMPORT.findall(text))
    listed = [each.strip() for found in EXPORTED.findall(text) for each in found.split(",") if each.strip()]
    gives = (*EXPORT.findall(text), *listed)
    rest = EXPORT.sub("", EXPORTED.sub("", IMPORT.sub("", text)))
    if LEFT.search(rest) or any(" as " in each for each in listed):
        raise Unfit(f"{name} imports or exports in a way that is not known here.")
    return Module(asks, gives, rest.strip())


def named(whole: str, parts: str) -> str:
    """What is asked, as a module says it: its default under a name, or some of its parts."""
    return f"default as {whole}" if whole else " ".join(parts.split())


def under(names: dict[str, str], name: str, asked: str) -> str:
    """Ours by its path under static, found beside the asking script or by the map; a vendored one by its name."""
    if asked.startswith("."):
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), asked))
    ours = next((prefix for prefix in names if prefix.endswith("/") and asked.startswith(prefix)), None)
    return names[ours].removeprefix("/static/") + asked.removeprefix(ours) if ours else asked
