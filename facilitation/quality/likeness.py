"""How alike two texts of one language are: by what their words carry, in whatever inflection.

A word is held by its stem. The stems are Snowball's – a pure function of a word, and the one thing that the method
takes from outside the standard library – with what it leaves of Finnish and Swedish endings cut away. A stem need be no
word: it only has to be the same for the forms of one word, and another for other words.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.finnish_stemmer import FinnishStemmer
from snowballstemmer.swedish_stemmer import SwedishStemmer

from facilitation import limits
from facilitation.quality.reading import words_in

STEMMERS: Mapping[str, Callable[[], EnglishStemmer | FinnishStemmer | SwedishStemmer]] = {
    "fi": FinnishStemmer,
    "sv": SwedishStemmer,
    "en": EnglishStemmer,
}

EMPTY: Mapping[str, frozenset[str]] = {
    "fi": frozenset(
        words_in("""
        jokainen jokaisen jokaista jokaisessa jokaisesta jokaiseen jokaisella jokaiselta jokaiselle
        kaikki kaiken kaikkea kaikkien kaikissa kaikista kaikkiin kaikilla kaikilta kaikille koko
        kukin kunkin kussakin joka jotka jonka joiden jossa joissa josta joista
        se sen sitä siinä siitä ne niiden niitä niissä niistä me meidän meillä
        ja sekä tai myös että kun on ovat oli olivat olla ollut oleva olevat
        """)
    ),
    "sv": frozenset(
        words_in("""
        varje var alla allt hela samtliga varenda en ett den det de dem dess deras sin sitt sina vi vår vårt våra
        som och samt eller också att när är vara varit blir har hade ha haft finns fanns
        i på av till från för med vid om hos genom inom under
        """)
    ),
    "en": frozenset(
        words_in("""
        every each all any whole a an the it its they them their we us our that which who
        and or also when as is are was were be been being has have had having there do does did
        in on at of to from for with by into within
        """)
    ),
}
"""Quantifiers, articles, pronouns, copulas, the commonest prepositions. What negates stays: it turns a goal round."""

LEFT: Mapping[str, Sequence[tuple[str, str]]] = {
    "fi": (
        ("ks$", "s"),  # sopimuks|essa, sopimus
        ("(?<=[uyi]s)t$", ""),  # yrityst|en, yritys
        ("(?<=..[lmaeij])(in|is)$", ""),  # osaamin|en, osaamis|en; sosiaalin|en, sosiaalis|ta
        ("(?<=uu|yy)[std]$", ""),  # vaikuttavuus, vaikuttavuud|en, vaikuttavuut|ta
        ("(?<=....)([uy][nv]|[aä]v)$", ""),  # puolittun|eet, puolittuv|at
        ("(?<=...[^aeiouyäö])([aäei]m|[uyö]s)$", ""),  # johtam|inen, kierrätys
        ("(?<=...)[aeiouyäöj]+$", ""),  # palvelu|ita, päästöj|ä
        ("(?<=..n)t$", ""),  # toimint|oja, toimin|nat
        ("d$", "t"),  # tied|on, tiet|o
    ),
    "sv": (
        ("(?<=...)(n?ing|ens|s)$", ""),  # ledning, led|a; kompetens
        ("(?<=....)[ae][tsn]$", ""),  # utfallet, fördubblat
    ),
}
"""What the stemmer leaves of a word's ending, to be cut or made one, in this order."""


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Of all that two texts are known by, the share that is in both: from 0 to 1."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def known_by(text: str, language: str) -> frozenset[str]:
    """Stems of the words that carry something; of all of them, where none does."""
    words = words_in(text)
    carrying = [word for word in words if word not in EMPTY.get(language, ())]
    return frozenset(stem(word, language) for word in carrying or words)


@lru_cache(maxsize=limits.STEMS)
def stem(word: str, language: str) -> str:
    """A stemmer holds the word it works on: each word has one of its own, so that none is cut by two at once."""
    if language not in STEMMERS:
        return word
    cut = STEMMERS[language]().stemWord(word)
    for ending, left in LEFT.get(language, ()):
        cut = re.sub(ending, left, cut)
    return cut
