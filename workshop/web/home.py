"""A plan where somebody reads it: as the draft of a workshop, or living by itself. Its files ask for nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias, TypeVar

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from facilitation.packs import Pack
from facilitation.plans.keyed import Told
from facilitation.shapes import Plan

Kind: TypeAlias = Literal["draft", "plan"]
View = TypeVar("View", bound=Callable[..., ResponseReturnValue])

PREFIXES: Mapping[Kind, str] = {"draft": "/w/<id>/draft", "plan": "/plans/<id>"}
PAGES: Mapping[Kind, str] = {"draft": "draft.read", "plan": "plan.read"}


@dataclass(frozen=True)
class Home:
    """One plan as this reader may see it now, and where it is from."""

    kind: Kind
    id: str
    """Of the workshop, or of the plan that lives by itself."""
    plan: Plan
    pack: Pack
    title: str
    seq: int
    """The number of the log at which it stood so."""
    asked: Mapping[str, Any]
    """What an address says to ask for just this: which draft, which version."""
    owner: str
    """Who reads, and as what: what was made for somebody is nobody else's."""
    mark: Mapping[str, str]
    """Where a file of it says that it is from, so that it can come back."""
    organisations: tuple[str, ...]
    """In whose templates its files leave, the nearest first."""
    brings: bool
    """Whether this reader may bring a file back."""
    at: datetime
    """When it stood so."""
    keyed: Told | None = None
    """That others keyed it in for whose it is, if they did."""

    @property
    def place(self) -> str:
        """Which of a home's plans it is."""
        return "/".join(value or "" for value in self.asked.values())

    @property
    def own_seq(self) -> int:
        """The number of the plan's own log; a draft has none."""
        return self.seq if self.kind == "plan" else 0

    @property
    def page(self) -> str:
        """The address where it is read."""
        return self.read_in()

    def read_in(self, language: str | None = None) -> str:
        return url_for(PAGES[self.kind], id=self.id, **self.asked, language=language)

    def address(self, endpoint: str, **more: Any) -> str:
        """The address of a page or file of just this."""
        return url_for(endpoint, home=self.kind, id=self.id, **{**self.asked, **more})


def at_both(bp: Blueprint, path: str, *methods: str) -> Callable[[View], View]:
    """The same page for a workshop's draft and for a plan that lives by itself; the view is told at which (`home`)."""

    def put(view: View) -> View:
        for kind, prefix in PREFIXES.items():
            bp.add_url_rule(prefix + path, view_func=view, methods=methods or None, defaults={"home": kind})
        return view

    return put
