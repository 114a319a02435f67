"""What a script asks the catalogue for: `t('…')` and `tn('…', '…', n)`, wherever they stand.

Babel's own reader of JavaScript loses a call inside `${…}` that has an object among its arguments, and says nothing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import IO

COMMENT = re.compile(rb"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
TEXT = r"""('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")"""
CALL = re.compile(rf"(?<![\w$])(tn?)\(\s*{TEXT}(?:\s*,\s*{TEXT})?")


def extract(
    file: IO[bytes], keywords: object, tags: object, options: object
) -> Iterator[tuple[int, str, object, list[str]]]:
    """Babel's interface: line, function, its texts, translators' comments."""
    source = COMMENT.sub(lambda found: b"\n" * found[0].count(b"\n"), file.read()).decode()
    for call in CALL.finditer(source):
        texts = [plain(text) for text in call.groups()[1:] if text]
        if any(texts):
            yield source.count("\n", 0, call.start()) + 1, call[1], said(call[1], texts), []


def plain(literal: str) -> str:
    """A literal's text, without its quotes and escapes."""
    return re.sub(r"\\(.)", r"\1", literal[1:-1])


def said(function: str, texts: Sequence[str]) -> object:
    return tuple(texts) if function == "tn" else texts[0]
