"""The long form: importance, certainty and the wanted level, beside the level itself."""

from facilitation.live.commands import GiveMark, Reveal, SetOption
from facilitation.live.results import long_form_of
from facilitation.plans.draft import drafts
from facilitation.view import panel
from tests.facilitation.world import FAY, FIRST, PACK, SECOND, STATE, Room, crowd


def asked(people: int, *options: str) -> Room:
    """A current state in the long form, marked by that many people: 2 now, importance 5, target 4."""
    room, askers = crowd(people)
    for option in options:
        room.do(SetOption(STATE, option, True), FAY)
    room.open(STATE)
    for asker in askers:
        room.do(GiveMark(STATE, FIRST, 2, importance=5, certainty=3, target=4), asker)
    return room.do(Reveal(STATE, STATE))


def test_what_was_asked_is_shown_as_medians():
    room = asked(5, "importance", "target")
    told = panel(room.state, {}, "room", f"result:{STATE}") or {}
    assert told["long"][FIRST] == {"importance": 5.0, "certainty": None, "target": 4.0}
    assert SECOND not in told["long"]


def test_under_five_answers_nothing_of_it_is_shown():
    told = long_form_of(asked(4, "importance").state, STATE)
    assert told[FIRST].importance is None


def test_the_short_form_has_none():
    assert long_form_of(asked(5).state, STATE) == {}


def test_it_goes_into_the_plan():
    row = drafts(asked(6, "importance", "target").state, PACK)[0].current_state[0]
    assert (row.importance, row.certainty, row.wanted) == (5.0, None, 4.0)
