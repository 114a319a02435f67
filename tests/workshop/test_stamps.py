"""Parts of a package as trees: one with a document type is none, whichever way its letters are written."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.workshop.hostile import ENTITY
from workshop.uploads.stamps import root

PART = "word/document.xml"


def read(text: str, encoding: str) -> str | None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(PART, text.encode(encoding))
    with ZipFile(packed) as archive:
        return root(archive, PART).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_part_that_could_name_entities_is_not_read_in_any_encoding(encoding: str):
    assert read("<x>ha</x>", encoding) == "ha"
    for begun in (ENTITY, f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>{ENTITY}'):
        with pytest.raises(ValueError, match=PART):
            read(begun, encoding)
