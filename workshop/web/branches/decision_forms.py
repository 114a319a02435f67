"""The forms by which units' goals are decided on, and what they say as a decision."""

from collections.abc import Sequence
from typing import Any

from wtforms import HiddenField, IntegerField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import Length, NumberRange, Optional

from facilitation import limits
from facilitation.consolidation import KINDS, Branch, Decided, Ref, decided, home
from facilitation.report.reader import Wording
from facilitation.words import LANGUAGES, N_, Parallel
from workshop.languages import _l, reader_language, wording
from workshop.store.accounts import new_id
from workshop.texts import one_line, several_lines
from workshop.web.asking import OnceForm

TOO_LONG = _l("At most %(max)d characters.")
FOUR_DIGITS = _l("Give the year with four digits.")
FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST = 24
YEAR = N_("Year of the performance agreement")


class RefsField(SelectMultipleField):
    """Goals by their units; who asks for one that is not there hears it from the rules."""

    def pre_validate(self, form: Any) -> None:
        return


def words_field(language: str) -> TextAreaField:
    return TextAreaField(
        _l("The goal in the plan’s own words"),
        [Length(max=limits.CARD_TEXT, message=TOO_LONG)],
        filters=[several_lines],
        render_kw={"rows": 3, "maxlength": limits.CARD_TEXT, "lang": language},
    )


class DecideForm(OnceForm):
    goal = RefsField(choices=[], validate_choice=False)
    decision = HiddenField(default=new_id, validators=[Length(max=LONGEST)])
    seen = HiddenField(default="0", validators=[Length(max=LONGEST)])
    kind = RadioField(_l("What becomes of it"), choices=[], validate_choice=False)
    reason = TextAreaField(
        _l("Why"),
        [Length(max=limits.REASON, message=TOO_LONG)],
        filters=[several_lines],
        description=_l("Whose goal it is reads it once this plan has been approved."),
        render_kw={"rows": 3, "maxlength": limits.REASON},
    )
    to_fi = words_field("fi")
    to_sv = words_field("sv")
    to_en = words_field("en")
    owner = StringField(
        _l("Who answers for it here"),
        [Length(max=limits.NAME, message=TOO_LONG)],
        filters=[one_line],
        description=_l("A role, not a name. The goal’s own owner, if you leave it empty."),
    )
    year = IntegerField(
        _l(YEAR),
        [Optional(), NumberRange(FIRST_YEAR, LAST_YEAR, message=FOUR_DIGITS)],
        render_kw={"inputmode": "numeric"},
    )

    @property
    def refs(self) -> list[Ref]:
        return [ref_of(key) for key in dict.fromkeys(self.goal.data or ())]

    @property
    def words(self) -> list:
        """The goal's words, the reader's own language first."""
        return [self[f"to_{code}"] for code in sorted(LANGUAGES, key=lambda code: code != reader_language())]

    @property
    def to(self) -> Parallel:
        return {code: text for code in LANGUAGES if (text := self[f"to_{code}"].data)}

    @property
    def number(self) -> int:
        seen = self.seen.data or ""
        return int(seen) if seen.isdecimal() else 0

    def offer(self, many: bool, say: Wording = wording) -> None:
        """The kinds of decision that there are for so many goals."""
        kinds = [(kind, words) for kind, words in KINDS.items() if (kind == "merge") == many]
        self.kind.choices = [SelectChoice(kind, say(words)) for kind, words in kinds]
        self.year.label.text = say(YEAR)
        if many:
            self.owner.description = _l("A role, not a name. If you leave it empty, the role that all of them name.")

    def decided(self, branch: Branch) -> Decided:
        """What the form says, on the goals as they stand now. Raises Refused."""
        kind: Any = self.kind.data
        said: dict[str, Any] = {"reason": self.reason.data or "", "language": reader_language(), "to": self.to}
        said |= {"owner": self.owner.data or "", "year": self.year.data}
        return decided(branch, self.decision.data or "", kind, self.refs, **said)


class WithdrawForm(OnceForm):
    decision = HiddenField(validators=[Length(max=limits.NAME)])
    seen = HiddenField(validators=[Length(max=LONGEST)])


def form_for(refs: Sequence[Ref], seen: int, **said: Any) -> DecideForm:
    """A form as it is first shown."""
    form = DecideForm(formdata=None, goal=[home(ref) for ref in refs], seen=str(seen), **said)
    form.offer(len(refs) > 1)
    return form


def form_of(decision: Decided, seen: int) -> DecideForm:
    """A decision to change."""
    words = {f"to_{code}": decision.to.get(code, "") for code in LANGUAGES}
    said: dict[str, Any] = {key: getattr(decision, key) for key in ("kind", "reason", "owner", "year")}
    return form_for([taken.ref for taken in decision.goals], seen, decision=decision.id, **said, **words)


def ref_of(key: str) -> Ref:
    """A goal by what it is called in an address."""
    unit, _, goal = key.partition(".")
    return Ref(unit, goal)
