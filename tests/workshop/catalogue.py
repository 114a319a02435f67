"""Sentences as a reader of a language finds them in files: from the place's own catalogues."""

from facilitation.report import Wording
from facilitation.words import Argument, Message
from workshop.languages import translations


def words_of(language: str) -> Wording:
    words = translations(language)

    def wording(sentence: str | Message, /, **arguments: Argument) -> str:
        if isinstance(sentence, Message):
            return wording(sentence.id, **sentence.arguments)
        said = words.gettext(sentence)
        return said % arguments if arguments else said

    return wording
