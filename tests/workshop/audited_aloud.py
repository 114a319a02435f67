"""An auditor of tagged PDF, with every one of its rules run."""

import pdfua
import pikepdf
import pytest
from pdfua.rules import structure


def unheard(path: str) -> list[str]:
    """What it finds wrong. Its rule that no heading is empty asks a list whether it is a whole number, and stops at the
    answer: numbers come as Python's own, so no other object of a file is one."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(structure, "as_integer", _integer)
        audited = pdfua.validate(path)
    assert [each.rule_id for each in audited.skipped] == []
    return [each.message for each in audited.findings]


def _integer(value: object) -> int | None:
    return None if isinstance(value, pikepdf.Object | bool) or not isinstance(value, int) else value
