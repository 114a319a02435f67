"""Sheets for those without a device: numbered, in the order in which they are keyed in, told to screen readers too."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import outloud
import pikepdf
import pytest
import segno
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.live.asking import asked
from facilitation.live.commands import ReviseStep, SetOption
from facilitation.report.paper import AnswerSheets, CardSheets, answer_sheets, answerable, cards, has_cards, sign_of
from facilitation.report.paper.shapes import Blanks, Column, Grid, Group, Head, JoinSheet, Lines, Part, Row, Ticks, Way
from facilitation.report.reader import reader
from facilitation.report.texts import Words
from facilitation.steps import KINDS
from facilitation.steps.kind import Number, Step, StepKind, Text
from tests.conftest import signed_in
from tests.workshop.audited_aloud import unheard
from tests.workshop.catalogue import words_of
from tests.workshop.desk import Desk
from tests.workshop.readback import flat, says
from tests.workshop.test_draft import PACK, sat
from tests.workshop.visitor import Visitor
from workshop.exports import child
from workshop.exports.pdf import paper
from workshop.limits import CARD_PAGES, PAPER_LETTERS, SHEETS
from workshop.store import accounts

LANGUAGES = ("fi", "sv", "en")
SMALL = 4
"""Codes to cut out on the second page of the sheet by the door."""
HEAD = Head("Plan 2027–2029", "en")


def query(kind: str, desk: Desk, **otherwise: object) -> str:
    """Everything that a form asks for, all steps ticked, but for what is said otherwise."""
    steps = [step.id for step in (answerable if kind == "answers" else has_cards)(desk.state)]
    numbers = {"answers": {"count": 1, "first": 1}, "cards": {"pages": 1}}[kind]
    asked_for = {"language": "en", "steps": steps, **numbers, **otherwise}
    return f"{kind}.pdf?" + urlencode({f"{kind}-{key}": value for key, value in asked_for.items()}, doseq=True)


def printed(visitor: Visitor, desk: Desk, sheet: str) -> bytes:
    answer = visitor.get(f"/w/{desk.id}/paper/{sheet}")
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "application/pdf"
    return answer.data


def audited(made: bytes, folder: Path) -> list[str]:
    path = folder / "sheet.pdf"
    path.write_bytes(made)
    found = [finding.message for finding in outloud.check(str(path)).findings if finding.severity == "error"]
    return found + unheard(str(path))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["answers", "cards"])
def test_two_auditors_find_nothing_wrong(desk: Desk, facilitator: Visitor, tmp_path: Path, kind: str, language: str):
    assert audited(printed(facilitator, desk, query(kind, desk, language=language)), tmp_path) == []


def test_the_auditors_find_nothing_wrong_with_the_sheet_by_the_door(desk: Desk, facilitator: Visitor, tmp_path: Path):
    assert audited(printed(facilitator, desk, "join.pdf"), tmp_path) == []


def test_every_statement_stands_in_the_order_in_which_it_is_keyed_in(desk: Desk, facilitator: Visitor):
    wanted = [flat(PACK.statement(id).text["fi"]) for id in asked(desk.state, desk.step("current_state"))]  # pyright: ignore[reportOptionalMemberAccess]
    found = flat(text_of(printed(facilitator, desk, query("answers", desk, language="fi")), "-raw"))
    places = [found.index(text) for text in wanted]
    assert places == sorted(places)
    names = [flat(level.name["fi"]) for level in PACK.scale.levels]
    assert [found.index(name) for name in names] == sorted(found.index(name) for name in names)


def test_sheets_are_numbered_from_the_first_that_is_asked_for(desk: Desk, facilitator: Visitor):
    made = printed(facilitator, desk, query("answers", desk, steps=[desk.step("vote")], count=3, first=7))
    assert set(re.findall(r"Sheet (\d+)", text_of(made))) == {"7", "8", "9"}


def text_of(made: bytes, *how: str) -> str:
    return subprocess.run(["pdftotext", *how, "-", "-"], input=made, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("kind", ["answers", "cards"])
def test_every_page_says_from_which_moment_of_which_workshop_it_is(desk: Desk, facilitator: Visitor, kind: str):
    pages = printed_pages(printed(facilitator, desk, query(kind, desk)))
    foot = f"Agenda {sign_of(desk.state)} of workshop {desk.id}, as of entry {desk.state.seq} of its log"
    assert [foot in page for page in pages] == [True] * len(pages)


def test_so_does_every_page_of_the_sheet_by_the_door_in_the_first_language_of_the_room(
    desk: Desk, facilitator: Visitor
):
    pages = printed_pages(printed(facilitator, desk, "join.pdf"))
    foot = f"Työpajan {desk.id} ohjelma {sign_of(desk.state)}, lokin merkintä {desk.state.seq}"
    assert [foot in page for page in pages] == [True, True]


def printed_pages(made: bytes) -> list[str]:
    return [page for page in text_of(made).split("\f") if page]


def test_the_sheet_by_the_door_has_the_code_and_the_same_picture_as_the_page(desk: Desk, facilitator: Visitor):
    made = printed(facilitator, desk, "join.pdf")
    code = desk.row.code or ""
    assert flat(code) in says("pdf", made)
    dark = sum(map(sum, segno.make(f"http://localhost/j/{code}", error="m").matrix))
    assert squares(made) == dark * (1 + SMALL)


def squares(made: bytes) -> int:
    """How many black squares the page has."""
    command = ["pdftocairo", "-svg", "-", "-"]
    drawn = subprocess.run(command, input=made, capture_output=True, check=True).stdout.decode()
    return len(re.findall(r"<path[^>]*fill:rgb\(0%,0%,0%\)", drawn))


def test_the_sheet_by_the_door_speaks_every_language_of_the_room(desk: Desk, facilitator: Visitor):
    found = says("pdf", printed(facilitator, desk, "join.pdf"))
    assert all(flat(text) in found for text in ("Liity työpajaan", "Gå med i workshoppen", "Join the workshop"))


WRONG = [{"count": 0}, {"count": SHEETS + 1}, {"steps": ["nothing"]}, {"steps": []}, {"language": "xx"}]


@pytest.mark.parametrize("wrong", WRONG)
def test_what_cannot_be_printed_is_said_at_the_field(desk: Desk, facilitator: Visitor, wrong: dict[str, object]):
    page = facilitator.get(f"/w/{desk.id}/paper/{query('answers', desk, **wrong)}")
    assert page.status_code == 400
    assert "field__error" in page.text


def test_participants_and_strangers_print_nothing(desk: Desk, app: Flask):
    ada, stranger = sat(app, desk, desk.seat("ada")), Visitor(app)
    for path in ("paper", "paper/join.pdf", "paper/answers.pdf", "paper/cards.pdf"):
        assert ada.get(f"/w/{desk.id}/{path}").status_code == 403
        assert stranger.get(f"/w/{desk.id}/{path}").mimetype != "application/pdf"


def test_another_facilitator_prints_nothing_of_this_workshop(desk: Desk, app: Flask):
    other = signed_in(app, "gus@example.fi", "Gus", accounts.FACILITATOR)
    assert other.get(f"/w/{desk.id}/paper/answers.pdf").mimetype != "application/pdf"


def test_a_new_kind_of_step_is_printed_without_anybody_having_heard_of_it(
    desk: Desk, facilitator: Visitor, monkeypatch: pytest.MonkeyPatch
):
    fields = (Text(key="text", label="What could go wrong?"), Number(key="cost", label="What would it cost?"))
    kind = StepKind(key="risks", title="Risks", prompt="Think of winter.", board="matrix", yields="risk", fields=fields)
    monkeypatch.setitem(KINDS, "risks", kind)
    step = Step("step-risks", "risks")
    state = replace(desk.state, steps={**desk.state.steps, step.id: step}, order=(*desk.state.order, step.id))
    assert "step-risks" in {step.id for step in answerable(state)}
    made = paper.write(answer_sheets(state, reader("en", words_of("en"), PACK), HEAD, ["step-risks"]))
    assert all(flat(text) in says("pdf", made) for text in ("Risks", "Think of winter.", "What would it cost?"))


odd = st.text(max_size=80)


@settings(max_examples=30, deadline=None)
@given(odd, odd, st.integers(1, 4))
def test_whatever_people_type_prints(one: str, other: str, count: int):
    said = Words(one, theirs=True)
    answers = (
        Lines(one, count, other),
        Ticks(other, (said, Words(other))),
        Grid(one, (Column(one, other),) * 2, (Group(Words(other), (Row(said, 2, one), Row(said, 1))),)),
        Blanks(one, (one, other), count),
        Blanks(other, ("",) * count, 1),
    )
    parts = (Part(said, Words(other), answers),)
    head = Head(one, "fi", other, one, other)
    assert paper.write(AnswerSheets(head, parts, "Sheet %(n)s", one, other, 1, count))
    assert paper.write(CardSheets(head, parts, one, other))
    assert paper.write(JoinSheet(head, "ABCD 2345", other, ("10", "01"), one, (Way("fi", one, (other, one), one),)))


def test_a_child_makes_the_same_sheets():
    sheets = CardSheets(HEAD, (Part(Words("Ideas"), Words("One a card"), (Lines("Idea", 3),)),), "Card %(n)s", "Cut")
    assert child.make("paper", sheets) == paper.write(sheets)


def test_each_sheet_begins_on_a_leaf_of_its_own(desk: Desk, facilitator: Visitor):
    pages = text_of(printed(facilitator, desk, query("answers", desk, count=3))).split("\f")
    begins = [at for at, page in enumerate(pages) if "Whose sheet this is" in page]
    assert len(begins) == 3
    assert {at % 2 for at in begins} == {0}


def test_a_task_of_a_thousand_letters_stands_on_its_card_with_room_to_write(desk: Desk, tmp_path: Path):
    ideas = desk.step("ideas")
    task = " ".join(f"word{number}" for number in range(125))
    desk.ask(ReviseStep(ideas, task={"en": task}), desk.host)
    made = paper.write(cards(desk.state, reader("en", words_of("en"), PACK), HEAD, [ideas]))
    assert flat(task) in says("pdf", made)
    assert "Card 2" in text_of(made)


def test_the_long_form_is_asked_below_each_statement_and_picks_come_last(desk: Desk):
    step = desk.step("current_state")
    for option in ("importance", "evidence"):
        desk.ask(SetOption(step, option, True), desk.host)
    (part,) = answer_sheets(desk.state, reader("en", words_of("en"), PACK), HEAD, [step]).parts
    grid, *rest = part.answers
    assert isinstance(grid, Grid)
    rows = [row for group in grid.groups for row in group.rows]
    assert [row.label.text for row in rows[1::2]] == ["How important is it for us?"] * len(asked(desk.state, step))
    assert [row.boxes for row in rows[:2]] == [7, 5]
    assert [each.label for each in rest] == ["Examples or evidence", "The numbers of the 3 that matter most to you"]


def test_how_many_dots_there_are_is_not_said_before_there_is_anything_to_vote_on(desk: Desk, facilitator: Visitor):
    votes = query("answers", desk, steps=[desk.step("vote")])
    assert "As many dots as the facilitator says" in text_of(printed(facilitator, desk, votes))
    desk.ask(SetOption(desk.step("vote"), "dots", 4), desk.host)
    assert "You have 4 dots, at most 2 on one card" in text_of(printed(facilitator, desk, votes))


def test_the_sign_of_an_agenda_changes_with_what_is_asked_and_with_nothing_else(desk: Desk):
    before = sign_of(desk.state)
    desk.seat("ada")
    assert sign_of(desk.state) == before
    desk.ask(SetOption(desk.step("current_state"), "pick", 4), desk.host)
    assert sign_of(desk.state) != before


def test_the_sheet_by_the_door_says_where_and_whom_to_ask(desk: Desk, facilitator: Visitor):
    found = says("pdf", printed(facilitator, desk, "join.pdf?join-place=Room+23&join-ask=Fay"))
    assert flat("Room 23") in found
    assert flat("Ask Fay if anything is in the way.") in found
    page = facilitator.get(f"/w/{desk.id}/paper/join.pdf?join-place={'x' * (PAPER_LETTERS + 1)}")
    assert (page.status_code, "x" * (PAPER_LETTERS + 1) in page.text) == (400, True)


def test_foreign_words_are_told_to_be_in_their_language(desk: Desk, facilitator: Visitor, tmp_path: Path):
    path = tmp_path / "join.pdf"
    path.write_bytes(printed(facilitator, desk, "join.pdf"))
    with pikepdf.open(path) as pdf:
        told = {str(each.Lang) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each}
    assert {"fi", "sv", "en"} <= told
    assert not {"sv-GB", "fi-GB", "en-FI"} & told


def test_what_does_not_come_out_is_said_on_the_page_with_what_was_typed(
    desk: Desk, facilitator: Visitor, monkeypatch: pytest.MonkeyPatch
):
    make: Callable[..., bytes] = child.make
    monkeypatch.setattr(child, "make", lambda *given: make(*given, seconds=0))
    page = facilitator.get(f"/w/{desk.id}/paper/{query('answers', desk, count=3, first=41)}")
    assert page.status_code == 503
    assert "The sheets could not be made." in page.text
    assert 'value="41"' in page.text


def test_the_pages_for_people_without_a_device_lead_to_paper(desk: Desk, facilitator: Visitor):
    facilitator.get(f"/w/{desk.id}/console")
    for there in (desk.plan, f"/w/{desk.id}/person"):
        assert f'href="/w/{desk.id}/paper"' in facilitator.get(there).text


def test_as_many_as_may_be_asked_for_are_made_within_the_childs_limits(desk: Desk):
    to = reader("fi", words_of("fi"), PACK)
    made = child.make("paper", answer_sheets(desk.state, to, HEAD, desk.state.order, count=SHEETS))
    assert f"Lomake {SHEETS}" in text_of(made)
    assert child.make("paper", cards(desk.state, to, HEAD, desk.state.order, pages=CARD_PAGES))
