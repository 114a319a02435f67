"""The answer to somebody who asked what is kept about them: a letter in each language, to be read and copied."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from workshop.languages import LOCALES, day
from workshop.persons.files import SIGNED, TEMPLATE
from workshop.persons.found import KINDS, Found, Kind


@dataclass(frozen=True)
class Did:
    """What was done at the person's wish, besides looking."""

    erased: bool = False
    texts: bool = False
    """Whether what they wrote went too."""
    kept: Mapping[str, int] = field(default_factory=dict)
    """By log of a plan, in how many facts of it their name had to stay, because a version was approved with it."""
    files: Mapping[str, int] = field(default_factory=dict)
    """By table, how many files had to stay as they are."""


def answers(found: Found, did: Did, made: date, contact: str, notice: str) -> Mapping[str, str]:
    """By language, the whole text. It names nobody: whoever sends it knows whom they answer."""
    told: dict[str, str] = {}
    for language, locale in LOCALES.items():
        with force_locale(locale):
            told[language] = "\n\n".join(_paragraphs(found, did, made, contact, notice))
    return told


def _paragraphs(found: Found, did: Did, made: date, contact: str, notice: str) -> Iterator[str]:
    yield _("Answer to your request about your personal data in Toimi, %(day)s", day=day(made))
    if not found.findings:
        yield _(
            "We looked through workshops, plans, comments, signed files, templates, mail, the trail of changes and "
            "accounts. "
            "Nothing about you is kept."
        )
    else:
        yield _(
            "We looked through workshops, plans, comments, signed files, templates, mail, the trail of changes and "
            "accounts. "
            "This is where you were found:"
        )
        yield "\n".join(f"– {line}" for line in lines(found))
    if did.erased:
        yield from _erased(did)
    elif found.findings:
        yield _(
            "What is yours is in the archive that comes with this answer: as JSON for programs, as "
            "CSV for a spreadsheet."
        )
    yield _(
        "Toimi is used to prepare, approve and follow up plans of public authorities. Nothing "
        "about you is given to others, and no decision about you is made by a program."
    )
    yield _("For what it is kept, on which ground and for how long is told here: %(address)s", address=notice)
    yield _(
        "If you are not content with this answer, write to us: %(contact)s. You may also turn to "
        "the Data Protection Ombudsman (tietosuoja.fi).",
        contact=contact or "–",
    )


def _erased(did: Did) -> Iterator[str]:
    yield _("At your request we have erased your name, your addresses, your ways of signing in and your links.")
    yield (
        _("What you wrote in workshops and comments is erased too.")
        if did.texts
        else _(
            "What you wrote in workshops and comments stays without your name: it is part of what was "
            "worked out together."
        )
    )
    yield _("Approved plans stay as they were approved. They name roles, not people.")
    if did.kept:
        yield ngettext(
            "Your name stands in the text of one approved plan. An approved version is a record and "
            "must not be changed; it is taken out when the plan is next amended.",
            "Your name stands in the texts of %(num)d approved plans. An approved version is a record "
            "and must not be changed; it is taken out when the plans are next amended.",
            len(did.kept),
        )
    if signed := did.files.get(SIGNED, 0):
        yield ngettext(
            "Your name stands in one signed file of an approval. It is part of a public authority’s record and must "
            "stay as it is (General Data Protection Regulation, Article 17(3)).",
            "Your name stands in %(num)d signed files of approvals. They are part of a public authority’s records and "
            "must stay as they are (General Data Protection Regulation, Article 17(3)).",
            signed,
        )
    if templates := did.files.get(TEMPLATE, 0):
        yield ngettext(
            "Your name stands in one template that is in use. It is erased once another takes its place.",
            "Your name stands in %(num)d templates that are in use. They are erased once others take their place.",
            templates,
        )
    yield _(
        "That something was done, and when, stays in the logs, under a number that tells nobody "
        "who you are. Backups made before today keep what they hold until they are thrown away; "
        "they are read only to restore the service."
    )


def lines(found: Found) -> list[str]:
    """How often each kind was found, in words."""
    counted: Collection[tuple[Kind, int]] = [(kind, len(found.of(kind))) for kind in KINDS]
    return [worded(kind, count) for kind, count in counted if count]


def worded(kind: Kind, count: int) -> str:
    match kind:
        case "account":
            return ngettext(
                "%(num)d account, with its roles, logins and deeds",
                "%(num)d accounts, with their roles, logins and deeds",
                count,
            )
        case "seat":
            return ngettext(
                "a seat in %(num)d workshop, with what was written from it",
                "seats in %(num)d workshops, with what was written from them",
                count,
            )
        case "guest":
            return ngettext("comments on %(num)d plan, by a link", "comments on %(num)d plans, by links", count)
        case "holder":
            return ngettext(
                "%(num)d role that plans name, as its holder or deputy",
                "%(num)d roles that plans name, as their holder or deputy",
                count,
            )
        case "mention":
            return ngettext(
                "%(num)d text in which you stand by name or address",
                "%(num)d texts in which you stand by name or address",
                count,
            )
        case "file":
            return ngettext(
                "%(num)d signed file or template in which you stand",
                "%(num)d signed files or templates in which you stand",
                count,
            )
