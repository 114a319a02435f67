"""What python-pptx leaves to its callers when a deck is packed."""

from io import BytesIO
from typing import Any

from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation as Deck

from workshop.archives import rewritten


def count_parts(deck: Deck) -> None:
    """Number new parts by counting: the library looks at every part for every new one."""
    package: Any = deck.part.package
    taken = {str(part.partname) for part in package.iter_parts()}
    last: dict[str, int] = {}

    def next_partname(template: str) -> PackURI:
        number = last.get(template, 0) + 1
        while template % number in taken:
            number += 1
        last[template] = number
        return PackURI(template % number)

    package.next_partname = next_partname


def steady(deck: Deck) -> bytes:
    """The deck as a file that is the same whenever it is made from the same content."""
    rough = BytesIO()
    deck.save(rough)
    return rewritten(rough.getvalue())
