"""Who reads the plans that are read together at the desk, and in which words pages speak of them."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from flask import current_app
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from facilitation.packs import Pack
from facilitation.report.branch.branches import SAID
from facilitation.words import Parallel, said
from workshop.access import parts_from
from workshop.languages import reader_language
from workshop.store.followed import BRANCHES
from workshop.together.level import branches_of as branches_of
from workshop.together.level import kind_of as kind_of
from workshop.together.level import under as under
from workshop.together.level import words as words
from workshop.web.signing_in import rights


def reads(id: str) -> bool:
    """Whether this account reads what was approved there."""
    return bool(parts_from(rights().standing(id)))


def spoken(kind: str, pack: Pack | None = None) -> Mapping[str, Any]:
    """For templates: what is said of units is said of branches; what a method calls otherwise, in its own words."""
    plain = of_branches if kind == BRANCHES else None
    if pack and pack.words:
        return {"_": in_words_of(pack.words, plain)}
    return {"_": plain} if plain else {}


def in_words_of(own: Mapping[str, Parallel], otherwise: Callable[..., str] | None) -> Callable[..., str]:
    @pass_context
    def worded(page: Context, sentence: str, /, **given: Any) -> str:
        if sentence in own:
            ours = Markup(escape(said(own[sentence], reader_language())))  # noqa: S704 (it is escaped)
            return ours % given if given else ours
        if otherwise:
            return otherwise(page, sentence, **given)
        return cast("Callable[..., str]", current_app.jinja_env.globals["gettext"])(page, sentence, **given)

    return worded


@pass_context
def of_branches(page: Context, sentence: str, /, **said: Any) -> str:
    known = cast("Callable[..., str]", current_app.jinja_env.globals["gettext"])
    return known(page, SAID.get(sentence, sentence), **said)
