"""A workshop on the planner's desk."""

from tests.workshop.desk import Desk


def of(desk: Desk, kind: str) -> str:
    """The planner with the first step of a kind in hand."""
    return f"{desk.plan}?step={desk.step(kind)}"


def options(desk: Desk, kind: str) -> dict[str, object]:
    return dict(desk.state.steps[desk.step(kind)].options)
