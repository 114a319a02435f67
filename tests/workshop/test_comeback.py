"""A document leaves, is read, edited and commented on elsewhere and comes back: each suggestion beside its field."""

import subprocess
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from facilitation.live.commands import ReviseCard, SetRole, TakeOut
from facilitation.report import Report, english, figures, report
from facilitation.report.reader import reader
from facilitation.report.returned import Cells, Reviewed, reviewed
from facilitation.shapes import Action, Goal
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.desk import Desk, set_up
from tests.workshop.hostile import package
from tests.workshop.rendered import programs_or_skip
from tests.workshop.test_roundtrip import TO, desk, goal, sat, words
from tests.workshop.visitor import Visitor, forms
from workshop import exports
from workshop.exports import Brought
from workshop.exports.document.marks import mark_of
from workshop.perform import Asker
from workshop.uploads import checked, child, document
from workshop.web.reviewing import marked, paper, said_at

__all__ = ["desk"]
NEW = "Every agreement sets two procurement targets."
OWNER = "Head of steering"
Edit = Callable[[Any], None]


@pytest.fixture
def page(desk: Desk) -> str:
    return f"/w/{desk.id}/draft/document"


def left(who: Visitor, desk: Desk) -> bytes:
    file = who.get(f"/w/{desk.id}/draft.docx")
    assert file.status_code == 200
    return file.data


def edited(file: bytes, *edits: Edit) -> bytes:
    """The document as somebody saves it after these edits."""
    opened, saved = Document(BytesIO(file)), BytesIO()
    for edit in edits:
        edit(opened)
    opened.save(saved)
    return saved.getvalue()


def paragraph_of(opened: Any, text: str) -> Any:
    """The paragraph of a field that says this."""
    found = (each for each in opened.element.body.iter(qn("w:p")) if said(each) == text)
    return next(each for each in found if each.find(qn("w:bookmarkStart")) is not None)


def said(paragraph: Any) -> str:
    return "".join(each.text or "" for each in paragraph.iter(qn("w:t")))


def typed(old: str, new: str) -> Edit:
    """Typed over, without a trace."""

    def edit(opened: Any) -> None:
        next(paragraph_of(opened, old).iter(qn("w:t"))).text = new

    return edit


def typed_in(at: str, new: str, time: int = 1) -> Edit:
    """Typed over where a field is told for the first time, or the how manieth."""

    def edit(opened: Any) -> None:
        marks = opened.element.body.iter(qn("w:bookmarkStart"))
        paragraph = next(each.getparent() for each in marks if each.get(qn("w:name")) == mark_of(at, time))
        first, *rest = paragraph.iter(qn("w:t"))
        first.text = new
        for each in rest:
            each.text = ""

    return edit


def run(text: str, name: str = "w:t") -> Any:
    made, inside = OxmlElement("w:r"), OxmlElement(name)
    inside.text = text
    made.append(inside)
    return made


def change(way: str, who: str, text: str) -> Any:
    made = OxmlElement(way)
    for name, value in (("w:id", "900"), ("w:author", who), ("w:date", "2026-12-02T09:30:00Z")):
        made.set(qn(name), value)
    made.append(run(text, "w:delText" if way == "w:del" else "w:t"))
    return made


def tracked(old: str, *changes: tuple[str, str, str]) -> Edit:
    """The text replaced by these parts: way, who, words; "" for what stays."""

    def edit(opened: Any) -> None:
        first = paragraph_of(opened, old).find(qn("w:r"))
        for way, who, text in changes:
            first.addprevious(change(way, who, text) if way else run(text))
        first.getparent().remove(first)

    return edit


def commented(text: str, who: str, remark: str) -> Edit:
    def edit(opened: Any) -> None:
        found = [each for each in opened.element.body.iter(qn("w:p")) if said(each) == text]
        found = next((each for each in found if each.find(qn("w:bookmarkStart")) is not None), found[0])
        of = next(each for each in found.iter(qn("w:r")))
        runs = type(opened.paragraphs[0].runs[0])(of, opened.paragraphs[0])
        opened.add_comment(runs, remark, author=who)

    return edit


def bring(who: Visitor, page: str, file: bytes) -> TestResponse:
    return who.send(page, file=(BytesIO(file), "plan.docx"))


def choosing(compared: TestResponse) -> dict[str, str | list[str]]:
    """The form of suggestions with everything taken."""
    form = next(each for each in forms(compared) if "lines" in each.fields)
    taken = {name: "take" for name in form.fields if name.startswith("choice-")}
    return {**form.fields, **taken}


def take(who: Visitor, page: str, compared: TestResponse, **otherwise: str) -> TestResponse:
    return who.client.post(f"{page}/take", data={**choosing(compared), **otherwise}, buffered=True)


def test_out_and_in_unchanged_gives_no_difference(desk: Desk, page: str, facilitator: Visitor):
    compared = bring(facilitator, page, left(facilitator, desk))
    assert compared.status_code == 200
    assert "Nothing in the document is to be taken in" in compared.text
    assert "Elsewhere in the document" not in compared.text
    assert "No longer in the document" not in compared.text


def came_back(told: Report, file: bytes) -> Reviewed:
    """The file held against the report, with nothing changed meanwhile."""
    before = marked(said_at(told))
    cells = Cells(reader(told.language, english, PACK), told.sheets, told.sheets)
    now = {each.at: each for each in before.values()}
    made = document.read(exports.make("docx", told)) or {}
    back = document.read(file) or {}
    return reviewed(paper(made, before), paper(back, before), before, now, cells)


NOTHING = Reviewed((), (), ())
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60),
    st.sampled_from(["", " ", "👩‍👩‍👧 family", "שלום עולם", "x" * 2000, "two\nlines", "–", "<w:p>&amp;", "=1+1"]),
)


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_words_out_and_in_unchanged_give_no_difference(start: str, aim: str, what: str):
    action = Action(id="a1", text={"en": what}, responsible=start)
    made = Goal(id="g1", from_={"en": start}, to={"en": aim}, owner=what, actions=(action,))
    told = report(replace(plan(), goals=(made,)), "en", english, PACK, made=DAY)
    assert came_back(told, exports.make("docx", told)) == NOTHING


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_whole_plan_saved_again_by_another_program_differs_in_nothing(language: str, tmp_path: Path):
    programs_or_skip()
    told = replace(report(plan(), language, english, PACK, made=DAY), stamp={"workshop": "w", "seq": "7"})
    file = again(exports.make("docx", told), tmp_path)
    assert child.read(checked(file, "docx"), "document")["stamp"] == told.stamp
    assert came_back(told, file) == NOTHING


def test_edits_that_another_program_saved_are_still_beside_their_fields(tmp_path: Path):
    programs_or_skip()
    told = report(plan(), "en", english, PACK, made=DAY)
    first, second = (each.to["en"] for each in plan().goals[:2])
    changes = [("w:del", "Rita Reader", first), ("w:ins", "Rita Reader", "Another aim.")]
    file = exports.make("docx", told)
    file = edited(file, tracked(first, *changes), typed(second, NEW), commented(NEW, "Olli Other", "Good."))
    found = came_back(told, again(file, tmp_path))
    assert (found.elsewhere, found.missing) == ((), ())
    assert [each.line and each.line.new for each in found.changed] == ["Another aim.", NEW]
    assert [(run.way, run.who) for run in found.changed[0].tracked] == [("out", "Rita Reader"), ("in", "Rita Reader")]
    assert [(remark.who, remark.text) for remark in found.changed[1].remarks] == [("Olli Other", "Good.")]


def again(file: bytes, folder: Path) -> bytes:
    """The document as LibreOffice saves it."""
    folder.joinpath("plan.docx").write_bytes(file)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", f"{folder}/again"]
    subprocess.run([*convert, f"{folder}/plan.docx"], check=True, capture_output=True, timeout=180)
    return folder.joinpath("again/plan.docx").read_bytes()


def test_a_text_typed_over_is_shown_with_its_difference_and_taken(desk: Desk, page: str, facilitator: Visitor):
    compared = bring(facilitator, page, edited(left(facilitator, desk), typed(TO, NEW)))
    assert "<ins>two</ins>" in compared.text
    assert "<del>a</del>" in compared.text
    assert "One change was taken into the plan" in take(facilitator, page, compared).text
    assert goal(desk, "to") == NEW


def test_a_suggestion_that_is_left_changes_nothing(desk: Desk, page: str, facilitator: Visitor):
    compared = bring(facilitator, page, edited(left(facilitator, desk), typed(TO, NEW)))
    assert "No change was taken" in take(facilitator, page, compared, **{"choice-0": "leave"}).text
    assert goal(desk, "to") == TO


def test_the_words_may_be_changed_before_they_are_taken(desk: Desk, page: str, facilitator: Visitor):
    compared = bring(facilitator, page, edited(left(facilitator, desk), typed(TO, NEW)))
    take(facilitator, page, compared, **{"words-0": "My own words."})
    assert goal(desk, "to") == "My own words."


def test_words_that_were_refused_can_be_sent_once_more_in_fewer(desk: Desk, page: str, facilitator: Visitor):
    compared = bring(facilitator, page, edited(left(facilitator, desk), typed(TO, "A" * 301)))
    assert "At most 300 characters." in take(facilitator, page, compared).text
    take(facilitator, page, compared, **{"words-0": "Fewer."})
    assert goal(desk, "to") == "Fewer."


def test_tracked_changes_of_several_people_are_shown_with_who_and_when_and_the_text_they_make(
    desk: Desk, page: str, facilitator: Visitor
):
    changes = [("", "", "Every agreement sets "), ("w:del", "Rita Reader", "a procurement target.")]
    changes += [("w:ins", "Rita Reader", "two procurement targets"), ("w:ins", "Olli Other", ", yearly.")]
    compared = bring(facilitator, page, edited(left(facilitator, desk), tracked(TO, *changes)))
    told = words(compared)
    day = " ".join(figures.day(date(2026, 12, 2), "en").split())
    assert f"Rita Reader · {day} took out a procurement target." in told
    assert f"Rita Reader · {day} put in two procurement targets" in told
    assert f"Olli Other · {day} put in , yearly." in told
    take(facilitator, page, compared)
    assert goal(desk, "to") == "Every agreement sets two procurement targets, yearly."


def test_a_comment_stands_beside_its_field_and_one_outside_is_listed_too(desk: Desk, page: str, facilitator: Visitor):
    file = edited(
        left(facilitator, desk),
        commented(TO, "Rita Reader", "By which year?"),
        commented("Each goal with its objective, owner, metrics and actions.", "Olli Other", "Good to know."),
    )
    compared = bring(facilitator, page, file)
    beside, elsewhere = words(compared).split("Elsewhere in the document")
    assert "Rita Reader" in beside and "By which year?" in beside
    assert "Olli Other" in elsewhere and "Good to know." in elsewhere
    assert "Nothing in the document is to be taken in" in compared.text


def test_the_names_of_readers_are_in_no_form_and_in_no_log(desk: Desk, page: str, facilitator: Visitor):
    file = edited(left(facilitator, desk), tracked(TO, ("w:ins", "Rita Reader", "Hers.")))
    compared = bring(facilitator, page, file)
    assert "Rita Reader" not in str(choosing(compared))
    assert "Rita Reader" not in take(facilitator, page, compared).text
    assert "Rita Reader" not in facilitator.get(f"/w/{desk.id}/draft").text


def test_what_was_changed_in_both_is_left_until_somebody_chooses(desk: Desk, page: str, facilitator: Visitor):
    file = edited(left(facilitator, desk), typed(TO, NEW))
    desk.ask(ReviseCard("goal-00000001", "to", "As the room says.", TO, "en"), desk.host)
    compared = bring(facilitator, page, file)
    assert all(text in words(compared) for text in (TO, "As the room says.", "Both were changed"))
    form = next(each for each in forms(compared) if "lines" in each.fields)
    facilitator.client.post(f"{page}/take", data=form.fields)
    assert goal(desk, "to") == "As the room says."
    take(facilitator, page, compared)
    assert goal(desk, "to") == NEW


def test_what_the_workshop_alone_changed_is_no_suggestion(desk: Desk, page: str, facilitator: Visitor):
    file = left(facilitator, desk)
    desk.ask(ReviseCard("goal-00000001", "owner", "Director", OWNER, "en"), desk.host)
    assert "Nothing in the document is to be taken in" in bring(facilitator, page, file).text


def test_a_field_split_in_two_paragraphs_is_one_text(desk: Desk, page: str, facilitator: Visitor):
    def split(opened: Any) -> None:
        first = paragraph_of(opened, TO)
        second = deepcopy(first)
        first.remove(first.find(qn("w:bookmarkEnd")))
        second.remove(second.find(qn("w:bookmarkStart")))
        next(first.iter(qn("w:t"))).text, next(second.iter(qn("w:t"))).text = "One part.", "Another part."
        first.addnext(second)

    compared = bring(facilitator, page, edited(left(facilitator, desk), split))
    take(facilitator, page, compared)
    assert goal(desk, "to") == "One part.\nAnother part."


def test_a_field_typed_anew_without_its_bookmark_is_known_by_its_paragraph(desk: Desk, page: str, facilitator: Visitor):
    def retyped(opened: Any) -> None:
        found = paragraph_of(opened, TO)
        for each in (*found.iter(qn("w:bookmarkStart")), *found.iter(qn("w:bookmarkEnd"))):
            found.remove(each)
        next(found.iter(qn("w:t"))).text = NEW

    take(facilitator, page, bring(facilitator, page, edited(left(facilitator, desk), retyped)))
    assert goal(desk, "to") == NEW


def test_a_paragraph_taken_away_is_told_and_takes_nothing_away(desk: Desk, page: str, facilitator: Visitor):
    def removed(opened: Any) -> None:
        found = paragraph_of(opened, TO)
        found.getparent().remove(found)

    told = words(bring(facilitator, page, edited(left(facilitator, desk), removed)))
    assert f"No longer in the document 1 Nothing happens to these fields. {TO}: To" in told
    assert goal(desk, "to") == TO


def boxed(text: str, words: str) -> Edit:
    """A text box put in the middle of a field, as programs anchor them."""

    def edit(opened: Any) -> None:
        paragraph = paragraph_of(opened, text)
        box, drawn, around = OxmlElement("w:txbxContent"), OxmlElement("w:pict"), OxmlElement("w:r")
        inner = OxmlElement("w:p")
        inner.append(run(words))
        box.append(inner)
        drawn.append(box)
        around.append(drawn)
        first = next(paragraph.iter(qn("w:t")))
        half = len(text) // 2
        first.text = text[:half]
        first.getparent().addnext(around)
        around.addnext(run(text[half:]))

    return edit


def test_a_text_box_in_a_field_is_listed_elsewhere_and_never_spliced_into_it(
    desk: Desk, page: str, facilitator: Visitor
):
    shown = bring(facilitator, page, edited(left(facilitator, desk), boxed(TO, "Only a box")))
    assert "Not in the document when it left Only a box" in words(shown)
    assert "Nothing in the document is to be taken in" in shown.text


def test_a_paragraph_put_between_fields_is_listed_elsewhere(desk: Desk, page: str, facilitator: Visitor):
    def added(opened: Any) -> None:
        new = OxmlElement("w:p")
        new.append(run("We miss the costs."))
        paragraph_of(opened, TO).addnext(new)

    compared = bring(facilitator, page, edited(left(facilitator, desk), added))
    assert "Not in the document when it left We miss the costs." in words(compared)
    assert "Nothing in the document is to be taken in" in compared.text


def test_a_field_that_nobody_had_filled_can_be_filled(desk: Desk, page: str, facilitator: Visitor):
    filled = typed_in("actions/action-00000003/deliverable", "A model clause.")
    take(facilitator, page, bring(facilitator, page, edited(left(facilitator, desk), filled)))
    answer = desk.state.cards["action-00000003"].answers["deliverable"]
    assert "A model clause." in str(answer)


def test_a_card_that_was_taken_away_is_told_with_the_words_to_copy(desk: Desk, page: str, facilitator: Visitor):
    file = edited(left(facilitator, desk), typed(TO, NEW))
    desk.ask(TakeOut("goal-00000001"), desk.host)
    told = words(bring(facilitator, page, file))
    assert "was taken away in the workshop meanwhile" in told
    assert NEW in told


def test_a_document_of_another_workshop_is_refused(desk: Desk, page: str, facilitator: Visitor, app: Flask):
    refused = bring(facilitator, page, left(facilitator, Desk(app, set_up(facilitator))))
    assert refused.status_code == 400
    assert "This file is from another workshop" in refused.text


@pytest.mark.parametrize(
    "file",
    [b"hello", package(("word/vbaProject.bin", b"")), package(("word/a.xml", "<!DOCTYPE x><x/>"))],
    ids=["a text", "macros", "a document type"],
)
def test_a_hostile_file_is_refused_at_the_field(page: str, facilitator: Visitor, file: bytes):
    refused = bring(facilitator, page, file)
    assert refused.status_code == 400
    assert 'aria-invalid="true"' in refused.text


def test_a_document_that_is_not_ours_is_refused(page: str, facilitator: Visitor):
    refused = bring(facilitator, page, Path("workshop/exports/templates/toimi.docx").read_bytes())
    assert refused.status_code == 400
    assert "does not say which plan it is from" in refused.text


def test_participants_may_not(desk: Desk, page: str, app: Flask):
    ada = sat(app, desk, Asker("seat-ada-0000"))
    assert ada.get(page).status_code == 403
    thrown = ada.client.post(f"{page}/take", data=bytes(300_000), content_type="multipart/form-data; boundary=b")
    assert thrown.status_code == 413
    assert "Bring a document back" not in ada.get(f"/w/{desk.id}/draft").text


def test_the_suggestions_of_one_person_are_worth_nothing_to_another(
    desk: Desk, page: str, app: Flask, facilitator: Visitor
):
    desk.ask(SetRole("seat-ada-0000", "cohost"), desk.host)
    ada = sat(app, desk, Asker("seat-ada-0000"))
    file = edited(left(facilitator, desk), typed(TO, NEW))
    fays, adas = (choosing(bring(who, page, file)) for who in (facilitator, ada))
    assert ada.client.post(f"{page}/take", data={**adas, "lines": fays["lines"]}).status_code == 400


def test_a_document_in_an_organisations_own_template_comes_back_too():
    own = Path("workshop/exports/templates/toimi.docx").read_bytes()
    told = report(plan(), "en", english, PACK, made=DAY)
    assert came_back(told, exports.make("docx", told, Brought(own, {}))) == NOTHING


def test_hosts_find_the_page_from_the_draft(desk: Desk, page: str, facilitator: Visitor):
    assert f'href="{page}"' in facilitator.get(f"/w/{desk.id}/draft").text


# -- Figures, days and choices --------------------------------------------------------------------------------------

G, M, A = "goals/goal-00000001", "metrics/metric-00000002", "actions/action-00000003"
TYPED = {
    f"{G}/due": "To, by 31 March 2029",
    f"{G}/agreement": "Candidate",
    f"{M}/baseline": "1,5 (Jun 2026)",
    f"{M}/target": "7.5",
    f"{A}/when": "Feb 2027 \N{EN DASH} 15 May 2027",
}
WANTED: dict[tuple[str, str], object] = {
    ("goal-00000001", "due"): "2029-03-31",
    ("goal-00000001", "agreement"): "candidate",
    ("metric-00000002", "baseline"): 1.5,
    ("metric-00000002", "baseline_day"): "2026-06-30",
    ("metric-00000002", "target"): 7.5,
    ("action-00000003", "start"): "2027-02-01",
    ("action-00000003", "end"): "2027-05-15",
}


def answers(desk: Desk) -> dict[tuple[str, str], object]:
    return {(card, field): desk.state.cards[card].answers.get(field) for card, field in WANTED}


def test_figures_days_and_choices_are_suggestions_beside_their_fields(desk: Desk, page: str, facilitator: Visitor):
    file = edited(left(facilitator, desk), *(typed_in(*each) for each in TYPED.items()))
    compared = bring(facilitator, page, file)
    assert "Elsewhere in the document" not in compared.text
    assert f"{len(WANTED)} changes were taken into the plan" in take(facilitator, page, compared).text
    assert answers(desk) == WANTED


def test_what_is_no_figure_no_day_and_no_choice_is_told_at_its_field_and_takes_nothing(
    desk: Desk, page: str, facilitator: Visitor
):
    before = answers(desk)
    wrong = {f"{M}/target": "very many", f"{A}/when": "soon", f"{G}/agreement": "Perhaps"}
    compared = bring(facilitator, page, edited(left(facilitator, desk), *(typed_in(*each) for each in wrong.items())))
    told = words(compared)
    assert "This is not a number. very many" in told
    assert "This is not a day. Write it as 31.3.2027. soon" in told
    assert "This is not one of the choices. Perhaps" in told
    assert "Nothing in the document is to be taken in" in told
    assert answers(desk) == before


def test_a_figure_that_is_mistyped_on_the_page_is_told_in_its_row_and_leaves_the_others(
    desk: Desk, page: str, facilitator: Visitor
):
    file = edited(left(facilitator, desk), typed_in(f"{M}/target", "7.5"), typed(TO, NEW))
    compared = bring(facilitator, page, file)
    form = choosing(compared)
    row = next(name for name, value in form.items() if name.startswith("words-") and value == "7.5")
    told = words(take(facilitator, page, compared, **{row: "seven"}))
    assert "Agreements with a target: Target. This is not a number." in told
    assert "One change was taken into the plan" in told
    assert goal(desk, "to") == NEW


def test_a_field_told_in_two_places_is_one_suggestion_wherever_it_was_changed(
    desk: Desk, page: str, facilitator: Visitor
):
    for place in (1, 2):
        compared = bring(facilitator, page, edited(left(facilitator, desk), typed_in(f"{M}/target", "7.5", place)))
        assert "One field is to be otherwise." in compared.text
        assert "Elsewhere in the document" not in compared.text
    assert "One change was taken" in take(facilitator, page, compared).text  # pyright: ignore[reportPossiblyUnbound]
    assert answers(desk)["metric-00000002", "target"] == 7.5


def test_a_field_that_two_places_want_otherwise_is_left_until_somebody_chooses(
    desk: Desk, page: str, facilitator: Visitor
):
    edits = (typed_in(f"{M}/target", "7", 1), typed_in(f"{M}/target", "8", 2))
    compared = bring(facilitator, page, edited(left(facilitator, desk), *edits))
    assert words(compared).count("Otherwise in another place of the document") == 2
    form = next(each for each in forms(compared) if "lines" in each.fields)
    facilitator.client.post(f"{page}/take", data=form.fields)
    assert answers(desk)["metric-00000002", "target"] == 5


def test_a_line_that_somebody_ended_is_seen(desk: Desk, page: str, facilitator: Visitor):
    first, second = TO.split(" a ")

    def split(opened: Any) -> None:
        paragraph = paragraph_of(opened, TO)
        further = deepcopy(paragraph)
        paragraph.remove(paragraph.find(qn("w:bookmarkEnd")))
        further.remove(further.find(qn("w:bookmarkStart")))
        next(paragraph.iter(qn("w:t"))).text, next(further.iter(qn("w:t"))).text = first, f"a {second}"
        paragraph.addnext(further)

    compared = bring(facilitator, page, edited(left(facilitator, desk), split))
    assert "One field is to be otherwise." in compared.text
    assert f"{first}<ins>\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}\n</ins>a {second}" in compared.text
    take(facilitator, page, compared)
    assert goal(desk, "to") == f"{first}\na {second}"
