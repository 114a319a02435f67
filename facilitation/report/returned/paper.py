"""A document that comes back: what each field says there, who changed it, what was said beside it, and all the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from facilitation.report.returned.cells import Raw, Strange, same, words
from facilitation.report.returned.compare import Line, Place, state_of
from facilitation.report.returned.held import Cells
from facilitation.report.returned.pieces import Changed, Elsewhere, Paper, Piece, Remark, Reviewed, Run, after
from facilitation.report.returned.typed import PARTS, changes, columns_of, is_its_own
from facilitation.report.sheets import Cell
from facilitation.report.texts import Words

UNCONFIRMED = "\N{NO-BREAK SPACE}*"


def reviewed(told: Paper, back: Paper, before: Mapping[str, Words], now: Mapping[str, Words], cells: Cells) -> Reviewed:
    """Three ways: what was told, what is now, what the file says.

    `before`: the words of each field as it was told, by its mark; `now`: by its address.
    """
    return _Reviewed(told, back, before, now, cells).all()


@dataclass(frozen=True)
class _Reviewed:
    told: Paper
    back: Paper
    before: Mapping[str, Words]
    now: Mapping[str, Words]
    cells: Cells

    def all(self) -> Reviewed:
        left, came = fields(self.told, self.before), fields(self.back, self.before)
        changed = [each for mark in left if mark in came for each in self.changed(mark, left[mark], came[mark])]
        there = [self.before[mark].at for mark in left if mark in came]
        gone = dict.fromkeys(at for mark in left if (at := self.before[mark].at) not in there)
        return Reviewed(tuple(once(changed)), tuple(self.elsewhere()), tuple(lost(gone, there)))

    def changed(self, mark: str, left: Sequence[Piece], came: Sequence[Piece]) -> Iterator[Changed]:
        then, runs = self.before[mark], joined(came, mark)
        told, new = (stated(then, after(each)) for each in (joined(left, mark), runs))
        said = tuple(self.said(id for piece in came for id in piece.remarks))
        if tuple(then.at.split("/")[::2]) in PARTS:
            yield from self.typed(then, told, new, runs, said)
            return
        line = self.line(then, told, new)
        if line or said:
            yield Changed(then.at, then.text if then.theirs else "", line, runs, said)

    def typed(
        self, then: Words, told: str, new: str, runs: tuple[Run, ...], said: tuple[Remark, ...]
    ) -> Iterator[Changed]:
        """A figure with its day is two fields; what was said is beside the first. Words that mean the same are told."""
        otherwise = told.split() != new.split()
        meant = list(self.meant(then.at, told, new)) if otherwise else []
        each = [found for key, text, raw in meant if (found := self.part(then.at, key, text, raw, runs))]
        whole = Changed(columns_of(then.at)[0], new, None, runs, said, "same" if otherwise and not meant else None)
        if each or said or whole.why:
            yield replace(each[0], remarks=said) if each else whole
            yield from each[1:]

    def meant(self, at: str, told: str, new: str) -> Iterator[tuple[str, str, Raw]]:
        """The columns that the words now say otherwise than they did."""
        sheet, row, column = at.split("/")
        left = partial(self.cells.left, sheet, row)
        for key, text, raw in changes(sheet, column, told, new, left, self.cells.to):
            if isinstance(raw, Strange) or not same(raw, left(key)):
                yield key, text, raw

    def part(self, at: str, key: str, text: str, raw: Raw, runs: tuple[Run, ...]) -> Changed | None:
        sheet, row, _ = at.split("/")
        line, why = self.cells.line(sheet, row, key, raw), raw.why if isinstance(raw, Strange) else None
        return Changed(f"{sheet}/{row}/{key}", text, line, runs, (), why) if line or why else None

    def line(self, then: Words, told: str, new: str) -> Line | None:
        """A placeholder stands for nothing, here as there."""
        sheet, row, column = then.at.split("/")
        old, now = value(then), value(self.now.get(then.at))
        wanted = old if new == told else new or None
        here = any(at.startswith(f"{sheet}/{row}/") for at in self.now)
        state = state_of(old, now, wanted, here=here, changeable=True)
        head = replace(self.cells.head(sheet, column), key=column)
        return Line(state, sheet, row, head, Place(sheet), old, now, wanted) if state else None

    def said(self, ids: Iterable[str]) -> Iterator[Remark]:
        return (self.back.remarks[id] for id in dict.fromkeys(ids) if id in self.back.remarks)

    def elsewhere(self) -> Iterator[Elsewhere]:
        """Everything that is not a field, but for what left in the same words."""
        left = Counter(_plain(piece) for piece in outside(self.told, self.before))
        touched = _touching(self.back, self.before)
        for piece in outside(self.back, self.before):
            said = tuple(self.said(id for id in piece.remarks if id not in touched))
            known = left[_plain(piece)] > 0
            left[_plain(piece)] -= known
            if said or not known or any(run.way for run in piece.runs):
                yield Elsewhere("said" if known else "new", piece.text.strip(), piece.runs, said)
                touched |= set(piece.remarks)
        yield from (Elsewhere("gone", text) for text, times in left.items() for _ in range(times))


def lost(gone: Iterable[str], there: Iterable[str]) -> Iterator[str]:
    """The fields that are told nowhere any more; where one is only named, it may be told elsewhere."""
    told = {column for at in there for column in columns_of(at)}
    return (at for at in gone if is_its_own(at) or not told.issuperset(columns_of(at)))


def once(changed: Sequence[Changed]) -> Iterator[Changed]:
    """A field that is told in several places is one suggestion, unless they want it otherwise."""
    wanted: dict[str, list[Cell]] = {}
    for each in changed:
        if each.line:
            wanted.setdefault(each.at, []).append(each.line.new)
    met: set[tuple[str, str]] = set()
    for each in changed:
        which = each.at, repr(each.line.new if each.line else each.why)
        if which not in met or each.remarks:
            yield replace(each, apart=len(set(map(repr, wanted.get(each.at, ())))) > 1)
        met.add(which)


def stated(then: Words, text: str) -> str:
    """What a field's place says; official wording without its mark, which is confirmed outside of the log."""
    return words(text if then.theirs else text.replace(UNCONFIRMED, ""))


def value(told: Words | None) -> str | None:
    return (words(told.text) or None) if told and told.theirs else None


def fields(paper: Paper, known: Mapping[str, Words]) -> dict[str, list[Piece]]:
    """The pieces of each field that is still there: all of a cell, or all between its first and its last."""
    cells = {piece.cell: mark for piece in paper.pieces for mark in piece.marks if mark in known and piece.cell}
    found: dict[str, list[Piece]] = {}
    for piece in paper.pieces:
        marks = {*piece.marks, cells.get(piece.cell)} if piece.cell else {*piece.marks}
        for mark in marks & known.keys():
            found.setdefault(str(mark), []).append(piece)
    return found


def joined(pieces: Sequence[Piece], mark: str) -> tuple[Run, ...]:
    """One text of several paragraphs. Where a paragraph came to hold two fields, only what is within the mark."""
    runs: list[Run] = []
    for piece in pieces:
        shared = len({each for each in piece.marks if each.startswith(mark[:7])}) > 1
        mine = [run for run in piece.runs if not shared or mark in run.marks]
        if runs and mine:
            runs.append(Run("\n", "in" if all(run.way == "in" for run in mine) else ""))
        runs += mine
    return tuple(runs)


def outside(paper: Paper, known: Mapping[str, Words]) -> Iterator[Piece]:
    """The paragraphs that belong to no field and say something, without the contents, which programs write anew."""
    inside = {id(piece) for pieces in fields(paper, known).values() for piece in pieces}
    for piece in paper.pieces:
        if (
            id(piece) not in inside
            and not piece.contents
            and (piece.remarks or "".join(r.text for r in piece.runs).strip())
        ):
            yield piece


def _touching(paper: Paper, known: Mapping[str, Words]) -> set[str]:
    """The comments that touch a field."""
    return {id for pieces in fields(paper, known).values() for piece in pieces for id in piece.remarks}


def _plain(piece: Piece) -> str:
    """Without the mark of unconfirmed wording, which is confirmed outside of the log."""
    return " ".join(piece.text.replace(UNCONFIRMED, "").split())
