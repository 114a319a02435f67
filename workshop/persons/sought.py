"""Whom somebody looks for: by name, by address, by who they are at a sign-in service."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop.keeping.words import NOBODY, Terms, terms, turned


@dataclass(frozen=True)
class Sought:
    """At least one of the three. Names are many people's; an address or an identity is one person's."""

    name: str = ""
    email: str = ""
    identity: str = ""
    names: tuple[str, ...] = ()
    """What they are called where they were found by the other two."""
    addresses: tuple[str, ...] = ()
    """Those of their accounts."""

    def known_as(self, names: Iterable[str], addresses: Iterable[str]) -> "Sought":
        """With what was learnt from where they were found for certain."""
        told = [name for name in names if name not in ("", NOBODY)]
        return replace(self, names=tuple(dict.fromkeys(told)), addresses=tuple(dict.fromkeys(addresses)))

    @property
    def emails(self) -> set[str]:
        return {each.lower() for each in (self.email, *self.addresses) if each}

    @property
    def sure(self) -> list[str]:
        """What tells them from everybody else."""
        return [each for each in (self.email, self.identity, *self.addresses) if each]

    @property
    def told_apart(self) -> list[str]:
        """Names and addresses, which nobody takes for other words."""
        return [word for word in self.words() if word != self.identity]

    @property
    def by_name(self) -> Terms:
        return terms(word for name in (self.name, *self.names) for word in turned(name))

    def words(self) -> list[str]:
        """All words by which they may stand in texts."""
        names = [word for name in (self.name, *self.names) if name for word in turned(name)]
        return list(dict.fromkeys((*names, *self.sure)))
