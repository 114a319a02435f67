"""What was sent of things that nobody is asked for any more: told back to whoever typed it, since nothing takes it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from flask import flash, request
from flask_babel import gettext as _

from workshop.texts import several_lines
from workshop.web.following.asking import STATUSES, Part
from workshop.web.following.meanwhile import COUNTS, TICKS, signed

FIELD = re.compile(r"([0-9a-f]{10})-(\w+)")
SHOWN = (("status", "comment"), ("value", "day", "comment"))
"""What forms of actions and of baselines tell, in the order in which it is signed."""
OF_A_FIGURE = ("value", "numerator", "denominator", "comment", "evidence", "standing")


def told_back(parts: Iterable[Part]) -> bool:
    """Whether there is any of it; it is said. Others gave it while the page was open, or the plan is closed."""
    lost = list(left_over([part.form.comment.name.rpartition("-")[0] for part in parts]))
    for what in lost:
        flash(_("No longer asked for: %(what)s. Look at what stands there by now.", what=what), "warn")
    return bool(lost)


def left_over(asked: Sequence[str]) -> Iterator[str]:
    """Of each such thing what somebody typed. `asked`: how names of fields begin that are asked for still."""
    gone = defaultdict[str, dict[str, list[str]]](dict)
    for name in request.form:
        found = FIELD.fullmatch(name)
        if found and found[1] not in asked:
            gone[found[1]][found[2]] = request.form.getlist(name)
    yield from (words for fields in gone.values() if (words := "; ".join(_changed(fields))))


def _changed(fields: Mapping[str, list[str]]) -> Iterator[str]:
    """Without what the form had shown."""
    names = next((names for names in SHOWN if names[0] in fields and names[1] in fields), OF_A_FIGURE)
    said = "".join(fields.get("shown", ())).split()
    before, ticked = dict(zip(names, said, strict=False)), said[len(names) :]
    chosen = "".join(fields.get("status", ()))
    if chosen in STATUSES and signed(chosen) != before.get("status"):
        yield _(STATUSES[chosen])
    if "status" in fields and set(fields.get(TICKS, ())) != set(ticked):
        yield _("Milestones reached")
    for name in OF_A_FIGURE[:-1]:
        text = several_lines("".join(fields.get(name, ())))
        if text and signed(text.replace(",", ".") if name in COUNTS else text) != before.get(name):
            yield text
