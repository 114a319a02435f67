"""Signed files: a PDF, or a container of files with their signatures (ETSI EN 319 162-1, ASiC). None is opened here."""

from collections.abc import Mapping
from typing import NamedTuple

from workshop.uploads.package import BEGINNING as ENTRY


class Signed(NamedTuple):
    """What a signed file is: the ending of its name, and its media type."""

    ending: str
    media_type: str


PDF = Signed("pdf", "application/pdf")
CONTAINERS: Mapping[bytes, Signed] = {
    each.media_type.encode(): each
    for each in (
        Signed("asice", "application/vnd.etsi.asic-e+zip"),
        Signed("asics", "application/vnd.etsi.asic-s+zip"),
    )
}
KINDS = (PDF, *CONTAINERS.values())
BEGINNING, NAME = b"%PDF-", b"mimetype"
NAMED, SAID = 30, 38
"""Where a first entry has its name, and one of that name what it says: it is not packed and has no more of a head."""


def named(name: str) -> Signed:
    """What a file of this name says it is; a PDF where it says nothing of it."""
    return next((kind for kind in KINDS if name.casefold().endswith(f".{kind.ending}")), PDF)


def signed_as(file: bytes) -> Signed | None:
    """By its first signs; None for anything else."""
    if file.startswith(BEGINNING):
        return PDF
    if not (file.startswith(ENTRY) and file[NAMED:SAID] == NAME):
        return None
    return next((kind for said, kind in CONTAINERS.items() if file[SAID:].startswith(said + ENTRY[:2])), None)
