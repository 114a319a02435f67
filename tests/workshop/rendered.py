"""A deck as LibreOffice draws it: where every word stands, to be held against the shapes it belongs to."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

PROGRAMS = ("soffice", "pdftotext", "fc-match")
FACES = {"Arial": "Liberation Sans", "Cambria": "Caladea"}
POINT = 12700
SLACK = 2.0
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """A word on a page, in points from the upper left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def rendered(deck: bytes, folder: Path) -> list[list[Word]]:
    """The words of each page; the test is skipped where the programs or the faces are missing, and fails in CI."""
    programs_or_skip()
    folder.joinpath("deck.pptx").write_bytes(deck)
    converted([folder / "deck.pptx"], "pdf", folder)
    return printed(folder / "deck.pdf")


def printed(file: Path) -> list[list[Word]]:
    """The words of each page of a PDF."""
    told = file.with_suffix(".html")
    subprocess.run(["pdftotext", "-bbox", str(file), str(told)], check=True)
    tree = etree.parse(str(told), etree.XMLParser(recover=True))
    return [[word(each) for each in page.iter(f"{XHTML}word")] for page in tree.iter(f"{XHTML}page")]


def converted(files: list[Path], to: str, folder: Path) -> None:
    """LibreOffice reads the files and leaves them in another format in the folder."""
    programs_or_skip()
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def word(element: etree._Element) -> Word:
    left, top, right, bottom = (float(element.get(side)) for side in ("xMin", "yMin", "xMax", "yMax"))
    return Word(element.text or "", left, top, right, bottom)


def programs_or_skip() -> None:
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    missing += [] if missing else [face for face, twin in FACES.items() if twin not in match(face)]
    if missing and os.environ.get("CI"):
        pytest.fail(f"These are needed to look at the slides: {', '.join(missing)}")
    if missing:
        pytest.skip(f"Not here, so nobody looks at the slides: {', '.join(missing)}")


def match(face: str) -> str:
    return subprocess.run(["fc-match", face], check=True, capture_output=True, text=True).stdout


def frame(shape: Any) -> tuple[float, float, float, float]:
    left, top = shape.left / POINT, shape.top / POINT
    return left, top, left + shape.width / POINT, top + shape.height / POINT


def within(word: Word, frame: tuple[float, float, float, float]) -> bool:
    """The letters themselves; a word's box reaches some way above and below them."""
    left, top, right, bottom = frame
    margin = (word.bottom - word.top) * 0.15
    across = word.left >= left - SLACK and word.right <= right + SLACK
    return across and word.top + margin >= top - SLACK and word.bottom - margin <= bottom + SLACK
