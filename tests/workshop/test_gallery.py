"""The gallery: first pages of every file, drawn beside the room of what this reader may see, before a download."""

import html
from base64 import b64decode
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from docx import Document
from docx.shared import Pt
from flask import Flask
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from facilitation.report import english, report
from facilitation.report.charts import MatrixChart, Spot
from facilitation.report.extracts import EXTRACTS
from facilitation.report.texts import Words
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.desk import Desk
from tests.workshop.test_draft import TO, sat, with_a_goal
from tests.workshop.test_making import Asking, until
from tests.workshop.visitor import Visitor
from workshop import limits, miniatures
from workshop.exports import FORMATS
from workshop.miniatures import charts, slides
from workshop.miniatures.colours import scheme
from workshop.miniatures.document import draw as pictured_document
from workshop.miniatures.paper import Paper
from workshop.native.scatter import matrix

REPORT = report(plan(), "en", english, PACK, made=DAY)
ODD = "<script>alert(1)</script> \ud83d & =cmd\x07 \u202eabc"


class Looking(Asking):
    """A person at the gallery whose script asks for pictures."""

    def __init__(self, visitor: Visitor, workshop: str) -> None:
        super().__init__(visitor, workshop)
        self.page = f"{self.draft}/files"

    def pictured(self, format: str, **fields: str) -> str:
        answer = self.post(f"{self.draft}/pictures.{format}", "once-of-the-pictures", fields)
        assert answer.status_code == 201, answer.text
        return (answer.json or {})["address"]

    def pages(self, format: str, **fields: str) -> dict[str, list[dict[str, str]]]:
        making = self.pictured(format, **fields)
        until(self.is_(making, "made"))
        return self.visitor.get(f"{making}/pages").json or {}

    def seen(self, format: str) -> str:
        """All that stands on the drawn pages."""
        return "".join(self.visitor.get(each["address"]).text for each in self.pages(format)["pages"])


@pytest.fixture
def fay(desk: Desk, facilitator: Visitor) -> Looking:
    return Looking(facilitator, desk.id)


def drawn(format: str) -> list[dict[str, str]]:
    return msgspec.json.decode(miniatures.draw(format, REPORT, None, lambda done, of: None))["pages"]


def drawing(body: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(body)  # noqa: S314 (drawn by ourselves)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_has_its_first_pages_and_what_stands_at_their_head(format: str):
    pages = drawn(format)
    assert 0 < len(pages) <= limits.PICTURED_PAGES
    assert pages[0]["words"]
    for page in pages:
        body = b64decode(page["body"])
        assert drawing(body) if page["type"] == miniatures.SVG else body.startswith(b"\x89PNG")


@pytest.mark.parametrize("format", ["pptx", "docx", "xlsx", "md"])
def test_what_people_wrote_is_drawn_as_words_and_never_as_markup(format: str):
    odd = replace(REPORT, title=ODD)
    drawn = msgspec.json.decode(miniatures.draw(format, odd, None, lambda done, of: None))["pages"]
    for page in drawn:
        root = drawing(b64decode(page["body"]))
        assert {each.tag.rpartition("}")[2] for each in root.iter()} <= {"svg", "rect", "ellipse", "polyline", "text"}


def test_the_deck_shows_its_first_slides_with_their_titles_and_tables():
    summary = b64decode(drawn("pptx")[1]["body"]).decode()
    assert "3 goals for" in summary
    assert "Rakennetun" in summary


def boxes(paper: Paper) -> list[tuple[float, float, str]]:
    """Where each begins, how wide it is, and its paint."""
    rects = drawing(paper.svg()).iter("{http://www.w3.org/2000/svg}rect")
    return [(float(e.get("x", 0)), float(e.get("width", 0)), e.get("fill", "")) for e in rects if e.get("x")]


@dataclass
class SimpleChart:
    """A chart by its XML alone."""

    _chartSpace: Any  # noqa: N815 (the library's own name)


def charted(kind: XL_CHART_TYPE, *values: tuple[float, ...]) -> Any:
    data: Any = CategoryChartData()
    data.categories = ["one", "two"]
    for at, each in enumerate(values):
        data.add_series(str(at), each)
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    return slide.shapes.add_chart(kind, 0, 0, 12700 * 500, 12700 * 200, data).chart


def test_a_stacked_bar_begins_where_the_unseen_one_before_it_ends():
    chart, paper = charted(XL_CHART_TYPE.BAR_STACKED, (102, 104), (2, 4)), Paper(500, 200)
    chart.plots[0].series[0].format.fill.background()
    chart.plots[0].series[1].format.fill.solid()
    chart.plots[0].series[1].format.fill.fore_color.rgb = RGBColor(0xAB, 0xCD, 0xEF)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 100, 110
    charts.chart(paper, chart, (0, 0, 500, 200), {})
    assert boxes(paper) == [(265.0, 55.0, "#ABCDEF"), (320.0, 110.0, "#ABCDEF")]


def test_a_line_is_drawn_as_a_line():
    chart, paper = charted(XL_CHART_TYPE.LINE, (1, 2)), Paper(500, 200)
    chart.plots[0].series[0].format.line.color.rgb = RGBColor(0xAB, 0xCD, 0xEF)
    charts.chart(paper, chart, (0, 0, 500, 200), {})
    assert b'stroke="#ABCDEF"' in paper.svg()
    assert b"<polyline" in paper.svg()
    assert not [each for each in boxes(paper) if each[2] == "#ABCDEF"]


def test_points_stand_where_their_two_figures_are_and_bear_their_numbers():
    spots = (Spot(Words("Far and high"), 5, 5), Spot(Words("Near and low"), 1, 1), Spot(Words("Between"), 3, 2))
    drawn = matrix(MatrixChart("M", spots, "Feasibility", "Importance", "Idea"), "en")
    chart, paper = SimpleChart(parse_xml(drawn.xml)), Paper(500, 200)
    charts.chart(paper, chart, (0, 0, 500, 200), {})
    plot = (50.0, 6.0, 435.0, 164.0)
    dots = drawing(paper.svg()).iter("{http://www.w3.org/2000/svg}ellipse")
    found = [(float(e.get("cx", 0)), float(e.get("cy", 0))) for e in dots]
    left, top, wide, tall = plot
    assert found == [
        (left + wide, top),
        (left, top + tall),
        (left + wide / 2, pytest.approx(top + tall * 0.75, abs=0.1)),
    ]
    assert [e.text for e in drawing(paper.svg()).iter("{http://www.w3.org/2000/svg}text")] == ["1", "2", "3"]


def test_a_ground_that_changes_across_is_drawn_in_the_colour_between():
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    fill = slide.background.fill
    fill.gradient()
    for stop, shade in zip(fill.gradient_stops, (0x00, 0x80), strict=True):
        stop.color.rgb = RGBColor(shade, shade, shade)
    assert slides.ground(slide, scheme(deck.slide_master)) == "#404040"


@pytest.mark.parametrize(("shade", "ground"), [((0, 0, 128, 255), "#000080"), ((0, 0, 0, 0), "#FFFFFF")])
def test_a_ground_that_is_a_picture_is_drawn_in_its_colour(shade: tuple[int, int, int, int], ground: str):
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    Image.new("RGBA", (8, 8), shade).save(picture := BytesIO(), "png")
    _, id = slide.part.get_or_add_image_part(picture)
    slide.background.fill.solid()
    behind = slide._element.cSld.find(qn("p:bg"))[0]
    behind.remove(behind[0])
    behind.insert(0, parse_xml(f'<a:blipFill {nsdecls("a", "r")}><a:blip r:embed="{id}"/></a:blipFill>'))
    assert slides.ground(slide, scheme(deck.slide_master)) == ground


def test_a_ground_whose_picture_cannot_be_read_is_paper():
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    part = Part(PackURI("/ppt/media/image9.emf"), "image/x-emf", deck.part.package, b"no picture")
    id = slide.part.relate_to(part, RT.IMAGE)
    slide.background.fill.solid()
    behind = slide._element.cSld.find(qn("p:bg"))[0]
    behind.remove(behind[0])
    behind.insert(0, parse_xml(f'<a:blipFill {nsdecls("a", "r")}><a:blip r:embed="{id}"/></a:blipFill>'))
    assert slides.ground(slide, scheme(deck.slide_master)) == "#ffffff"


def test_a_slide_has_the_ground_of_its_master_in_the_colours_of_its_map():
    deck: Any = Presentation()
    slide, master = deck.slides.add_slide(deck.slide_layouts[6]), deck.slide_master
    fill = master.background.fill
    fill.solid()
    fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    master._element.find(qn("p:clrMap")).set("bg1", "dk2")
    colours = scheme(master)
    assert slides.ground(slide, colours) == colours["dk2"].upper()


def test_letters_on_a_dark_title_slide_are_as_light_as_its_layout_has_them():
    texts = drawing(b64decode(drawn("pptx")[0]["body"])).iter("{http://www.w3.org/2000/svg}text")
    title = next(each for each in texts if float(each.get("font-size", 0)) >= slides.TITLE)
    assert title.get("fill") == "#FFFFFF"


def test_a_document_is_drawn_on_the_page_of_its_template_with_head_and_foot():
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Pt(700), Pt(500), Pt(90)
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = "Our ministry", "Kept for ten years"
    document.add_paragraph("Goals")
    document.save(file := BytesIO())
    page = drawing(next(iter(pictured_document(file.getvalue(), REPORT))).body)
    assert (page.get("width"), page.get("height")) == ("700", "500")
    texts = {each.text: each.get("x") for each in page if each.text}
    assert texts == dict.fromkeys(("Our ministry", "Kept for ten years", "Goals"), "90.0")


def test_with_nothing_in_the_plan_there_is_nothing_to_download_yet(fay: Looking):
    page = fay.visitor.get(fay.page)
    assert page.status_code == 200
    assert "Nothing to download yet" in page.text
    assert "data-download" not in page.text


def test_every_way_of_taking_it_home_has_its_card(desk: Desk, fay: Looking):
    with_a_goal(desk)
    page = fay.visitor.get(fay.page).text.replace("&amp;", "&")
    assert all(f"{fay.draft}.{format}" in page for format in (*FORMATS, "json"))
    assert all(f"{format}?of={key}" in page for key, each in EXTRACTS.items() for format in each.formats)
    assert f"event {desk.state.seq} of the log" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert fay.page in fay.visitor.get(fay.draft).text


def test_data_has_no_pages_and_shows_how_it_begins(desk: Desk, fay: Looking):
    with_a_goal(desk)
    card = html.unescape(fay.visitor.get(fay.page).text).partition('class="leaf__data"')[2]
    assert '"$schema": "/schemas/plan-1.json"' in card.partition("</pre>")[0]


@pytest.mark.parametrize("format", ["pptx", "docx", "md"])
def test_a_participant_sees_in_pictures_only_what_was_shown(desk: Desk, app: Flask, fay: Looking, format: str):
    with_a_goal(desk)
    ben = Looking(sat(app, desk, desk.seat("ben")), desk.id)
    words = TO.split()[-1]
    assert words not in ben.seen(format)
    assert ben.pictured(format) != fay.pictured(format)


def test_hosts_see_it_in_their_pictures(desk: Desk, fay: Looking):
    with_a_goal(desk)
    assert TO.split()[-1] in fay.seen("docx") + fay.seen("pptx")


def test_pictures_are_nobody_elses(desk: Desk, app: Flask, fay: Looking):
    with_a_goal(desk)
    making, ben = fay.pictured("md"), sat(app, desk, desk.seat("ben"))
    until(fay.is_(making, "made"))
    for address in ("", "/pages", "/pages/1"):
        assert fay.visitor.client.get(making + address).status_code == 200
        assert ben.client.get(making + address).status_code == 404
    assert fay.visitor.client.get(f"{making}/pages/9").status_code == 404
    assert fay.visitor.client.get(f"{making}/file").status_code == 404


def test_pictures_of_the_same_content_are_drawn_once_and_of_other_content_anew(desk: Desk, fay: Looking):
    with_a_goal(desk)
    assert fay.pictured("md") == fay.pictured("md")
    assert fay.pictured("md") != fay.pictured("ics")
    before = fay.pictured("md")
    desk.seat("somebody-else")
    assert fay.pictured("md") != before


def test_a_stranger_is_sent_to_the_door(app: Flask, fay: Looking):
    assert Visitor(app).get(fay.page).request.path.startswith("/j/")
