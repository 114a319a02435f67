"""Writes the form of a plan anew: what is public changes only on purpose."""

from workshop.schemas import PLAN
from workshop.schemas.described import described

PLAN.write_text(described(), encoding="utf-8")
