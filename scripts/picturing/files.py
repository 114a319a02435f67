"""Every slide and page of what is taken home, in Toimi's own look and in another house's, as LibreOffice draws them."""

import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from facilitation import packs
from facilitation.report import report
from facilitation.report.extracts import EXTRACTS
from facilitation.shapes import Plan
from picturing.camera import LEFT, Album
from tests.workshop.catalogue import words_of
from workshop import exports
from workshop.exports import Brought
from workshop.schemas.reading import plan_of

OFFICE = Path("/usr/lib/libreoffice/share/template/common")
THEIRS = {"pptx": OFFICE / "presnt" / "Blue_Curve.otp", "docx": OFFICE / "styles" / "Modern.ott"}
WHOLE = ("pptx", "docx", "pdf", "xlsx")
WIDE, THUMB, GAP, ACROSS = 1100, 440, 12, 4


@dataclass(frozen=True)
class Taken:
    """A file as it lies in the folder where it is drawn."""

    name: str
    path: Path


def what_is_taken_home(album: Album, room: str) -> None:
    """The pages of the day's plan; each file's also together on one sheet."""
    if album.wanted and not "files".startswith(album.wanted):
        return
    plan = plan_of(album.windows["host"].request.get(f"{room}/draft.json").body())
    with tempfile.TemporaryDirectory() as place:
        for each in files(plan, Path(place)):
            pages = drawn(each)
            together(pages, LEFT / f"files-{each.name}.png")


def files(plan: Plan, folder: Path) -> Iterator[Taken]:
    pack, made = packs.load(plan.pack), plan.gathering.days[-1] if plan.gathering else None
    for language in ("en", "fi"):
        for extract, formats in (("", WHOLE), *((key, each.formats) for key, each in EXTRACTS.items())):
            told = report(plan, language, words_of(language), pack, made=made, extract=extract)
            for format in formats:
                name = "-".join(filter(None, (language, extract, format)))
                yield kept(folder, name, format, exports.make(format, told))
    told = report(plan, "fi", words_of("fi"), pack, made=made)
    for format, source in THEIRS.items():
        template = converted(source, format, folder).read_bytes()
        yield kept(folder, f"fi-{format}-theirs", format, exports.make(format, told, Brought(template)))


def kept(folder: Path, name: str, format: str, made: bytes) -> Taken:
    path = folder / f"{name}.{format}"
    path.write_bytes(made)
    return Taken(name, path)


def converted(file: Path, to: str, folder: Path) -> Path:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{to}"


def drawn(file: Taken) -> list[Path]:
    """A picture of every page."""
    pages = file.path if file.path.suffix == ".pdf" else converted(file.path, "pdf", file.path.parent)
    to = LEFT / f"files-{file.name}"
    for old in LEFT.glob(f"{to.name}-*[0-9].png"):
        old.unlink()
    command = ["pdftoppm", "-png", "-scale-to-x", str(WIDE), "-scale-to-y", "-1", str(pages), str(to)]
    subprocess.run(command, check=True, capture_output=True)
    return sorted(LEFT.glob(f"{to.name}-*[0-9].png"))


def together(pages: list[Path], to: Path) -> None:
    """All pages small on one sheet."""
    small = [Image.open(page).convert("RGB") for page in pages]
    for each in small:
        each.thumbnail((THUMB, THUMB * 2))
    tall = max(each.height for each in small) + GAP
    rows = -(-len(small) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * (THUMB + GAP) + GAP, rows * tall + GAP), (225, 228, 226))
    for n, each in enumerate(small):
        sheet.paste(each, (GAP + n % ACROSS * (THUMB + GAP), GAP + n // ACROSS * tall))
    sheet.save(to)
