"""Which groups may be shown beside the whole, so that nobody is left alone by subtraction.

Everybody sees who belongs to which organisation and role group. Whatever is shown of the whole and of some groups is
therefore taken as if it could be added and subtracted (medians cannot quite, but they narrow things down).
The promise: no such sum is a set of one to four people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from facilitation.limits import SHOWN_FROM

Cells: TypeAlias = Mapping[tuple[str, str], int]
"""People by row and column of a table, such as organisation and role group; "" for an unknown one."""

Node: TypeAlias = tuple[Literal["row", "column"], str]
Links: TypeAlias = Mapping[Node, Sequence[tuple[Node, int]]]


def showable(sizes: Mapping[str, int]) -> frozenset[str]:
    """The groups of one split that can be shown: five people each, and none or five and more in the remainder.

    A remainder under five takes the smallest shown group with it. A split of one group says nothing new.
    """
    if len(sizes) < 2:
        return frozenset()
    shown = sorted(
        (name for name, n in sizes.items() if name and n >= SHOWN_FROM), key=lambda name: (sizes[name], name)
    )
    remainder = sum(sizes.values()) - sum(sizes[name] for name in shown)
    return frozenset(shown[1:] if 0 < remainder < SHOWN_FROM else shown)


def showable_together(cells: Cells) -> tuple[frozenset[str], frozenset[str]]:
    """The rows and columns of a table of people that can be shown beside each other.

    Everybody sees who belongs where, so an organisation of six minus a role group of five within it would be a person.
    Where the two splits could be played against each other, columns are left out, the smallest first.
    """
    by_row, by_column = _sums(cells, 0), _sums(cells, 1)
    rows, columns = showable(by_row), showable(by_column)
    while columns and singles_out(_merged(cells, rows, columns)):
        columns -= {min(columns, key=lambda name: (by_column[name], name))}
    return rows, columns


def singles_out(cells: Cells) -> bool:
    """Whether adding and subtracting whole rows and columns can leave one to four people.

    Give each row and each column a weight: a cell then counts with the sum of its two.
    Where every cell counts 0 or 1, those that count 1 are a set of people whose result could be computed.
    """
    links = _links(cells)
    return any(_leaves_few(links, walk, {}, 0) for walk in _walks(links))


def _leaves_few(links: Links, walk: Sequence[Node], weights: Mapping[Node, int], people: int) -> bool:
    if people >= SHOWN_FROM:
        return False
    if len(weights) == len(walk):
        return people > 0
    node = walk[len(weights)]
    known = [(weights[other], count) for other, count in links[node] if other in weights]
    return any(
        _leaves_few(links, walk, {**weights, node: weight}, people + sum(n for w, n in known if w + weight == 1))
        for weight in _possible([weight for weight, _ in known])
    )


def _possible(known: Sequence[int]) -> set[int]:
    # The first weight of a walk is free to be 0: adding to the rows what is taken from the columns changes nothing.
    return set.intersection(*({-weight, 1 - weight} for weight in known)) if known else {0}


def _links(cells: Cells) -> Links:
    links: defaultdict[Node, list[tuple[Node, int]]] = defaultdict(list)
    for (row, column), count in cells.items():
        links["row", row].append((("column", column), count))
        links["column", column].append((("row", row), count))
    return links


def _walks(links: Links) -> Iterator[list[Node]]:
    """Each connected part, in an order in which every node but the first is linked to an earlier one."""
    seen: set[Node] = set()
    for start in links:
        if start not in seen:
            walk = [start]
            for node in walk:
                walk += [other for other, _ in links[node] if other not in walk]
            seen.update(walk)
            yield walk


def _merged(cells: Cells, rows: frozenset[str], columns: frozenset[str]) -> Counter[tuple[str, str]]:
    # Whoever is in no shown group is known as the remainder of the whole.
    merged: Counter[tuple[str, str]] = Counter()
    for (row, column), count in cells.items():
        merged[row if row in rows else "", column if column in columns else ""] += count
    return merged


def _sums(cells: Cells, side: Literal[0, 1]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for cell, count in cells.items():
        sums[cell[side]] += count
    return sums
