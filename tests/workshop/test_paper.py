"""Sheets for those without a device: numbered, in the order in which they are keyed in, told to screen readers too."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import outloud
import pdfua
import pytest
import segno
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.live.asking import asked
from facilitation.report.blocks import Words
from facilitation.report.paper import AnswerSheets, CardSheets, answer_sheets, answerable, has_cards
from facilitation.report.paper.shapes import Blanks, Grid, Head, JoinSheet, Lines, Part, Ticks, Way
from facilitation.report.reader import reader
from facilitation.steps import KINDS
from facilitation.steps.kind import Number, Step, StepKind, Text
from tests.conftest import signed_in
from tests.workshop.catalogue import words_of
from tests.workshop.desk import Desk, set_up
from tests.workshop.readback import flat, says
from tests.workshop.test_draft import PACK, sat
from tests.workshop.visitor import Visitor
from workshop.exports import child
from workshop.exports.pdf import paper
from workshop.limits import SHEETS
from workshop.store import accounts

LANGUAGES = ("fi", "sv", "en")
HEAD = Head("Plan 2027–2029", "en")


@pytest.fixture
def desk(facilitator: Visitor, app: Flask) -> Desk:
    return Desk(app, set_up(facilitator))


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
    return found + [finding.message for finding in pdfua.validate(str(path)).findings]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["answers", "cards"])
def test_two_auditors_find_nothing_wrong(desk: Desk, facilitator: Visitor, tmp_path: Path, kind: str, language: str):
    assert audited(printed(facilitator, desk, query(kind, desk, language=language)), tmp_path) == []


def test_the_auditors_find_nothing_wrong_with_the_sheet_by_the_door(desk: Desk, facilitator: Visitor, tmp_path: Path):
    assert audited(printed(facilitator, desk, "join.pdf"), tmp_path) == []


def test_every_statement_stands_in_the_order_in_which_it_is_keyed_in(desk: Desk, facilitator: Visitor):
    wanted = [flat(PACK.statement(id).text["fi"]) for id in asked(desk.state, desk.step("current_state"))]  # pyright: ignore[reportOptionalMemberAccess]
    found = says("pdf", printed(facilitator, desk, query("answers", desk, language="fi")))
    places = [found.index(text) for text in wanted]
    assert places == sorted(places)
    assert all(flat(f"{level.value} {level.name['fi']}") in found for level in PACK.scale.levels)


def test_sheets_are_numbered_from_the_first_that_is_asked_for(desk: Desk, facilitator: Visitor):
    made = printed(facilitator, desk, query("answers", desk, steps=[desk.step("vote")], count=3, first=7))
    assert set(re.findall(r"Sheet (\d+)", text_of(made))) == {"7", "8", "9"}


def text_of(made: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=made, capture_output=True, check=True).stdout.decode()


def test_a_sheet_says_from_which_moment_of_which_workshop_it_is(desk: Desk, facilitator: Visitor):
    found = text_of(printed(facilitator, desk, query("answers", desk)))
    assert f"Workshop {desk.id}, as of entry {desk.state.seq} of its log" in found


def test_the_sheet_by_the_door_has_the_code_and_the_same_picture_as_the_page(desk: Desk, facilitator: Visitor):
    made = printed(facilitator, desk, "join.pdf")
    code = desk.row.code or ""
    assert flat(code) in says("pdf", made)
    dark = sum(map(sum, segno.make(f"http://localhost/j/{code}", error="m").matrix))
    assert squares(made) == dark


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
        Grid(one, (one, other), (said, said), other),
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
