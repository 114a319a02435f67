"""Long content flows to further pages: nothing overflows, nothing is set smaller than can be read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from facilitation.report.blocks import Block, Headline, Provenance, Report, Section
from facilitation.report.texts import Words
from workshop.exports.slides.pieces import Piece

GAP = 11.0
SIZES = (16.0, 14.0, 13.0, 12.0)
"""Running text in points, the best first; the smaller ones only where they save a page."""
FULL_ENOUGH = 0.35
"""A piece that could be cut goes to the next page whole, if this much of the page is already used."""

Page = list[Piece]


@dataclass(frozen=True, slots=True)
class Part:
    """A headline and what it rests on."""

    headline: Headline
    blocks: tuple[Block, ...]
    provenance: tuple[Words, ...]


def parts(section: Section) -> Iterator[Part]:
    """The section's blocks by headline; blocks before the first one stand under the section's own title."""
    headline, blocks, lines = Headline(section.title), list[Block](), list[Words]()
    for block in section.blocks:
        if isinstance(block, Headline):
            if blocks:
                yield Part(headline, tuple(blocks), tuple(lines))
            headline, blocks, lines = block, [], []
        elif isinstance(block, Provenance):
            lines.extend(block.lines)
        else:
            blocks.append(block)
    if blocks:
        yield Part(headline, tuple(blocks), tuple(lines))


def pages(set_in: Callable[[float], Iterable[Piece]], room: float, sizes: Sequence[float] = SIZES) -> list[Page]:
    """The pieces on as few pages as the smallest of these sizes takes, in the largest that takes no more; `set_in` sets
    them in one."""
    first = flowed(set_in(sizes[0]), room)
    if len(first) <= 1:
        return first
    last = flowed(set_in(sizes[-1]), room)
    if len(last) >= len(first):
        return first
    between = (flowed(set_in(size), room) for size in sizes[1:-1])
    return next((each for each in between if len(each) <= len(last)), last)


def flowed(pieces: Iterable[Piece], room: float) -> list[Page]:
    done: list[Page] = [[]]
    used = 0.0
    for piece in pieces:
        rest: Piece | None = piece
        while rest is not None:
            gap = GAP if done[-1] else 0.0
            left = room - used - gap
            if rest.fits(left):
                done[-1].append(rest)
                used += gap + rest.height()
                break
            cut = None if _better_whole(rest, used, room) else rest.cut(left, must=not done[-1])
            if cut is not None:
                done[-1].append(cut[0])
                rest = cut[1]
            elif not done[-1]:
                done[-1].append(rest)
                rest = None
            done.append([])
            used = 0.0
    return [page for page in done if page]


def _better_whole(piece: Piece, used: float, room: float) -> bool:
    return used >= room * FULL_ENOUGH and piece.fits(room)


def footnotes(report: Report, page: Page, *, more: bool = False) -> str:
    """What the mark of unconfirmed wording means, if the page bears it, and that there is more than it shows."""
    marked = any(each.unconfirmed for piece in page for words in piece.words() for each in words.both)
    said = (f"* {report.phrases.unconfirmed}" if marked else "", report.phrases.rest if more else "")
    return " · ".join(filter(None, said))
