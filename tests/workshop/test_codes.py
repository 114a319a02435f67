"""Join codes: read as people type them, shown as people read them."""

import pytest

from workshop.codes import ALPHABET, CHANCE_BYTES, LENGTH, new_code, read_code, shown

CODE = "K7WD3NPX"


@pytest.mark.parametrize(
    "typed",
    [
        "K7WD3NPX",
        "k7wd3npx",
        "k7wd 3npx",
        " K7WD-3NPX ",
        "k7wd–3npx",
        "K7 WD 3N PX",
        "K7WD\u00a03NPX",
        "https://toimi.example/j/K7WD3NPX",
        "toimi.example/j/k7wd-3npx?from=mail",
    ],
)
def test_a_code_is_read_however_it_is_typed(typed: str):
    assert read_code(typed) == CODE


@pytest.mark.parametrize("typed", ["", "K7WD", "K7WD3NPXX", "K7WD3NP0", "K7WD3NPÖ", "k7wd/3npx"])
def test_what_cannot_be_a_code_is_none(typed: str):
    assert read_code(typed) is None


def test_a_symbol_that_looks_alike_is_taken_for_the_one_that_exists():
    assert read_code("BSZG BSZG") == "85268526"


def test_what_is_shown_can_be_typed_back():
    assert shown(CODE) == "K7WD\u00a03NPX"
    assert read_code(shown(CODE)) == CODE


def test_no_two_symbols_of_the_alphabet_look_alike():
    for pair in ("0O", "1I", "1L", "2Z", "5S", "6G", "8B", "UV"):
        assert not set(pair) <= set(ALPHABET)


def test_every_new_code_can_be_read():
    for n in range(200):
        code = new_code(n.to_bytes(1) * CHANCE_BYTES)
        assert len(code) == LENGTH
        assert read_code(code) == code


def test_a_code_is_not_made_of_too_little_chance():
    with pytest.raises(ValueError, match="16 random bytes"):
        new_code(b"short")
