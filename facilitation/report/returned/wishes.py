"""From a difference to a command: the card and the field that the column's value came from."""

from datetime import date

from facilitation.live.commands import ReviseCard
from facilitation.live.rules.writing import current
from facilitation.live.state import Card, Said, Workshop
from facilitation.report.reader import Reader
from facilitation.report.returned.cells import Unfit
from facilitation.report.returned.columns import CARDS, Source, source_of
from facilitation.report.returned.compare import Line
from facilitation.report.sheets import Cell
from facilitation.steps.kind import Value


def wish(line: Line, workshop: Workshop, to: Reader) -> ReviseCard | None:
    """The command that makes it so. Raises Unfit for a choice that there is not.

    None if the card says so already: what stood in the cell came from somewhere else, such as the library.
    """
    source, card = source_of(line.sheet, line.row, line.field.key, CARDS), workshop.cards.get(line.row)
    if source is None or card is None:
        return None
    language = language_of(line.field.key, source, card, to)
    now = current(card, source.field, language)
    value = value_of(line.new, source, to, now)
    if value == now or not (value or now or value == 0 or now == 0):
        return None
    return ReviseCard(card.id, source.field, value, now, language)


def language_of(column: str, source: Source, card: Card, to: Reader) -> str:
    """The column's own language, or the one in which the words were first written, or the sheet's."""
    answer = card.answers.get(source.field)
    if source.how == "line" and isinstance(answer, Said):
        return answer.language
    return column.partition(".")[2] or to.language


def value_of(cell: Cell, source: Source, to: Reader, now: Value) -> Value:
    """The cell as a card holds it; `now`: what the field says. Raises Unfit."""
    if source.read:
        return source.read(str(cell or ""), to, now) or None
    if cell is None:
        return None if source.how == "plain" else ""
    if isinstance(cell, date):
        return cell.isoformat()
    return named(cell, source, to) if isinstance(cell, str) else cell


def named(text: str, source: Source, to: Reader) -> str:
    """The key of what was chosen by its name. Raises Unfit."""
    keys = {name.casefold(): key for name, key in source.names(to).items()}
    if text.casefold() not in keys and not source.free:
        raise Unfit("choice")
    return keys.get(text.casefold(), text)
