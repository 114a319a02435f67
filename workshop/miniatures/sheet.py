"""The sheet that a document is set on: its size, its margins, its head and its foot."""

from typing import Any

from workshop.miniatures.paper import FAINT, Look, Paper

WIDTH, HEIGHT, EDGE = 595.0, 842.0, 62.0
"""Where the file says nothing."""
SMALL = Look(9.0, colour=FAINT)


class Sheet:
    """As the first section of a document says."""

    def __init__(self, section: Any) -> None:
        self.section = section
        self.width, self.height = points(section.page_width, WIDTH), points(section.page_height, HEIGHT)
        self.left, self.top = points(section.left_margin, EDGE), points(section.top_margin, EDGE)
        self.across = max(EDGE, self.width - self.left - points(section.right_margin, EDGE))
        self.lowest = self.height - points(section.bottom_margin, EDGE)

    def paper(self, *, first: bool) -> Paper:
        """A new one with its head and foot; the first may have its own."""
        paper, section = Paper(self.width, self.height), self.section
        own = first and section.different_first_page_header_footer
        head, foot = (section.first_page_header, section.first_page_footer) if own else (section.header, section.footer)
        paper.write(self.left, points(section.header_distance, EDGE / 2), self.across, words(head), SMALL)
        low = self.height - points(section.footer_distance, EDGE / 2) - 2 * SMALL.size
        paper.write(self.left, low, self.across, words(foot), SMALL)
        return paper


def points(length: Any, otherwise: float) -> float:
    return otherwise if length is None else length.pt


def words(part: Any) -> str:
    """Its paragraphs and its tables' cells, in lines."""
    cells = (cell.text for table in part.tables for row in table.rows for cell in row.cells)
    return "\n".join(filter(str.strip, (*(each.text for each in part.paragraphs), *cells)))
