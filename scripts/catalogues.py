"""The catalogues of words.

python scripts/catalogues.py update      reads code, templates and JavaScript; new words come in, unused ones go
python scripts/catalogues.py complete    says what is not yet translated, and fails if anything is
"""

import re
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
TRANSLATIONS = ROOT / "workshop" / "translations"
SOURCE = "en"
TRANSLATED = ("fi", "sv")
KEYWORDS = ("_", "gettext", "_l", "lazy_gettext", "N_", "t", "ngettext:1,2", "tn:1,2", "Refused")
PLACES = re.compile(r"%\((\w+)\)[sd]")

OURS = ("--project=Toimi", "--copyright-holder=The Toimi developers", "--msgid-bugs-address=", "--version=")


def pybabel(*arguments: str) -> None:
    CommandLineInterface().run(["pybabel", "--quiet", *arguments])


def extract(pot: Path) -> None:
    keywords = [option for word in KEYWORDS for option in ("-k", word)]
    kept = ["--no-default-keywords", "--add-location=file", "--sort-by-file", "--width=120", *OURS]
    with chdir(ROOT):  # so that places in the catalogues are the house's own
        pybabel("extract", "-F", "babel.cfg", *keywords, *kept, "-o", str(pot), ".")


def update() -> None:
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / "messages.pot"
        extract(pot)
        for language in (SOURCE, *TRANSLATED):
            options = ["--init-missing", "--no-fuzzy-matching", "--ignore-obsolete", "--width=120"]
            pybabel(
                "update",
                "-i",
                str(pot),
                "-d",
                str(TRANSLATIONS),
                "-l",
                language,
                *options,
                "--ignore-pot-creation-date",
            )


def complete() -> int:
    """How many words are missing, printed one a line."""
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / "messages.pot"
        extract(pot)
        wanted = read(pot)
    faults = [fault for language in TRANSLATED for fault in faults_of(language, wanted)]
    print("\n".join(faults) or f"catalogues: {len(wanted)} messages in {', '.join(TRANSLATED)}, none missing")
    return len(faults)


def faults_of(language: str, wanted: Catalog) -> list[str]:
    path = TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return [f"{language}: no catalogue at {path.relative_to(ROOT)}"]
    words = read(path)
    return [f"{language}: {why}: {message.id!r}" for message in wanted if message.id and (why := fault(message, words))]


def fault(message: Message, words: Catalog) -> str:
    said = words.get(message.id)
    if said is None:
        return "not in the catalogue"
    texts = [said.string] if isinstance(said.string, str) else list(said.string)
    if not all(texts):
        return "not translated"
    if said.fuzzy:
        return "fuzzy"
    known = places(message.id)
    return "" if all(places(text) <= known for text in texts) and places(texts[-1]) == known else "other places"


def places(text: str | list[str] | tuple[str, ...]) -> set[str]:
    return set(PLACES.findall(text if isinstance(text, str) else " ".join(text)))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["update"]:
            update()
        case ["complete"]:
            sys.exit(complete() > 0)
        case _:
            sys.exit(__doc__)
