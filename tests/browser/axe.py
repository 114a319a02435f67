"""axe-core on a page as it stands: WCAG 2.2 A and AA, and what is held to be good practice."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]

AT_REST = """async () => {
    const frame = () => new Promise(requestAnimationFrame)
    const ends = (each) => each.effect?.getComputedTiming().endTime
    const moving = () => document.getAnimations().filter((each) => ends(each) < 5000)
    for (let still = 0, round = 0; still < 3; round += 1) {
        const now = moving()
        now.forEach((each) => each.finish())
        still = now.length ? 0 : still + 1
        if (round > 60) return now.map((each) => `${each.effect.target.className}: ${each.transitionProperty}`)
        await frame()
    }
    return []
}"""
"""A colour on its way from one look to the other is neither: every finite movement is taken to its end, and what
inherits it sets out when it has come. Answers what would not come to rest: waiting for that would take for ever."""


@cache
def source() -> str:
    return AXE.read_text(encoding="utf-8")


def violations(page: Page, *, again: bool = False) -> list[str]:
    """Each violation as rule and the first places of it; empty is what is wanted.

    `again`: the same page in another size or look, of which only that is asked which depends on them.
    """
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(source())
    if restless := page.evaluate(AT_REST):
        return [f"never at rest: {each}" for each in restless]
    only = {"type": "rule", "values": LOOKS} if again else {"type": "tag", "values": TAGS}
    found = page.evaluate("(only) => window.axe.run(document, { runOnly: only, resultTypes: ['violations'] })", only)
    return [
        f"{each['id']}: {each['help']}: {[place(node) for node in each['nodes'][:3]]}" for each in found["violations"]
    ]


def place(node: Any) -> str:
    """Where it is and what is wrong there, in axe's words."""
    wrong = [each["message"] for each in (*node["any"], *node["all"], *node["none"])]
    return f"{' '.join(map(str, node['target']))} ({wrong[0] if wrong else ''})"
