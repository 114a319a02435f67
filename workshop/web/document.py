"""The draft plan as a page reads it: goals with what stands behind them and what is worth a look, in one language."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flask_babel import gettext as _

from facilitation.live.results import levels_of
from facilitation.live.spread import Levels, Line
from facilitation.live.state import Workshop
from facilitation.packs import Confirmation, Pack
from facilitation.quality import Context, Finding, findings_in
from facilitation.report import choices as choice_words
from facilitation.report import current_state as state_words
from facilitation.report import goals as goal_words
from facilitation.report import metrics as metric_words
from facilitation.report.folded import folded
from facilitation.report.reader import Reader, reader
from facilitation.report.texts import Words
from facilitation.report.workshop import came_from
from facilitation.shapes import Action, Evidence, FocusChoice, Gathering, Goal, Metric, Plan, StateRow, Task
from facilitation.words import Message, Parallel, missing
from workshop.languages import wording
from workshop.web.behind import behind, room_of
from workshop.web.charts import Strip, strip

IN_CONTENTS = 34
"""Characters of a goal in the list of contents."""


@dataclass(frozen=True)
class Hint:
    """Something worth a look, with what would mend it. Never a score."""

    words: str
    fix: str


@dataclass(frozen=True)
class Row:
    """A metric or an action, with the hints on it and the group it came from where that is not the goal's."""

    thing: Metric | Action
    hints: tuple[Hint, ...]
    behind: str
    folded: tuple[tuple[str, Words], ...]
    """What is told of it besides, each field behind its name."""


@dataclass(frozen=True)
class Told:
    """One text in the room's other languages, those that are missing among them."""

    language: str
    start: str
    aim: str


@dataclass(frozen=True)
class GoalRead:
    """A goal as its reader meets it."""

    number: int
    goal: Goal
    theme: int
    """The number of its theme; 0 for a goal of one's own."""
    name: str
    metrics: tuple[Row, ...]
    actions: tuple[Row, ...]
    hints: tuple[Hint, ...]
    behind: str
    others: tuple[Told, ...]

    @property
    def worth_a_look(self) -> int:
        return len(self.hints) + sum(len(row.hints) for row in (*self.metrics, *self.actions))


@dataclass(frozen=True)
class Mark:
    """A row of the current state: its figures, and its drawing where there is one."""

    row: StateRow
    theme: int
    drawing: Strip | None


@dataclass(frozen=True)
class Document:
    """Everything that the page shows of one draft."""

    plan: Plan
    rooms: Sequence[Workshop]
    """The workshops that it came from."""
    to: Reader
    today: date

    @property
    def state(self) -> Workshop:
        return next(iter(self.rooms), Workshop())

    @property
    def pack(self) -> Pack:
        return self.to.pack

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Themes by their place in the strategy."""
        return {theme.id: number for number, theme in enumerate(self.pack.strategy.themes, 1)}

    # -- Goals --

    def goals(self) -> list[GoalRead]:
        found = self.findings
        return [self.goal(number, goal, found) for number, goal in enumerate(self.plan.goals, 1)]

    def goal(self, number: int, goal: Goal, found: Sequence[Finding]) -> GoalRead:
        aim = self.to.plain(goal.to) or _("Goal %(number)s", number=number)
        return GoalRead(
            number=number,
            goal=goal,
            theme=self.numbers.get(goal.theme, 0),
            name=textwrap.shorten(aim, IN_CONTENTS, placeholder="…"),
            metrics=tuple(self.rows(goal.metrics, found, goal.evidence)),
            actions=tuple(self.rows(goal.actions, found, goal.evidence)),
            hints=hints(found, goal.id, self.to),
            behind=self.behind(goal.evidence),
            others=tuple(self.others(goal)),
        )

    def rows(self, things: Iterable[Metric | Action], found: Sequence[Finding], of: Evidence) -> Iterator[Row]:
        for thing in things:
            elsewhere = thing.evidence.groups != of.groups
            told = self.behind(thing.evidence) if elsewhere else ""
            yield Row(thing, hints(found, thing.id, self.to), told, folded(thing, self.to))

    def loose(self) -> tuple[list[Row], list[Row]]:
        """Metrics and actions that no goal has yet."""
        found, nothing = self.findings, Evidence()
        return (
            list(self.rows(self.plan.loose_metrics, found, nothing)),
            list(self.rows(self.plan.loose_actions, found, nothing)),
        )

    def others(self, goal: Goal) -> Iterator[Told]:
        """The goal's sentence in the other languages of the room."""
        for language in self.plan.languages:
            if language != self.to.language:
                yield Told(language, goal.from_.get(language, ""), goal.to.get(language, ""))

    def silent(self, texts: Parallel) -> list[str]:
        """Languages of the room in which a text is not written yet."""
        return list(missing(texts, self.plan.languages)) if any(texts.values()) else []

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        context = Context(pack=self.pack, today=self.today, languages=self.plan.languages)
        return findings_in(self.plan, context)

    def hints(self) -> tuple[Hint, ...]:
        """What is worth a look in the plan as a whole."""
        return hints(self.findings, self.plan.id, self.to)

    # -- The current state --

    @cached_property
    def levels(self) -> Levels | None:
        """Of the last step that was shown."""
        steps = [step for step in self.state.order if self.state.steps[step].kind == "current_state"]
        return next((found for step in reversed(steps) if (found := levels_of(self.state, step))), None)

    def themes(self) -> list[Mark]:
        """Themes that may be shown, disagreement first."""
        levels = self.levels
        if levels is None:
            return []
        lines = {line.id: line for line in levels.themes}
        rows = {row.statement: row for row in self.plan.themes if row.median is not None}
        return [self.mark(rows[id], lines.get(id)) for id in levels.theme_order if id in rows]

    def statements(self) -> list[Mark]:
        levels = self.levels
        lines = {line.id: line for line in levels.statements} if levels else {}
        return [self.mark(row, lines.get(row.statement)) for row in self.plan.current_state]

    def agreed(self) -> list[Mark]:
        """Statements for which the room agreed on a level or a target."""
        return [mark for mark in self.statements() if mark.row.agreed is not None or mark.row.target is not None]

    def level(self, level: float | None) -> str:
        """A level with one decimal at most: means over a theme have more than anybody meant."""
        return self.to.number(None if level is None else round(level, 1))

    def middle(self, row: StateRow) -> str:
        low, high = ((None if end is None else round(end, 1)) for end in (row.low, row.high))
        return self.to.between(low, high)

    def mark(self, row: StateRow, line: Line | None) -> Mark:
        rungs = len(self.pack.scale.levels)
        objective = self.pack.strategy.objective(row.objective)
        theme = objective.theme if objective else row.statement
        drawn = strip(line, rungs) if line and row.median is not None else None
        return Mark(row, self.numbers.get(theme, 0), drawn)

    def examples(self) -> list[Parallel]:
        return [text for row in self.plan.current_state for text in row.examples]

    # -- What is left --

    def tasks(self) -> list[tuple[Task, str, str]]:
        """Each task with what it concerns and where that stands on the page."""
        names = dict(self.names())
        return [(task, *names.get(task.about, ("", ""))) for task in self.plan.tasks]

    def names(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for number, goal in enumerate(self.plan.goals, 1):
            here = f"goal-{number}"
            yield goal.id, (_("Goal %(number)s", number=number), here)
            for metric in goal.metrics:
                yield metric.id, (self.to.plain(metric.name), here)
            for action in goal.actions:
                yield action.id, (self.to.plain(action.text), here)
        for metric in self.plan.loose_metrics:
            yield metric.id, (self.to.plain(metric.name), "loose")
        for action in self.plan.loose_actions:
            yield action.id, (self.to.plain(action.text), "loose")

    def behind(self, evidence: Evidence) -> str:
        return behind(evidence, room_of(evidence, self.rooms), self.to)

    # -- Words for the page --

    def came_from(self, gathering: Gathering) -> str:
        return came_from(gathering, self.to)

    def headline(self) -> str:
        """The current state in a sentence: where we disagree, what is thin, what is good."""
        shown = [row for row in self.plan.themes if row.median is not None]
        return state_words.finding(shown, self.to, state_words.theme_name)

    def scale(self) -> str:
        return state_words.scale(self.to)

    def words(self, message: Message) -> str:
        return self.to.words(message)

    def objectives(self, goal: Goal) -> Words:
        return goal_words.objectives(goal, self.to)

    def chosen(self, choice: FocusChoice) -> Words:
        """What was chosen or left out: a theme or an objective by its name, anything else in its writers' words."""
        return choice_words.subject(choice, self.to)

    def agreement(self, goal: Goal) -> str:
        return self.to.words(goal_words.AGREEMENTS[goal.agreement]) if goal.agreement else ""

    def metric_name(self, metric: Metric) -> Words:
        return goal_words.metric_name(metric, self.to)

    def baseline(self, metric: Metric) -> Words:
        return goal_words.baseline(metric, self.to)

    def target(self, metric: Metric) -> Words:
        return goal_words.target(metric, self.to)

    def frequency(self, metric: Metric) -> str:
        return wording(metric_words.FREQUENCIES[metric.frequency]) if metric.frequency else ""

    def when(self, action: Action) -> str:
        return goal_words.when(action, self.to)


def hints(found: Iterable[Finding], about: str, to: Reader) -> tuple[Hint, ...]:
    """On one thing; what several of its fields share is said once."""
    said = {each.check: Hint(to.words(each.words), to.words(each.fix)) for each in found if each.about == about}
    return tuple(said.values())


def document(
    plan: Plan, rooms: Sequence[Workshop], pack: Pack, confirmed: Iterable[Confirmation], language: str, today: date
) -> Document:
    return Document(plan, rooms, reader(language, wording, pack, frozenset(confirmed)), today)
