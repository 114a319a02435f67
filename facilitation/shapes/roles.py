"""Roles that answer for goals, metrics and actions: texts, which people hold for a while."""


def same_role(role: str) -> str:
    """Roles are told apart by their words, whatever the letters' case."""
    return " ".join(role.casefold().split())
