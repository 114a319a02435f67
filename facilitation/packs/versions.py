"""What a later version of a pack must keep: logs, plans and metrics point at its parts by id, for ever."""

from collections.abc import Iterator

from facilitation.packs.pack import Pack


def dropped(before: Pack, after: Pack) -> list[str]:
    """The ids that something may point at and that the later version has no more, each with its part of the pack."""
    kept = set(pointed_at(after))
    return [place for place in pointed_at(before) if place not in kept]


def pointed_at(pack: Pack) -> Iterator[str]:
    yield from (f"strategy.themes.{theme.id}" for theme in pack.strategy.themes)
    yield from (f"strategy.objectives.{objective.id}" for objective in pack.strategy.objectives)
    yield from (f"statements.{statement.id}" for statement in pack.statements)
    yield from (f"library.{metric.id}" for metric in pack.library)
    yield from (f"role_groups.{group.id}" for group in pack.role_groups)
    yield from (f"units.{unit}" for unit in pack.units)
