"""The one stylesheet that pages link to: static/css/main.css with what it imports laid in, so that it is one request.

Sixty small files are good to work in and bad to wait for. Nothing is built: the sheet is put together when asked for.
"""

import re
from functools import cache
from pathlib import Path

IMPORT = re.compile(r'@import url\("([\w/.-]+)"\);')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BREAKS = re.compile(r"\s*\n\s*")


def whole(folder: Path) -> str:
    """The sheet of this folder, without comments and indents. Addresses in it are relative to the folder."""
    text = IMPORT.sub(lambda found: (folder / found[1]).read_text(), (folder / "main.css").read_text())
    return BREAKS.sub("\n", COMMENT.sub("", text)).strip() + "\n"


@cache
def kept(folder: Path, digest: str) -> str:
    """The sheet of one state of the tree."""
    return whole(folder)
