"""A workshop, for whoever runs it and brings a file of its draft back: what differs goes to its cards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from facilitation.live.commands import ReviseCard
from facilitation.live.rules.writing import current
from facilitation.plans.draft import drafts
from facilitation.report.reader import Reader
from facilitation.report.returned import CARDS, Line, Sources, wish
from facilitation.shapes import Plan
from facilitation.words import N_, Refused
from workshop.access import may
from workshop.perform import Asker, LogKey, workshop_log
from workshop.store.tables import WorkshopRow
from workshop.web.found import found_or_404, host_seat, pack_here, runs, state_of
from workshop.web.home import Kind
from workshop.web.living import UNSTAMPED, Living, Stamp, state_then, unknown
from workshop.web.reading import role_here
from workshop.web.room import sitting, take_host_seat
from workshop.web.saying import as_said
from workshop.web.signing_in import account

OF_A_PLAN = N_(
    "This file is of a plan that lives by itself since it left the workshop. Change it on the plan’s own page."
)
FOREIGN = N_("This file is from another workshop. Bring it there.")


@dataclass(frozen=True)
class LivingDraft(Living):
    found: WorkshopRow

    kind: ClassVar[Kind] = "draft"
    commands: ClassVar[tuple[type, ...]] = (ReviseCard,)
    sources: ClassVar[Sources] = CARDS

    @property
    def log(self) -> LogKey:
        return workshop_log(self.id)

    def ours(self, said: Mapping[str, str]) -> None:
        if "plan" in said:
            raise Refused(OF_A_PLAN, code="of_a_plan", field="file")
        if "workshop" not in said:
            raise Refused(UNSTAMPED, code="unstamped", field="file")
        if said["workshop"] != self.id:
            raise Refused(FOREIGN, code="foreign", field="file")

    def then(self, stamped: Stamp, to: Reader) -> Plan:
        plans = drafts(state_then(self.room, stamped.seq), to.pack, of_groups=stamped.hosting)
        if stamped.draft >= len(plans):
            raise unknown()
        return plans[stamped.draft]

    def now(self) -> Sequence[Plan]:
        return drafts(self.state, self.pack, of_groups=True)

    def wish(self, line: Line, to: Reader) -> ReviseCard | None:
        return wish(line, self.state, to)

    def as_shown(self, command: Any) -> bool:
        """Asked before the rules, which keep both only for texts."""
        card = self.state.cards.get(command.card)
        return card is None or current(card, command.field, command.language) in (command.base, command.value)

    def asker(self, command: Any) -> Asker:
        signed_in = account()
        if signed_in and runs(self.found, signed_in):
            return Asker(host_seat(self.found, signed_in) or take_host_seat(self.found, signed_in))
        return Asker(sitting(self.found) or abort(403))


def living_draft(id: str, action: str) -> Living | ResponseReturnValue:
    """The workshop, for whoever runs it; others may sign in, or not at all."""
    found = found_or_404(id)
    role = role_here(found)
    if role is None and account() is None:
        return redirect(url_for("accounts.sign_in", next=request.path if request.method == "GET" else None))
    if not may(role or "", action):
        abort(403)
    title = as_said(state_of(found).title, found.title)
    return LivingDraft(found.id, title, pack_here(found), who(found), found)


def who(found: WorkshopRow) -> str:
    """Whose the form is: of an account, or of the seat of this browser."""
    signed_in = account()
    return signed_in.id if signed_in and runs(found, signed_in) else sitting(found) or abort(403)
