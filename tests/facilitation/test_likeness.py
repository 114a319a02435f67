"""Which texts look alike: held against pairs of goals that people told apart, in each language (`alike/*.json`)."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer import stemmer

from facilitation import limits
from facilitation.quality.likeness import EMPTY, known_by, shared
from facilitation.quality.reading import words_in
from facilitation.words import LANGUAGES

SNOWBALL = {"fi": "finnish", "sv": "swedish", "en": "english"}
Measure: TypeAlias = Callable[[str, str], float]
PAIRS = {
    language: json.loads((Path(__file__).parent / "alike" / f"{language}.json").read_text("utf-8"))
    for language in LANGUAGES
}
RECALL, PRECISION = 0.95, 0.9
in_every_language = pytest.mark.parametrize("language", LANGUAGES)


def alike(one: str, other: str, language: str) -> float:
    return shared(known_by(one, language), known_by(other, language))


def found(measure: Measure, language: str, threshold: float) -> tuple[float, float]:
    """Recall and precision: of the pairs that people call alike those found, and of those found those they call so."""
    right, wrong = (
        sum(measure(*pair) >= threshold for pair in PAIRS[language][called]) for called in ("alike", "unlike")
    )
    return right / len(PAIRS[language]["alike"]), right / max(1, right + wrong)


def good(measure: Measure, language: str, threshold: float) -> bool:
    recall, precision = found(measure, language, threshold)
    return recall >= RECALL and precision >= PRECISION


@in_every_language
def test_goals_that_people_call_alike_are_found_and_few_others(language: str):
    assert all(len(pairs) >= 30 for pairs in PAIRS[language].values())
    assert good(partial(alike, language=language), language, limits.LOOKS_ALIKE)


@in_every_language
def test_no_threshold_makes_words_as_they_are_written_as_good(language: str):
    for threshold in range(1, 100):
        assert not good(written_out, language, threshold / 100)


def written_out(one: str, other: str) -> float:
    return shared(frozenset(words_in(one)), frozenset(words_in(other)))


@in_every_language
def test_no_threshold_makes_stems_as_good_while_words_that_carry_nothing_are_among_them(language: str):
    whole = stemmer(SNOWBALL[language])

    def with_all(one: str, other: str) -> float:
        here, there = (frozenset(whole.stemWords(words_in(text))) for text in (one, other))
        return shared(here, there)

    for threshold in range(1, 100):
        assert not good(with_all, language, threshold / 100)


def test_stems_alone_lose_what_finnish_endings_leave():
    finnish = stemmer(SNOWBALL["fi"])

    def carrying(text: str) -> frozenset[str]:
        return frozenset(finnish.stemWord(word) for word in words_in(text) if word not in EMPTY["fi"])

    recall, _ = found(lambda one, other: shared(carrying(one), carrying(other)), "fi", limits.LOOKS_ALIKE)
    assert recall < RECALL - 0.2


@in_every_language
def test_nothing_that_people_tell_apart_is_called_nearly_the_same_within_a_plan(language: str):
    recall, precision = found(partial(alike, language=language), language, limits.ALIKE)
    assert precision == 1
    assert recall > 0.4
    assert recall > 2 * found(written_out, language, limits.ALIKE)[0]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fi", "sopimus sopimuksen sopimuksessa sopimukset sopimuksissa"),
        ("fi", "hankinta hankinnan hankintoja hankinnoissa hankintojen"),
        ("fi", "osaaminen osaamisen osaamista"),
        ("fi", "vaikuttavuus vaikuttavuuden vaikuttavuutta"),
        ("fi", "tieto tiedon tiedot tietoa"),
        ("sv", "upphandling upphandlingen upphandlingar upphandlingarna"),
        ("sv", "utfall utfallet utfallen"),
        ("en", "contract contracts"),
        ("en", "procurement procurements"),
    ],
)
def test_the_forms_of_a_word_are_one(language: str, forms: str):
    assert len(known_by(forms, language)) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "tie tieto"),
        ("fi", "osa osaaminen"),
        ("fi", "päätös päästö"),
        ("sv", "avtal antal"),
        ("sv", "behov behörig"),
        ("en", "contract contact"),
    ],
)
def test_different_words_stay_apart(language: str, words: str):
    assert len(known_by(words, language)) == 2


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fi", "Hankinnat eivät kasvata päästöjä", "Hankinnat kasvattavat päästöjä"),
        ("sv", "Upphandlingen ökar inte utsläppen", "Upphandlingen ökar utsläppen"),
        ("en", "Procurement does not raise emissions", "Procurement raises emissions"),
    ],
)
def test_a_goal_and_its_contrary_are_not_the_same(language: str, one: str, other: str):
    assert known_by(one, language) != known_by(other, language)


@in_every_language
def test_a_text_of_nothing_but_empty_words_is_known_by_them(language: str):
    text = " ".join(sorted(EMPTY[language])[:3])
    assert alike(text, text.upper(), language) == 1
    assert alike("", text, language) == alike("", "", language) == 0


@given(st.text(), st.text(), st.sampled_from([*LANGUAGES, "se"]))
def test_whatever_is_written_is_as_like_the_other_as_the_other_is_like_it(one: str, other: str, language: str):
    assert alike(one, other, language) == alike(other, one, language)
    assert alike(one, one, language) == (1 if words_in(one) else 0)
