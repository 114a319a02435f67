"""How the checks read a text: by its words and the pack's word lists, never by guessing what is meant."""

import re
from collections.abc import Iterator

from facilitation.packs import CheckWords
from facilitation.words import Parallel

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NEXT_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ])")


def written(texts: Parallel) -> Iterator[tuple[str, str]]:
    """The languages somebody wrote in, with their texts."""
    return ((language, text) for language, text in texts.items() if text.strip())


def words_in(text: str) -> list[str]:
    return WORD.findall(text.lower())


def first_word(text: str, words: CheckWords) -> str:
    """The word that opens the sentence; a subject before it ("we", "me", "vi") is passed over."""
    return next((word for word in words_in(text) if word not in words.subjects), "")


def opens_with_action(text: str, words: CheckWords) -> bool:
    """Whether the first word is a verb of doing. Without a word list, everything is taken for one."""
    first = first_word(text, words)
    ends_so = bool(words.action_endings) and first.endswith(words.action_endings)
    return not words.action_verbs or ends_so or first in words.action_verbs | words.task_verbs | words.vague_verbs


def sentences(text: str) -> int:
    return len(NEXT_SENTENCE.split(text.strip()))


def joins_two(text: str, words: CheckWords) -> str:
    """The conjunction that joins two clauses with a verb each, or ""."""
    read = words_in(text)
    for place, word in enumerate(read):
        if word in words.conjunctions and all(
            words.finite_verbs.intersection(side) for side in (read[:place], read[place + 1 :])
        ):
            return word
    return ""


def same(one: str, other: str) -> bool:
    """Whether two names or definitions are the same but for case, spaces and marks."""
    return re.findall(r"\w+", one.lower()) == re.findall(r"\w+", other.lower())
