"""The facilitators' guide says what the program says."""

import re

import pytest
from babel.messages.pofile import read_po

from facilitation import packs
from facilitation.steps import KINDS
from tests.docs.papers import HOUSE, paper

GUIDE = paper("docs/facilitators.md")
SHORTCUTS = re.compile(r"\['(\S+)', \(\) => t\('([^']+)'\)\]")
LABEL = re.compile(r"(?<![*\w])\*([^*\n]+(?:\n[^*\n]+)?)\*(?!\*)")


def test_the_keys_are_those_of_the_console():
    program = SHORTCUTS.findall((HOUSE / "static/js/console/shortcuts.js").read_text("utf-8"))
    assert len(program) > 5
    assert [(row[0].strip("`"), row[1]) for row in GUIDE.table("Key")] == program


def test_the_kinds_of_step_are_those_there_are():
    assert [row[0] for row in GUIDE.table("Step")] == [kind.title for kind in KINDS.values()]


def test_the_agendas_are_those_of_the_method():
    listed = [name for row in GUIDE.table("Agenda") for name in row[0].split(", ")]
    assert listed == [agenda.name["en"] for agenda in packs.load("toimi").agendas]


def labels() -> list[str]:
    found = [" ".join(label.split()) for label in LABEL.findall(GUIDE.prose)]
    return sorted({part.strip() for label in found for part in label.split(" → ")} - {"their menu"})


def said_by_the_program() -> set[str]:
    """Every sentence of the catalogue; what is filled in stands as …, as the guide writes it."""
    catalogue = HOUSE / "workshop/translations/en/LC_MESSAGES/messages.po"
    with catalogue.open("rb") as file:
        ids = [message.id for message in read_po(file)]
    singular = [each if isinstance(each, str) else each[0] for each in ids]
    return {re.sub(r"%\(\w+\)s", "…", words) for words in singular}


@pytest.mark.parametrize("label", labels())
def test_a_label_of_the_guide_is_a_label_of_the_program(label: str):
    assert label in said_by_the_program()
