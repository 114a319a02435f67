"""Whether a reader must be told that some wording stands for official words and nobody has checked it."""

from dataclasses import fields, is_dataclass

from facilitation.report.texts import Words


def unconfirmed(told: object) -> bool:
    """Whether any words in a block, or in several, are marked so."""
    match told:
        case Words():
            return any(words.unconfirmed for words in told.both)
        case tuple() | list():
            return any(unconfirmed(each) for each in told)
        case _ if is_dataclass(told):
            return any(unconfirmed(getattr(told, each.name)) for each in fields(told))
        case _:
            return False
