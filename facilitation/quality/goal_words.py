"""Checks on a goal's sentence: one wished-for state, said so that one could see it."""

from collections.abc import Iterator

from facilitation import limits
from facilitation.quality.finding import Advice, Context, tell, warn
from facilitation.quality.likeness import known_by, shared
from facilitation.quality.reading import first_word, joins_two, sentences, words_in, written
from facilitation.shapes import Goal
from facilitation.words import N_, NAMES, missing


def one_sentence(goal: Goal, context: Context) -> Iterator[Advice]:
    for language, text in written(goal.to):
        if found := long_or_short(text, language) or two_in_one(text, language, context):
            yield found
            return


def long_or_short(text: str, language: str) -> Advice | None:
    length = len(text.strip())
    if length < limits.GOAL_SHORTEST:
        words, fix = N_("This is short for a goal: %(length)s characters."), N_("Say who does or has what, and where.")
    elif length > limits.GOAL_LONGEST:
        words, fix = (
            N_("This is long for a goal: %(length)s characters."),
            N_("Keep the state you want; move the rest."),
        )
    else:
        return None
    return warn("to", words, fix, language, length=length)


def two_in_one(text: str, language: str, context: Context) -> Advice | None:
    if sentences(text) > 1:
        return warn("to", N_("There is more than one sentence."), N_("Say it in one, or write two goals."), language)
    if joint := joins_two(text, context.words(language)):
        return warn(
            "to",
            N_("“%(word)s” joins two goals here."),
            N_("Keep the one that matters most, or write two goals."),
            language,
            word=joint,
        )
    return None


def a_state_not_a_task(goal: Goal, context: Context) -> Iterator[Advice]:
    for language, text in written(goal.to):
        words = context.words(language)
        if (first := first_word(text, words)) in words.task_verbs:
            yield warn(
                "to",
                N_("“%(word)s” makes this look like an action."),
                N_("Say what is true once it has been done, and keep this as an action."),
                language,
                word=first,
            )
            return


def says_how_much(goal: Goal, context: Context) -> Iterator[Advice]:
    if any(metric.target for metric in goal.metrics):
        return
    for language, text in written(goal.to):
        vague = context.words(language).vague_verbs
        if word := next((word for word in words_in(text) if word in vague), ""):
            yield warn(
                "to",
                N_("“%(word)s” does not say how much."),
                N_("Say what will be different, or give a metric with a target."),
                language,
                word=word,
            )
            return


def unlike_others(goal: Goal, context: Context) -> Iterator[Advice]:
    read = {language: known_by(text, language) for language, text in written(goal.to)}
    for other in context.goals:
        for language, known in read.items():
            theirs = known_by(other.to.get(language, ""), language)
            if other.id != goal.id and shared(known, theirs) >= limits.ALIKE:
                yield tell(
                    "to",
                    N_("Another goal says nearly the same."),
                    N_("Read them together; write one goal, or say what sets them apart."),
                    language,
                    other=other.id,
                )
                return


def in_every_language(goal: Goal, context: Context) -> Iterator[Advice]:
    for field, texts in (("from", goal.from_), ("to", goal.to)):
        lacking = missing(texts, context.languages)
        if lacking and (field == "to" or len(lacking) < len(context.languages)):
            yield warn(
                field,
                N_("The text is missing in: %(languages)s."),
                N_("Write it in the languages the plan requires."),
                lacking[0],
                languages=", ".join(NAMES[each] for each in lacking),
            )
