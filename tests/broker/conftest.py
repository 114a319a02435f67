"""One broker and one federation for all tests here; each test brings people of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.broker.place import Place, open_place


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Place]:
    with open_place(tmp_path_factory.mktemp("by-saml"), empty_database) as opened:
        yield opened
