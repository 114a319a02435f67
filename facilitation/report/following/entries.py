"""The days of follow-up for a calendar: when a round's figures are due, and each plan's days that are still ahead."""

from collections.abc import Iterator
from dataclasses import replace

from facilitation.report.entries import entries
from facilitation.report.following.seen import Followed
from facilitation.report.reader import Reader
from facilitation.report.sheets import Entry
from facilitation.words import N_


def due_days(seen: Followed, to: Reader) -> Iterator[Entry]:
    round = seen.round
    if round and round.due >= seen.today:
        yield Entry(f"round.{round.id}.due", round.due, to.words(N_("Figures of the follow-up round are due")))
    for plan, _ in seen.plans:
        for entry in entries(plan, to):
            if entry.day >= seen.today:
                yield replace(entry, about="\n".join(filter(None, (plan.organisation, entry.about))))
