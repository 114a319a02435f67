"""Whether a pack hangs together: ids stand once, and whatever points somewhere points at something."""

from collections.abc import Iterable

from facilitation.packs.node import PackError
from facilitation.packs.pack import Pack
from facilitation.words import N_


def follow(pack: Pack) -> None:
    """Raises PackError for the first id that stands twice and the first reference that leads nowhere."""
    strategy = pack.strategy
    themes = once("strategy.themes", (theme.id for theme in strategy.themes))
    objectives = once("strategy.objectives", (objective.id for objective in strategy.objectives))
    once("statements", (statement.id for statement in pack.statements))
    once("library", (metric.id for metric in pack.library))
    once("glossary", (term.id for term in pack.glossary))
    once("agendas", (agenda.key for agenda in pack.agendas))
    once("role_groups", (group.id for group in pack.role_groups))
    once("plan_fields", (f"{field.of}.{field.key}" for field in pack.plan_fields))
    once("transfers", pack.transfers)
    for place, objective in enumerate(strategy.objectives):
        known(f"strategy.objectives[{place}].theme", [objective.theme], themes)
    for place, tier in enumerate(strategy.picture):
        known(f"strategy.picture[{place}].themes", tier.themes, themes)
    for place, statement in enumerate(pack.statements):
        known(f"statements[{place}].objective", [statement.objective], objectives)
    for place, metric in enumerate(pack.library):
        known(f"library[{place}].objectives", metric.objectives, objectives)
        known(f"library[{place}].unit", [metric.unit], pack.units)
    for place, became in enumerate(pack.follows.objectives.values() if pack.follows else ()):
        known(f"follows.objectives[{place}].now", became, objectives)


def once(path: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for place, id in enumerate(ids):
        if id in seen:
            raise PackError(f"{path}[{place}]", N_("“%(id)s” stands twice."), id=id)
        seen.add(id)
    return seen


def known(path: str, ids: Iterable[str], among: Iterable[str]) -> None:
    for id in ids:
        if id not in among:
            raise PackError(path, N_("There is no “%(id)s” in the pack."), id=id)
