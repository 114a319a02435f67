"""Make the typefaces of printed files: whole static fonts, and the list of letters that each of them has.

    python scripts/printing.py FOLDER

FOLDER holds the files as published on npm in @fontsource-variable/instrument-sans and @fontsource-variable/literata
(SIL Open Font License 1.1), and DejaVuSans.ttf (free to change and pass on), which lends signs, Hebrew and Arabic.
Typst reads neither woff2 nor variable fonts, and a PDF/UA file may hold no letter that its fonts lack: what they have
stands in letters.json.
"""

import argparse
import json
import unicodedata
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

RESULTS = Path(__file__).parents[1] / "workshop" / "exports" / "pdf" / "fonts"
SANS = tuple(f"instrument-sans-{part}-wght-normal.woff2" for part in ("latin", "latin-ext"))
SERIF = tuple(
    f"literata-{part}-wght-normal.woff2"
    for part in ("latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext")
)
WEIGHTS = {400: "Regular", 600: "SemiBold"}
BORROWED = (
    *range(0x0300, 0x0370),
    *range(0x0530, 0x0700),
    *range(0x0E3F, 0x0E40),
    *range(0x10A0, 0x1100),
    *range(0x2000, 0x2C00),
    *range(0xFB1D, 0xFE00),
    *range(0xFE70, 0xFF00),
)
PRIVATE = ("Co", "Cs", "Cc")


@dataclass(frozen=True)
class Face:
    """One result: its family, its weight and the published files that it is put together from."""

    family: str
    weight: int
    parts: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.family.replace(' ', '')}-{WEIGHTS[self.weight]}.ttf"


FACES = (
    Face("Instrument Sans", 400, SANS),
    Face("Instrument Sans", 600, SANS),
    Face("Literata", 400, SERIF),
    Face("Literata", 600, SERIF),
)


def static(path: Path, weight: int) -> BytesIO:
    font = instantiateVariableFont(TTFont(path), {"wght": weight})
    font.flavor = None
    held = BytesIO()
    font.save(held)
    held.seek(0)
    return held


def joined(folder: Path, face: Face) -> TTFont:
    font = Merger().merge([static(folder / part, face.weight) for part in face.parts])
    named(font, face)
    return font


def named(font: TTFont, face: Face) -> None:
    names = {1: face.family, 2: "Regular", 4: f"{face.family} {WEIGHTS[face.weight]}", 16: face.family}
    for number, text in (names | {6: face.name.removesuffix(".ttf"), 17: WEIGHTS[face.weight]}).items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight


def borrowed(path: Path) -> TTFont:
    font = TTFont(path)
    options = Options()
    options.layout_features = ["*"]
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=BORROWED)
    subsetter.subset(font)
    return font


def keep(font: TTFont, name: str) -> None:
    """Save without today's date, so that the same sources give the same file."""
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = 0
    font.save(RESULTS / name)
    print(f"{name}: {(RESULTS / name).stat().st_size:,} bytes, {len(font.getBestCmap())} letters")


def letters(font: TTFont) -> list[tuple[int, int]]:
    """The letters that a font has, as first and last of every run."""
    has = [code for code in sorted(font.getBestCmap()) if unicodedata.category(chr(code)) not in PRIVATE]
    runs = [list(run) for _, run in groupby(enumerate(has), lambda each: each[1] - each[0])]
    return [(run[0][1], run[-1][1]) for run in runs]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    RESULTS.mkdir(exist_ok=True)
    fonts = {face.name: joined(folder, face) for face in FACES}
    fonts["DejaVuSans.ttf"] = borrowed(folder / "DejaVuSans.ttf")
    for name, font in fonts.items():
        keep(font, name)
    families = {name.partition("-")[0].removesuffix(".ttf"): letters(font) for name, font in fonts.items()}
    RESULTS.joinpath("letters.json").write_text(json.dumps(families, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
