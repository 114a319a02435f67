"""What stopped a plan and was let be stays among its decisions, in the language of whoever reads them."""

from io import BytesIO

import pytest
from docx import Document

from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_plan_answers import ben as ben
from tests.workshop.test_plan_answers import desk as desk
from tests.workshop.test_plan_answers import let_be, send
from tests.workshop.visitor import Visitor

STOP = {"en": "There is no start.", "fi": "Alkamisaika puuttuu.", "sv": "Startdatum saknas."}
ELSEWHERE = {
    "approver": "Management team",
    "day": "2026-11-25",
    "record_number": "TEM/1/2026",
    "reason": "It is known.",
    "publicity": "public",
    "records_class": "02.04.01",
}


@pytest.fixture
def recorded(desk: PlanDesk, facilitator: Visitor) -> PlanDesk:
    """Approved elsewhere, although checks would have stopped it."""
    facilitator.send(f"{desk.page}/approval", "Record", **ELSEWHERE)
    assert desk.life.stage == "approved"
    return desk


@pytest.fixture
def approved(desk: PlanDesk, facilitator: Visitor, ben: Visitor) -> PlanDesk:
    """By Ben, who lets be what stops it and reads English."""
    send(desk, facilitator, ben)
    let_be(desk, ben)
    return desk


@pytest.mark.parametrize("way", ["recorded", "approved"])
@pytest.mark.parametrize("language", STOP)
def test_each_reads_what_was_let_be_in_their_own_language(
    way: str, language: str, facilitator: Visitor, request: pytest.FixtureRequest
):
    desk: PlanDesk = request.getfixturevalue(way)
    page = (
        facilitator.get(desk.page, Accept_Language=language).text.partition('id="decisions"')[2].partition("</ul>")[0]
    )
    file = facilitator.get(f"{desk.page}/plan.docx", Accept_Language=language).data
    cells = [cell.text for table in Document(BytesIO(file)).tables for row in table.rows for cell in row.cells]
    for told in (page, " ".join(cells)):
        assert [each for each in STOP.values() if each in told] == [STOP[language]]
