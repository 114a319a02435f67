"""Whom somebody looks for: by name, by address, by who they are at a sign-in service."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop.keeping.words import Terms, terms, turned


@dataclass(frozen=True)
class Sought:
    """At least one of the three. Names are many people's; an address or an identity is one person's."""

    name: str = ""
    email: str = ""
    identity: str = ""

    @property
    def sure(self) -> list[str]:
        """What tells them from everybody else."""
        return [each for each in (self.email, self.identity) if each]

    @property
    def by_name(self) -> Terms:
        return terms(turned(self.name)) if self.name else terms(())

    def words(self, called: Iterable[str] = ()) -> list[str]:
        """All words by which they may stand in texts; `called`: what else they are known to be called."""
        names = [word for name in (self.name, *called) if name for word in turned(name)]
        return list(dict.fromkeys((*names, *self.sure)))
