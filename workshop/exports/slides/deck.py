"""A report as slides: every headline a slide, long content on further ones, provenance in the notes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pptx.slide import Slide

from facilitation.report.blocks import Report, Section
from facilitation.report.texts import Words
from workshop.exports import Brought
from workshop.exports.slides import about
from workshop.exports.slides.blocks import Measures, pieces
from workshop.exports.slides.feet import Said, feet, foot, lacking, stand
from workshop.exports.slides.flow import GAP, SIZES, Page, Part, footnotes, pages, parts
from workshop.exports.slides.letters import Letters
from workshop.exports.slides.package import steady
from workshop.exports.slides.pieces import Piece
from workshop.exports.slides.placed import follow
from workshop.exports.slides.placeholders import has, note, say, settle, within
from workshop.exports.slides.placing import Places, alone, places, together
from workshop.exports.slides.sheet import Frame, Sheet
from workshop.exports.slides.template import Template, opened
from workshop.exports.slides.xml import Element
from workshop.native import measure
from workshop.texts import for_xml

LONG_SECTION = 5
"""From so many slides on, a section has a slide of its own in front."""
TITLE_SIZES = (28.0, 24.0, 20.0, 18.0)
COVER, COVER_TEXT = (40.0, 36.0, 32.0, 26.0, 20.0), (20.0, 16.0, 12.0)
DIVIDER, DIVIDER_TEXT = (36.0, 28.0, 20.0), (18.0, 14.0, 12.0)
TOPIC = Letters(14, bold=True, colour="accent1")
TOPIC_HEIGHT, FOOTNOTE = 18.0, 18.0
ROOM_FOR_AGAIN, NO_BREAK = " [00]", "\N{NO-BREAK SPACE}"

Told = Callable[[int, int], None]


def write(report: Report, template: Brought | None = None, told: Told = lambda done, of: None) -> bytes:
    """The report as a .pptx file; the same report and template give the same bytes. `told` hears how far it is."""
    found = opened(template)
    deck = Writer(report, found, places(found), found.running(SIZES))
    deck.cover()
    for done, section in enumerate(report.sections, 1):
        deck.section(section)
        told(done, len(report.sections))
    return deck.packed()


@dataclass
class Writer:
    """The deck in the making."""

    report: Report
    template: Template
    places: Places
    sizes: Sequence[float] = SIZES
    """Of running text, in this template."""
    titles: set[str] = field(default_factory=set[str])
    sections: list[tuple[str, list[int]]] = field(default_factory=list[tuple[str, list[int]]])
    feet: dict[object, list[Element]] = field(default_factory=dict[object, list[Element]])
    """Footer and number, by layout."""

    def cover(self) -> None:
        self.sections.append((self.report.title, []))
        self._headed("title", self.report.title, self.report.subtitle, COVER, COVER_TEXT)

    def section(self, section: Section) -> None:
        made = [(part, *self._pages(part)) for part in parts(section)]
        self.sections.append((section.title, []))
        if sum(len(shown) for _, shown, _ in made) >= LONG_SECTION:
            self._foot(self._headed("section", section.title, section.lead, DIVIDER, DIVIDER_TEXT))
        for part, shown, more in made:
            for at, page in enumerate(shown, 1):
                self._page(part, page, self._count(at, len(shown)), footnotes(self.report, page, more=more))

    def packed(self) -> bytes:
        about.notes(self.template.deck)
        about.sections(self.template.deck, self.sections)
        about.properties(self.template.deck, self.report)
        return steady(self.template.deck)

    def _headed(self, role: str, title: str, text: str, sizes: Sequence[float], text_sizes: Sequence[float]) -> Slide:
        """A slide of a title and a few words."""
        slide = self._slide(role, 0, *((1,) if text else ()))
        self._title(slide, title, sizes)
        if text and has(slide, 1):
            self._say(slide, 1, text, text_sizes)
        elif text:
            self._beneath(slide, text, text_sizes[-1])
        self._note(slide, ())
        return slide

    def _beneath(self, slide: Slide, text: str, size: float) -> None:
        """A few words where the layout that an editor chose has no place for them."""
        title = self.template.frame(slide.slide_layout, 0)
        frame = Frame(title.x, title.y + title.height + GAP, title.width, measure.height(text, size, title.width))
        Sheet(slide, self.report.language).text(frame, [(Words(text), Letters(size))], "Text")

    def _pages(self, part: Part) -> tuple[list[Page], bool]:
        """Those that are shown, and whether there was more. Again with room for the footnote, if a page needs one."""
        flowed = self._flowed(part, 0.0)
        if self._cut(flowed) or any(footnotes(self.report, page) for page in flowed):
            flowed = self._flowed(part, FOOTNOTE)
        return (flowed[:1], True) if self._cut(flowed) else (flowed, False)

    def _cut(self, flowed: list[Page]) -> bool:
        return self.report.glance and len(flowed) > 1

    def _flowed(self, part: Part, below: float) -> list[Page]:
        body, halves = self.places.body, (self.places.left, self.places.between)

        def set_in(size: float) -> Iterator[Piece]:
            to = Measures(body.width, size, self.template.face, self.report.language, halves)
            return together(piece for block in part.blocks for piece in pieces(block, to))

        return [alone(page, body.height - below) for page in pages(set_in, body.height - below, self.sizes)]

    def _page(self, part: Part, page: Page, count: str, footnote: str) -> None:
        placing = self.places.placing(page)
        slide = self._slide(placing.role, 0, *placing.places)
        sheet = Sheet(slide, self.report.language)
        self._title(slide, part.headline.text, TITLE_SIZES, count)
        self._topic(sheet, part.headline.about)
        y = self.places.body.y
        for piece in page:
            held = list(placing.places) if piece is placing.main else []
            piece.draw(replace(sheet, places=held), self.places.body.x, y)
            y += piece.height() + GAP
        if footnote:
            self._footnote(sheet, footnote)
        elif len(page) == 1 and placing.role == "content":
            follow(slide, 1, self.places.body.emu)
        self._foot(slide)
        self._note(slide, part.provenance)

    def _count(self, part: int, parts: int) -> str:
        """Which of how many, behind the title; never broken over two lines."""
        told = self.report.phrases.part % {"part": part, "parts": parts}
        return f" ({told.replace(' ', NO_BREAK)})" if parts > 1 else ""

    def _footnote(self, sheet: Sheet, text: str) -> None:
        body = self.places.body
        frame = Frame(body.x, body.y + body.height - FOOTNOTE + 2, body.width, FOOTNOTE - 2)
        sheet.text(frame, [(Words(text), Letters(12, soft=True))], "Footnote")

    def _topic(self, sheet: Sheet, topic: str) -> None:
        """The topic in a word, above the finding: our template leaves room there, another's may have its sign in it."""
        title = self.template.frame(sheet.slide.slide_layout, 0)
        frame = Frame(title.x, title.y - TOPIC_HEIGHT - 4, title.width, TOPIC_HEIGHT)
        if topic and frame.y > 0 and self.template.own:
            sheet.text(frame, [(Words(measure.shortened(for_xml(topic), TOPIC.size, frame.width, 1)), TOPIC)], "Topic")

    def _slide(self, role: str, *places: int) -> Slide:
        """A slide of the role's layout with these of its places."""
        slide, number = self.template.blank.slide(self.template.layout(role), places)
        self.sections[-1][1].append(number)
        return slide

    def _say(self, slide: Slide, index: int, text: str, sizes: Sequence[float]) -> None:
        frame = self.template.frame(slide.slide_layout, index)
        sizes = self.template.sizes(slide.slide_layout, index, sizes)
        say(slide, index, text, self.report.language, frame, sizes, calm=not self.template.own)
        if not self.template.own:
            settle(slide, index, frame)

    def _foot(self, slide: Slide) -> None:
        layout, said = slide.slide_layout, Said(self.report.footer, self.report.mark, self.report.language)
        if layout.part not in self.feet:
            self.feet[layout.part] = list(feet(layout, said))
        foot(slide, self.feet[layout.part])
        stand(slide, lacking(layout), self.template.foot(), said)

    def _note(self, slide: Slide, lines: tuple[Words, ...]) -> None:
        if told := (*lines, *(Words(text) for text in self.report.origin)):
            note(self.template.blank.noted(slide), told, self.report.language)

    def _title(self, slide: Slide, text: str, sizes: Sequence[float], count: str = "") -> None:
        """No two slides are called the same: readers find slides by title. What makes it so is never cut."""
        frame = self.template.frame(slide.slide_layout, 0)
        least = self.template.sizes(slide.slide_layout, 0, sizes)[-1]
        text = within(text, frame, least, count + ROOM_FOR_AGAIN)
        title, again = text + count, 2
        while title in self.titles:
            title, again = f"{text}{count} [{again}]", again + 1
        self.titles.add(title)
        self._say(slide, 0, title, sizes)
