"""Writes down how wide the letters of the deck's fonts are, so that text can be measured where no font is installed.

    python scripts/widths.py FONT-FOLDER…     writes workshop/native/widths.json

Liberation Sans has Arial's widths, Caladea those of Cambria; both are free. Widths are in thousandths of the size.
"""

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

PLACE = Path(__file__).parents[1] / "workshop/native/widths.json"
FONTS = {
    "sans": ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    "serif": ("Caladea-Regular.ttf", "Caladea-Bold.ttf"),
}
# Latin, Greek, Cyrillic, punctuation, currencies, arrows and mathematics; all else is taken as a full square
RANGES = (
    (0x20, 0x24F),
    (0x370, 0x45F),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2044),
    (0x20A0, 0x20BF),
    (0x2190, 0x2199),
    (0x2200, 0x2265),
)


def widths(path: Path) -> dict[str, int]:
    """Width by character, those of the same width in one string."""
    font = TTFont(path)
    glyphs, metrics, size = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    by_width: dict[int, str] = {}
    for code in (code for first, last in RANGES for code in range(first, last + 1) if code in glyphs):
        width = round(metrics[glyphs[code]][0] * 1000 / size)
        by_width[width] = by_width.get(width, "") + chr(code)
    return {str(width): by_width[width] for width in sorted(by_width)}


def found(name: str) -> Path:
    return next(path for folder in sys.argv[1:] for path in Path(folder).rglob(name))


if __name__ == "__main__":
    table = {voice: [widths(found(regular)), widths(found(bold))] for voice, (regular, bold) in FONTS.items()}
    PLACE.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
