"""What was chosen and left out, on a newer strategy: under the ids that its themes and objectives have there."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitation.packs import Pack
from facilitation.packs.mapping import StrategyMapping, same_words
from facilitation.shapes import Focus, FocusChoice
from facilitation.words import Parallel


def moved_focus(focus: Focus, mapping: StrategyMapping, before: Pack, after: Pack) -> tuple[Focus, Sequence[str]]:
    """The focus by the method `after`, and the ids of what that one does not have."""
    every = (*focus.chosen, *focus.left_out)
    became = {each.about: _became(each.about, mapping, before, after) for each in every}
    moved = Focus(_moved(focus.chosen, became, after), _moved(focus.left_out, became, after))
    return moved, [about for about, now in became.items() if not now]


def _became(about: str, mapping: StrategyMapping, before: Pack, after: Pack) -> tuple[str, ...]:
    """A theme is whatever its objectives became; a card, and what is an organisation's own, stays what it is."""
    if before.statement(about):
        return (about,) if about in kept_statements(before, after) else ()
    if before.strategy.objective(about):
        return mapping.of((about,))
    if before.strategy.theme(about) is None:
        return (about,)
    objectives = mapping.of(each.id for each in before.strategy.objectives_of(about))
    return tuple(dict.fromkeys(theme for each in objectives if (theme := after.strategy.theme_of((each,)))))


def _moved(choices: Iterable[FocusChoice], became: dict[str, tuple[str, ...]], after: Pack) -> tuple[FocusChoice, ...]:
    """Each once; where two became one, with both reasons."""
    found: dict[str, FocusChoice] = {}
    for each in choices:
        for about in became[each.about]:
            before = found.get(about)
            reasons = dict.fromkeys(reason for reason in (before and before.reason, each.reason) if reason)
            text = _called(about, after) or each.text
            found[about] = replace(each, about=about, text=text, reason=" ".join(reasons))
    return tuple(found.values())


def _called(about: str, after: Pack) -> Parallel:
    if theme := after.strategy.theme(about):
        return theme.name
    objective = after.strategy.objective(about)
    return objective.text if objective else {}


def kept_statements(before: Pack, after: Pack) -> frozenset[str]:
    """Statements that both methods have, in the same words: other words were never marked."""
    later = {each.id: each.text for each in after.statements}
    return frozenset(each.id for each in before.statements if same_words(each.text, later.get(each.id, {})))
