import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.slide import Slide

from facilitation.report import report
from facilitation.report.blocks import Bullets, Column, Headline, Paragraph, Report, Section, Table
from facilitation.report.charts import MatrixChart, Spot
from facilitation.report.texts import Words
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.catalogue import words_of
from tests.workshop.laid_out import empty, faults
from tests.workshop.rendered import rendered
from workshop import exports

LANGUAGES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}


@cache
def deck(language: str = "en") -> bytes:
    return exports.make("pptx", report(plan(), language, words_of(language), PACK, made=DAY))


@cache
def boards(language: str) -> bytes:
    return exports.make("pptx", report(plan(), language, words_of(language), PACK, made=DAY, extract="board"))


def slides(made: bytes) -> list[Slide]:
    return list(Presentation(BytesIO(made)).slides)


def shapes(made: bytes) -> Iterator[Any]:
    return (shape for slide in slides(made) for shape in slide.shapes)


def title(slide: Slide) -> str:
    shape = slide.shapes.title
    return shape.text_frame.text if shape is not None else ""


def parts(made: bytes, under: str) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(made)) as package:
        return {name: package.read(name) for name in package.namelist() if name.startswith(under)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_auditor_finds_nothing_wrong(language: str, tmp_path: Path):
    tmp_path.joinpath("deck.pptx").write_bytes(deck(language))
    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(tmp_path / "deck.pptx")
    assert [error.description for error in found.errors] == []


def test_the_template_is_clean_and_has_five_layouts(tmp_path: Path):
    own = Path("workshop/exports/templates/toimi.pptx")
    assert [layout.name for layout in Presentation(str(own)).slide_layouts] == [
        "Title",
        "Title and content",
        "Section",
        "Two contents",
        "Title only",
    ]
    assert not OpenXmlValidator(FileFormat.MICROSOFT_365).validate(own).errors
    with zipfile.ZipFile(own) as package:
        assert not [name for name in package.namelist() if "printer" in name or "thumbnail" in name]


def test_the_same_report_makes_the_same_bytes():
    assert exports.make("pptx", report(plan(), "en", words_of("en"), PACK, made=DAY)) == deck()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_a_title_and_no_two_have_the_same(language: str):
    titles = [title(slide) for slide in slides(deck(language))]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_two_headlines_of_the_same_words_become_two_titles():
    page = (Headline("The same"), Table("T", (), ((),)))
    made = exports.make("pptx", Report("R", "", "en", (Section("S", page * 2),)))
    assert [title(slide) for slide in slides(made)] == ["R", "The same", "The same [2]"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_placeholder_is_left_empty(language: str):
    assert empty(slides(deck(language))) == []


def test_every_table_and_chart_says_what_it_is_and_everything_else_drawn_is_marked_as_decoration():
    for shape in shapes(deck()):
        properties = shape._element.xpath(".//p:cNvPr")[0]
        if shape.has_table or shape.has_chart:
            assert properties.get("descr")
        elif not shape.has_text_frame or not shape.text_frame.text:
            assert properties.find(".//{*}decorative") is not None


def test_every_table_has_a_header_row():
    tables = [shape.table for shape in shapes(deck()) if shape.has_table]
    assert tables
    assert all(table.first_row for table in tables)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_run_says_its_language(language: str):
    runs = [run for shape in shapes(deck(language)) for run in shape._element.iter(qn("a:r"))]
    tags = {run.find(qn("a:rPr")).get("lang") for run in runs}
    assert LANGUAGES[language] in tags
    assert tags <= set(LANGUAGES.values())


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_deck_says_nothing_in_english_that_the_catalogue_says_in_the_readers_language(language: str):
    worded = words_of(language)
    lines = {line for shape in shapes(deck(language)) for text in texts_of(shape) for line in text.splitlines()}
    assert worded("Current state") in lines
    assert [line for line in lines if worded(line) != line] == []


def texts_of(shape: Any) -> list[str]:
    if shape.has_table:
        return [cell.text for row in shape.table.rows for cell in row.cells]
    return [shape.text_frame.text] if shape.has_text_frame else []


def test_no_text_is_smaller_than_twelve_points():
    sizes = [
        int(each.get("sz")) for shape in shapes(deck()) for each in shape._element.iter(qn("a:rPr")) if each.get("sz")
    ]
    assert min(sizes) >= 1200
    charts = b"".join(part for name, part in parts(deck(), "ppt/charts/").items() if name.endswith(".xml"))
    assert b'sz="1200"' in charts
    assert not [size for size in (b'sz="1000"', b'sz="1100"', b'sz="900"') if size in charts]


def test_every_slide_tells_where_it_comes_from_in_its_notes():
    assert all("event 812" in slide.notes_slide.notes_text_frame.text for slide in slides(deck()))  # pyright: ignore[reportOptionalMemberAccess]
    goal = next(slide for slide in slides(deck()) if title(slide).startswith("Goal 1"))
    assert "Votes: 17 dots, place 1" in goal.notes_slide.notes_text_frame.text  # pyright: ignore[reportOptionalMemberAccess]


def test_the_file_names_no_person_and_no_other_time_than_the_reports():
    about = Presentation(BytesIO(deck())).core_properties
    assert (about.author, about.last_modified_by) == ("Rakennetun ympäristön ministeriö", "")
    assert about.created == about.modified == datetime(2026, 11, 26)  # noqa: DTZ001 (the library reads days as they are)


def test_the_reading_order_begins_with_the_title_and_ends_with_footer_and_number():
    for slide in slides(deck())[1:]:
        kinds = [shape._element.xpath(".//p:ph/@type") for shape in slide.shapes]
        assert kinds[0] == ["title"]
        assert kinds[-2:] == [["ftr"], ["sldNum"]]


def test_the_spread_can_be_edited_its_bars_follow_from_quartiles_and_median():
    chart = next(shape.chart for shape in shapes(deck()) if shape.has_chart)
    assert [round(value, 2) for value in chart.plots[0].series[0].values][:2] == [1.0, 1.0]
    book = zipfile.ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>MIN(H2,I2-0.04)</f>" in sheet
    assert "<v>1.6</v>" in sheet


def test_axes_have_numbers_that_the_schema_allows():
    charts = [part for name, part in parts(deck(), "ppt/charts/chart").items() if name.endswith(".xml")]
    assert charts
    assert not [part for part in charts if b'axId val="-' in part]


def test_sections_group_the_slides():
    xml = parts(deck(), "ppt/presentation.xml")["ppt/presentation.xml"].decode()
    assert xml.count("<p14:sldId ") == len(slides(deck()))
    assert 'name="Goals"' in xml


def test_a_long_table_flows_to_further_slides_that_are_counted_and_no_row_is_lost():
    rows = tuple((Words(f"Row {n}"), Words("Some words that say little")) for n in range(90))
    table = Table("Many", (Column("Name"), Column("Words", 3)), rows)
    made = exports.make("pptx", Report("R", "", "en", (Section("S", (Headline("Many rows"), table)),)))
    pages = slides(made)[2:]
    counts = [f"({n} of {len(pages)})".replace(" ", "\N{NO-BREAK SPACE}") for n in range(1, len(pages) + 1)]
    assert [title(slide) for slide in pages] == [f"Many rows {count}" for count in counts]
    told = [cells[0] for slide in pages for cells in rows_of(slide)]
    assert told == [row[0].text for row in rows]


def rows_of(slide: Slide) -> list[list[str]]:
    """The texts of the slide's tables, row by row, without the heads."""
    drawn: list[Any] = [shape for shape in slide.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for shape in drawn for row in list(shape.table.rows)[1:]]


def test_a_matrix_names_its_points_beside_the_chart():
    spots = tuple(Spot(Words(f"Idea {n}"), 1 + n % 5, 5 - n % 4) for n in range(6))
    chart = MatrixChart("Both", spots, "Feasibility", "Importance", "Idea")
    made = exports.make("pptx", Report("R", "", "en", (Section("S", (Headline("Both"), chart)),)))
    drawn = list(shapes(made))
    assert [shape.table.cell(1, 0).text for shape in drawn if shape.has_table] == ["1. Idea 0"]
    assert sum(shape.has_chart for shape in drawn) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_drawn_by_libreoffice_every_text_stays_in_its_own_shape_and_covers_nothing(language: str, tmp_path: Path):
    made, pages = deck(language), rendered(deck(language), tmp_path)
    assert len(pages) == len(slides(made))
    assert faults(made, pages) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_and_colours_are_the_themes_on_slides_and_in_charts(language: str):
    for made in (deck(language), boards(language)):
        assert literal(made) == []


def literal(made: bytes) -> list[str]:
    """Colours and faces that a change of theme would leave behind."""
    drawn = {**parts(made, "ppt/slides/slide"), **parts(made, "ppt/charts/chart")}
    found = (each for xml in drawn.values() if xml.startswith(b"<") for each in etree.fromstring(xml).iter())
    return [etree.tostring(each).decode() for each in found if isinstance(each.tag, str) and names_its_own(each)]


def names_its_own(element: etree._Element) -> bool:
    name = etree.QName(element).localname
    face = element.get("typeface", "")
    return name in ("srgbClr", "sysClr", "prstClr", "scrgbClr") or bool(face and not face.startswith("+"))


def test_tables_charts_and_texts_stand_in_the_layouts_own_places():
    layouts = Counter(slide.slide_layout.name for slide in slides(deck()))
    assert layouts["Title and content"] > len(slides(deck())) / 2
    assert layouts["Two contents"] >= 1
    assert layouts["Title only"] == 0
    held: list[Any] = [shape for shape in shapes(deck()) if shape.is_placeholder]
    assert {(each.has_table, each.has_chart) for each in held} == {(False, False), (True, False), (False, True)}


def test_a_text_alone_on_its_slide_stands_where_the_layout_has_its_place_and_moves_with_it():
    words = (Paragraph(Words("One.")), Bullets((Words("Two."), Words("Three."))))
    made = exports.make("pptx", Report("R", "", "en", (Section("S", (Headline("Alone"), *words)),)))
    opened = Presentation(BytesIO(made))
    place: Any = opened.slides[1].placeholders[1]
    assert [paragraph.text for paragraph in place.text_frame.paragraphs] == ["One.", "Two.", "Three."]
    above: Any = next(each for each in opened.slides[1].slide_layout.placeholders if each.placeholder_format.idx == 1)
    above.left = 1234567
    assert place.left == 1234567


def test_a_chart_stands_beside_its_table_in_the_two_places_of_their_layout():
    slide = next(slide for slide in slides(deck()) if slide.slide_layout.name == "Two contents")
    held: dict[int, Any] = {place.placeholder_format.idx: place for place in slide.placeholders}
    assert held[1].has_chart and held[2].has_table
