"""The table of contents: a field that programs work out anew, with links that hold until then; and its headings."""

from collections.abc import Iterator, Sequence

from workshop.exports.document.styles import Styles
from workshop.exports.document.words import paragraph, run
from workshop.exports.document.xml import Element, text, w
from workshop.texts import for_xml, leftwards

FIELD = 'TOC \\o "1-2" \\h \\z \\u'


def contents(listed: Sequence[tuple[int, str, str]], styles: Styles) -> Iterator[Element]:
    """A paragraph a heading, each a link to it; the field begins in the first and ends after the last."""
    for number, (level, words, mark) in enumerate(listed):
        style = styles.contents_1 if level == 1 else styles.contents_2
        link = w("hyperlink", run(for_xml(words)), anchor=mark, history="1")
        made = paragraph(style, [*(_begun() if number == 0 else []), link], right=leftwards(words))
        if level > 1:
            made.get_or_add_pPr().append(w("ind", left="240"))
        yield made
    if listed:
        yield w("p", w("r", w("fldChar", fldCharType="end")))


def _begun() -> list[Element]:
    begin = w("r", w("fldChar", fldCharType="begin", dirty="true"))
    return [begin, w("r", text(f" {FIELD} ", "instrText")), w("r", w("fldChar", fldCharType="separate"))]


def heading(level: int, style: str, words: str, mark: str, number: int) -> Element:
    """A heading that the contents can point to, on the page of what it is about; one without a style too."""
    said = run(for_xml(words), bold=not style)
    marked = [w("bookmarkStart", id=str(number), name=mark), said, w("bookmarkEnd", id=str(number))]
    made = paragraph(style, marked, right=leftwards(words), stays=True)
    if not style:
        made.get_or_add_pPr().append(w("outlineLvl", val=str(level - 1)))
    return made
