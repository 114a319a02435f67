"""The spread drawn on the server: a dot a person while dots can be told apart, then bars; nothing before five."""

from dataclasses import dataclass

from workshop.web.charts import HEIGHT, WIDTH, across, strip


@dataclass
class Row:
    median: float | None = 3.0
    low: float | None = 2.0
    high: float | None = 4.0
    bins: tuple[int, ...] | None = None
    dots: tuple[int, ...] | None = None
    spread: str = ""


def test_nothing_is_drawn_before_five_answers():
    drawn = strip(Row(median=None, low=None, high=None, bins=None), 5)
    assert (drawn.band, drawn.bars, drawn.dots, drawn.median) == (None, (), (), None)


def test_few_people_are_bars_and_never_a_dot_a_person():
    drawn = strip(Row(bins=(1, 0, 4, 2, 0)), 5)
    assert drawn.dots == ()
    assert [bar.height for bar in drawn.bars] == [14, 56, 28]


def test_every_person_is_a_dot_inside_the_drawing():
    drawn = strip(Row(dots=(3, 9, 12, 0, 1)), 5)
    assert len(drawn.dots) == 25
    assert all(0 <= x <= WIDTH and drawn.radius <= y <= HEIGHT - drawn.radius for x, y in drawn.dots)
    assert len(set(drawn.dots)) == 25, "no two on one another"


def test_a_crowd_that_would_blur_is_bars():
    drawn = strip(Row(dots=(10, 60, 200, 20, 10)), 5)
    assert drawn.dots == ()
    assert len(drawn.bars) == 5


def test_the_median_may_stand_between_two_levels():
    assert strip(Row(median=2.5, bins=(0, 3, 3, 0, 0)), 5).median == (across(2, 5) + across(3, 5)) / 2


def test_disagreement_is_marked():
    assert strip(Row(spread="disagree", bins=(3, 0, 0, 0, 3)), 5).apart
