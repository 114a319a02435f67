"""A figure that was entered is corrected or taken back at the desk."""

from tests.workshop.followed import SHARE
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_follow_up_pages import field
from tests.workshop.visitor import Visitor

WHY = "It was counted for another year."


def series(desk: PlanDesk) -> str:
    return f"{desk.page}/follow-up/series/{SHARE.id}"


def correct(visitor: Visitor, desk: PlanDesk, value: str) -> None:
    path = f"{desk.page}/follow-up/figures/{SHARE.id}/2025-12-31"
    visitor.send(path, "Save", **{field(visitor, path, "value"): value})


def taking_back(desk: PlanDesk) -> str:
    return f"{desk.page}/follow-up/take-back/{desk.life.entered[-1].id}"


def take_back(visitor: Visitor, desk: PlanDesk, reason: str = WHY):
    return visitor.send(taking_back(desk), "Take the figure back", reason=reason)
