"""What stands in a document as a figure, a day or a choice: read back into the columns that its words are made of."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from facilitation.report.figures import MONTHS
from facilitation.report.reader import NONE, Reader
from facilitation.report.returned.cells import Raw, Strange, Unfit, day, number
from facilitation.report.sheets import Field
from facilitation.report.tabled.actions import COLUMNS as OF_ACTIONS
from facilitation.report.tabled.columns import Column, field
from facilitation.report.tabled.goals import COLUMNS as OF_GOALS
from facilitation.report.tabled.metrics import COLUMNS as OF_METRICS
from facilitation.words import N_

Told: TypeAlias = Mapping[str, str]
"""The words of each column as they stand in the text."""
VALUED = re.compile(r"(?P<value>[^()]*?)\s*(?:\((?P<day>[^()]*)\))?")
YEARED = re.compile(r"(?P<name>.*?)(?:\s(?P<year>\d{4}))?")
FIGURE = re.compile("[-+\N{MINUS SIGN}]?[\\d \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]*\\d(?:[.,]\\d+)?")
YEAR = re.compile(r"[12]\d{3}")
BY = N_("To, by %(day)s")
COLUMNS: Mapping[str, Sequence[Column[Any]]] = {"goals": OF_GOALS, "metrics": OF_METRICS, "actions": OF_ACTIONS}


def field_of(sheet: str, column: str, to: Reader) -> Field:
    """The column, also where the sheet leaves it out because nobody filled it in."""
    return next(field(each, to) for each in COLUMNS[sheet] if each.key == column)


def changes(sheet: str, column: str, told: str, new: str, to: Reader) -> Iterator[tuple[str, str, Raw]]:
    """Each column that the words tell otherwise than they left: its key, its words, and what they say."""
    parts, read = PARTS[sheet, column]
    before, after = parts(told, to), parts(new, to)
    for key, words in after.items():
        if words != before.get(key, ""):
            yield key, words, _said(read[key], words, to)


def _said(read: Callable[[str, Reader], Raw], words: str, to: Reader) -> Raw:
    if words in ("", NONE.text):
        return None
    try:
        return read(words, to)
    except Unfit as unfit:
        return Strange(unfit.why)


# -- How words are taken apart --------------------------------------------------------------------------------------


def one(key: str) -> Callable[[str, Reader], Told]:
    return lambda text, to: {key: text}


def valued(key: str) -> Callable[[str, Reader], Told]:
    """18,4 % (11/2026)"""

    def parts(text: str, to: Reader) -> Told:
        found = VALUED.fullmatch(text)
        return {key: found["value"], f"{key}_day": found["day"] or ""} if found else {key: text}

    return parts


def by(text: str, to: Reader) -> Told:
    """To, by 31.12.2027"""
    before, _, behind = to.words(BY, day="\n").partition("\n")
    told = text.removesuffix(behind) if behind else text
    return {"due": told.removeprefix(before) if told.startswith(before) else "" if told == to.words(N_("To")) else told}


def ends(text: str, to: Reader) -> Told:
    """1/2027 – 3/2027, or one month in which it begins and ends."""
    start, _, end = (each.strip() for each in text.partition("\N{EN DASH}"))
    return {"start": start, "end": end or start}


def agreed(text: str, to: Reader) -> Told:
    """Candidate 2028"""
    found = YEARED.fullmatch(text)
    return {"agreement": found["name"], "agreement_year": found["year"] or ""} if found else {"agreement": text}


# -- How each part is read ------------------------------------------------------------------------------------------


def figure(text: str, to: Reader) -> Raw:
    """The figure, whatever unit stands behind it."""
    found = FIGURE.match(text)
    rest = text[found.end() :].strip() if found else text
    if not found or any(letter.isdigit() for letter in rest):
        raise Unfit("number")
    return number(found[0])


def first_day(text: str, to: Reader) -> Raw:
    return _day(text, last=False)


def last_day(text: str, to: Reader) -> Raw:
    return _day(text, last=True)


def by_then(text: str) -> date:
    """The day that is meant by a year, a month or a day: the last one of it."""
    said = text.strip()
    return date(int(said), 12, 31) if YEAR.fullmatch(said) else _day(said, last=True)


def _day(text: str, *, last: bool) -> date:
    """A day, or the first or the last one of a month."""
    words = text.replace("\N{NO-BREAK SPACE}", " ").strip().rstrip(".")
    month = re.fullmatch(r"(?:(\d{1,2})/|(\d{1,2} )?([A-Za-z]{3,9}) )(\d{4})", words)
    if month is None:
        return day(words)
    numbered, of, named, year = month.groups()
    which = int(numbered) if numbered else _named(named)
    try:
        return date(int(year), which, int(of) if of else monthrange(int(year), which)[1] if last else 1)
    except ValueError:
        raise Unfit("day") from None


def _named(month: str) -> int:
    found = [at for at, name in enumerate(MONTHS, 1) if month.casefold() in (name.casefold(), name[:3].casefold())]
    return found[0] if found else 0


def name(text: str, to: Reader) -> Raw:
    return text


def year(text: str, to: Reader) -> Raw:
    return int(text)


PARTS: Mapping[tuple[str, str], tuple[Callable[[str, Reader], Told], Mapping[str, Callable[[str, Reader], Raw]]]] = {
    ("goals", "due"): (by, {"due": last_day}),
    ("goals", "scope"): (one("scope"), {"scope": name}),
    ("goals", "agreement"): (agreed, {"agreement": name, "agreement_year": year}),
    ("metrics", "baseline"): (valued("baseline"), {"baseline": figure, "baseline_day": last_day}),
    ("metrics", "target"): (valued("target"), {"target": figure, "target_day": last_day}),
    ("metrics", "direction"): (one("direction"), {"direction": name}),
    ("metrics", "frequency"): (one("frequency"), {"frequency": name}),
    ("actions", "when"): (ends, {"start": first_day, "end": last_day}),
}
"""By sheet and column of the address: how its words are taken apart, and how each part is read."""
