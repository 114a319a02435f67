"""How wide a table's columns are."""

from collections.abc import Iterator, Sequence


def shared(shares: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Widths that fill the room, by share, but no column narrower than its least: mostly that of its longest word.

    Where the leasts alone are more than the room, the widest give way, all to the same width.
    """
    least = list(_within(least, room))
    whole = sum(shares)
    wide = [max(room * share / whole, low) for share, low in zip(shares, least, strict=True)]
    spare = [each - low for each, low in zip(wide, least, strict=True)]
    over = (sum(wide) - room) / (sum(spare) or 1.0)
    return [each - over * free for each, free in zip(wide, spare, strict=True)]


def _within(least: Sequence[float], room: float) -> Iterator[float]:
    left, most = room, room
    for columns, each in zip(range(len(least), 0, -1), sorted(least), strict=True):
        most = left / columns
        if each > most:
            break
        left, most = left - each, each
    return (min(each, most) for each in least)
