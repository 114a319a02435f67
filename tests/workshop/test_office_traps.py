"""What Office programs offer to repair although schemas allow it: ids, relations, types, extents, lists of slides."""

import posixpath
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]
from pptx.oxml.ns import qn

from facilitation.report import report
from facilitation.words import LANGUAGES
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.catalogue import words_of
from tests.workshop.naming import naming_deck, naming_document
from workshop import exports
from workshop.exports import Brought

POINTER = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
THEIRS: dict[str, Callable[[], bytes]] = {"pptx": naming_deck, "docx": naming_document}
FILES = [(format, language, brought) for format in THEIRS for language in LANGUAGES for brought in (False, True)]
DECKS = [each for each in FILES if each[0] == "pptx"]
DOCUMENTS = [each for each in FILES if each[0] == "docx"]
FIRST_SLIDE, FIRST_MASTER = 256, 1 << 31
"""Ids of slides, and those of masters and layouts, begin there."""


@cache
def parts(format: str, language: str, brought: bool) -> dict[str, bytes]:
    template = Brought(THEIRS[format]()) if brought else None
    made = exports.make(format, report(plan(), language, words_of(language), PACK, made=DAY), template)
    with ZipFile(BytesIO(made)) as package:
        names = package.namelist()
        assert len(names) == len({name.lower() for name in names})
        return {name: package.read(name) for name in names}


def trees(found: dict[str, bytes], under: str) -> dict[str, Any]:
    return {name: etree.fromstring(found[name]) for name in found if name.startswith(under) and name.endswith(".xml")}


def relations(found: dict[str, bytes], name: str) -> dict[str, str]:
    """Ids of a part's relations, and the parts that they lead to; nothing for what is outside."""
    folder, file = posixpath.split(name)
    body = found.get(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    told = etree.fromstring(body) if body else ()
    return {
        each.get("Id"): ""
        if each.get("TargetMode") == "External"
        else posixpath.normpath(posixpath.join("/", folder, each.get("Target"))).lstrip("/")
        for each in told
    }


@pytest.mark.parametrize("file", FILES)
def test_every_pointer_has_its_relation_and_every_relation_its_part(file: tuple[str, str, bool]):
    found = parts(*file)
    for name, tree in trees(found, "").items():
        led = relations(found, name)
        pointers = {value for each in tree.iter() for key, value in each.items() if key.startswith(POINTER)}
        assert pointers <= {*led, ""}, name
        assert {each for each in led.values() if each} <= set(found), name


@pytest.mark.parametrize("file", FILES)
def test_every_part_has_a_type_and_every_type_its_part(file: tuple[str, str, bool]):
    found = parts(*file)
    types = etree.fromstring(found["[Content_Types].xml"])
    usual = {each.get("Extension").lower() for each in types.iter("{*}Default")}
    own = {each.get("PartName").lstrip("/") for each in types.iter("{*}Override")}
    assert own <= set(found)
    assert all(name in own or name.rpartition(".")[2].lower() in usual for name in found if name[0] != "[")


@pytest.mark.parametrize("file", DECKS)
def test_no_two_shapes_of_a_slide_have_one_id(file: tuple[str, str, bool]):
    for name, tree in trees(parts(*file), "ppt/slide").items():
        ids = [each.get("id") for each in tree.iter(qn("p:cNvPr"))]
        assert len(ids) == len(set(ids)), name


@pytest.mark.parametrize("file", DECKS)
def test_ids_of_slides_masters_and_layouts_are_their_own_and_in_their_range(file: tuple[str, str, bool]):
    found = parts(*file)
    deck = etree.fromstring(found["ppt/presentation.xml"])
    slides = [int(each.get("id")) for each in deck.iter(qn("p:sldId"))]
    assert len(slides) == len(set(slides)) == sum(1 for name in found if name.startswith("ppt/slides/slide"))
    assert all(FIRST_SLIDE <= each < FIRST_MASTER for each in slides)
    masters = [int(each.get("id")) for each in deck.iter(qn("p:sldMasterId")) if each.get("id")]
    layouts = [
        int(each.get("id"))
        for tree in trees(found, "ppt/slideMasters").values()
        for each in tree.iter(qn("p:sldLayoutId"))
        if each.get("id")
    ]
    assert len({*masters, *layouts}) == len([*masters, *layouts])
    assert all(each >= FIRST_MASTER for each in (*masters, *layouts))


@pytest.mark.parametrize("file", DECKS)
def test_sections_hold_every_slide_once_and_in_order(file: tuple[str, str, bool]):
    deck = etree.fromstring(parts(*file)["ppt/presentation.xml"])
    held = [each.get("id") for section in deck.iter("{*}section") for each in section.iter("{*}sldId")]
    assert held == [each.get("id") for each in deck.iter(qn("p:sldId"))]


@pytest.mark.parametrize("file", DECKS)
def test_a_deck_with_notes_lists_the_master_of_its_notes(file: tuple[str, str, bool]):
    found = parts(*file)
    deck = etree.fromstring(found["ppt/presentation.xml"])
    led = relations(found, "ppt/presentation.xml")
    listed = [led[each.get(f"{POINTER}id")] for each in deck.iter(qn("p:notesMasterId"))]
    assert listed == [each for each in led.values() if "notesMaster" in each]


@pytest.mark.parametrize("file", DECKS)
def test_a_tables_frame_is_as_large_as_its_columns_and_rows(file: tuple[str, str, bool]):
    for name, frame in frames(parts(*file)):
        table, extent = frame.find(f".//{qn('a:tbl')}"), frame.find(f"{qn('p:xfrm')}/{qn('a:ext')}")
        if table is not None:
            columns = [int(each.get("w")) for each in table.iter(qn("a:gridCol"))]
            assert abs(sum(columns) - int(extent.get("cx"))) <= len(columns), name
            assert sum(int(each.get("h")) for each in table.iter(qn("a:tr"))) <= int(extent.get("cy")) + 12700, name
            assert all(len(row.findall(qn("a:tc"))) == len(columns) for row in table.iter(qn("a:tr"))), name


def frames(found: dict[str, bytes]) -> Iterator[tuple[str, Any]]:
    for name, tree in trees(found, "ppt/slides/").items():
        yield from ((name, each) for each in tree.iter(qn("p:graphicFrame")))


@pytest.mark.parametrize("file", DECKS)
def test_every_chart_has_its_workbook_and_axes_that_know_each_other(file: tuple[str, str, bool]):
    found = parts(*file)
    for name, tree in trees(found, "ppt/charts/chart").items():
        (book,) = [each.get(f"{POINTER}id") for each in tree.iter(qn("c:externalData"))]
        assert found[relations(found, name)[book]].startswith(b"PK"), name
        axes = {each.find(qn("c:axId")).get("val") for each in tree.iter(qn("c:valAx"), qn("c:catAx"), qn("c:dateAx"))}
        crossed = {each.get("val") for each in tree.iter(qn("c:crossAx"))}
        assert axes == crossed, name
        assert all(each.isdigit() for each in axes), name


@pytest.mark.parametrize("file", DOCUMENTS)
def test_marks_styles_and_lists_of_a_document_are_known_and_their_own(file: tuple[str, str, bool]):
    found = parts(*file)
    body = etree.fromstring(found["word/document.xml"])
    for name in ("id", "name"):
        marks = [each.get(f"{WORD}{name}") for each in body.iter(f"{WORD}bookmarkStart")]
        assert len(marks) == len(set(marks))
    styles = {each.get(f"{WORD}styleId") for each in etree.fromstring(found["word/styles.xml"]).iter(f"{WORD}style")}
    used = body.iter(f"{WORD}pStyle", f"{WORD}rStyle", f"{WORD}tblStyle")
    assert {each.get(f"{WORD}val") for each in used} <= styles
    lists = etree.fromstring(found["word/numbering.xml"]).iter(f"{WORD}num")
    assert {each.get(f"{WORD}val") for each in body.iter(f"{WORD}numId")} <= {
        each.get(f"{WORD}numId") for each in lists
    }


@pytest.mark.parametrize("file", DOCUMENTS)
def test_a_document_ends_with_its_page_and_every_cell_with_a_paragraph(file: tuple[str, str, bool]):
    body = etree.fromstring(parts(*file)["word/document.xml"])[0]
    assert body[-1].tag == f"{WORD}sectPr"
    assert all(each[-1].tag == f"{WORD}p" for each in body.iter(f"{WORD}tc"))
