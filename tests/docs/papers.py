"""The papers of the house as tests read them: their links, the names they put in code, their tables and examples."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"```(\w*)\n(.*?)```", re.S)
INDENTED = re.compile(r"(?:^|\n\n)((?: {4}.*\n|\n(?= {4}))+)")
SPAN = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True)
class Paper:
    """One page of Markdown."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(HOUSE).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @cached_property
    def prose(self) -> str:
        """Without blocks of code."""
        return INDENTED.sub("\n\n", FENCED.sub("", self.text))

    @property
    def links(self) -> list[str]:
        return LINK.findall(self.prose)

    @property
    def spans(self) -> list[str]:
        """What stands in code within sentences and tables."""
        return SPAN.findall(self.prose)

    @property
    def commands(self) -> list[str]:
        """Lines of blocks that are not in a language, and words in code."""
        blocks = [block for language, block in FENCED.findall(self.text) if not language]
        lines = "\n".join([*blocks, *INDENTED.findall(self.text)]).splitlines()
        return [*(line.strip() for line in lines if line.strip()), *self.spans]

    @property
    def examples(self) -> list[str]:
        """The blocks in Python."""
        return [block for language, block in FENCED.findall(self.text) if language == "python"]

    @property
    def anchors(self) -> set[str]:
        """Where a link with # may lead: headings as GitHub names them."""
        titles = re.findall(r"^#+ (.+)$", self.prose, re.M)
        return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}

    def table(self, head: str) -> list[list[str]]:
        """The rows of the table whose first cell at its head is this."""
        lines = iter(self.text.splitlines())
        for line in lines:
            if cells(line)[:1] == [head]:
                next(lines)
                return [row for each in takewhile_table(lines) if (row := cells(each))]
        raise AssertionError(f"{self.name} has no table of “{head}”")


def takewhile_table(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("|"):
            return
        yield line


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []


def in_code(text: str) -> list[str]:
    return SPAN.findall(text)


def paper(name: str) -> Paper:
    return Paper(HOUSE / name)


PAPERS = tuple(Paper(path) for path in sorted([*HOUSE.glob("*.md"), *HOUSE.glob("docs/*.md")]))
