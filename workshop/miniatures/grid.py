"""A table as it stands on any page: its cells with their texts, the first row as its head."""

from collections.abc import Sequence

from workshop.miniatures.paper import RULE, Look, Paper, height

INSET = 3.0


def grid(
    paper: Paper,
    at: tuple[float, float],
    widths: Sequence[float],
    rows: Sequence[Sequence[str]],
    look: Look,
    least: Sequence[float] = (),
    lowest: float = 1e9,
) -> float:
    """Rows from a corner down to `lowest`; a row is as high as its text, and as `least` says. Answers where it ends."""
    left, y = at
    for number, row in enumerate(rows):
        letters = Look(look.size, bold=number == 0, colour=look.colour)
        needed = [height(text, width - 2 * INSET, letters) for text, width in zip(row, widths, strict=False)]
        high = max((least[number] if number < len(least) else 0.0, *needed, look.size)) + (0 if least else 2 * INSET)
        if y + high > lowest:
            break
        x = left
        for text, width in zip(row, widths, strict=False):
            paper.write(x + INSET, y + INSET, width - 2 * INSET, text, letters, high)
            x += width
        y += high
        paper.box(left, y, x - left, 0.75, RULE)
    return y
