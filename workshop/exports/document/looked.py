"""What a template holds, told so that an editor can see it: its styles, and which is for what."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from workshop.archives import retyped
from workshop.exports.document.styles import styles_of

ROLES = ("title", "section", "finding", "topic", "text", "bullet", "caption", "table")
"""Those that an editor may correct; the rest follow from them or are ours."""
MOST_STYLES, LONGEST = 400, 120


def looked(file: bytes) -> dict[str, Any]:
    """Names of styles, and the one found for each role; no role without headings, by which a document is read."""
    document: Any = Document(BytesIO(retyped(file, "document")))
    found, names = styles_of(document, {}), {style.style_id: style.name for style in document.styles if style.name}
    roles = {role: names[id] for role in ROLES if (id := getattr(found, role)) in names}
    return {
        "styles": {
            "paragraph": _named(document, WD_STYLE_TYPE.PARAGRAPH),
            "table": _named(document, WD_STYLE_TYPE.TABLE),
        },
        "roles": roles if found.section else {},
    }


def _named(document: Any, kind: WD_STYLE_TYPE) -> list[str]:
    names = {style.name for style in document.styles if style.name and style.type == kind}
    return sorted(name for name in names if len(name) <= LONGEST)[:MOST_STYLES]
