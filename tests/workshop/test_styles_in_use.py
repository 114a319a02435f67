"""What a sheet of styles speaks of is there: each class is named by a page, a script or the program, or made there."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEAKING = (("templates", "*.html"), ("static/js", "*.js"), ("workshop", "*.py"))
NAME = re.compile(r"[A-Za-z][\w-]*")
MADE = re.compile(r"([A-Za-z][\w-]*)(?:\$\{|\{\{|\{%|\{(?=\w)|['\"] ~)")
"""What a name that is put together begins with: a theme's number or the state of something follows."""
COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}", re.DOTALL)
SELECTORS = re.compile(r"([^{};]+)\{")
CLASS = re.compile(r"\.([A-Za-z][\w-]*)")


def said() -> str:
    files = (path for folder, kind in SPEAKING for path in sorted((ROOT / folder).rglob(kind)))
    return "\n".join(COMMENT.sub("", path.read_text(encoding="utf-8")) for path in files)


def styled() -> Iterator[tuple[str, str]]:
    """Each class with the sheet that speaks of it."""
    for path in sorted((ROOT / "static/css").rglob("*.css")):
        rules = COMMENT.sub("", path.read_text(encoding="utf-8"))
        heads = (head for head in SELECTORS.findall(rules) if not head.lstrip().startswith("@"))
        yield from ((name, path.name) for head in heads for name in CLASS.findall(head))


def follows(rest: str, beginning: str) -> bool:
    """Whether this may stand after such a beginning: its own sort of name, a number or another look of it."""
    return beginning[-1] in "-_" or rest.isdigit() or rest.startswith("--")


def test_no_sheet_speaks_of_what_is_nowhere():
    words = said()
    named, made = set(NAME.findall(words)), set(MADE.findall(words))
    unused = {
        f"{sheet}: {name}"
        for name, sheet in styled()
        if name not in named and not any(name.startswith(each) and follows(name[len(each) :], each) for each in made)
    }
    assert not unused, "\n".join(sorted(unused))
