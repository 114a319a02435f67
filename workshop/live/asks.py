"""An ask as it comes over the wire, and its answer in the asker's words. Socket and HTTPS say the same."""

import logging
from typing import Annotated, Any

import msgspec

from facilitation.words import N_, Message
from workshop.languages import worded
from workshop.perform import Asker, Once, Outcome, perform, workshop_log
from workshop.room import rooms_of
from workshop.store.codec import UnknownEvent, Unreadable, Unstorable

log = logging.getLogger(__name__)

MALFORMED = N_("That could not be read. Reload the page; what you wrote is kept.")
TOO_FAST = N_("That was a lot at once. It will be sent again in a moment.")
FAILED = N_("That could not be saved just now. It will be sent again.")
NOT_YOURS_TO_SEE = N_("You cannot look in there.")
LOOKS_ONLY = N_("A screen shows; nothing can be entered there.")


class WireAsk(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`n` orders one tab's asks; `id` makes the same ask the same; `for` is whose it is when a host enters it."""

    id: Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9_-]{16,32}$")]
    type: str
    body: dict[str, Any]
    client: Annotated[str, msgspec.Meta(max_length=32)] = ""
    n: int = 0
    whose: str | None = msgspec.field(name="for", default=None)


def answered(workshop: str, seat: str, said: dict[str, Any], language: str) -> dict[str, Any]:
    """Perform what was asked, and the answer as it goes back: every ask is answered, with a reason when it is no.

    Raises UnknownEvent only: this program is older than the log and must step aside.
    """
    n = said.get("n", 0)
    try:
        ask = msgspec.convert(said, WireAsk)
        command = rooms_of().ledger("workshop").codec.command(ask.type, ask.body)
        outcome = perform(workshop_log(workshop), command, Asker(seat, "", ask.whose), Once(ask.id, ask.client, ask.n))
    except (msgspec.ValidationError, Unreadable, Unstorable) as fault:
        log.info("an ask could not be read: %s", fault)
        return refusal(n, "malformed", MALFORMED, language)
    except UnknownEvent:
        raise
    except Exception:
        log.exception("an ask failed")
        return refusal(n, "failed", FAILED, language)
    return answer(n, outcome, language)


def answer(n: int, outcome: Outcome, language: str) -> dict[str, Any]:
    """The acknowledgement of an outcome."""
    if outcome.ok:
        return {"n": n, "ok": True}
    words = worded(outcome.message, language) if outcome.message else ""
    said = {"n": n, "ok": False, "code": outcome.code, "words": words, "field": outcome.field}
    return {**said, "kept": outcome.kept} if outcome.kept else said


def refusal(n: Any, code: str, sentence: str, language: str) -> dict[str, Any]:
    """A no of the wire's own; nothing of it is stored."""
    return {"n": n, "ok": False, "code": code, "words": worded(Message(sentence), language), "field": None}
