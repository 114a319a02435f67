"""What the readers of a document said beside its text: kept as comments of the plan while a round of them is open."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from hashlib import sha256

from facilitation.plans.commands import AddComment
from facilitation.report.head import WHOLE
from facilitation.report.returned import Remark
from workshop import store
from workshop.languages import reader_language, worded
from workshop.perform import Once, perform
from workshop.store import plans as rows
from workshop.web.living import Living
from workshop.web.plans.found import today
from workshop.web.plans.living import LivingPlan
from workshop.web.suggestions import Suggestions
from workshop.web.taking import Result, read, sign

PASSAGE = 200
"""Characters of a passage outside of the fields that stand before what was said about it."""


@dataclass(frozen=True)
class Heard:
    """A remark as it would be kept: about which line, its words, and what whoever said it is called in the file."""

    about: str
    called: str
    text: str
    who: str

    @property
    def guest(self) -> str:
        """An id that says nothing: the name stands in the table of people only."""
        return f"paper-{digest(self.who)}"

    @property
    def id(self) -> str:
        """The same whenever the same file comes back."""
        told = "\n".join((self.who, self.about, self.text))
        return f"paper-{digest(told)}"


def digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def heard(told: Suggestions, living: Living) -> list[Heard]:
    """All that is not kept yet; nothing where no round is open."""
    if not isinstance(living, LivingPlan) or not hears(living):
        return []
    return [each for each in said(told, living) if each.id not in living.state.comments]


def hears(living: LivingPlan) -> bool:
    round = living.state.round
    return round is not None and today() <= round.deadline and living.here.may("AddComment")


def said(told: Suggestions, living: LivingPlan) -> Iterator[Heard]:
    for each in told.of.suggestions:
        sheet, row, _column = each.changed.at.split("/")
        line, called = living.id if sheet == WHOLE else row, f"{told.name(each)}: {told.head(each)}"
        yield from (Heard(line, called, text, who) for text, who in spoken(each.changed.remarks))
    for _why, each in told.elsewhere:
        before = f"“{each.text[:PASSAGE]}”\n" if each.text else ""
        yield from (Heard(living.id, living.title.text, before + text, who) for text, who in spoken(each.remarks))


def spoken(remarks: Sequence[Remark]) -> Iterator[tuple[str, str]]:
    """Each remark and each answer to it, by whoever wrote it."""
    for remark in remarks:
        yield from ((each.text, each.who) for each in (remark, *remark.answers) if each.text.strip())


def signed(remarks: Sequence[Heard], living: Living) -> str:
    return sign([astuple(each) for each in remarks], living)


def keep(living: Living, text: str, chosen: Collection[str]) -> Result:
    """Those that were chosen of what a page gave to this person become comments, each by itself."""
    if not isinstance(living, LivingPlan):
        return Result(0, ())
    given = [Heard(*each) for each in read(text, living) or ()]
    asked = [(each, kept(living, each)) for n, each in enumerate(given) if str(n) in chosen]
    refused = [(each.called, why) for each, why in asked if why]
    return Result(len(asked) - len(refused), refused)


def kept(living: LivingPlan, remark: Heard) -> str:
    """Why it was not, in words. The editor enters it for whoever said it."""
    wish = AddComment(remark.id, remark.about, remark.text, reader_language(), today())
    asker = replace(living.asker(wish), for_=remark.guest)
    message = perform(living.log, wish, asker, Once(remark.id)).message
    if message:
        return worded(message)
    if remark.who:
        with store.writing() as db:
            rows.name_guest(db, living.id, remark.guest, remark.who)
    return ""
