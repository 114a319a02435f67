"""Taking in what was chosen from a file that came back: each line a command of its own, through the one door, once."""

from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass
from hashlib import sha256

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from facilitation.live.commands import ReviseCard
from facilitation.live.rules.writing import current
from facilitation.report.sheets import Sort
from facilitation.words import N_, Message
from workshop.languages import worded
from workshop.perform import Asker, Once, perform, workshop_log
from workshop.store.tables import WorkshopRow
from workshop.web.comparing import Comparison
from workshop.web.found import state_of

FORM_SECONDS = 24 * 3600
CHANGED = N_("It was changed while you were reading. Bring the file once more to compare it.")


@dataclass(frozen=True)
class Wanted:
    """A line of the file as a page gave it away: what it is called, and what it would do."""

    label: str
    command: ReviseCard
    sort: Sort = "text"
    why: str = ""
    """Why what somebody typed in its place cannot be taken."""

    @property
    def empty(self) -> str | None:
        """What stands for no words: a text keeps its language, a plain field does not."""
        return None if self.command.value is None or self.sort != "text" else ""


@dataclass(frozen=True)
class Sheaf:
    """All lines of one comparison. Its name is the same whenever the same form is sent, and no other's."""

    name: str
    lines: Sequence[Wanted]


@dataclass(frozen=True)
class Result:
    """How many lines were taken in, and those that were not, with the reason."""

    taken: int
    refused: Sequence[tuple[str, str]]


def signed(given: Sheaf, found: WorkshopRow, who: str) -> str:
    """The lines for a form, which nobody can change or use elsewhere."""
    return _signer(found, who).dumps(
        [given.name, [[each.label, each.sort, *astuple(each.command)] for each in given.lines]]
    )


def of_workbook(of: Comparison) -> Sheaf:
    """What a workbook asks for, each line called by its sheet, cell and head."""
    places = ((f"{each.line.place.sheet}, {each.line.place.cell}: {each.line.field.head}", each) for each in of.offers)
    return Sheaf(f"{of.digest}-{of.seq}", [Wanted(label, each.command) for label, each in places])


def sheaf(text: str, found: WorkshopRow, who: str) -> Sheaf | None:
    """The lines that a page gave to this person in this workshop; None for anything else."""
    try:
        name, lines = _signer(found, who).loads(text, max_age=FORM_SECONDS)
    except BadData:
        return None
    return Sheaf(name, [Wanted(label, ReviseCard(*command), sort) for label, sort, *command in lines])


def _signer(found: WorkshopRow, who: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=f"toimi-workbook/{found.id}/{who}")


def take(found: WorkshopRow, seat: str, given: Sheaf, chosen: Collection[str]) -> Result:
    """Ask for each chosen line; one that is refused leaves the others as they are."""
    asked = [(one, take_one(found, seat, given, n)) for n, one in enumerate(given.lines) if str(n) in chosen]
    refused = [(one.label, worded(why)) for one, why in asked if why]
    return Result(len(asked) - len(refused), refused)


def take_one(found: WorkshopRow, seat: str, given: Sheaf, number: int) -> Message | None:
    """Nothing when it was taken in, or why not."""
    command = given.lines[number].command
    if why := given.lines[number].why:
        return Message(why)
    if not as_shown(found, command):
        return Message(CHANGED)
    return perform(workshop_log(found.id), command, Asker(seat), once(given, number)).message


def as_shown(found: WorkshopRow, command: ReviseCard) -> bool:
    """Whether the card says what the page showed, or already what is wanted: rules keep both only for texts."""
    card = state_of(found).cards.get(command.card)
    return card is None or current(card, command.field, command.language) in (command.base, command.value)


def once(given: Sheaf, number: int) -> Once:
    """The same ask whenever the same form is sent in the same words."""
    asked = f"{given.name}-{number}-{given.lines[number].command.value}"
    return Once(f"workbook-{sha256(asked.encode()).hexdigest()[:24]}")
