"""Taking in what was chosen from a file that came back: each line a command of its own, through the one door, once."""

from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass
from hashlib import sha256
from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from facilitation.report.sheets import Sort
from facilitation.words import N_, Message
from workshop.languages import worded
from workshop.perform import Once, perform
from workshop.web.comparing import Comparison
from workshop.web.living import Living

FORM_SECONDS = 24 * 3600
CHANGED = N_("It was changed while you were reading. Bring the file once more to compare it.")


@dataclass(frozen=True)
class Wanted:
    """A line of the file as a page gave it away: what it is called, and what it would do."""

    label: str
    command: Any
    cell: tuple[str, str, str, Sort] | None = None
    """Sheet, row and column of what it would change, and how that is read, where its words may be typed anew."""
    why: str = ""
    """Why what somebody typed in its place cannot be taken."""


@dataclass(frozen=True)
class Sheaf:
    """All lines of one comparison. Its name is the same whenever the same form is sent, and no other's."""

    name: str
    lines: Sequence[Wanted]
    language: str
    """In which the file was told."""


@dataclass(frozen=True)
class Result:
    """How many lines were taken in, and those that were not, with the reason."""

    taken: int
    refused: Sequence[tuple[str, str]]


def signed(given: Sheaf, living: Living) -> str:
    """The lines for a form, which nobody can change or use elsewhere."""
    lines = [[each.label, each.cell, type(each.command).__name__, *astuple(each.command)] for each in given.lines]
    return sign([given.name, given.language, lines], living)


def of_workbook(of: Comparison) -> Sheaf:
    """What a workbook asks for, each line called by its sheet, cell and head."""
    places = ((f"{each.line.place.sheet}, {each.line.place.cell}: {each.line.field.head}", each) for each in of.offers)
    return Sheaf(f"{of.digest}-{of.seq}", [Wanted(label, each.command) for label, each in places], of.to.language)


def sheaf(text: str, living: Living) -> Sheaf | None:
    """The lines that a page gave to this person in this place; None for anything else."""
    found = read(text, living)
    if found is None:
        return None
    name, language, lines = found
    made = {each.__name__: each for each in living.commands}
    wanted = [Wanted(label, made[kind](*command), cell) for label, cell, kind, *command in lines]
    return Sheaf(name, wanted, language)


def sign(told: Any, living: Living) -> str:
    return _signer(living).dumps(told)


def read(text: str, living: Living) -> Any:
    """What was signed for this person in this place not long ago; None for anything else."""
    try:
        return _signer(living).loads(text, max_age=FORM_SECONDS)
    except BadData:
        return None


def _signer(living: Living) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=f"toimi-{living.kind}/{living.id}/{living.who}")


def take(living: Living, given: Sheaf, chosen: Collection[str]) -> Result:
    """Ask for each chosen line; one that is refused leaves the others as they are."""
    asked = [(one, take_one(living, given, n)) for n, one in enumerate(given.lines) if str(n) in chosen]
    refused = [(one.label, worded(why)) for one, why in asked if why]
    return Result(len(asked) - len(refused), refused)


def take_one(living: Living, given: Sheaf, number: int) -> Message | None:
    """Nothing when it was taken in, or why not."""
    command = given.lines[number].command
    if why := given.lines[number].why:
        return Message(why)
    if not living.as_shown(command):
        return Message(CHANGED)
    return perform(living.log, command, living.asker(command), once(given, number)).message


def once(given: Sheaf, number: int) -> Once:
    """The same ask whenever the same form is sent in the same words."""
    asked = f"{given.name}-{number}-{astuple(given.lines[number].command)}"
    return Once(f"workbook-{sha256(asked.encode()).hexdigest()[:24]}")
