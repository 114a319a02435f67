"""Dashboards draw where goals stand: the chart says the numbers of its table, and what lags stands first."""

from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from lxml import html
from pptx import Presentation

from facilitation.followup import STATUSES
from tests.conftest import signed_in
from tests.workshop.readtables import of_slides
from tests.workshop.steered import SECOND, Steered
from tests.workshop.visitor import Visitor
from workshop import limits
from workshop.limits import FIGURES_AT_HAND
from workshop.web.following import where

HEADS = ("Behind", "Figure overdue", "Slightly behind", "No figure", "On its way")


@pytest.fixture
def gus(app: Flask) -> Visitor:
    return signed_in(app, "gus@state.example", "Gus", "member")


@pytest.fixture
def world(app: Flask, gus: Visitor) -> Steered:
    return Steered(app, gus.account)


def chart(page: str, caption: str) -> Any:
    (found,) = (each for each in figures(page) if each.xpath("string(.//caption)") == caption)
    return found


def figures(page: str) -> list[Any]:
    return html.fromstring(page).xpath("//figure[contains(@class, 'statuses')]")


def counts(figure: Any) -> dict[str, list[int]]:
    """By row, the counts that its table says: all goals, then each status."""
    return {
        text(row.xpath("./th")[0]): [int(text(cell)) for cell in row.xpath("./td")[: len(HEADS) + 1]]
        for row in figure.xpath(".//tbody/tr")
    }


def drawn(figure: Any) -> dict[str, dict[str, float]]:
    """By row, how long each status is drawn, in per cent."""
    return {
        text(row.xpath("./th")[0]): {
            each.get("fill").removeprefix("url(#as-").rstrip(")"): float(each.get("width").rstrip("%"))
            for each in row.xpath("./th//*[name()='rect']")
        }
        for row in figure.xpath(".//tbody/tr")
    }


def text(of: Any) -> str:
    return " ".join(of.text_content().split())


@pytest.mark.parametrize(
    ("name", "caption"),
    [
        ("state", "Goals by branch"),
        ("state", "Goals by theme"),
        ("housing", "Goals by organisation"),
        ("housing", "From round to round"),
        ("homes", "From round to round"),
        ("homes", "Goals by theme"),
    ],
)
def test_a_chart_draws_the_numbers_of_its_table(world: Steered, gus: Visitor, name: str, caption: str):
    figure = chart(gus.get(world.page(name)).text, caption)
    table, bars = counts(figure), drawn(figure)
    assert list(table) == list(bars)
    for row, (whole, *each) in table.items():
        assert whole == sum(each)
        said = {status: 100 * n / whole for status, n in zip(STATUSES, each, strict=True) if n}
        assert bars[row] == pytest.approx(said, abs=0.01)


def test_every_pattern_that_a_bar_is_filled_with_is_there_once(world: Steered, gus: Visitor):
    page = html.fromstring(gus.get(world.page("state")).text)
    there = page.xpath("//*[name()='pattern']/@id")
    used = {each[5:-1] for each in page.xpath("//*[name()='rect']/@fill")}
    assert used == set(there)
    assert len(there) == len(STATUSES)


def test_the_steering_group_sees_branches_and_a_branch_its_units_worst_first(world: Steered, gus: Visitor):
    above = counts(chart(gus.get(world.page("state")).text, "Goals by branch"))
    assert above == {"Ministry of Housing": [11, 1, 1, 2, 1, 6], "Ministry of Traffic": [2, 0, 0, 0, 0, 2]}
    branch = counts(chart(gus.get(world.page("housing")).text, "Goals by organisation"))
    assert branch == {
        "Homes Agency": [4, 1, 0, 1, 0, 2],
        "Land and Map Office": [4, 0, 1, 1, 1, 1],
        "Repairs Institute": [3, 0, 0, 0, 0, 3],
    }


def test_how_it_moved_is_told_by_what_was_known_when_each_round_ended(world: Steered, gus: Visitor):
    page = gus.get(world.page("homes")).text
    assert "has risen from 1 of 4 to 2 of 4" in page
    rounds = counts(chart(page, "From round to round"))
    assert [row.split(",")[0] for row in rounds] == ["Spring round", "Autumn round", "Now"]
    assert list(rounds.values()) == [[4, 2, 0, 1, 0, 1], [4, 1, 0, 1, 0, 2], [4, 1, 0, 1, 0, 2]]


def test_a_figure_that_comes_in_moves_now_and_no_round_that_has_ended(world: Steered, gus: Visitor):
    before = counts(chart(gus.get(world.page("homes")).text, "From round to round"))
    assert world.tell("homes", 0, "well").ok
    after = counts(chart(gus.get(world.page("homes")).text, "From round to round"))
    assert list(after.values())[:2] == list(before.values())[:2]
    assert list(after.values())[2] == [4, 0, 0, 1, 0, 3]


def test_a_round_to_which_the_figures_at_hand_do_not_go_back_is_not_told(world: Steered, gus: Visitor):
    """Of a metric with very many figures only the newest go along."""
    for days in range(FIGURES_AT_HAND):
        assert world.tell("homes", 3, "well", SECOND + 1 + days).ok
    rounds = counts(chart(gus.get(world.page("homes")).text, "From round to round"))
    assert [row.split(",")[0] for row in rounds] == ["Autumn round", "Now"]
    assert gus.get(f"{world.page('homes')}/report.md").text.count("Spring round") == 0


def test_what_is_known_of_rounds_is_reckoned_once(world: Steered, gus: Visitor, monkeypatch: pytest.MonkeyPatch):
    gus.get(world.page("state"))
    monkeypatch.setattr(where, "stood", lambda *_: pytest.fail("reckoned again"))
    for name in ("state", "housing"):
        assert gus.get(world.page(name)).status_code == 200


def test_of_very_many_plans_the_page_says_where_it_is_told_how_they_moved(
    world: Steered, gus: Visitor, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(limits, "MOVING_PLANS", 1)
    page = gus.get(world.page("state")).text
    assert "From round to round" not in page
    assert "is shown on each branch’s own page" in page
    assert "From round to round" in gus.get(world.page("homes")).text


def test_an_owner_sees_the_ways_of_what_lags_most_with_their_tables(world: Steered, gus: Visitor):
    page = html.fromstring(gus.get("/follow-up").text)
    cards = page.xpath("//figure[contains(@class, 'chart--small')]")
    said = [text(each) for each in cards]
    assert [("Slightly behind" in each, "Behind" in each) for each in said] == [(False, True), (True, False)]
    assert "20 % (Nov 2026), expected 48.9 %" in said[0]
    for card in cards:
        assert card.xpath(".//*[name()='svg']//*[@class='act']")
        assert [text(row) for row in card.xpath(".//tbody/tr")]


def test_where_nothing_lags_the_owner_reads_so_and_nothing_is_drawn(world: Steered, gus: Visitor):
    for goal in range(4):
        assert world.tell("homes", goal, "well").ok
    page = gus.get("/follow-up").text
    assert "Nothing that you answer for lags behind" in page
    assert "chart--small" not in page


def test_before_a_round_has_ended_the_page_says_when_it_will_tell(app: Flask, gus: Visitor):
    page = gus.get(Steered(app, gus.account, ended=False).page("housing")).text
    assert "is shown once a round has ended" in page
    assert [each.xpath("string(.//caption)") for each in figures(page)] == ["Goals by organisation", "Goals by theme"]


def test_where_nothing_is_followed_up_nothing_is_drawn(app: Flask, gus: Visitor):
    world = Steered(app, gus.account, units=())
    page = gus.get(world.page("state")).text
    assert not figures(page)
    assert "Nothing is followed up yet" in page


def test_the_report_s_slides_draw_the_same_and_say_it_in_a_table(world: Steered, gus: Visitor):
    made = gus.get(f"{world.page('state')}/report.pptx").data
    shapes: list[Any] = [shape for slide in Presentation(BytesIO(made)).slides for shape in slide.shapes]
    plots = [each.chart.plots[0] for each in shapes if each.has_chart]
    (bars,) = (each for each in plots if "Ministry of Traffic" in each.categories)
    rows = {name: [int(each.values[at]) for each in bars.series] for at, name in enumerate(bars.categories)}
    assert rows == {"Ministry of Housing": [1, 1, 2, 1, 6], "Ministry of Traffic": [0, 0, 0, 0, 2]}
    assert bars._element.xpath("./c:grouping/@val") == ["percentStacked"]
    table = next(each for each in of_slides(made) if each and each[0][0] == "Branch")
    assert [row[1:7] for row in table[1:]] == [tuple(map(str, (sum(each), *each))) for each in rows.values()]


def test_a_plan_s_own_page_tells_how_it_moved(world: Steered, gus: Visitor):
    page = gus.get(f"{world.plans['homes'].page}/follow-up").text
    first, *_ = counts(chart(page, "From round to round")).values()
    assert first == [4, 2, 0, 1, 0, 1]
