"""The catalogues: everything is said in Finnish and Swedish, whole, calmly, and in about the same room."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message as Entry

from facilitation.words import LANGUAGES
from tests.workshop.visitor import Visitor
from workshop import languages
from workshop.web import formwords

TRANSLATED = ("fi", "sv")
PLACES = re.compile(r"%\((\w+)\)[sd]")
SHORT = 25
"""A label of fewer letters stands where there is little room."""


def entries(language: str) -> list[Entry]:
    return [entry for entry in languages.catalogue(language) if entry.id]


def texts(words: object) -> list[str]:
    return [words] if isinstance(words, str) else list(words)  # pyright: ignore[reportArgumentType]


def pairs(language: str) -> Iterator[tuple[str, str]]:
    """English and its wording, one and many apart."""
    for entry in entries(language):
        yield from zip(texts(entry.id), texts(entry.string), strict=True)


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def test_the_languages_ask_for_the_same_words():
    first, *others = ({str(entry.id) for entry in entries(each)} for each in LANGUAGES)
    assert len(first) > 1000
    assert all(each == first for each in others)


def test_everything_is_worded_and_nothing_is_guessed(language: str):
    assert [entry.id for entry in entries(language) if entry.fuzzy or not all(texts(entry.string))] == []
    assert not languages.catalogue(language).obsolete


def test_what_is_filled_in_is_filled_in_everywhere(language: str):
    apart = [said for english, said in pairs(language) if not set(PLACES.findall(said)) <= set(PLACES.findall(english))]
    assert apart == []
    last = [(texts(entry.id)[-1], texts(entry.string)[-1]) for entry in entries(language)]
    assert [said for english, said in last if set(PLACES.findall(said)) != set(PLACES.findall(english))] == []


def test_every_placeholder_can_be_filled(language: str):
    """A stray per cent sign would break the sentence only when it is said."""
    with_places = [said for _, said in pairs(language) if PLACES.search(said)]
    assert [said for said in with_places if "%" in PLACES.sub("", said).replace("%%", "")] == []


def test_nobody_is_shouted_at_and_no_more_is_promised_than_is_kept(language: str):
    assert [said for _, said in pairs(language) if "!" in said or re.search("anonym|anonyym", said, re.I)] == []


def test_labels_stay_labels(language: str):
    """Short words have short wordings, and a sentence ends as its English does."""
    short = [(english, said) for english, said in pairs(language) if len(english) < SHORT]
    assert [said for english, said in short if len(said) > 2.2 * len(english) + 12] == []
    assert [said for english, said in pairs(language) if english[-1:] in ".?:" and said[-1] != english[-1]] == []
    assert [said for english, said in pairs(language) if english[-1:].isalnum() and said[-1] in ".?"] == []


def test_quotation_marks_are_the_languages_own(language: str):
    assert [said for _, said in pairs(language) if set(said) & set("“'\"’")] == []


@pytest.mark.parametrize("reader", LANGUAGES)
def test_what_the_forms_say_by_themselves_is_worded_here(reader: str):
    for message in formwords.SAID:
        assert formwords.words(reader).ugettext(message) != message


@pytest.mark.parametrize(
    ("reader", "said"),
    [("fi", "Kirjoita aika tunteina ja minuutteina."), ("sv", "Skriv tiden som timmar och minuter.")],
)
def test_a_form_refuses_in_the_readers_words(facilitator: Visitor, reader: str, said: str):
    assert said in facilitator.send(f"/workshops/new?language={reader}", time="soon").text


@pytest.mark.parametrize(
    ("reader", "said"),
    [("fi", "Nykytilasta siihen, mitä teemme seuraavaksi."), ("sv", "Från nuläget till vad vi gör härnäst.")],
)
def test_the_front_page_speaks(visitor: Visitor, reader: str, said: str):
    assert said in visitor.get(f"/?language={reader}").text
