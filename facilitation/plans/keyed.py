"""What is said of a plan that others keyed in for whose it is, wherever it is told where the plan comes from."""

from dataclasses import dataclass
from datetime import date

from facilitation.plans.state import Life, confirmed
from facilitation.words import N_


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the catalogue about `%(organisation)s`, and `%(day)s` where it names one."""

    sentence: str
    day: date | None = None


def told(life: Life) -> Told | None:
    """Nothing of a plan that its organisation wrote itself."""
    if life.keyed is None:
        return None
    if life.keyed.confirmed is None:
        return Told(N_("Keyed in for %(organisation)s, which has not confirmed it yet."))
    day = life.keyed.confirmed.date()
    if confirmed(life):
        return Told(N_("Keyed in for %(organisation)s, which confirmed it on %(day)s."), day)
    return Told(N_("Keyed in for %(organisation)s, which confirmed it on %(day)s; changed since."), day)
