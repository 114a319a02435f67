"""The sheets of a method's workbook, in the order in which somebody fills them in."""

from facilitation.packs.build import WEIGHTS
from facilitation.report.method.columns import (
    NARROW,
    SOURCE,
    WIDEST,
    Column,
    Part,
    code,
    origins,
    several,
    words,
)
from facilitation.shapes import DIRECTIONS, METRIC_LEVELS
from facilitation.steps import KINDS
from facilitation.words import N_

CHECK_WORDS = (
    ("task_verbs", N_("Verbs of tasks")),
    ("vague_verbs", N_("Vague verbs")),
    ("conjunctions", N_("Conjunctions")),
    ("finite_verbs", N_("Verbs of a clause")),
    ("action_verbs", N_("Verbs of actions")),
    ("action_endings", N_("Endings of actions")),
    ("subjects", N_("Subjects")),
    ("yes_no_words", N_("Words of yes and no")),
)


def texts(key: str, title: str, *, own: bool = True) -> Part:
    """Texts by name."""
    return Part(key, title, (key,), "named", (words("", N_("Text"), WIDEST),), (), own=own)


PARTS = (
    Part(
        "pack",
        N_("Method"),
        (),
        "one",
        (
            code("version", N_("Version")),
            words("name", N_("Name")),
            words("scale/dont_know", N_("“Don’t know”")),
            words("scale/not_applicable", N_("“Not applicable”")),
            origins(),
            origins("scale/provenance", N_("Where the two answers are from")),
            several("transfers", N_("Services that its plans are keyed into")),
        ),
        ("key",),
    ),
    Part(
        "strategy",
        N_("Strategy"),
        ("strategy",),
        "one",
        (code("version", N_("Version")), words("name", N_("Name")), SOURCE, origins()),
    ),
    Part(
        "themes",
        N_("Themes"),
        ("strategy", "themes"),
        "list",
        (
            words("name", N_("Name")),
            words("intention", N_("Intention"), WIDEST, needed=False),
            SOURCE,
            origins("name_provenance", N_("Where the name is from")),
            origins("provenance", N_("Where the intention is from")),
        ),
    ),
    Part(
        "objectives",
        N_("Objectives"),
        ("strategy", "objectives"),
        "list",
        (
            code("theme", N_("Theme")),
            words("text", N_("Objective"), WIDEST),
            Column("levels/start", N_("Level at the start"), "whole", NARROW),
            Column("levels/target", N_("Target level"), "whole", NARROW),
            SOURCE,
            origins(),
        ),
    ),
    Part(
        "picture",
        N_("Picture of the strategy"),
        ("strategy", "picture"),
        "list",
        (words("name", N_("Name")), several("themes", N_("Themes")), origins()),
        ("key",),
    ),
    Part(
        "statements",
        N_("Statements"),
        ("statements",),
        "list",
        (
            code("objective", N_("Objective")),
            words("text", N_("Statement"), WIDEST),
            Column("short_form", N_("In the short form"), "flag", NARROW),
            origins(),
        ),
    ),
    Part(
        "scale", N_("Scale"), ("scale", "levels"), "list", (words("name", N_("Name")), origins()), ("value",), own=False
    ),
    Part(
        "library",
        N_("Metrics"),
        ("library",),
        "list",
        (
            several("objectives", N_("Objectives")),
            words("name", N_("Name")),
            words("definition", N_("Definition"), WIDEST, needed=False),
            words("numerator", N_("What is counted"), needed=False),
            words("denominator", N_("Out of what"), needed=False),
            code("unit", N_("Unit")),
            code("direction", N_("Direction"), DIRECTIONS),
            code("level", N_("Level"), METRIC_LEVELS, needed=False),
            Column("days_to_count", N_("Days to count"), "whole", NARROW),
            words("source", N_("Source")),
            words("context", N_("To compare with"), needed=False),
            several("caution", N_("Cautions")),
            origins(),
        ),
    ),
    Part("glossary", N_("Glossary"), ("glossary",), "list", (words("words", N_("Word")), origins())),
    Part("role_groups", N_("Role groups"), ("role_groups",), "list", (words("name", N_("Name")), origins()), own=False),
    texts("units", N_("Units"), own=False),
    texts("cautions", N_("Cautions")),
    texts("notes", N_("Notes"), own=False),
    texts("words", N_("Own words of the method")),
    Part(
        "plan_fields",
        N_("Fields of a plan"),
        ("plan_fields",),
        "list",
        (
            words("name", N_("Name")),
            code("weight", N_("Weight"), WEIGHTS),
            words("help", N_("Help"), WIDEST, needed=False),
            origins(),
        ),
        ("of", "key"),
        own=False,
    ),
    Part(
        "choices",
        N_("Choices of fields"),
        ("plan_fields",),
        "inside",
        (code("key", N_("Key")), words("name", N_("Name"))),
        ("of", "key"),
        "choices",
        own=False,
    ),
    Part(
        "agendas",
        N_("Agendas"),
        ("agendas",),
        "list",
        (words("name", N_("Name")), words("description", N_("Description"), WIDEST, needed=False), origins()),
        ("key",),
        own=False,
    ),
    Part(
        "steps",
        N_("Steps of agendas"),
        ("agendas",),
        "inside",
        (
            code("kind", N_("Kind"), tuple(KINDS)),
            words("title", N_("Title")),
            words("task", N_("Task"), WIDEST, needed=False),
            Column("minutes", N_("Minutes"), "whole", NARROW, needed=True),
            code("pinned", N_("Fixed time"), needed=False),
            words("options/text", N_("Text"), WIDEST, needed=False),
            Column("options", N_("Settings"), "settings"),
        ),
        ("key",),
        "steps",
        own=False,
    ),
    Part("follows", N_("Goes on from"), ("follows",), "one", (), ("pack",)),
    Part(
        "became",
        N_("What became of objectives"),
        ("follows", "objectives"),
        "list",
        (several("now", N_("New objectives")),),
        ("before",),
    ),
    Part(
        "check_words",
        N_("Words of the checks"),
        ("check_words",),
        "named",
        tuple(several(key, head) for key, head in CHECK_WORDS),
        (),
        own=False,
    ),
)
"""`plan_fields` are known by "goal.owner": what they are asked of, and their key. Children name their parent."""
