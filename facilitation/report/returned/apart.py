"""What stands in one place of a document and is several columns: its words taken apart, by the key of each column.

A column that is left out says nothing; one without words says that there is nothing.
"""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from facilitation.report.details import NEEDS
from facilitation.report.goals import OWN, PROMISED, PROMISED_BY, UNKNOWN
from facilitation.report.metrics import SHARE
from facilitation.report.reader import Reader
from facilitation.report.returned.cells import Unfit
from facilitation.words import N_

Told: TypeAlias = Mapping[str, str]
"""The words of each column as they stand in the text."""
Apart: TypeAlias = Callable[[str, Reader], Told]
"""Raises Unfit for words that cannot be told apart."""

VALUED = re.compile(r"(?P<value>.*?)\s*(?:\((?P<day>[^()]*\d[^()]*)\))?")
YEARED = re.compile(r"(?P<name>.*?)(?:\s(?P<year>\d{4}))?")
NUMBERED = re.compile(r"(?:\d+\.\s+)?(?P<text>.*)", re.DOTALL)
BETWEEN = re.compile("\\s*[\N{EN DASH}\N{EM DASH}]\\s*|\\s+-\\s+")
FIGURE = re.compile("[-+\N{MINUS SIGN}]?[\\d \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]*\\d(?:[.,]\\d+)?")
ANOTHER = re.compile(r"(?<!\w)\d")
"""A second figure behind the first; in CO2 there is none."""
BY = N_("To, by %(day)s")


def amount(text: str) -> tuple[str, str]:
    """A figure and the unit behind it. Raises Unfit."""
    found = FIGURE.match(text)
    if not found or ANOTHER.search(text, found.end()):
        raise Unfit("number")
    return found[0], text[found.end() :].strip()


def one(key: str) -> Apart:
    return lambda text, to: {key: text}


def numbered(text: str, to: Reader) -> Told:
    """3. Every agreement sets a target"""
    found = NUMBERED.fullmatch(text)
    return {"to": found["text"] if found else text}


def aims(text: str, to: Reader) -> Told:
    """Objectives, a line each, or that there are none on purpose."""
    own = text if text == to.words(OWN) else ""
    return {"objectives": "" if own else text, "own": own}


def valued(key: str) -> Apart:
    """18,4 % (11/2026)"""

    def parts(text: str, to: Reader) -> Told:
        found = VALUED.fullmatch(text)
        if not found:
            return {key: text}
        try:
            figure, unit = amount(found["value"])
        except Unfit:
            figure, unit = found["value"], ""
        return {key: figure, f"{key}_day": found["day"] or "", **({"unit": unit} if unit else {})}

    return parts


def baseline(text: str, to: Reader) -> Told:
    """A figure with its day, or who finds it out by when, or neither."""
    for sentence, names in ((PROMISED_BY, ("who", "day")), (PROMISED, ("who",))):
        if found := taken(sentence, to, *names).fullmatch(text):
            return {"baseline_by": found["who"], "baseline_when": found.groupdict().get("day", "")}
    return valued("baseline")("" if text == to.words(UNKNOWN) else text, to)


def by(text: str, to: Reader) -> Told:
    """To, by 31.12.2027"""
    before, _, behind = to.words(BY, day="\n").partition("\n")
    told = text.removesuffix(behind) if behind else text
    return {"due": told.removeprefix(before) if told.startswith(before) else "" if told == to.words(N_("To")) else told}


def ends(text: str, to: Reader) -> Told:
    """1/2027 – 3/2027, or one month in which it begins and ends."""
    start, end = _ends(text)
    return {"start": start, "end": end}


def span(text: str, to: Reader) -> Told:
    """10–20, or the one figure that it is."""
    low, high = _ends(text)
    return {"range_low": low, "range_high": high}


def _ends(text: str) -> tuple[str, str]:
    start, *end = BETWEEN.split(text.strip(), maxsplit=1)
    return start, end[0] if end and end[0] else start


def agreed(text: str, to: Reader) -> Told:
    """Candidate 2028"""
    found = YEARED.fullmatch(text)
    return {"agreement": found["name"], "agreement_year": found["year"] or ""} if found else {"agreement": text}


def share(text: str, to: Reader) -> Told:
    """Agreements with a target, divided by all agreements"""
    found = taken(SHARE, to, "numerator", "denominator").fullmatch(text)
    if not found:
        raise Unfit("unclear")
    return found.groupdict()


def needs(text: str, to: Reader) -> Told:
    """Resources: two lawyers – a line each. A line without a name goes on with what stands above it."""
    names = {to.words(name).casefold(): key for key, name in NEEDS.items()}
    found: dict[str, list[str]] = {key: [] for key in NEEDS}
    key = next(iter(NEEDS))
    for line in text.splitlines():
        name, _, rest = line.partition(":")
        named = names.get(name.strip().casefold())
        key = named or key
        found[key].append(rest if named else line)
    return {key: "\n".join(lines).strip() for key, lines in found.items()}


def taken(sentence: str, to: Reader, *names: str) -> re.Pattern[str]:
    """How a sentence of the catalogue tells what was put into it."""
    holes = {name: chr(0xE000 + at) for at, name in enumerate(names)}
    told = re.escape(to.words(sentence, **holes))
    for name, hole in holes.items():
        told = told.replace(hole, f"(?P<{name}>.*?)")
    return re.compile(told, re.DOTALL)
