"""Files that nobody should open, each by what is wrong with it. Made here, so that none lies about as a file."""

import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.workshop.hostile_texts import READERS, TEXTS

TYPES = "[Content_Types].xml"
RELS = "ppt/_rels/presentation.xml.rels"
KINDS = {
    "pptx": ("pptx", "ppt", "presentationml.presentation"),
    "potx": ("pptx", "ppt", "presentationml.template"),
    "docx": ("docx", "word", "wordprocessingml.document"),
    "dotx": ("docx", "word", "wordprocessingml.template"),
    "xlsx": ("xlsx", "xl", "spreadsheetml.sheet"),
    "xltx": ("xlsx", "xl", "spreadsheetml.template"),
}
"""By ending: the kind that is asked for, the folder of its parts, and what it says that it is."""
KIND = ContextVar("KIND", default="pptx")
"""Which of them is being made."""


def types_text() -> str:
    main = f"application/vnd.openxmlformats-officedocument.{KINDS[KIND.get()][2]}.main+xml"
    return f'<?xml version="1.0" encoding="UTF-8"?><Types><Override PartName="/p.xml" ContentType="{main}"/></Types>'


@contextmanager
def making(kind: str) -> Iterator[None]:
    token = KIND.set(kind)
    yield
    KIND.reset(token)


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ENTITY = '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'


def package(*members: tuple[str | ZipInfo, str | bytes], types: str | bytes = "", way: int = ZIP_DEFLATED) -> bytes:
    """An archive that begins as a file of its kind does, with these members besides."""
    out = BytesIO()
    with ZipFile(out, "w", way) as archive:
        archive.writestr(TYPES, types or types_text())
        for name, content in members:
            archive.writestr(_of_kind(name), content)
    return out.getvalue()


def _of_kind(name: str | ZipInfo) -> str | ZipInfo:
    """Parts of a presentation are those of whichever kind is being made."""
    folder = KINDS[KIND.get()][1]
    if isinstance(name, ZipInfo):
        name.filename = name.filename.replace("ppt/", f"{folder}/")
        return name
    return name.replace("ppt/", f"{folder}/")


def linked(sort: str, target: str, mode: str = 'TargetMode="External"') -> bytes:
    relation = f'<Relationship Id="r1" Type="{OFFICE}/{sort}" Target="{target}" {mode}/>'
    return package((RELS, f"<Relationships>{relation}</Relationships>"))


def related(attributes: str, before: str = 'Id="r1"') -> bytes:
    """A relation to a picture elsewhere, as a reader of marks alone might not see it."""
    relation = f'<Relationship {before} Type="{OFFICE}/image" {attributes}/>'
    return package((RELS, f"<Relationships>{relation}</Relationships>"))


def footed(words: str) -> bytes:
    return package(("word/footer1.xml", f"<w:ftr>{words}</w:ftr>"))


def tags(count: int, parts: int = 1) -> bytes:
    return package(*((f"ppt/{n}.xml", "<a>" + "<b/>" * count + "</a>") for n in range(parts)))


def attributes(count: int) -> str:
    return "<a " + " ".join(f"b{n}=''" for n in range(count)) + "><"


def modes(count: int) -> bytes:
    return package(("ppt/a.xml", "<a " + 'TargetMode="External"' * count))


SPY = 'Target="http://127.0.0.1:9/x.png"'
MACRO = f'<Relationships><Relationship Id="r1" Type="{OFFICE}/vba&#80;roject" Target="a.bin"/></Relationships>'
LATE_TYPE = '<Default Extension="dat" ContentType="application/xml"/></Types>'


def link_in_the_file_system() -> bytes:
    info = ZipInfo("ppt/link.xml")
    info.external_attr = 0o120777 << 16
    return package((info, "/etc/passwd"))


def lying_about_its_size() -> bytes:
    """Says of a member that it unpacks to ten bytes; it unpacks to two hundred megabytes."""
    whole = bytearray(package(("ppt/big.xml", b"<a/>" + b" " * (200 << 20))))
    at = whole.rindex(b"PK\x01\x02")
    struct.pack_into("<I", whole, at + 24, 10)
    return bytes(whole)


def lying_over_each_other() -> bytes:
    """Two entries of the list point to the same place in the file."""
    whole = bytearray(package(("ppt/a.xml", "<a/>" * 50), ("ppt/b.xml", "<a/>" * 50)))
    last = whole.rindex(b"PK\x01\x02")
    before = whole.rindex(b"PK\x01\x02", 0, last)
    whole[last + 42 : last + 46] = whole[before + 42 : before + 46]
    return bytes(whole)


def protected() -> bytes:
    whole = bytearray(package(("ppt/a.xml", "<a/>")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.rindex(mark) + place] |= 1
    return bytes(whole)


def damaged() -> bytes:
    whole = bytearray(package(("ppt/a.xml", bytes(range(256)) * 40)))
    whole[len(whole) // 2] ^= 0xFF
    return bytes(whole)


def cut_short() -> bytes:
    return package(("ppt/a.xml", "<a/>"))[:-30]


def with_something_before() -> bytes:
    return b"MZ" + package()


def big_parts() -> bytes:
    return package(*((f"ppt/{n}.xml", b"<a>" + b" " * (30 << 20) + b"</a>") for n in range(5)))


def twice() -> bytes:
    whole = package(("ppt/aa.xml", "<a/>"), ("ppt/ab.xml", "<a/>"))
    return whole.replace(b"/ab.xml", b"/AA.xml")


def renamed(name: bytes) -> bytes:
    """A name that a writer of archives would not write."""
    return package(("x" * len(name), "<a/>")).replace(b"x" * len(name), name)


def doctype_far_in() -> bytes:
    return package(("ppt/a.xml", "<!--" + "-" * 300_000 + "-->" + ENTITY))


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a text": lambda: b"hello " * 100,
    "a program": lambda: b"MZ" + bytes(4000),
    "an older office file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000),
    "too large": lambda: package() + bytes(21 << 20),
    "something before the archive": with_something_before,
    "cut short": cut_short,
    "damaged": damaged,
    "protected by a password": protected,
    "one part of 200 megabytes": lambda: package(("ppt/big.xml", bytes(200 << 20))),
    "a part that lies about its size": lying_about_its_size,
    "many parts of 30 megabytes": big_parts,
    "parts over each other": lying_over_each_other,
    "five thousand parts": lambda: package(*((f"ppt/{n}.xml", "<a/>") for n in range(5000))),
    "another way of packing": lambda: package(("ppt/a.xml", "<a/>"), way=ZIP_BZIP2),
    "a way of packing with a memory": lambda: package(("ppt/a.xml", "<a/>"), way=ZIP_LZMA),
    "a path upwards": lambda: package(("../../etc/cron.d/x", "<a/>")),
    "a path from the root": lambda: package(("/etc/passwd", "<a/>")),
    "a path with a drive": lambda: package(("C:/x.xml", "<a/>")),
    "a path the other way": lambda: renamed(b"ppt\\..\\x.xml"),
    "a name with a zero": lambda: renamed(b"ppt/a\x01b.xml"),
    "a name without end": lambda: package(("ppt/" + "a" * 400, "<a/>")),
    "a link in the file system": link_in_the_file_system,
    "a part that comes twice": twice,
    "macros": lambda: package(("ppt/vbaProject.bin", b"\x00")),
    "macros by their type": lambda: package(types=types_text().replace(".main+xml", ".macroEnabled.main+xml")),
    "macros of the older kind": lambda: package(("xl/macrosheets/sheet1.xml", "<a/>")),
    "a control that runs": lambda: package(("ppt/activeX/activeX1.xml", "<a/>")),
    "a ribbon of its own": lambda: package(("customUI/customUI.xml", "<a/>")),
    "an embedded object": lambda: package(("ppt/embeddings/oleObject1.bin", b"\x00")),
    "an embedded program": lambda: package(("ppt/embeddings/x.exe", b"MZ")),
    "entities": lambda: package(("ppt/a.xml", ENTITY)),
    "entities in another encoding": lambda: package(("ppt/a.xml", ENTITY.encode("utf-16"))),
    "entities in another encoding, unsaid": lambda: package(("ppt/a.xml", ENTITY.encode("utf-16-le"))),
    "entities far in": doctype_far_in,
    "entities in the types": lambda: package(types='<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x">' + types_text()),
    "an encoding that hides": lambda: package(("ppt/a.xml", '<?xml version="1.0" encoding="UTF-7"?><a/>')),
    "an encoding of large machines": lambda: package(("ppt/a.xml", ENTITY.encode("cp037"))),
    "a picture from elsewhere": lambda: linked("image", "http://127.0.0.1:9/x.png"),
    "a template from elsewhere": lambda: linked("attachedTemplate", "http://127.0.0.1:9/x.dotm"),
    "an object from elsewhere": lambda: linked("oleObject", "file:///etc/passwd"),
    "a share of the network": lambda: linked("image", "\\\\127.0.0.1\\share\\x.png"),
    "a link to a file": lambda: linked("hyperlink", "file:///etc/passwd"),
    "a link to a script": lambda: linked("hyperlink", "javascript:alert(1)"),
    "a field that runs": lambda: footed('<w:instrText>DDEAUTO "c:\\\\cmd" "/c calc"</w:instrText>'),
    "a field in pieces": lambda: footed("".join(map(instructed, ("DDEAU", "TO c:", " /c calc")))),
    "a field without quotes": lambda: package(
        ("word/footer1.xml", instructed("INCLUDEPICTURE http://127.0.0.1:9/x.png"))
    ),
    "a field in one word": lambda: package(("word/footer1.xml", '<w:fldSimple w:instr=" LINK Excel.Sheet x.xlsx "/>')),
    "a link to another workbook": lambda: package(
        (
            "xl/externalLinks/externalLink1.xml",
            '<x:externalLink><x:ddeLink ddeService="cmd" ddeTopic="/c calc"/></x:externalLink>',
        )
    ),
    "a field that fetches": lambda: package(
        ("word/document.xml", '<w:instrText>INCLUDETEXT "\\\\127.0.0.1\\x"</w:instrText>')
    ),
    "a link outside by a reference": lambda: related(f'{SPY} TargetMode="&#69;xternal"'),
    "a link outside behind an arrow in its address": lambda: related(
        'Target="http://127.0.0.1:9/x?a>b" TargetMode="External"'
    ),
    "a link outside behind an arrow in its name": lambda: related(f'{SPY} TargetMode="External"', 'Id="r>1"'),
    "a link outside that says of itself that it is clicked": lambda: related(
        f'{SPY} TargetMode="External"', 'foo:Type="/relationships/hyperlink"'
    ),
    "a field in a section of its own": lambda: footed(instructed("<![CDATA[DDEAUTO c:\\cmd]]>")),
    "a field cut by a remark": lambda: footed(instructed("LI<!-- -->NK Excel.Sheet x.xlsx")),
    "a field behind an arrow": lambda: footed('<w:instrText a="&gt;>">DDEAUTO c:</w:instrText>'),
    "a field by references": lambda: footed(instructed("&#68;&#x44;EAUTO c:")),
    "macros by a reference": lambda: package(("ppt/_rels/a.xml.rels", MACRO), ("ppt/a.bin", b"\x00")),
    "entities under another name": lambda: package(("ppt/a.xhtml", ENTITY)),
    "entities by the type of their part": lambda: package(
        ("ppt/a.dat", ENTITY.encode("cp037")), types=types_text().replace("</Types>", LATE_TYPE)
    ),
    "marks that never close": lambda: package(("ppt/a.xml", "<a><b></a>")),
    "modes without end": lambda: modes(16_000),
    "modes up to the limit": lambda: modes(1_500_000),
    "five million tags": lambda: tags(5_000_000),
    "three parts of five million tags": lambda: tags(5_000_000, 3),
    "attributes without end": lambda: package(("ppt/a.xml", attributes(2_000_000))),
    "as many relations as fit": lambda: package((RELS, "<Relationships>" + "<a/>" * 99_000 + "<")),
    "as many pieces as fit": lambda: footed("<w:instrText>PAGE</w:instrText>" * 390_000 + "<"),
    "another kind": lambda: package(types=types_text().replace("ml.", "ml.of-another-kind.")),
    "no types": lambda: package(types="<Types/>"),
    "only an archive": lambda: raw(("a.txt", b"hello")),
    "an archive of nothing": lambda: b"PK\x05\x06" + bytes(18),
}


HEAVY = {
    "too large",
    "one part of 200 megabytes",
    "a part that lies about its size",
    "many parts of 30 megabytes",
    "five thousand parts",
    "modes up to the limit",
    "five million tags",
    "three parts of five million tags",
    "attributes without end",
    "as many relations as fit",
    "as many pieces as fit",
}
"""Long to make, and nothing in them is of one kind."""


def every() -> Iterator[tuple[str, str]]:
    """Kinds and names of all files: each in every kind, but for the heavy ones; and each text in every reader of it."""
    yield from ((reader, name) for reader, kind in READERS.items() for name in TEXTS[kind])
    yield from ((kind, name) for name in HOSTILE for kind in KINDS if kind == "pptx" or name not in HEAVY)


def instructed(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def raw(*members: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()
