"""One report, one Typst run: data in, a PDF/UA-1 file out."""

import json
from pathlib import Path
from typing import Any

import typst

from facilitation.report import Report
from workshop.exports import Brought, Told
from workshop.exports.pdf.content import content
from workshop.exports.pdf.letters import FONTS

TEMPLATE = Path(__file__).with_name("plan.typ")
PICTURE_PPI = 80.0


def write(report: Report, template: Brought | None = None, told: Told = lambda done, of: None) -> bytes:
    """The report as a PDF; `template` is for formats that have one."""
    told(0, 2)
    data = told_as_data(report)
    told(1, 2)
    made = printed(data)
    told(2, 2)
    return made


def printed(data: str, template: Path = TEMPLATE) -> bytes:
    """Standards are kept or nothing comes out: Typst refuses what would not be accessible."""
    made = typst.compile(**given(data, template), pdf_standards="ua-1")
    if not isinstance(made, bytes):
        raise TypeError("A PDF is one file.")
    return made


def pages(report: Report) -> list[bytes]:
    """The same pages as pictures (PNG)."""
    return pictured(told_as_data(report), TEMPLATE)


def pictured(data: str, template: Path) -> list[bytes]:
    """What `printed` prints, as pictures."""
    made = typst.compile(**given(data, template), format="png", ppi=PICTURE_PPI)
    return [made] if isinstance(made, bytes) else made or []


def told_as_data(report: Report) -> str:
    return json.dumps(content(report), ensure_ascii=False)


def given(data: str, template: Path) -> dict[str, Any]:
    """What Typst is told, whatever it makes of it."""
    return {
        "input": template,
        "root": template.parent,
        "font_paths": [FONTS],
        "ignore_system_fonts": True,
        "sys_inputs": {"report": data},
    }
