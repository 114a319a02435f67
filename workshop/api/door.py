"""From an ask to the one door: what is not granted is told as the problem it is."""

from typing import Any

from facilitation.words import Refused
from workshop.api.resource import Ask
from workshop.perform import Asker, Once, Outcome, perform, plan_log


def through(ask: Ask, plan: str, command: Any, once: Once, seen: int | None = None) -> Outcome:
    """What was granted, by the token's own account. Raises Refused."""
    outcome = perform(plan_log(plan), command, Asker(ask.bearer.token.account, "token"), once, seen)
    if outcome.message is None:
        return outcome
    said = outcome.message
    raise Refused(said.id, code=outcome.code, field=outcome.field, kept=outcome.kept, **said.arguments)
