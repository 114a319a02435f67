"""The table of comments says how many there are and how many of them are answered, in whole sentences."""

import pytest

from facilitation.plans.parts import Comment
from facilitation.plans.state import Life
from facilitation.report.commented import finding
from facilitation.report.reader import english, reader
from tests.conftest import NOON
from tests.facilitation.sample_plan import PACK


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ([""], "One comment, not answered yet"),
        (["Yes."], "One comment, answered"),
        (["", ""], "2 comments, none of them answered yet"),
        (["Yes.", ""], "2 comments, of which one is answered"),
        (["Yes.", "No.", ""], "3 comments, of which 2 are answered"),
    ],
)
def test_so_many_comments_and_so_many_answered(answers: list[str], told: str):
    comments = (Comment(f"comment-{n}", 1, "", "Why?", "en", "ben", NOON, each) for n, each in enumerate(answers))
    life = Life(comments={each.id: each for each in comments})
    assert finding(life, reader("en", english, PACK)) == told
