"""Whom a report is written for: their language, the sentences in it, and the pack whose words it uses."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from facilitation.packs import Confirmation, Pack, unconfirmed
from facilitation.packs.naming import own_names
from facilitation.packs.own import owned
from facilitation.quality.metrics import of_few
from facilitation.report import figures
from facilitation.report.texts import Words
from facilitation.shapes import Decision
from facilitation.steps import KINDS
from facilitation.steps.kind import Field
from facilitation.strategy import Own
from facilitation.words import N_, Argument, Count, Message, Parallel, said

NONE = Words("\N{EN DASH}")
"""Stands in a table where there is nothing to tell."""

COUNT = "count"
"""The unit of what is simply counted; the number says it all."""


class Counted(Protocol):
    """A value, and the two counts that it is a share of, where they are known."""

    @property
    def value(self) -> float | None: ...

    @property
    def numerator(self) -> float | None: ...

    @property
    def denominator(self) -> float | None: ...


class Wording(Protocol):
    """Words a sentence of the catalogue in the reader's language."""

    def __call__(self, sentence: str | Message, /, **arguments: Argument) -> str: ...


def english(sentence: str | Message, /, **arguments: Argument) -> str:
    """The sentences as they stand in the source."""
    if isinstance(sentence, Message):
        return sentence.id % sentence.arguments if sentence.arguments else sentence.id
    return sentence % arguments if arguments else sentence


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The catalogue's words, but for what a method calls otherwise."""

    own: Mapping[str, Parallel]
    language: str
    others: Wording

    def __call__(self, sentence: str | Message, /, **arguments: Argument) -> str:
        message = sentence if isinstance(sentence, Message) else Message(sentence, arguments)
        texts = self.own.get(message.id)
        if texts is None:
            return self.others(sentence, **arguments)
        return figures.put(said(texts, self.language), message.arguments, self.language)


@dataclass(frozen=True)
class Reader:
    """The reader's language and everything that has to be put into it."""

    language: str
    words: Wording
    pack: Pack
    doubtful: frozenset[tuple[str, str]] = frozenset()
    """Path and language of the pack's texts that stand for official wording and are not confirmed."""
    today: date | None = None
    beside: str = ""
    """The other language of a report that is told in two: a text that this language lacks is then told as missing."""
    owned: Mapping[str, Own] = field(default_factory=dict[str, Own])
    """By path, whose own a text is: it stands beside the method's words and is told apart from them."""
    fields: Mapping[str, Parallel] = field(default_factory=dict[str, Parallel])
    """By path, what the method calls fields of its plans in words of its own."""

    def counted(self, one: str, many: str, n: int, **arguments: Argument) -> str:
        """The sentence for one or for many; fi, sv and en all change at one."""
        return self.words(one if n == 1 else many, n=Count(n), **arguments)

    def line(self, sentence: str | Message, /, **arguments: Argument) -> Words:
        return Words(self.words(sentence, **arguments))

    def theirs(self, texts: Parallel | str, at: str = "") -> Words:
        """What people of the room wrote, in the reader's language where it exists. `at`: the field that it fills."""
        if isinstance(texts, str):
            return Words(texts, theirs=True, at=at) if texts.strip() else replace(NONE, at=at)
        code, text = self._chosen(texts)
        there = f"{at}.{code}" if at and code else at
        return Words(text, code, theirs=True, at=there) if text else replace(NONE, at=at)

    def decided(self, decision: Decision) -> Words:
        """What was decided; a stop that was let be is told as its check tells it to each reader."""
        return self.line(decision.text) if decision.of_a_check else self.theirs(decision.text)

    def step(self, kind: str, title: Parallel) -> Words:
        """A step by its own title, or by that of its kind."""
        return self.theirs(title) if any(title.values()) or kind not in KINDS else self.line(KINDS[kind].title)

    def named(self, who: str, at: str = "") -> Words:
        """Who answers for something; that nobody does yet is worth saying."""
        return Words(who, theirs=True, at=at) if who.strip() else replace(self.line(N_("Not named yet")), at=at)

    def official(self, path: str, texts: Parallel, before: str = "") -> Words:
        """A text of the pack, marked where it stands for official wording and nobody has confirmed it."""
        code, text = self._chosen(texts)
        doubtful = (path, code or self.language) in self.doubtful and not text.startswith(self.missing)
        return Words(f"{before}{text}{self._whose(path)}", code, unconfirmed=doubtful)

    def _whose(self, path: str) -> str:
        own = self.owned.get(path)
        return f" ({self.words(N_('own, %(whose)s'), whose=self.plain(own.whose))})" if own else ""

    def plain(self, texts: Parallel) -> str:
        return self._chosen(texts)[1]

    def number(self, value: float | None, unit: str = "") -> str:
        """A value with its unit as the pack writes it."""
        if value is None:
            return NONE.text
        return figures.measured(value, self.unit(unit), self.language)

    def measured(self, of: Counted | None, unit: str) -> str:
        """What was counted, with its unit; a share of few cases as how many of how many."""
        if of is None or of.value is None:
            return NONE.text
        if of.denominator is None or not of_few(unit, of.denominator):
            return self.number(of.value, unit)
        # Where only the cases were given, how many it was follows from the share.
        n = round(of.value * of.denominator / 100, 1) if of.numerator is None else of.numerator
        return self.words(N_("%(n)s of %(of)s"), n=self.number(n), of=self.number(of.denominator))

    def day(self, value: date | None) -> str:
        return figures.day(value, self.language) if value else NONE.text

    def unit(self, unit: str) -> str:
        """What stands behind a figure: nothing where things are counted."""
        return "" if unit == COUNT else self.plain(self.pack.units.get(unit, {})) or unit

    def between(self, low: float | None, high: float | None) -> str:
        return NONE.text if low is None or high is None else figures.between(low, high, self.language)

    def label(self, of: str, asked: Field) -> str:
        """What a field of a plan is called: by the method's own name, where it has one."""
        return self._asked(f"{of}.{asked.key}", asked.label)

    def hint(self, of: str, asked: Field) -> str:
        """What is said beside the field."""
        return self._asked(f"{of}.{asked.key}.help", asked.help)

    def answer(self, of: str, asked: Field, value: str, name: str) -> str:
        """What an answer is called that every method has; `name`: where this one has no name of its own for it."""
        return self._asked(f"{of}.{asked.key}.{value}", name)

    def _asked(self, path: str, otherwise: str) -> str:
        if own := self.fields.get(f"plan_fields.{path}"):
            return self.plain(own)
        return self.words(otherwise) if otherwise else ""

    def choice(self, of: str, key: str, value: str) -> str:
        """A plan field's answer by the name that the pack gives it."""
        for asked in self.pack.fields_of(of):
            for choice in asked.choices if asked.key == key else ():
                if choice.key == value:
                    return self.plain(choice.name)
        return value

    def level(self, value: int | None) -> str:
        """A level's number and name."""
        rung = self.pack.scale.level(value) if value is not None else None
        return f"{value} {self.plain(rung.name)}" if rung else self.number(value)

    def listed(self, texts: Sequence[str]) -> str:
        return ", ".join(text for text in texts if text)

    def _lacking(self, texts: Parallel, code: str, text: str) -> tuple[str, str]:
        """The other language has the text, or neither has: then it stands behind the mark, in the one that has."""
        if texts.get(self.beside, "").strip():
            return "", self.missing
        return code, f"{self.missing} {text}"

    @property
    def missing(self) -> str:
        """Stands where another language has a text."""
        return f"[{self.words(N_('Missing')).lower()}]"

    def _chosen(self, texts: Parallel) -> tuple[str, str]:
        """Language and text; the language is empty where it is the reader's own."""
        for code in (self.language, "en", "fi", "sv", *texts):
            if text := texts.get(code, "").strip():
                if self.beside and code != self.language:
                    return self._lacking(texts, code, text)
                return ("" if code == self.language else code), text
        return "", ""


def reader(
    language: str,
    words: Wording,
    pack: Pack,
    confirmed: Collection[Confirmation] = (),
    today: date | None = None,
    *,
    beside: str = "",
) -> Reader:
    """`confirmed`: what an administrator has vouched for; official wording outside of it is marked."""
    doubtful = frozenset((text.path, text.language) for text in unconfirmed(pack, confirmed))
    wording = OwnWords(pack.words, language, words) if pack.words else words
    return Reader(language, wording, pack, doubtful, today, beside, owned(pack), own_names(pack))
