"""The stylesheets keep the order of the house."""

import re
from pathlib import Path

from tests.design.palette import CSS
from workshop.web import sheet

HOUSE = CSS.parents[1]
SHEETS = sorted(CSS.rglob("*.css"))
TEMPLATES = sorted((HOUSE / "templates").rglob("*.html"))
LAYER_OF = {"components": "components", "screens": "screens"}


def named(path: Path) -> str:
    return path.relative_to(CSS).as_posix()


def test_every_sheet_is_in_the_one_that_pages_link_to():
    linked = re.findall(r'@import url\("([^"]+)"\)', (CSS / "main.css").read_text())
    assert sorted(linked) == [named(path) for path in SHEETS if path.name != "main.css"]
    assert len(linked) == len(set(linked))


def test_what_pages_get_is_all_of_it_in_one():
    everything = sheet.whole(CSS)
    assert everything.startswith("@layer reset, tokens, base, layout, components, screens, utilities;")
    assert "@import" not in everything
    assert everything.count("{") == everything.count("}")
    assert everything.count("{") == sum(path.read_text().count("{") for path in SHEETS)


def test_addresses_in_sheets_hold_in_the_one_sheet():
    for path in SHEETS:
        if path.parent != CSS:
            assert "url(" not in path.read_text(), named(path)


def test_every_component_stands_in_its_layer():
    for path in SHEETS:
        if (layer := LAYER_OF.get(path.parent.name)) is not None:
            assert re.findall(r"@layer ([\w]+)", path.read_text()) == [layer], named(path)


def test_components_take_their_colours_from_the_tokens():
    for path in SHEETS:
        if path.parent.name in LAYER_OF:
            rules = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
            assert not re.search(r":[^;{]*(#[0-9a-fA-F]{3,8}\b|rgb\(|hsl\()", rules), named(path)


def test_every_token_that_is_asked_for_exists():
    everything = "".join(path.read_text() for path in SHEETS)
    set_by_scripts = {"m", "p", "n", "x", "y", "k"}
    asked = set(re.findall(r"var\(--([\w-]+)\)", everything))
    given = set(re.findall(r"--([\w-]+):", everything))
    assert asked - given - set_by_scripts == set()


def test_nothing_is_shouted_but_hidden_and_stillness():
    for path in SHEETS:
        if path.name not in ("base.css", "reset.css"):
            assert "!important" not in path.read_text(), named(path)


def test_no_template_styles_or_scripts_inline():
    for path in TEMPLATES:
        text = path.read_text()
        assert not re.search(r"\sstyle\s*=", text), path.name
        assert not re.search(r"\son[a-z]+\s*=", text), path.name
        assert "<style" not in text, path.name


def test_every_icon_that_is_asked_for_is_drawn():
    drawn = set(re.findall(r'id="([\w-]+)"', (HOUSE / "static" / "icons.svg").read_text()))
    asked = {name for path in TEMPLATES for name in re.findall(r"\bicon\('([\w-]+)'", path.read_text())}
    scripts = list((HOUSE / "static" / "js").rglob("*.js"))
    asked |= {name for path in scripts for name in re.findall(r"<\$\{Icon\} name=\"([\w-]+)\"", path.read_text())}
    assert asked - drawn == set()
