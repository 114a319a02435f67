"""What python-pptx leaves to its callers when a deck is packed."""

import zipfile
from io import BytesIO
from typing import Any

from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation as Deck

FIRST_DAY = (1980, 1, 1, 0, 0, 0)


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
    smooth = BytesIO()
    with zipfile.ZipFile(rough) as source, zipfile.ZipFile(smooth, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(_plain(name), source.read(name))
    return smooth.getvalue()


def _plain(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
