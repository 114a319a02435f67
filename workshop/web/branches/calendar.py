"""The deadline of a branch's round as a calendar file."""

from facilitation.plans.parts import BranchRound
from facilitation.report.blocks import Report
from facilitation.report.sheets import Entry
from facilitation.words import N_, Message
from workshop.exports.calendar import write
from workshop.languages import reader_language, worded

DUE = N_("Plan due to %(name)s")


def deadline_of(plan: str, round: BranchRound, whose: str, language: str = "") -> bytes:
    """One whole day; a later deadline of the same round moves it."""
    spoken = language or reader_language()
    words = worded(Message(DUE, {"name": whose}), spoken)
    entry = Entry(f"{plan}-round-{round.number}", round.deadline, words)
    return write(Report(words, "", spoken, (), entries=(entry,)), None, lambda *_: None)
