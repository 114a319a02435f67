"""Every promise names a test that exists; the list of tables is the list there is."""

import ast
import re

import pytest

from tests.docs.papers import HOUSE, in_code, paper
from workshop.store.tables import Table

PROMISES = paper("docs/promises.md")
PROOF = re.compile(r"`([\w/]+\.py)::(test_\w+)`")


def functions_of(file: str) -> set[str]:
    tree = ast.parse((HOUSE / "tests" / file).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(("file", "test"), sorted(set(PROOF.findall(PROMISES.text))))
def test_a_promise_has_its_proof(file: str, test: str):
    assert test in functions_of(file)


def test_no_promise_stands_without_one():
    rows = [row for line in PROMISES.text.split("| Promise | Proven by |")[1:] for row in rows_of(line)]
    assert len(rows) > 30
    assert all(PROOF.search(row) for row in rows)


def rows_of(part: str) -> list[str]:
    lines = part.strip().splitlines()[1:]
    end = next((at for at, line in enumerate(lines) if not line.startswith("|")), len(lines))
    return lines[:end]


def test_the_page_lists_the_tables_that_exist():
    listed = {name for row in PROMISES.table("Table") for name in in_code(row[0])}
    assert listed == set(Table.metadata.tables)
