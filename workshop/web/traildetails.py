"""What a line of the trail tells besides who did what, in the reader's words; files keep the names of programs."""

from collections.abc import Iterator, Mapping
from typing import Any

from facilitation.organisations import KINDS, ROLES
from facilitation.words import N_, NAMES
from workshop.languages import _l, wording

NAMED: Mapping[str, Any] = {
    **NAMES,
    "organisation": _l("Organisation"),
    "role": _l("Role"),
    "part": _l("Part"),
    "since": _l("Since"),
    "until": _l("Until"),
    "day": _l("Day"),
    "opened": _l("Began on"),
    "opens": _l("Opens"),
    "due": _l("Due by"),
    "expires": _l("Works until"),
    "holder": _l("Holder"),
    "way": _l("Came by"),
    "figures": _l("Figures"),
    "baselines": _l("Baselines"),
    "progress": _l("Progress"),
    "under": _l("Stands under"),
    "into": _l("Goes on in"),
    "kind": _l("Kind"),
    "code": _l("Code"),
    "name": _l("Name"),
    "label": _l("Name"),
    "publicity": _l("How public the plan is"),
    "records_class": _l("Records class"),
    "record_number": _l("Record number"),
    "scopes": _l("Scopes"),
    "reason": _l("Reason"),
    "why": _l("Why"),
}
"""What is rarer is told by its name in the program."""
WAYS = {"page": N_("the desk"), "link": N_("a personal link"), "workbook": N_("a workbook"), "program": N_("a program")}
WORDED: Mapping[str, Mapping[str, str]] = {"way": WAYS, "kind": KINDS, "role": ROLES}
"""Of what is told by a key; a role may also be whatever a plan calls it."""


def details(detail: Mapping[str, str], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """`names`: what ids are called."""
    for key, value in detail.items():
        if value:
            told = WORDED.get(key, {}).get(value)
            yield str(NAMED.get(key, key)), wording(told) if told else names.get(value, value)
