"""A pack's JSON as a Pack: every value is asked for by its kind, then everything that points somewhere is followed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from facilitation.packs.node import Node, PackError
from facilitation.packs.offers import agenda, agendas, library, role_group, role_groups, scale, statement, statements
from facilitation.packs.pack import CheckWords, Follows, Pack, PlanChoice, PlanField, Term
from facilitation.packs.provenance import provenances
from facilitation.packs.strategies import objective, strategy, theme, tier
from facilitation.packs.whole import follow
from facilitation.words import LANGUAGES, N_

PLAN_PARTS = ("plan", "section", "goal", "action", "metric", "reading")
WEIGHTS = ("must", "should", "may")


def build(root: Node) -> Pack:
    """The pack as it stands in the JSON; raises PackError naming the path of the first thing that is wrong."""
    pack = Pack(
        key=root.at("key").text(),
        version=root.at("version").text(),
        name=root.at("name").parallel(),
        strategy=strategy(root.at("strategy")),
        statements=statements(root.at("statements")),
        scale=scale(root.at("scale")),
        library=library(root.at("library"), root.at("cautions")),
        plan_fields=tuple(plan_field(node) for node in root.at("plan_fields").each()),
        check_words=check_words(root.at("check_words")),
        glossary=tuple(term(node) for node in root.at("glossary").each()),
        agendas=agendas(root.at("agendas")),
        role_groups=role_groups(root.at("role_groups")),
        units={code: node.parallel() for code, node in root.at("units").named()},
        cautions={key: node.parallel() for key, node in root.at("cautions").named()},
        notes={key: node.parallel() for key, node in root.at("notes").named()},
        words={sentence: node.parallel() for sentence, node in root.at("words").named()},
        transfers=root.at("transfers").texts(),
        provenance=provenances(root, LANGUAGES),
        follows=follows(root.at("follows")) if root.has("follows") else None,
    )
    follow(pack)
    return pack


def problems(root: Node) -> tuple[PackError, ...]:
    """Whatever is wrong in the entries of its lists; if nothing is, the first thing that is wrong with the whole."""
    found = [error for path, read in ENTRIES.items() for error in _tried(partial(_each, root, path.split("."), read))]
    return tuple(found or _tried(lambda: [build(root)]))


def _each(root: Node, path: Sequence[str], read: Callable[[Node], object]) -> Iterator[object]:
    for name in path:
        root = root.at(name)
    for node in root.each():
        yield from _tried(lambda node=node: [read(node)])


def _tried(reading: Callable[[], Iterable[object]]) -> list[PackError]:
    """The errors that reading yields, or the one that stops it."""
    try:
        return [each for each in reading() if isinstance(each, PackError)]
    except PackError as error:
        return [error]


def follows(node: Node) -> Follows:
    became = {each.at("before").text(): each.at("now").texts() for each in node.at("objectives").each()}
    return Follows(node.at("pack").text(), became)


def plan_field(node: Node) -> PlanField:
    return PlanField(
        of=node.at("of").one_of(PLAN_PARTS),
        key=node.at("key").text(),
        name=(name := node.at("name").parallel()),
        weight=node.at("weight").one_of(WEIGHTS),
        help=node.at("help").parallel_or_none(),
        choices=tuple(plan_choice(choice) for choice in node.at("choices").each()),
        provenance=provenances(node, name),
    )


def plan_choice(node: Node) -> PlanChoice:
    return PlanChoice(node.at("key").text(), node.at("name").parallel())


def term(node: Node) -> Term:
    words = node.at("words").parallel()
    return Term(node.at("id").text(), words, provenances(node, words))


def check_words(node: Node) -> dict[str, CheckWords]:
    for language, words in node.named():
        if language not in LANGUAGES:
            raise words.wrong(N_("Unknown language. Known are %(known)s."), known=", ".join(LANGUAGES))
    return {language: words_of(words) for language, words in node.named()}


def words_of(node: Node) -> CheckWords:
    def words(key: str) -> frozenset[str]:
        return frozenset(word.lower() for word in node.at(key).texts())

    return CheckWords(
        task_verbs=words("task_verbs"),
        vague_verbs=words("vague_verbs"),
        conjunctions=words("conjunctions"),
        finite_verbs=words("finite_verbs"),
        action_verbs=words("action_verbs"),
        action_endings=tuple(sorted(words("action_endings"))),
        subjects=words("subjects"),
        yes_no_words=words("yes_no_words"),
    )


ENTRIES: Mapping[str, Callable[[Node], object]] = {
    "strategy.themes": theme,
    "strategy.objectives": objective,
    "strategy.picture": tier,
    "statements": statement,
    "plan_fields": plan_field,
    "glossary": term,
    "agendas": agenda,
    "role_groups": role_group,
}
"""Where lists stand, and how an entry of each is read."""
