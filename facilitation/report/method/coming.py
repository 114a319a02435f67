"""A method's sheets as JSON again, and which cell every place of it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from facilitation.report.method.columns import Part
from facilitation.report.method.leaving import deep, keys
from facilitation.report.method.parts import PARTS
from facilitation.report.method.typed import Unread, read
from facilitation.report.returned.compare import Back, BackRow, Place
from facilitation.words import N_, Message

ID = "id"


@dataclass
class Coming:
    """The JSON as it grows, the cell behind each of its paths, and the cells that hold no value that fits."""

    pack: dict[str, Any] = field(default_factory=dict[str, Any])
    places: dict[str, Place] = field(default_factory=dict[str, Place])
    wrong: list[tuple[Place, Message]] = field(default_factory=list[tuple[Place, Message]])

    def place(self, path: str) -> Place | None:
        """The cell that a path of the JSON came from, or that of the nearest thing around it."""
        while path and path not in self.places:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.places.get(path)


def coming(backs: Sequence[Back]) -> Coming:
    """What the sheets say. A sheet that is missing says nothing; whether it all makes a method is asked elsewhere."""
    whole, by_key = Coming(), {back.key: back for back in backs}
    for part in PARTS:
        if back := by_key.get(part.key):
            _take(whole, part, back)
    return whole


def _take(whole: Coming, part: Part, back: Back) -> None:
    path = ".".join(part.path)
    whole.places[path] = Place(back.name)
    for number, row in enumerate(back.rows):
        cell = Place(back.name, f"{back.columns[ID]}{row.number}")
        if why := _misplaced(whole, part, row, number):
            whole.wrong.append((cell, why))
        elif (where := _entry(whole, part, row)) is None:
            whole.wrong.append((cell, Message(N_("There is no “%(id)s” in the pack."), {"id": row.id})))
        else:
            entry, at = where
            whole.places |= {at: cell} | {".".join(filter(None, (at, name))): cell for name in (*part.id, ID)}
            _fill(whole, part, back, row, entry, at)


def _misplaced(whole: Coming, part: Part, row: BackRow, number: int) -> Message | None:
    if part.shape == "one" and number:
        return Message(N_("Only one row belongs here."))
    if not row.id.strip() and part.shape in ("named", "inside"):
        return Message(N_("This cell is empty."))
    if part.shape == "named" and row.id in (deep(whole.pack, part.path) or ()):
        return Message(N_("“%(id)s” stands twice."), {"id": row.id})
    return None


def _entry(whole: Coming, part: Part, row: BackRow) -> tuple[dict[str, Any], str] | None:
    """Where the row's values go, and the path there. None where it names a parent that is not there."""
    path = ".".join(part.path)
    match part.shape:
        case "one":
            here = _made(whole.pack, part.path)
            return _with_id(here, part, row.id), path
        case "list":
            entries = _made(whole.pack, part.path[:-1]).setdefault(part.path[-1], [])
            entries.append(_with_id({}, part, row.id))
            return entries[-1], f"{path}[{len(entries) - 1}]"
        case "named":
            here = _made(whole.pack, part.path)
            return here.setdefault(row.id, {}), f"{path}.{row.id}"
        case "inside":
            return _inside(whole, part, row.id)


def _inside(whole: Coming, part: Part, id: str) -> tuple[dict[str, Any], str] | None:
    for at, parent in enumerate(deep(whole.pack, part.path) or ()):
        if ".".join(str(parent.get(name)) for name in part.id) == id:
            entries = parent.setdefault(part.under, [])
            entries.append({})
            return entries[-1], f"{'.'.join(part.path)}[{at}].{part.under}[{len(entries) - 1}]"
    return None


def _made(here: dict[str, Any], path: Sequence[str]) -> dict[str, Any]:
    for name in path:
        here = here.setdefault(name, {})
    return here


def _with_id(entry: dict[str, Any], part: Part, id: str) -> dict[str, Any]:
    """The values that the id is made of; a level's is a number."""
    said = id.split(".", len(part.id) - 1) if len(part.id) > 1 else [id]
    for name, text in zip(part.id, said, strict=False):
        if text:
            entry[name] = int(text) if name == "value" and text.isdecimal() else text
    return entry


def _fill(whole: Coming, part: Part, back: Back, row: BackRow, entry: dict[str, Any], at: str) -> None:
    for names, key, value in _values(whole, part, back, row):
        place = Place(back.name, f"{back.columns[key]}{row.number}") if key in back.columns else None
        if place:
            whole.places[".".join(filter(None, (at, *names)))] = place
        if value is not None:
            here = _made(entry, names[:-1])
            here[names[-1]] = here.get(names[-1], {}) | value if isinstance(value, dict) else value


def _values(whole: Coming, part: Part, back: Back, row: BackRow) -> Iterator[tuple[tuple[str, ...], str, Any]]:
    """The path of each value inside of the entry, the key of its cell, and the value."""
    for column in part.columns:
        for key, language in keys(column):
            try:
                value = read(row.cells.get(key), column)
            except Unread as unread:
                place = Place(back.name, f"{back.columns[key]}{row.number}")
                whole.wrong.append((place, unread.message))
                value = None
            names = (*column.path, language) if language else column.path
            yield cast(tuple[str, ...], names), key, value
