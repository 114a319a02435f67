"""The forms of an organisation's own entries: words in each language, and how a metric is counted."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import Length

from facilitation import packs
from facilitation.packs import Pack
from facilitation.packs.own import Kind
from facilitation.plans.fields.metric import AGGREGATIONS, FREQUENCIES
from facilitation.shapes.register import Definition
from facilitation.steps.metrics import DIRECTIONS
from facilitation.words import LANGUAGES, N_, Parallel, said
from workshop import store
from workshop.languages import _l, reader_language
from workshop.store import own
from workshop.store import packs as kept
from workshop.store.own import Body
from workshop.store.tables import OwnEntryRow
from workshop.texts import one_line, several_lines
from workshop.web.document import wording
from workshop.web.head import today

TOO_LONG = _l("At most %(max)d characters.")
BESIDE = ":"
"""Between a method and the id of its theme or objective."""

WORDS: Mapping[Kind, tuple[tuple[str, str, int, int], ...]] = {
    "theme": (("text", N_("Name"), 160, 1), ("intention", N_("Intention"), 400, 2)),
    "objective": (("text", N_("Objective"), 400, 2),),
    "metric": (
        ("text", N_("Name"), 160, 1),
        ("definition", N_("What is counted"), 600, 3),
        ("numerator", N_("Numerator"), 200, 1),
        ("denominator", N_("Denominator"), 200, 1),
        ("source", N_("Data source"), 160, 1),
    ),
}
"""What is said in words, by kind: key, label, its longest, its lines."""

CHOICES = {
    "direction": (N_("Direction"), DIRECTIONS),
    "frequency": (N_("How often"), (("", "–"), *FREQUENCIES)),
    "aggregation": (N_("How it is put together with others"), (("", "–"), *AGGREGATIONS)),
}
PARTS: Mapping[str, str] = {
    "definition": N_("What is counted"),
    "numerator": N_("Numerator"),
    "denominator": N_("Denominator"),
    "unit": N_("Unit"),
    "direction": N_("Direction"),
    "frequency": N_("How often"),
    "aggregation": N_("Aggregation"),
}
"""The parts of a definition, as people call them."""


class DeedForm(FlaskForm):
    """A press of a button."""


class EntryForm(FlaskForm):
    """One entry; what it asks for is added by its kind."""

    seen = HiddenField()
    kind: Kind = "objective"

    def words(self, key: str) -> Parallel:
        fields = ((code, self._fields.get(f"{key}_{code}")) for code in LANGUAGES)
        return {code: field.data for code, field in fields if field is not None and field.data}

    def _said(self, key: str) -> str:
        field = self._fields.get(key)
        return (field.data or "") if field is not None else ""

    def fields_in(self, language: str) -> list[Field]:
        return [self[f"{key}_{language}"] for key, *_rest in WORDS[self.kind]]

    @property
    def others(self) -> list[Field]:
        """What is the same in every language."""
        return [self[key] for key in ("under", "unit", *CHOICES) if key in self]

    @property
    def pack(self) -> str:
        return self._said("under").rpartition(BESIDE)[0]

    @property
    def body(self) -> Body:
        counted: Any = {key: self.words(key) for key in ("definition", "numerator", "denominator")}
        counted |= {key: self._said(key) for key in ("unit", *CHOICES) if key in self}
        definition = Definition(**counted) if self.kind == "metric" else Definition()
        under = self._said("under").rpartition(BESIDE)[2]
        return Body(self.words("text"), self.words("intention"), self.words("source"), under, definition)

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        if self.words("text"):
            return fine
        self.fields_in(reader_language())[0].errors = [_("Write it in at least one language.")]
        return False


def form_of(kind: Kind, organisation: str, data: Mapping[str, Any] | None = None) -> EntryForm:
    """The form of a kind, with words in every language."""
    fields: dict[str, Any] = {
        f"{key}_{code}": words_field(wording(label), code, longest, lines)
        for key, label, longest, lines in WORDS[kind]
        for code in LANGUAGES
    }
    if kind == "objective":
        fields["under"] = SelectField(_("Theme"), choices=themes(organisation))
    if kind == "metric":
        fields["under"] = SelectField(_("Objective"), choices=objectives(organisation), default="")
        fields["unit"] = StringField(_("Unit"), [Length(max=40, message=TOO_LONG)], filters=[one_line])
        fields |= {key: SelectField(wording(label), choices=named(these)) for key, (label, these) in CHOICES.items()}
    made: type[EntryForm] = type("MadeForm", (EntryForm,), {**fields, "kind": kind})
    return made(data=data)


def words_field(label: str, code: str, longest: int, lines: int) -> Field:
    kw: dict[str, Any] = {"lang": code, "maxlength": longest}
    if lines > 1:
        kw |= {"rows": lines}
        return TextAreaField(label, [Length(max=longest, message=TOO_LONG)], filters=[several_lines], render_kw=kw)
    return StringField(label, [Length(max=longest, message=TOO_LONG)], filters=[one_line], render_kw=kw)


def named(choices: tuple[tuple[str, str], ...]) -> list[SelectChoice]:
    return [SelectChoice(key, wording(name) if key else name) for key, name in choices]


def themes(organisation: str) -> list[SelectChoice]:
    """The themes of every method, and those of one's own; or none."""
    of_packs = ((pack, each.id, each.name) for pack in methods() for each in pack.strategy.themes)
    return [SelectChoice("", _("Beside all themes")), *offered("theme", organisation, of_packs)]


def objectives(organisation: str) -> list[SelectChoice]:
    """The objectives of every method, and those of one's own; or none."""
    of_packs = ((pack, each.id, each.text) for pack in methods() for each in pack.strategy.objectives)
    return [SelectChoice("", _("Of no objective in particular")), *offered("objective", organisation, of_packs)]


def methods() -> list[Pack]:
    with store.reading() as db:
        return [packs.load(key) for key in kept.keys(db)]


def offered(kind: Kind, organisation: str, of_packs: Iterable[tuple[Pack, str, Parallel]]) -> Iterator[SelectChoice]:
    """What an entry may be put under: first what is one's own, then what is the methods'."""
    here = reader_language()
    with store.reading() as db:
        mine = own.entries(db, own.line(db, organisation, today()))
    newest = {each.id: each for each in mine if each.kind == kind and each.withdrawn is None}
    yield from (SelectChoice(f"{BESIDE}{each.id}", said(each.text, here)) for each in newest.values())
    for pack, id, text in of_packs:
        yield SelectChoice(f"{pack.key}{BESIDE}{id}", f"{said(pack.name, here)}: {id} {said(text, here)}")


def filled(row: OwnEntryRow) -> dict[str, Any]:
    """An entry as its form shows it."""
    body = own.body_of(row)
    texts = {"text": body.text, "intention": body.intention, "source": body.source}
    texts |= {key: getattr(body.counted, key) for key in ("definition", "numerator", "denominator")}
    said_ = {f"{key}_{code}": text for key, words in texts.items() for code, text in words.items()}
    under = f"{row.pack}{BESIDE}{body.under}" if body.under else ""
    plain = {key: getattr(body.counted, key) for key in ("unit", *CHOICES)}
    return {**said_, **plain, "under": under, "seen": own.stamp(row)}
