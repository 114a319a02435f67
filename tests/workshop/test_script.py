"""The one script of a live page: all that its own imports, in an order that runs."""

import shutil
import subprocess
from pathlib import Path

import pytest

from workshop.config import folder
from workshop.web.script import PAGES, Unfit, assembled, ordered, read

NAMES = {"preact": "/static/vendor/preact.js", "toimi/": "/static/js/"}
NODE = shutil.which("node")


def tree(place: Path, **modules: str) -> Path:
    (place / "js").mkdir()
    (place / "importmap.json").write_text('{"imports": {"preact": "/static/vendor/preact.js"}}')
    for name, text in modules.items():
        (place / "js" / f"{name}.js").write_text(text)
    return place


@pytest.mark.skipif(NODE is None, reason="node is not installed")
@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_live_page_can_be_laid_together(page: str, tmp_path: Path):
    script = tmp_path / "page.mjs"
    script.write_text(assembled(folder("static"), "now", f"js/pages/{page}.js"))
    checked = subprocess.run([str(NODE), "--check", script], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_names_of_different_modules_do_not_meet(tmp_path: Path):
    static = tree(
        tmp_path,
        page="import { a } from './one.js'\nimport { a as b } from './two.js'\nconst kept = 3\n"
        "console.log(a(), b, kept)\n",
        one="const kept = 1\nexport function a() {\n  return kept\n}\n",
        two="/** Two. */\nconst kept = 2\nexport const a = kept\n",
    )
    script = tmp_path / "page.mjs"
    script.write_text(assembled(static, "now", "js/page.js"))
    ran = subprocess.run([str(NODE), script], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["1", "2", "3"]


def test_each_comes_after_those_it_asks(tmp_path: Path):
    static = tree(tmp_path, page="import { a } from './one.js'\na()\n", one="export const a = () => 1\n")
    assert list(ordered(static, "js/page.js")) == ["js/one.js", "js/page.js"]


def test_a_circle_is_refused(tmp_path: Path):
    static = tree(tmp_path, page="import { a } from './one.js'\n", one="import { b } from './page.js'\n")
    with pytest.raises(Unfit, match="imports itself"):
        ordered(static, "js/page.js")


def test_a_form_that_is_not_known_is_refused():
    with pytest.raises(Unfit):
        read(NAMES, "js/one.js", "export default function () {}\n")


def test_vendored_modules_stay_files_of_their_own():
    module = read(NAMES, "js/one.js", "import { h } from 'preact'\nimport { t } from 'toimi/core/words.js'\nh(t)\n")
    assert module.asks == (("h", "preact"), ("t", "js/core/words.js"))
