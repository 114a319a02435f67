"""Records classes with the months for which an organisation keeps what is filed in them, as lines that people write."""

import re
from collections.abc import Mapping

from workshop import limits

LINE = re.compile(r"(\S.*?)[\s:;]+(\d+)")


def months_of(lines: str) -> Mapping[str, int]:
    """By class, such as "02.04.01 120" a line. Raises ValueError with the line that cannot be read."""
    found: dict[str, int] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        said = LINE.fullmatch(line)
        if said is None or said[1] in found or not 1 <= int(said[2]) <= limits.KEPT_MONTHS:
            raise ValueError(line)
        found[said[1]] = int(said[2])
    return found


def months_for(records_class: str, known: Mapping[str, int]) -> int | None:
    """Those of the class or of the closest one around it; None for what is kept for good, as nobody said otherwise."""
    around = [each for each in known if re.match(rf"{re.escape(each)}(?![\w-])", records_class)]
    return known[max(around, key=len)] if around else None
