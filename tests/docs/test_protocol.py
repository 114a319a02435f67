"""The figures of the wire's page are those the program keeps to."""

import pytest

from tests.docs.papers import paper
from workshop import limits

PAGE = " ".join(paper("docs/protocol.md").text.split())
FIGURES = (
    f"A socket that says nothing for {limits.UNADMITTED_SECONDS:.0f} seconds is dropped",
    f"every {limits.BEACON_SECONDS:.0f} seconds",
    f"A part is about {limits.PART_BYTES // 1000} kB",
    f"more than {limits.ASKS[0]} asks in {limits.ASKS[1]:.0f} seconds from one socket",
    f"Beyond {limits.NEAR_PEOPLE} people it is null",
    f"Frames are text of at most {limits.FRAME_BYTES // 1024} KiB",
    f"at most {limits.FRAME_DEPTH} deep",
    f"{limits.OWED_MESSAGES} messages or {limits.OWED_BYTES // 1024**2} MiB behind",
)


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_of_the_page_is_kept_to(figure: str):
    assert figure in PAGE


def test_the_largest_number_is_the_one_a_browser_keeps_exact():
    assert limits.LARGEST_INTEGER == 2**53 - 1
    assert "2^53 − 1" in PAGE
