"""A ministry with many goals of units finds those it looks for, and comes back to them after each decision."""

import html
import re
from dataclasses import replace

import pytest
from flask import Flask

from tests.workshop.branch_desk import Ministry
from tests.workshop.followed import GOAL, PLAN, followed
from tests.workshop.test_no_question_a_row import counted
from workshop.web.branches import goals, listing

FIRMS = replace(GOAL, id="goal-two", to={"en": "Small firms hear of tenders", "fi": "Pienet yritykset"}, objectives=())


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    """Homes has two goals, Repairs the one that is like the first of them."""
    ministry = Ministry(app)
    ministry.add("parks", "housing")
    followed(ministry, "parks", "plan-0004", replace(PLAN, title={"en": "Plan of Parks"}, goals=(FIRMS,)))
    return ministry.begun()


def lines(ministry: Ministry, asked: str) -> list[str]:
    """The units' goals on the page, as they follow each other."""
    told = ministry.editor.get(f"{ministry.goals}?{asked}").text
    return re.findall(r'<li class="stack gap-2" id="goal-([^"]+)"', told)


def test_goals_are_found_by_their_words_in_any_language(ministry: Ministry):
    assert lines(ministry, "words=TENDERS") == lines(ministry, "words=pienet") == [ministry.key("parks", "goal-two")]
    assert "No goals fit what you look for" in ministry.editor.get(f"{ministry.goals}?words=whales").text


def test_goals_are_found_by_unit_objective_and_state_together(ministry: Ministry):
    homes, repairs, parks = ministry.key("homes"), ministry.key("repairs"), ministry.key("parks", "goal-two")
    ministry.decide("homes", kind="adopt", reason="It is ours as well.")
    assert lines(ministry, f"unit={ministry.ids['homes']}") == [homes]
    assert sorted(lines(ministry, "objective=1.4")) == sorted([homes, repairs])
    assert lines(ministry, "objective=-") == [parks]
    assert lines(ministry, "state=adopt") == [homes]
    assert lines(ministry, "state=open&objective=1.4") == [repairs]


def test_what_cannot_be_asked_asks_for_nothing(ministry: Ministry):
    assert len(lines(ministry, "unit=nobody&objective=9.9&state=lost&page=-3&like=none")) == 3


def test_units_in_which_something_waits_come_first(ministry: Ministry):
    first = lines(ministry, "")[0]
    ministry.decide("homes", kind="adopt", reason="It is ours as well.")
    assert first == ministry.key("homes")
    assert lines(ministry, "")[-1] == first
    assert "1 of 1 decided" in ministry.editor.get(ministry.goals).text


def test_whoever_decides_comes_back_to_what_they_looked_for(ministry: Ministry):
    told = ministry.editor.get(f"{ministry.goals}?words=agreement&state=open").text
    (path, *_) = re.findall(r'href="([^"]+/decide\?[^"]+)"', told)
    form = ministry.editor.form(html.unescape(path), "Keep the decision")
    said = form.fields | {"kind": "adopt", "reason": "It is ours as well."}
    back = ministry.editor.client.post(form.action, data=said).headers["Location"]
    assert "words=agreement" in back
    assert "state=open" in back
    assert "1 of 3 goals decided on" in ministry.editor.get(back.partition("#")[0]).text


def test_choosing_several_goals_keeps_what_was_looked_for(ministry: Ministry):
    told = ministry.editor.get(f"{ministry.goals}?words=agreement").text
    assert '<input type="hidden" name="words" value="agreement">' in told
    assert "on this page only" not in told


def test_more_units_than_a_page_holds_go_on_on_the_next_and_the_page_says_what_a_choice_holds_for(
    ministry: Ministry, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(listing, "UNITS_LISTED", 2)
    told = ministry.editor.get(ministry.goals).text
    assert "Page 1 of 2" in told
    assert "What you choose holds on this page only." in told
    assert len(lines(ministry, "")) == 2
    assert len(lines(ministry, "page=2")) == 1
    assert "Goals that look alike</h2>" not in ministry.editor.get(f"{ministry.goals}?page=2").text


def test_units_are_folded_away_where_their_goals_are_many(ministry: Ministry, monkeypatch: pytest.MonkeyPatch):
    assert ministry.editor.get(ministry.goals).text.count('<details class="fold" open>') == 3
    monkeypatch.setattr(listing, "GOALS_OPEN", 2)
    assert ministry.editor.get(ministry.goals).text.count('<details class="fold" open>') == 0


def test_of_many_goals_that_look_alike_the_first_are_shown_with_the_way_to_all(
    ministry: Ministry, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(goals, "SIDE_BY_SIDE", 1)
    ministry.add("roofs", "housing")
    followed(ministry, "roofs", "plan-0005")
    told = ministry.editor.get(ministry.goals).text
    assert "3 goals look alike" in told
    assert told.count('<div class="side">') == 1
    (way,) = re.findall(r'href="([^"]+like=[^"]+)"', told)
    assert len(lines(ministry, html.unescape(way).partition("?")[2])) == 3


def test_a_list_of_its_own_shows_nothing_else(ministry: Ministry):
    told = ministry.editor.get(f"{ministry.goals}?state=alike").text
    assert "2 goals look alike" in told
    assert "Merge them" in told
    assert not lines(ministry, "state=alike")
    assert "No goals fit what you look for" in ministry.editor.get(f"{ministry.goals}?state=alike&words=firms").text


def test_looking_asks_the_database_no_more_than_the_page_itself(ministry: Ministry):
    paths = (
        ministry.goals,
        f"{ministry.goals}?words=agreement&state=open&objective=1.4",
        f"{ministry.goals}?state=alike",
    )
    counted(ministry.editor, paths)
    assert len(set(counted(ministry.editor, paths).values())) == 1
