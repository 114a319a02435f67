"""Join codes: eight symbols that nobody mixes up and that spell no words, typed in any case, shown four and four."""

import re

ALPHABET = "23456789CDFHJKMNPRTWX"
"""Digits and consonants. Of each pair that looks alike one is left out, and without vowels no code is a word."""
LENGTH = 8
CHANCE_BYTES = 16
"""So many random bytes make the share of each code even to one part in 10^27."""

ALIKE = str.maketrans("BSZG", "8526")
"""Typed for the one that is in the alphabet."""
BETWEEN = re.compile(r"[\s\u2010-\u2015_.-]+")
LINK = re.compile(r"/j/([^/?#]+)")


def new_code(chance: bytes) -> str:
    """A code out of random bytes, at least `CHANCE_BYTES` of them."""
    if len(chance) < CHANCE_BYTES:
        raise ValueError(f"A code takes {CHANCE_BYTES} random bytes, not {len(chance)}")
    number = int.from_bytes(chance)
    symbols: list[str] = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        symbols.append(ALPHABET[place])
    return "".join(symbols)


def read_code(text: str) -> str | None:
    """The code somebody meant: any case, with spaces or hyphens, or the whole link. None when it cannot be one."""
    link = LINK.search(text)
    typed = BETWEEN.sub("", link[1] if link else text).upper().translate(ALIKE)
    return typed if len(typed) == LENGTH and set(typed) <= set(ALPHABET) else None


def shown(code: str) -> str:
    """The code as people read it: four and four, kept on one line."""
    return f"{code[:4]}\u00a0{code[4:]}"
