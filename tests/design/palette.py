"""Reads static/css/tokens.css: every colour of the look in sRGB, in both themes, and as colour-blind people see it.

Oklch and its matrices by Björn Ottosson; colour-vision matrices by Machado, Oliveira and Fernandes (2009).
"""

import math
import re
from pathlib import Path

CSS = Path(__file__).parents[2] / "static" / "css"
MODES = ("light", "dark")
ONE = r"oklch\([^)]*\)"
TOKEN = re.compile(rf"--([\w-]+):\s*(light-dark\({ONE},\s*{ONE}\)|{ONE}|var\(--[\w-]+\))")
ROOM_ABOVE = 0.002

Colour = tuple[float, float, float]

SIGHT: dict[str, tuple[Colour, Colour, Colour]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def tokens() -> dict[str, str]:
    """Name to value as written; the first wins, later ones are for print and contrast settings."""
    found: dict[str, str] = {}
    for name, value in TOKEN.findall((CSS / "tokens.css").read_text()):
        found.setdefault(name, value)
    return found


TOKENS = tokens()


def linear(lightness: float, chroma: float, hue: float) -> Colour:
    """Linear sRGB of an oklch colour; outside 0 to 1 when no screen can show it."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def fits(colour: Colour, room: float) -> bool:
    return all(-room <= part <= 1 + room for part in colour)


def shown(lightness: float, chroma: float, hue: float) -> Colour:
    """The same colour with as much chroma as a screen can show."""
    colour = linear(lightness, chroma, hue)
    if not fits(colour, ROOM_ABOVE):
        low, high = 0.0, chroma
        for _ in range(30):
            half = (low + high) / 2
            low, high = (half, high) if fits(linear(lightness, half, hue), 1e-4) else (low, half)
        colour = linear(lightness, low, hue)
    red, green, blue = (min(1.0, max(0.0, part)) for part in colour)
    return red, green, blue


def colour_of(name: str, mode: str) -> Colour:
    value = TOKENS[name]
    if value.startswith("var"):
        return colour_of(value[6:-1], mode)
    said = re.findall(r"oklch\(([^)]*)\)", value)
    lightness, chroma, hue = map(float, said[MODES.index(mode) if len(said) == 2 else 0].split()[:3])
    return shown(lightness, chroma, hue)


def luminance(colour: Colour) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2 contrast ratio, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def as_hex(colour: Colour) -> str:
    def part(value: float) -> int:
        return round(255 * (12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055))

    return "#" + "".join(f"{part(value):02x}" for value in colour)


def seen_by(sight: str, colour: Colour) -> Colour:
    """Oklab of a colour as this sight sees it."""
    red, green, blue = (max(0.0, sum(k * part for k, part in zip(row, colour, strict=True))) for row in SIGHT[sight])
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
