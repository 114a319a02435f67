"""Every pair of colours that the look puts together can be read, in both themes, by everybody (WCAG 2.2 AA)."""

import math
import re
from itertools import combinations

import pytest

from tests.design.palette import CSS, MODES, SIGHT, TOKENS, as_hex, colour_of, contrast, seen_by

TEXT, BODY, GRAPHICS = 4.5, 7.0, 3.0
GROUNDS = ("paper", "surface", "sunk", "raised")

ON_GROUNDS = {
    "ink": BODY,
    "ink-2": TEXT,
    "ink-3": TEXT,
    "accent-text": TEXT,
    "danger-text": TEXT,
    "warm-text": TEXT,
    "line-strong": GRAPHICS,
    "accent": GRAPHICS,
    "danger": GRAPHICS,
}

PAIRS = [
    *((front, ground, need) for ground in GROUNDS for front, need in ON_GROUNDS.items()),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-hover", TEXT),
    ("on-danger", "danger", TEXT),
    ("on-soft", "accent-soft", TEXT),
    ("ink", "accent-soft", BODY),
    ("ink-2", "accent-soft", TEXT),
    ("accent", "accent-soft", GRAPHICS),
    ("accent-text", "accent-soft", TEXT),
    ("warm-text", "warm-soft", TEXT),
    ("ink", "warm-soft", BODY),
    ("ink-2", "warm-soft", TEXT),
    ("danger-text", "danger-soft", TEXT),
    ("ink", "danger-soft", BODY),
    ("ink-2", "danger-soft", TEXT),
    ("info-text", "info-soft", TEXT),
    ("ink", "info-soft", BODY),
    ("on-field", "field", BODY),
    ("on-field-2", "field", TEXT),
    ("lichen", "field", TEXT),
    ("on-field", "field-2", TEXT),
    ("lichen", "field-2", GRAPHICS),
    ("focus-line", "paper", GRAPHICS),
    ("focus-line", "surface", GRAPHICS),
    ("focus-line", "accent-soft", GRAPHICS),
    ("focus-band", "field", GRAPHICS),
    *((f"g{letter}-ink", f"g{letter}", TEXT) for letter in "abcdefgh"),
    *(
        pair
        for n in range(1, 9)
        for pair in (
            ("on-theme", f"t{n}", TEXT),
            (f"t{n}", "surface", TEXT),
            (f"t{n}", "paper", TEXT),
            (f"t{n}", f"soft-{n}", TEXT),
            ("ink", f"soft-{n}", BODY),
        )
    ),
]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("front", "ground", "need"), PAIRS)
def test_what_stands_on_a_ground_can_be_read(front: str, ground: str, need: float, mode: str):
    assert contrast(colour_of(front, mode), colour_of(ground, mode)) >= need


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("mode", MODES)
def test_no_two_themes_look_the_same_to_anybody(mode: str, sight: str):
    seen = {n: seen_by(sight, colour_of(f"t{n}", mode)) for n in range(1, 9)}
    assert min(100 * math.dist(seen[a], seen[b]) for a, b in combinations(seen, 2)) >= 4.9


def test_older_browsers_get_the_light_theme_as_it_is():
    said = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", (CSS / "fallback.css").read_text()))
    assert {"ink", "paper", "accent", "t1", "ga"} <= set(said)
    for name, value in said.items():
        if name in TOKENS and name != "focus-line":
            assert value == as_hex(colour_of(name, "light")), name
