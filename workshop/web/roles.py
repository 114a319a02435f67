"""The forms by which an editor says which layout or style of a template is for what, where it was matched otherwise."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import Optional

from workshop.languages import _l
from workshop.store.tables import TemplateRow


def role(name: str, purpose: str) -> SelectField:
    return SelectField(name, [Optional()], description=purpose)


class RolesForm(FlaskForm):
    """A choice for each role; empty where what was found is right."""

    @property
    def fields(self) -> list[Any]:
        """The roles that the template has, in their order."""
        return [field for field in self if getattr(field, "choices", None)]

    def offer(self, row: TemplateRow) -> "RolesForm":
        """What there is to choose from, and in each field what was chosen before."""
        for key, found in row.seen["roles"].items():
            field: Any = self[key]
            names = [SelectChoice(name, name) for name in self.names(row.seen, key)]
            field.choices = [SelectChoice("", _("As found: %(name)s", name=found)), *names]
            field.data = field.data if self.is_submitted() else row.roles.get(key, "")
        return self

    def names(self, seen: Mapping[str, Any], key: str) -> list[str]:
        raise NotImplementedError

    def corrections(self, found: Mapping[str, str]) -> dict[str, str]:
        """What is to be otherwise than it was found."""
        chosen = {key: self[key].data for key in found}
        return {key: name for key, name in chosen.items() if name and name != found[key]}


class LayoutsForm(RolesForm):
    title = role(_l("Title slide"), _l("The first slide."))
    section = role(_l("Section"), _l("In front of a part with many slides."))
    content = role(_l("Title and content"), _l("Where its text stands, ours stands on every slide."))
    two = role(_l("Two contents"), _l("Kept for two things side by side; no slide needs it today."))
    title_only = role(_l("Title only"), _l("Every other slide: text, tables and charts stand below its title."))

    def names(self, seen: Mapping[str, Any], key: str) -> list[str]:
        return [each["name"] for each in seen["layouts"]]


class StylesForm(RolesForm):
    title = role(_l("Title"), _l("On the cover."))
    section = role(_l("Heading 1"), _l("Of a part; the contents list it."))
    finding = role(_l("Heading 2"), _l("What was found, in a sentence."))
    topic = role(_l("Heading 3"), _l("A goal, or a topic in a word."))
    text = role(_l("Text"), _l("Everything that runs on."))
    bullet = role(_l("List"), _l("Short lines of equal weight."))
    caption = role(_l("Caption"), _l("What a table or chart holds."))
    table = role(_l("Table"), _l("Lines and grounds of every table."))

    def names(self, seen: Mapping[str, Any], key: str) -> list[str]:
        return seen["styles"]["table" if key == "table" else "paragraph"]


FORMS: Mapping[str, type[RolesForm]] = {"pptx": LayoutsForm, "docx": StylesForm}
