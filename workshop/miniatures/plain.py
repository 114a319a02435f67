"""Files of text: their first lines as they are written. Of an archive, those of its first files."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from facilitation.report import Report
from workshop.miniatures import SVG, Picture
from workshop.miniatures.paper import FAINT, Look, Paper

WIDTH, HEIGHT, EDGE = 595.0, 420.0, 24.0
LINES, LETTERS = 40, 400
LOOK = Look(10)


def draw(file: bytes, report: Report) -> Iterator[Picture]:
    for name, text in texts(file, report.title):
        paper, y = Paper(WIDTH, HEIGHT), EDGE
        y += paper.write(EDGE, y, WIDTH - 2 * EDGE, name, Look(11, bold=True, colour=FAINT)) + LOOK.size
        for line in text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}").splitlines()[:LINES]:
            if y > HEIGHT - EDGE:
                break
            y += paper.write(EDGE, y, WIDTH - 2 * EDGE, line[:LETTERS], LOOK)
        yield Picture(SVG, paper.svg(), name)


def texts(file: bytes, title: str) -> Iterator[tuple[str, str]]:
    if not zipfile.is_zipfile(BytesIO(file)):
        yield title, file.decode("utf-8", "replace")
        return
    with zipfile.ZipFile(BytesIO(file)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name).decode("utf-8", "replace")
