"""The names of an archive's members: what a library would take for a path, a macro or somebody else's program."""

import re
import stat
from collections.abc import Sequence
from zipfile import ZipInfo

from facilitation.words import N_, Refused

STRANGE = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|]")
MACROS = re.compile(r"vbaproject|vbadata|macrosheets|xlmacro|/activex/|customui|dialogsheets", re.IGNORECASE)
OBJECTS = re.compile(r"/oleobject|/embeddings/.*\.(bin|exe|ole|docm|xlsm|pptm|js|vbs|html?)$", re.IGNORECASE)


def check_names(infos: Sequence[ZipInfo]) -> None:
    """Raises Refused for a name that leaves the archive, comes twice, or names what runs."""
    names = [info.filename for info in infos]
    if len({name.lower() for name in names}) < len(names):
        raise Refused(N_("A part of the file comes twice."), code="unreadable")
    for info in infos:
        _check(info.filename, info.external_attr >> 16)


def _check(name: str, mode: int) -> None:
    steps = name.split("/")
    if STRANGE.search(name) or name.startswith("/") or ".." in steps or stat.S_ISLNK(mode) or len(name) > 255:
        raise Refused(N_("A part of the file has a name that leads out of it."), code="unreadable")
    if MACROS.search(name):
        raise Refused(N_("The file holds macros. Save it without them and bring it again."), code="macros")
    if OBJECTS.search(name):
        raise Refused(
            N_("The file holds an embedded program or object. Take it out and bring the file again."), code="objects"
        )
