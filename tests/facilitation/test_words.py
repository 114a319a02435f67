"""Words: the reader's own language first, and a refusal that can explain itself."""

import re
from pathlib import Path

import pytest

from facilitation.words import N_, Message, Refused, missing, said

HOUSE = Path(__file__).parents[2]


def test_a_reader_gets_their_own_language():
    assert said({"fi": "Tavoite", "sv": "Mål", "en": "Goal"}, "sv") == "Mål"


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        ({"fi": "Tavoite", "en": "Goal"}, "Goal"),
        ({"fi": "Tavoite"}, "Tavoite"),
        ({"sv": "", "fi": "Tavoite"}, "Tavoite"),
        ({"de": "Ziel"}, "Ziel"),
        ({}, ""),
    ],
)
def test_without_it_english_then_finnish_then_any_other_then_nothing(texts: dict[str, str], shown: str):
    assert said(texts, "sv") == shown


def test_a_blank_text_counts_as_missing():
    assert missing({"fi": "Tavoite", "sv": "  "}, ("fi", "sv", "en")) == ("sv", "en")


def test_marking_a_sentence_changes_nothing():
    assert N_("Goals") == "Goals"


def test_a_refusal_carries_code_words_field_and_what_was_kept():
    refused = Refused("Only %(most)s here.", code="too_many", field="dots", kept={"dots": 3}, most=2)
    assert (refused.code, refused.field, refused.kept) == ("too_many", "dots", {"dots": 3})
    assert refused.message == Message("Only %(most)s here.", {"most": 2})
    assert str(refused) == "Only %(most)s here."


def test_messages_with_the_same_sentence_can_be_counted_together():
    assert len({Message("A", {"n": 1}), Message("A", {"n": 1}), Message("A", {"n": 2})}) == 2


def test_no_word_of_any_one_field_stands_in_the_code():
    fields_own = re.compile("procurement|hankint|upphandl", re.IGNORECASE)
    code = (path for room in ("facilitation", "workshop") for path in (HOUSE / room).rglob("*.py"))
    assert [str(path.relative_to(HOUSE)) for path in code if fields_own.search(path.read_text("utf-8"))] == []
