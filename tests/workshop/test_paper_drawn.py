"""Paper as it comes out of a printer: what a camera finds on it and how much room a pen has."""

import subprocess
from itertools import pairwise
from pathlib import Path

import segno
from PIL import Image

from tests.workshop.desk import Desk
from tests.workshop.test_paper import printed, query
from tests.workshop.visitor import Visitor


def test_a_camera_finds_the_link_on_the_sheet_by_the_door(desk: Desk, facilitator: Visitor, tmp_path: Path):
    """The printed squares, one by one, are those of the code that the app's pages draw."""
    made = printed(facilitator, desk, "join.pdf")
    wanted = segno.make(f"http://localhost/j/{desk.row.code}", error="m").matrix
    assert squares_of(first_page(made, tmp_path), len(wanted)) == [[bool(dark) for dark in row] for row in wanted]


DPI = 150
MILLIMETRE = DPI / 25.4


def first_page(made: bytes, folder: Path) -> Image.Image:
    command = ["pdftoppm", "-gray", "-r", str(DPI), "-singlefile", "-", str(folder / "page")]
    subprocess.run(command, input=made, check=True, capture_output=True)
    return Image.open(folder / "page.pgm")


def squares_of(page: Image.Image, side: int) -> list[list[bool]]:
    """The picture stands where a row of the page is dark for longer than any letter: from there it is read."""
    dark = page.point(black(128))
    top, left = next((y, x) for y in range(dark.height) if (x := run_of(dark, y, 12 * MILLIMETRE)))
    whole = dark.crop((left, top, page.width - left, page.height))
    step = whole.width / side
    centre = [int((place + 0.5) * step) for place in range(side)]
    return [[whole.getpixel((x, y)) == 255 for x in centre] for y in centre]


def black(most: int) -> list[int]:
    """White where the page is darker than this."""
    return [255 * (value < most) for value in range(256)]


def run_of(dark: Image.Image, y: int, length: float) -> int:
    """Where a stretch of so many dark points begins in a row; 0 if there is none."""
    row = dark.crop((0, y, dark.width, y + 1)).tobytes()
    return max(0, row.find(b"\xff" * int(length)))


def test_a_pen_has_room_between_two_lines(desk: Desk, facilitator: Visitor, tmp_path: Path):
    page = first_page(printed(facilitator, desk, query("answers", desk, steps=[desk.step("ideas")])), tmp_path)
    dark, across = page.point(black(200)), range(int(25 * MILLIMETRE), int(180 * MILLIMETRE), 5)
    lines = [y for y in range(page.height) if all(dark.getpixel((x, y)) == 255 for x in across)]
    gaps = [(below - above) / MILLIMETRE for above, below in pairwise(lines) if below - above > 1]
    assert len(gaps) >= 4
    assert min(gaps) >= 8
