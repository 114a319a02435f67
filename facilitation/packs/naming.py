"""What a method calls the fields of its plans, their hints and their choices, where it has words of its own for them.

The pages' words are those of the national method; a method that takes its fields as they are takes these words too.
"""

from collections.abc import Mapping

from facilitation.packs import NATIONAL, load
from facilitation.packs.own import official
from facilitation.packs.pack import Pack
from facilitation.packs.wording import plan_field_texts
from facilitation.words import Parallel


def own_names(pack: Pack) -> Mapping[str, Parallel]:
    """By their paths in the pack: "plan_fields.goal.agreement", "….help", "….candidate"."""
    if pack.key == NATIONAL:
        return {}
    common = {text.path: text.words for text in plan_field_texts(load(NATIONAL))}
    asked = plan_field_texts(official(pack))
    return {text.path: text.words for text in asked if text.words != common.get(text.path, {})}
