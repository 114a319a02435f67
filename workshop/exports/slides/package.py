"""What python-pptx leaves to its callers when a deck is packed."""

import zipfile
from io import BytesIO

from pptx.presentation import Presentation as Deck

FIRST_DAY = (1980, 1, 1, 0, 0, 0)


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
