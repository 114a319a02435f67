"""A plan that comes back as the file it left as (draft.json), as far as a workshop can continue from it."""

from facilitation.plans.from_plan import Carried
from workshop.schemas.reading import part_of


def read_plan(file: bytes) -> Carried:
    """What the plan in a file hands on. Raises Refused, at the field `plan`, for anything else."""
    return part_of(file, Carried)
