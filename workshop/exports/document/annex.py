"""The last pages: what every finding rests on, by section, and where the whole comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from facilitation.report.texts import Words
from workshop.exports.document.blocks import bullets
from workshop.exports.document.setting import Setting
from workshop.exports.document.words import said
from workshop.exports.document.xml import Element


@dataclass(frozen=True, slots=True)
class Ground:
    """What a finding rests on: the number and title of its section, the finding, the lines."""

    number: int
    section: str
    about: str
    lines: tuple[Words, ...]


def annex(origin: Sequence[str], grounds: Sequence[Ground], to: Setting) -> Iterator[Element]:
    yield from (said(to.styles.text, Words(line)) for line in origin)
    for (number, section), each in groupby(grounds, lambda ground: (ground.number, ground.section)):
        yield said(to.styles.topic, Words(f"{number}. {section}"), stays=True)
        for ground in each:
            yield from _ground(ground, to)


def _ground(ground: Ground, to: Setting) -> Iterator[Element]:
    if ground.about != ground.section:
        yield said(to.styles.label, Words(ground.about), stays=True)
    yield from bullets(ground.lines, to)
