"""Numbers and days as the reader writes them: 18,4 % and 26.11.2026, or 18.4 % and 26 November 2026."""

from collections.abc import Mapping
from datetime import date

from facilitation.words import Argument, Count

HARD = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
RANGE = "\N{EN DASH}"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def number(value: float, language: str, decimals: int | None = None) -> str:
    """At most two decimals, none that say nothing; large figures in groups of three."""
    text = f"{abs(value):,.{2 if decimals is None else decimals}f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, part = text.replace(",", HARD).partition(".")
    sign = MINUS if value < 0 and text.strip("0.") else ""
    return sign + whole + (("." if language == "en" else ",") + part if part else "")


def exact(value: float, language: str) -> str:
    """All decimals that a spreadsheet keeps, without groups: a figure that is to be changed."""
    return f"{value:.15g}".replace(".", "." if language == "en" else ",")


def put(text: str, arguments: Mapping[str, Argument], language: str) -> str:
    """A sentence with what goes into it, figures with decimals and counts as the reader writes them."""
    told = {name: _told(each, language) for name, each in arguments.items()}
    return text % told if told else text


def _told(each: Argument, language: str) -> Argument:
    match each:
        case Count():
            return number(each, language)
        case float():
            return exact(each, language)
        case _:
            return each


def measured(value: float, unit: str, language: str) -> str:
    return number(value, language) + (f"{HARD}{unit}" if unit else "")


def between(low: float, high: float, language: str) -> str:
    """A range, or the one number that it is."""
    if low == high:
        return number(low, language)
    return f"{number(low, language)}{RANGE}{number(high, language)}"


def day(value: date, language: str) -> str:
    if language == "en":
        return f"{value.day}{HARD}{MONTHS[value.month - 1]} {value.year}"
    return f"{value.day}.{value.month}.{value.year}"


def month(value: date, language: str) -> str:
    if language == "en":
        return f"{MONTHS[value.month - 1][:3]} {value.year}"
    return f"{value.month}/{value.year}"
