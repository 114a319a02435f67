"""What was sent of figures at once leaves one line in the trail: how much, and never which or what."""

from collections.abc import Callable
from dataclasses import dataclass, field

from facilitation.plans.commands import Command
from workshop import store
from workshop.clock import now
from workshop.perform import Outcome
from workshop.store.tables import AccountRow
from workshop.store.trail import note_entered


@dataclass
class Sending:
    """What was granted of one sending, in one plan."""

    plan: str
    granted: list[Command] = field(default_factory=list[Command])

    def through(self, ask: Callable[[Command], Outcome]) -> Callable[[Command], Outcome]:
        """The same, remembered where anything came of it."""

        def asked(command: Command) -> Outcome:
            outcome = ask(command)
            if outcome.new:
                self.granted.append(command)
            return outcome

        return asked

    def told(self, who: AccountRow | None, **how: str) -> None:
        if self.granted:
            with store.writing() as db:
                note_entered(db, now(), who, self.plan, self.granted, **how)
