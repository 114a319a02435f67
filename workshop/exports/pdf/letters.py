"""Texts as our typefaces can show them. PDF/UA forbids a letter without a shape, so that one becomes a visible mark."""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
MARK = "\N{WHITE VERTICAL RECTANGLE}"
BREAK = "\N{ZERO WIDTH SPACE}"
SELECTORS = range(0xFE00, 0xFE10)
OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that make a text read otherwise than it is written."""
ENDLESS = re.compile(r"[^ \n]{41,}")
"""Longer than any word of our languages: an address or a cat on the keyboard."""


@cache
def typefaces() -> tuple[frozenset[str], ...]:
    """The letters that each of our typefaces has."""
    told: dict[str, list[tuple[int, int]]] = json.loads(FONTS.joinpath("letters.json").read_bytes())
    return tuple(frozenset(chr(code) for run in runs for code in range(run[0], run[1] + 1)) for runs in told.values())


@cache
def plain() -> frozenset[str]:
    """Letters that need no thought: some typeface has them, and they join no other."""
    known = frozenset().union(*typefaces()) - OVERRIDES
    return frozenset(letter for letter in known if not _joins(letter)) | {"\n"}


def printable(text: str) -> str:
    """The text as it is printed: every letter is there or has left its mark."""
    text = unicodedata.normalize("NFC", lines(text))
    if not plain().issuperset(text):
        text = "".join(_shown(cluster) for cluster in _clusters(text))
    return ENDLESS.sub(lambda found: _breakable(found[0]), text)


def lines(text: str) -> str:
    """The text with one kind of line end; a tab is a space."""
    for end in ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text.replace("\t", " ")


def _clusters(text: str) -> Iterator[str]:
    """Letters with the accents that stand on them."""
    cluster = ""
    for letter in text:
        if cluster and not _joins(letter):
            yield cluster
            cluster = ""
        cluster += letter
    yield cluster


def _shown(cluster: str) -> str:
    """One typeface must have all of a cluster, else its accents are marked, else the whole."""
    cluster = "".join(letter for letter in cluster if not _silent(letter))
    if not cluster or cluster == "\n" or any(face.issuperset(cluster) for face in typefaces()):
        return cluster
    return cluster[0] + MARK if cluster[1:] and cluster[0] in plain() else MARK


def _joins(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Mc", "Me")


def _silent(letter: str) -> bool:
    """Nobody would miss it: control characters, and signs that only steer how other letters look."""
    match unicodedata.category(letter):
        case "Cc":
            return letter != "\n"
        case "Cf":
            return letter in OVERRIDES or not any(letter in face for face in typefaces())
        case _:
            return ord(letter) in SELECTORS


def _breakable(word: str) -> str:
    """May be broken everywhere between two letters, but is the same word to whoever copies it."""
    return BREAK.join(_clusters(word))
