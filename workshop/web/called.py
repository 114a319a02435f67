"""What organisations, their kinds and the roles in them are called in the reader's language."""

from facilitation.organisations import KINDS, ROLES
from facilitation.words import Message
from workshop.languages import worded
from workshop.store.tables import OrganisationRow
from workshop.together.known import name_of as name_of


def kind_of(row: OrganisationRow) -> str:
    return worded(Message(KINDS[row.kind])) if row.kind in KINDS else ""


def role_names() -> dict[str, str]:
    """Every role in an organisation, as it is called."""
    return {role: worded(Message(words)) for role, words in ROLES.items()}
