"""Where a text's words come from, by language."""

from collections.abc import Iterable
from typing import cast

from facilitation.packs.node import Node
from facilitation.strategy import Provenance, Provenances
from facilitation.words import LANGUAGES, N_

PROVENANCES: tuple[Provenance, ...] = ("official", "translated", "placeholder", "own")


def provenances(node: Node, languages: Iterable[str], key: str = "provenance") -> Provenances:
    """Provenance of each language: one word for all of them, or one by language; "own" where nothing is said."""
    said = node.at(key)
    if said.value is None or isinstance(said.value, str):
        every = cast(Provenance, said.one_of(PROVENANCES)) if said.value else "own"
        return dict.fromkeys(languages, every)
    for language, word in said.named():
        if language not in LANGUAGES:
            raise word.wrong(N_("Unknown language. Known are %(known)s."), known=", ".join(LANGUAGES))
    return {code: said.at(code).one_of(PROVENANCES) if said.has(code) else "own" for code in languages}
