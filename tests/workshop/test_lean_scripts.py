"""Our scripts travel without their comment lines, and what is left is the same script."""

import re
import subprocess
from pathlib import Path

import pytest

from workshop.config import folder
from workshop.web.static import COMMENT_LINES, lean

SCRIPTS = sorted(path for path in Path(folder("static")).rglob("*.js") if "vendor" not in path.parts)
NAMES = [str(path.relative_to(folder("static"))) for path in SCRIPTS]
TOKEN = re.compile(r"(/\*.*?\*/)|(//[^\n]*)|('(?:\\.|[^'\\\n])*')|(\"(?:\\.|[^\"\\\n])*\")|([`{}])|(\\.)", re.DOTALL)


def template_spans(script: str) -> list[tuple[int, int]]:
    """Where the words of template texts stand: from a backtick, or the brace that ends a hole, to the next."""
    spans: list[tuple[int, int]] = []
    open_at: list[int] = []
    braces: list[str] = []
    place = 0
    while found := (TOKEN if not open_at or braces[-1] == "{" else re.compile(r"(`)|(\$\{)|(\\.)", re.DOTALL)).search(
        script, place
    ):
        word, place = found.group(), found.end()
        if word == "`" and (not braces or braces[-1] != "`"):
            braces.append("`")
            open_at.append(found.end())
        elif word == "`":
            spans.append((open_at.pop(), found.start()))
            braces.pop()
        elif word == "${":
            spans.append((open_at[-1], found.start()))
            braces.append("{")
        elif word == "{":
            braces.append("{")
        elif word == "}" and braces:
            braces.pop()
            if braces and braces[-1] == "`":
                open_at[-1] = found.end()
    return spans


@pytest.mark.parametrize("script", SCRIPTS, ids=NAMES)
def test_no_comment_line_stands_in_the_words_of_a_template(script: Path):
    text = script.read_text(encoding="utf-8")
    comments = [found.start() for found in COMMENT_LINES.finditer(text)]
    assert not [at for at in comments for begin, end in template_spans(text) if begin <= at < end]


def test_the_lean_scripts_are_scripts(tmp_path: Path):
    for script, name in zip(SCRIPTS, NAMES, strict=True):
        lean_one = tmp_path / name.replace("/", "-").replace(".js", ".mjs")
        lean_one.write_bytes(lean(f"/{name}", script.read_bytes()))
    assert len(list(tmp_path.iterdir())) > 50
    read = (
        "const fs = require('fs'), vm = require('vm');"
        "for (const name of fs.readdirSync('.'))"
        " new vm.SourceTextModule(fs.readFileSync(name, 'utf8'), {identifier: name})"
    )
    command = ["node", "--experimental-vm-modules", "--no-warnings", "--eval", read]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_what_is_vendored_is_sent_as_published():
    published = b"/** kept */\nexport const x = 1\n"
    assert lean("/static/abc/vendor/x.js", published) == published
