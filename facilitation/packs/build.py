"""A pack's JSON as a Pack: every value is asked for by its kind, then everything that points somewhere is followed."""

from facilitation.packs.node import Node
from facilitation.packs.offers import agendas, library, role_groups, scale, statements
from facilitation.packs.pack import CheckWords, Pack, PlanChoice, PlanField, Term
from facilitation.packs.provenance import provenances
from facilitation.packs.strategies import strategy
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
        provenance=provenances(root, LANGUAGES),
    )
    follow(pack)
    return pack


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
