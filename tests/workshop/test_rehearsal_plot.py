"""Simulated participants carry a whole workshop from the first step to the last, on the method alone."""

from collections import ChainMap, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import pytest

from facilitation.live import COMMANDS, Asker, Command
from facilitation.live.commands import Freeze, Join, SetAgenda, SetUp
from facilitation.live.state import Card, Said
from facilitation.steps.kind import Step
from facilitation.view import Person as Named
from facilitation.view import audiences, panel, touched
from facilitation.words import LANGUAGES, Refused
from tests.facilitation.world import PACK, STATEMENTS, Room
from workshop.rehearsal.content import Script, period, script, title
from workshop.rehearsal.hosting import host_acts, over
from workshop.rehearsal.people import Person, ministry, people
from workshop.rehearsal.plot import acts
from workshop.rehearsal.seen import Act

FAY = Asker("seat-fay-host", "host")
WIDTHS = ("seat", "group", "hosts", "room")
SHORT = [statement.id for statement in STATEMENTS if statement.short_form]

DAY = (
    Step("step-briefing", "briefing"),
    Step("step-state", "current_state", options={"statements": SHORT}),
    Step("step-ideas", "ideas"),
    Step("step-pause", "break"),
    Step("step-vote", "vote"),
    Step("step-focus", "discussion"),
    Step("step-goals", "goals"),
    Step("step-metrics", "metrics"),
    Step("step-actions", "actions"),
    Step("step-closing", "question"),
    Step("step-review", "review"),
)
OTHER_DAY = (
    Step("step-state", "current_state"),
    Step("step-ideas", "ideas", options={"cluster_by": "host", "each": 1}),
    Step("step-vote", "vote", options={"form": "matrix"}),
    Step("step-choice", "question", options={"form": "choice", "choices": ["Spring", "Autumn"]}),
    Step("step-goals", "goals", options={"see_others": True}),
    Step("step-review", "review", options={"confidence": False}),
)


class Stage(Room):
    """A workshop with its cast. Refusals are remembered; nobody asks for the same twice in vain."""

    def __init__(self, language: str, count: int, steps: Sequence[Step] = DAY) -> None:
        super().__init__()
        self.script: Script = script(language)
        self.cast: Mapping[str, Person] = {f"seat-{one.number:04}": one for one in people(count, language)}
        self.names = {key: Named(one.name) for key, one in self.cast.items()}
        self.streams: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        self.refused: list[tuple[str, str]] = []
        self.do(SetUp(title(), ministry(language), PACK.key, PACK.version, period=period()), FAY)
        self.do(SetAgenda(tuple(steps), STATEMENTS), FAY)
        self.do(Join(FAY.seat, language, role="host"), FAY)
        for seat, one in self.cast.items():
            self.do(Join(seat, language, one.place, one.organisation, one.role_group), Asker(seat))

    def do(self, command: Command, asker: Asker = FAY) -> "Stage":
        """As in any room, and every stream hears what was touched: views from nothing would take minutes."""
        before = self.state
        super().do(command, asker)
        for audience, key in touched(before, self.state):
            told = panel(self.state, self.names, audience, key)
            stream = self.streams[audience]
            stream.pop(key, None) if told is None else stream.update({key: told})
        return self

    def sees(self, seat: str) -> Mapping[str, Any]:
        widest_last = sorted(audiences(self.state, seat), key=lambda audience: WIDTHS.index(audience.split(":")[0]))
        return ChainMap(*(self.streams[audience] for audience in widest_last))

    def play(self, asker: Asker, act: Act) -> None:
        name, body = act
        try:
            self.do(msgspec.convert(body, COMMANDS[name]), asker)
        except Refused as refusal:
            self.refused.append((name, refusal.code))

    def turn(self) -> bool:
        """Everybody does what they have to do; whether anybody had anything."""
        before = len(self.log)
        for seat, one in self.cast.items():
            for act in acts(self.sees(seat), one, self.script):
                self.play(Asker(seat), act)
        return len(self.log) > before

    def run(self, turns: int = 120) -> "Stage":
        """Until the last step is closed."""
        for _ in range(turns):
            settled = not self.turn()
            for act in host_acts(self.sees(FAY.seat), self.script, settled):
                self.play(FAY, act)
            if over(self.sees(FAY.seat)):
                return self
        raise AssertionError(f"still in {self.state.current} after {turns} turns")


def said(card: Card, field: str) -> Said:
    answer = card.answers[field]
    assert isinstance(answer, Said)
    return answer


@pytest.fixture(scope="module", params=LANGUAGES)
def day(request: pytest.FixtureRequest) -> Stage:
    return Stage(request.param, count=24).run()


def test_two_dozen_people_come_to_the_end_without_one_refusal(day: Stage):
    assert day.refused == []
    assert all(work.phase == "closed" for work in day.state.work.values())


def test_every_group_leaves_a_goal_with_metrics_and_actions_bound_to_it(day: Stage):
    goals = {card.group: card.id for card in day.state.cards_in("goal")}
    assert set(goals) == set(day.state.groups)
    for kind, fewest in (("metric", 1), ("action", 3)):
        bound = [card.answers["goal"] for card in day.state.cards_in(kind)]
        assert all(bound.count(goal) >= fewest for goal in goals.values())


def test_groups_write_different_goals(day: Stage):
    sentences = [said(card, "to").texts[day.script.language] for card in day.state.cards_in("goal")]
    assert len(set(sentences)) == len(sentences) == 5


def test_goals_are_sharpened_and_stand_in_two_languages_both_checked(day: Stage):
    for card in day.state.cards_in("goal"):
        wordings = said(card, "to").wordings
        assert len(wordings) == 2
        other = next(language for language in wordings if language != day.script.language)
        assert wordings[other].checked_by and wordings[other].checked_by != wordings[other].by


def test_the_room_disagrees_talks_and_agrees_on_levels(day: Stage):
    work = day.state.work["step-state"]
    assert len(work.rounds) == 2
    assert 1 <= len(work.agreed) <= 3 and all(agreed.reason for agreed in work.agreed.values())


def test_after_talking_people_stand_closer(day: Stage):
    lines = day.sees(FAY.seat)["result:step-state"]["statements"]
    again = [line for line in lines if line["earlier"]]
    assert again
    for line in again:
        assert line["high"] - line["low"] < line["earlier"]["high"] - line["earlier"]["low"]


def test_nobody_repeats_an_idea_and_all_ideas_lie_in_clusters_of_different_names(day: Stage):
    ideas = [said(card, "text").texts[day.script.language] for card in day.state.cards_in("idea")]
    clusters = [said(card, "name").texts[day.script.language] for card in day.state.cards_in("cluster")]
    assert len(ideas) == len(set(ideas)) == 48
    assert all(card.cluster for card in day.state.cards_in("idea"))
    assert len(clusters) == len(set(clusters)) >= 5


def test_all_dots_are_spent_and_the_line_is_drawn(day: Stage):
    result = day.sees(FAY.seat)["result:step-vote"]
    assert result["given"] == result["of"]
    assert {decision.step for decision in day.state.decisions.values()} == {"step-vote", "step-focus", "step-review"}


def test_there_is_something_of_everything_else(day: Stage):
    kinds = {card.kind for card in day.state.cards.values()}
    assert {"evidence", "parked", "note", "answer", "point"} <= kinds
    assert len(day.state.work["step-review"].confidence) == 24


@pytest.mark.parametrize("count", [1, 3, 7, 31])
def test_any_number_of_people_comes_to_the_end(count: int):
    assert Stage("en", count).run().refused == []


def test_another_agenda_with_a_matrix_and_the_host_clustering_comes_to_the_end():
    stage = Stage("sv", 12, OTHER_DAY).run()
    assert stage.refused == []
    assert all(card.cluster for card in stage.state.cards_in("idea"))
    assert len(stage.state.work["step-vote"].places) == 12


def test_who_has_done_their_part_does_nothing_more():
    stage = Stage("en", 6)
    for act in host_acts(stage.sees(FAY.seat), stage.script, settled=True):
        stage.play(FAY, act)
    while stage.turn():
        pass
    seen = {seat: stage.sees(seat) for seat in stage.cast}
    assert all(acts(seen[seat], one, stage.script) == [] for seat, one in stage.cast.items())


def test_while_writing_is_paused_nobody_writes():
    stage = Stage("en", 6, DAY[1:])
    for act in host_acts(stage.sees(FAY.seat), stage.script, settled=True):
        stage.play(FAY, act)
    stage.do(Freeze(True), FAY)
    assert not stage.turn()


def test_the_words_of_a_person_who_joined_in_are_not_overwritten():
    stage = Stage("en", 5, DAY[6:])
    for act in host_acts(stage.sees(FAY.seat), stage.script, settled=True):
        stage.play(FAY, act)
    stage.turn()
    goal = stage.state.cards_in("goal")[0]
    own = {"card": goal.id, "field": "to", "value": "Every buyer has a colleague to ask.", "language": "en"}
    stage.play(Asker("seat-0003"), ("ReviseCard", {**own, "base": said(goal, "to").texts["en"]}))
    stage.run()
    assert said(stage.state.cards[goal.id], "to").texts["en"] == "Every buyer has a colleague to ask."
