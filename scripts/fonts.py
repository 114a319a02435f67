"""Cut the typefaces down to what Finnish, Swedish and English need.

    python scripts/fonts.py FOLDER

FOLDER holds the files as published on npm in @fontsource-variable/instrument-sans and @fontsource-variable/literata
(SIL Open Font License 1.1; the licence texts lie beside the results in static/fonts).
A first visit may cost 200 kB in all, so each family is two files: `core` with every letter of the three languages and
their punctuation, and `more` with the letters of neighbouring names (š, ž, ł …), fetched only by pages that use them.
Weights and widths that no rule asks for are cut away as well.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

RESULTS = Path(__file__).parents[1] / "static" / "fonts"

ASCII = "".join(map(chr, range(0x20, 0x7F)))
LETTERS = "ÄÅÆÉÍÓÖØÜàáâãäåæçèéêëíñóôöøúüß"
SIGNS = "\u00a0\u00ad\u2009§°±²³·½¿×«»–—‘’“”„†•…′″€−"
CORE = ASCII + LETTERS + SIGNS
FEATURES = ["kern", "locl", "liga", "tnum"]


@dataclass(frozen=True)
class Cut:
    """One result: which published file, under which name, with which letters and ranges of its axes."""

    source: str
    name: str
    letters: str | None
    axes: dict[str, tuple[float, float]]


SANS = {"wght": (400, 700), "wdth": (85, 100)}
SERIF = {"wght": (400, 700)}
CUTS = (
    Cut("instrument-sans-latin-standard-normal.woff2", "instrument-sans-core.woff2", CORE, SANS),
    Cut("instrument-sans-latin-ext-standard-normal.woff2", "instrument-sans-more.woff2", None, SANS),
    Cut("literata-latin-wght-normal.woff2", "literata-core.woff2", CORE, SERIF),
    Cut("literata-latin-ext-wght-normal.woff2", "literata-more.woff2", None, SERIF),
)


def keep_letters(font: TTFont, letters: str | None) -> None:
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap() if letters is None else map(ord, letters))
    subsetter.subset(font)


def cut(folder: Path, wanted: Cut) -> Path:
    """Write one result and say where it lies."""
    font = TTFont(folder / wanted.source)
    keep_letters(font, wanted.letters)
    instantiateVariableFont(font, wanted.axes, inplace=True)
    font.flavor = "woff2"
    path = RESULTS / wanted.name
    font.save(path)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for wanted in CUTS:
        path = cut(folder, wanted)
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
