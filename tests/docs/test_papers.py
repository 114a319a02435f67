"""What the papers name exists."""

import re
import tomllib
from pathlib import Path

import click
import pytest
from PIL import Image

from tests.docs.papers import HOUSE, PAPERS, Paper, in_code, paper
from workshop.cli import main
from workshop.config import Settings

ROOMS = ("facilitation", "workshop")
FOLDERS = (*ROOMS, "templates", "static", "tests", "scripts", "docs", "benchmarks")
AT_MOST = 200_000
"""Bytes of a picture: the first page is read over slow lines too."""

each_paper = pytest.mark.parametrize("sheet", PAPERS, ids=[each.name for each in PAPERS])


@each_paper
def test_links_lead_somewhere(sheet: Paper):
    for link in sheet.links:
        if re.match(r"https?:", link):
            continue
        file, _, anchor = link.partition("#")
        target = Paper((sheet.path.parent / file).resolve()) if file else sheet
        assert target.path.exists(), link
        assert not anchor or anchor in target.anchors, link


@each_paper
def test_every_path_is_there(sheet: Paper):
    for word in sheet.spans:
        if re.fullmatch(rf"({'|'.join(FOLDERS)})/[\w./-]*", word):
            assert (HOUSE / word).exists(), word


@each_paper
def test_every_target_of_make_is_there(sheet: Paper):
    targets = re.findall(r"^(\w+):", (HOUSE / "Makefile").read_text(), re.M)
    for line in sheet.commands:
        if named := re.match(r"(?:\w+=\S+ )?make (\w+)", line):
            assert named[1] in targets, line


@each_paper
def test_every_command_and_option_of_toimi_is_there(sheet: Paper):
    context = click.Context(main)
    for line in sheet.commands:
        if not (named := re.match(r"(?:\S*/)?toimi ([a-z]+)(.*)", line)):
            continue
        command = main.get_command(context, named[1])
        assert command is not None, line
        known = {option for each in command.params for option in each.opts}
        assert set(re.findall(r"--[a-z-]+", named[2].split("`")[0])) <= known, line


@each_paper
def test_every_setting_is_one(sheet: Paper):
    known = {f"TOIMI_{name.upper()}" for name in Settings.__dataclass_fields__}
    assert set(re.findall(r"TOIMI_[A-Z_]+\b", sheet.text)) <= known


@each_paper
def test_no_page_tells_of_the_machine_it_was_written_on(sheet: Paper):
    assert not re.findall(r"(?<![\w.])/(?:home|root|tmp|work|Users)/", sheet.text)


def test_the_map_of_the_house_lists_the_rooms_there_are_and_no_others():
    for room in ROOMS:
        listed = [name for row in paper("README.md").table(f"`{room}/`") for name in in_code(row[0])]
        assert sorted(listed) == sorted(rooms_in(HOUSE / room))


def rooms_in(folder: Path) -> list[str]:
    inner = [path for path in folder.iterdir() if path.name not in ("__init__.py", "__pycache__")]
    tracked = [path for path in inner if path.suffix in (".py", ".toml") or (path.is_dir() and any(path.iterdir()))]
    return [f"{path.name}/" if path.is_dir() else path.name for path in tracked]


def test_the_folders_beside_the_rooms_are_on_the_map_too():
    named = {name for row in paper("README.md").table("beside them") for name in in_code(row[0])}
    assert named == {f"{folder}/" for folder in FOLDERS if folder not in ROOMS}


@pytest.mark.parametrize("name", ["console", "participant", "screen"])
def test_readme_shows_pictures_that_open_fast(name: str):
    picture = HOUSE / "docs" / "pictures" / f"{name}.png"
    assert f"docs/pictures/{name}.png" in paper("README.md").links
    assert picture.stat().st_size <= AT_MOST
    with Image.open(picture) as opened:
        assert opened.width >= 1000


def test_the_newest_change_is_of_the_version_in_hand():
    version = tomllib.loads((HOUSE / "pyproject.toml").read_text())["project"]["version"]
    newest = re.search(r"^## (\S+)", paper("CHANGELOG.md").text, re.M)
    assert newest is not None
    assert newest[1].strip(",") == version


def test_the_licence_is_the_one_that_is_told():
    assert "MIT" in (HOUSE / "LICENSE").read_text().splitlines()[0]
