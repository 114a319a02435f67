"""Words as paragraphs: language, direction, and nothing that XML cannot hold."""

from collections.abc import Iterable

from facilitation.report.texts import Words
from workshop.exports.document.marks import mark_of
from workshop.exports.document.xml import Element, text, w
from workshop.native.parts import shown
from workshop.texts import TAGS, leftwards


def run(said: str, language: str = "", *, bold: bool = False, style: str = "") -> Element:
    """One run; a line end in it breaks the line, not the paragraph. `language` is empty for the document's own."""
    properties = w("rPr", *([w("rStyle", val=style)] if style else []))
    if bold:
        properties.append(w("b"))
    if leftwards(said):
        properties.append(w("rtl"))
    if language:
        properties.append(w("lang", val=TAGS.get(language, language), bidi=TAGS.get(language, language)))
    made = w("r", *([properties] if len(properties) else []))
    for number, line in enumerate(said.split("\n")):
        made.extend([w("br")] if number else [])
        made.append(text(line))
    return made


def paragraph(
    style: str, runs: Iterable[Element], *, right: bool = False, figures: bool = False, stays: bool = False
) -> Element:
    """A paragraph in a style, by its id.

    `right`: written from the right; `figures`: set to the right; `stays`: on the page of what comes next.
    """
    properties = w("pPr")
    wanted = (
        (style, w("pStyle", val=style)),
        (stays, w("keepNext")),
        (right, w("bidi")),
        (figures, w("jc", val="right")),
    )
    properties.extend(each for is_wanted, each in wanted if is_wanted)
    return w("p", properties, *runs)


def said(style: str, words: Words, *, figures: bool = False, bold: bool = False, stays: bool = False) -> Element:
    whole = shown(words)
    runs = [run(whole, words.language, bold=bold)]
    if words.beside:
        runs += [w("r", w("br")), run(shown(words.beside), words.beside.language, bold=bold)]
    elif words.at:
        runs = [w("bookmarkStart", id="0", name=mark_of(words.at)), *runs, w("bookmarkEnd", id="0")]
    return paragraph(style, runs, right=leftwards(whole), figures=figures, stays=stays)


def on_new_page(made: Element) -> Element:
    made.get_or_add_pPr().pageBreakBefore_val = True
    return made
