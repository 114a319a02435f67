"""A document leaves, is read, edited and commented on elsewhere and comes back: each suggestion beside its field."""

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from flask import Flask

from facilitation.live.commands import ReviseCard, SetRole, TakeOut
from facilitation.report import english, figures, report
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.desk import Desk, set_up
from tests.workshop.hostile import package
from tests.workshop.papers import (
    NEW,
    NOTHING,
    OWNER,
    Edit,
    bring,
    came_back,
    choosing,
    commented,
    edited,
    left,
    page,
    paragraph_of,
    run,
    take,
    tracked,
    typed,
    typed_in,
)
from tests.workshop.test_roundtrip import TO, desk, goal, sat, words
from tests.workshop.visitor import Visitor, forms
from workshop import exports
from workshop.exports import Brought
from workshop.perform import Asker

__all__ = ["desk", "page"]


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
    assert "was taken away meanwhile" in told
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
