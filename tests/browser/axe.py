"""axe-core on a page as it stands: WCAG 2.2 A and AA, and what is held to be good practice."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def source() -> str:
    return AXE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Each violation as rule and the first places of it; empty is what is wanted."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(source())
    found = page.evaluate("(tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", TAGS)
    return [
        f"{each['id']}: {each['help']}: {[node['target'] for node in each['nodes'][:3]]}"
        for each in found["violations"]
    ]
