"""What goes on paper for those without a device: numbered answer sheets, cards to write on, the sheet by the door."""

from facilitation.report.paper.answers import answer_sheets, answerable
from facilitation.report.paper.cards import cards, has_cards
from facilitation.report.paper.join import join_sheet
from facilitation.report.paper.shapes import AnswerSheets, CardSheets, JoinSheet, Paper
from facilitation.report.paper.sign import sign_of

__all__ = [
    "AnswerSheets",
    "CardSheets",
    "JoinSheet",
    "Paper",
    "answer_sheets",
    "answerable",
    "cards",
    "has_cards",
    "join_sheet",
    "sign_of",
]
