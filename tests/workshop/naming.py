"""Templates that name somebody wherever a program or a person can leave a name in them."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as DOCUMENTS
from docx.opc.packuri import PackURI as DocumentName
from docx.opc.part import Part as DocumentPart
from docx.oxml import parse_xml as parsed
from docx.oxml.ns import nsdecls, qn
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml

MAIJA = "Maija Meikäläinen"
CORE = ("author", "last_modified_by", "identifier", "content_status", "version", "category", "comments")
OFFICE = "http://schemas.microsoft.com/office"
SPACE = "http://schemas.openxmlformats.org/presentationml/2006/main"
ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
BODY = f"<people><person>{MAIJA}</person></people>".encode()
OF_PACKAGE = {
    RT.EXTENDED_PROPERTIES: "/docProps/app.xml",
    RT.CUSTOM_PROPERTIES: "/docProps/custom.xml",
    RT.THUMBNAIL: "/docProps/thumbnail.jpeg",
    f"{OFFICE}/2020/02/relationships/classificationlabels": "/docMetadata/LabelInfo.xml",
}
OF_DECK = {
    RT.COMMENT_AUTHORS: "/ppt/commentAuthors.xml",
    f"{OFFICE}/2018/10/relationships/authors": "/ppt/authors.xml",
    f"{OFFICE}/2017/10/relationships/person": "/ppt/persons/person.xml",
    f"{OFFICE}/2016/11/relationships/changesInfo": "/ppt/changesInfos/changesInfo1.xml",
    f"{OFFICE}/2015/10/relationships/revisionInfo": "/ppt/revisionInfo.xml",
    RT.HANDOUT_MASTER: "/ppt/handoutMasters/handoutMaster1.xml",
    RT.PRINTER_SETTINGS: "/ppt/printerSettings/printerSettings9.bin",
}
OF_DOCUMENT = {
    f"{OFFICE}/2011/relationships/people": "/word/people.xml",
    f"{OFFICE}/2011/relationships/commentsExtended": "/word/commentsExtended.xml",
    DOCUMENTS.GLOSSARY_DOCUMENT: "/word/glossary/document.xml",
    DOCUMENTS.CUSTOM_XML: "/customXml/item9.xml",
    DOCUMENTS.PRINTER_SETTINGS: "/word/printerSettings1.bin",
}


def naming_deck() -> bytes:
    made: Any = Presentation()
    for each in CORE:
        setattr(made.core_properties, each, MAIJA)
    package, part = made.part.package, made.part
    for id in [each.rId for each in package._rels.values() if each.reltype in OF_PACKAGE]:
        package._rels.pop(id)
    hung = {package: OF_PACKAGE, part: OF_DECK}
    for owner, parts in hung.items():
        for kind, name in parts.items():
            owner.relate_to(Part(PackURI(name), "application/xml", package, BODY), kind)
    for number, owner in enumerate([part, made.slide_master.part, *(each.part for each in made.slide_layouts)]):
        noted(owner, number, package)
    for relation in [each for each in part.rels.values() if each.reltype in (RT.PRES_PROPS, RT.VIEW_PROPS)]:
        looked = PackURI(f"/ppt/looked/{relation.rId}.xml")
        relation.target_part.relate_to(Part(looked, "application/xml", package, BODY), RT.SLIDE)
        relation.target_part._blob = relation.target_part.blob.replace(b"?>", f"?><!--{MAIJA}-->".encode(), 1)
    kinds = [place.placeholder_format.type.name for place in made.notes_master.placeholders]
    for kind, place in zip(kinds, made.notes_master.placeholders, strict=True):
        if kind in ("HEADER", "FOOTER"):
            place.text_frame.text = MAIJA
    return saved(made)


def noted(owner: Any, number: int, package: Any) -> None:
    """Tags and data of a program at a deck, a master or a layout."""
    tags = owner.relate_to(Part(PackURI(f"/ppt/tags/tag{number}.xml"), "application/xml", package, BODY), RT.TAGS)
    data = owner.relate_to(Part(PackURI(f"/customXml/item{number}.xml"), "text/xml", package, BODY), RT.CUSTOM_XML)
    listed = f'<p:custDataLst {nsdecls("r")} xmlns:p="{SPACE}"><p:custData r:id="{data}"/><p:tags r:id="{tags}"/>'
    place = owner._element.find(in_deck("cSld")) if number else None
    made = parse_xml(f"{listed}</p:custDataLst>")
    if place is None:
        owner._element.find(in_deck("notesSz")).addnext(made)
    else:
        place.append(made)


def in_deck(name: str) -> str:
    return f"{{{SPACE}}}{name}"


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def mark(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


CHANGED = f'w:id="7" w:author="{MAIJA}" w:date="2026-01-01T00:00:00Z"'
NAMED = f"<w:t>{MAIJA}</w:t>"
HEAD = (
    f'<w:p {nsdecls("w")} w:rsidR="00ABCDEF"><w:pPr><w:rPr><w:ins {CHANGED}/></w:rPr><w:pPrChange {CHANGED}><w:pPr/>'
    f"</w:pPrChange></w:pPr><w:ins {CHANGED}>{run('<w:t>Ministry of Tests</w:t>')}</w:ins>"
    f"<w:del {CHANGED}>{run(f'<w:delText>{MAIJA}</w:delText>')}</w:del>"
    f'<w:fldSimple w:instr=" AUTHOR ">{run(NAMED)}</w:fldSimple>'
    f"{mark('begin')}{run('<w:instrText> LASTSAVEDBY </w:instrText>')}{mark('separate')}{run(NAMED)}{mark('end')}"
    f"{mark('begin')}{run('<w:instrText> PAGE </w:instrText>')}{mark('separate')}{run('<w:t>1</w:t>')}{mark('end')}"
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x:coreProperties[1]/y:creator[1]" w:storeItemID="{0}"/></w:sdtPr>'
    f"<w:sdtContent>{run(NAMED)}</w:sdtContent></w:sdt></w:p>"
)
SETTINGS = (
    f'<w:attachedTemplate {nsdecls("w", "r")} r:id="%s"/>',
    f'<w:docVars {nsdecls("w")}><w:docVar w:name="who" w:val="{MAIJA}"/></w:docVars>',
    f'<w:rsids {nsdecls("w")}><w:rsidRoot w:val="00ABCDEF"/></w:rsids>',
)
FOOTNOTES = (
    f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p>{run("<w:separator/>")}</w:p>'
    f'</w:footnote><w:footnote w:id="2"><w:p>{run(NAMED)}</w:p></w:footnote></w:footnotes>'
)
TYPED = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def naming_document() -> bytes:
    made: Any = Document()
    made.add_comment(made.add_paragraph("Sample").runs, MAIJA, author=MAIJA, initials="MM")
    for each in CORE:
        setattr(made.core_properties, each, MAIJA)
    package, part = made.part.package, made.part
    for id in [id for id, each in package.rels.items() if each.reltype in OF_PACKAGE]:
        package.rels.pop(id)
    for owner, parts in ((package, OF_PACKAGE), (part, OF_DOCUMENT)):
        for kind, name in parts.items():
            owner.relate_to(DocumentPart(DocumentName(name), "application/xml", BODY, package), kind)
    notes = DocumentPart(DocumentName("/word/footnotes.xml"), TYPED, FOOTNOTES.encode(), package)
    part.relate_to(notes, DOCUMENTS.FOOTNOTES)
    made.sections[0].header.paragraphs[0]._p.addnext(parsed(HEAD))
    made.sections[0]._sectPr.append(parsed(f"<w:sectPrChange {nsdecls('w')} {CHANGED}><w:sectPr/></w:sectPrChange>"))
    made.sections[0]._sectPr.set(qn("w:rsidR"), "00ABCDEF")
    settings = made.part._settings_part
    theirs = settings.relate_to(f"file:///C:/Users/{MAIJA}/Normal.dotm", ATTACHED, is_external=True)
    for each in SETTINGS:
        settings.element.insert(1, parsed(each.replace("%s", theirs)))
    return saved(made)


def saved(made: Any) -> bytes:
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()
