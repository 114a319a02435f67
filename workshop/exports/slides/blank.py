"""Slides and notes without content: made by the library once a kind and copied from then on.

It makes each anew, and looks through all slides for every further one: a deck of thousands would never be finished.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart, SlidePart
from pptx.presentation import Presentation as Deck
from pptx.slide import NotesSlide, Slide, SlideLayout

from workshop.exports.slides.xml import Element

FIRST = 256
"""The least number that a slide may have."""
SLIDES, NOTES = "/ppt/slides/slide%d.xml", "/ppt/notesSlides/notesSlide%d.xml"
NOTES_KEPT = ("SLIDE_IMAGE", "BODY")


@dataclass(frozen=True)
class Blank:
    """What the slides of a deck without any are copied from."""

    deck: Deck
    numbers: list[int] = field(default_factory=list[int])
    """Those that were given."""
    slides: dict[object, Element] = field(default_factory=dict[object, Element])
    notes: list[Element] = field(default_factory=list[Element])

    def slide(self, layout: SlideLayout, places: Sequence[int]) -> tuple[Slide, int]:
        """A further slide of the layout with these of its places and no others, and its number."""
        presentation: Any = self.deck.part
        if (layout.part, places) not in self.slides:
            self.slides[layout.part, places] = bare(layout, places)
        self.numbers.append(FIRST + len(self.numbers))
        partname = PackURI(SLIDES % len(self.numbers))
        made: Any = SlidePart(
            partname, CONTENT_TYPE.PML_SLIDE, presentation.package, deepcopy(self.slides[layout.part, places])
        )
        made.relate_to(layout.part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        relation = presentation._rels._add_relationship(RELATIONSHIP_TYPE.SLIDE, made)
        presentation._element.get_or_add_sldIdLst()._add_sldId(id=self.numbers[-1], rId=relation)
        return made.slide, self.numbers[-1]

    def noted(self, slide: Slide) -> NotesSlide:
        """The notes of a slide that has none yet: its picture and a place for words."""
        of: Any = slide.part
        if not self.notes:
            self.notes.append(bare_notes(slide))
            return slide.notes_slide
        package = of.package
        made: Any = NotesSlidePart(
            package.next_partname(NOTES), CONTENT_TYPE.PML_NOTES_SLIDE, package, deepcopy(self.notes[0])
        )
        made.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        made.relate_to(of, RELATIONSHIP_TYPE.SLIDE)
        of.relate_to(made, RELATIONSHIP_TYPE.NOTES_SLIDE)
        return made.notes_slide


def bare(layout: SlideLayout, places: Sequence[int]) -> Element:
    """An empty place would show its prompt to whoever edits: only what will be filled is there."""
    part: Any = layout.part
    made: Any = SlidePart.new(PackURI(SLIDES % 1), part.package, part)
    for place in layout.iter_cloneable_placeholders():
        if place.placeholder_format.idx in places:
            made.slide.shapes.clone_placeholder(place)
    return made._element


def bare_notes(slide: Slide) -> Element:
    """Of the first slide that has notes, as they stand before anything is written."""
    notes: Any = slide.notes_slide
    for place in list(notes.placeholders):
        if place.placeholder_format.type.name not in NOTES_KEPT:
            place._element.getparent().remove(place._element)
    return deepcopy(notes._element)
