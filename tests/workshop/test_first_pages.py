"""First pages of files that are no plan's own: seen beside each way, by those who may have the file and nobody else."""

import pytest
from flask import Flask

from tests.conftest import signed_in
from tests.workshop.desk import Desk
from tests.workshop.plan_desk import written
from tests.workshop.test_draft import sat
from tests.workshop.test_making import until
from tests.workshop.test_paper import query
from tests.workshop.visitor import Visitor, forms


def once(visitor: Visitor, page: str) -> dict[str, str]:
    found = next(form for form in forms(visitor.get(page)) if "once" in form.fields)
    return {key: str(value) for key, value in found.fields.items()}


def drawn(visitor: Visitor, page: str, file: str) -> tuple[str, list[dict[str, str]]]:
    """Where they are in the making, and the pages once they are drawn."""
    answer = visitor.client.post(file, data=once(visitor, page) | {"once": "once-of-the-first-pages"})
    assert answer.status_code == 201, answer.text
    making = (answer.json or {})["address"]
    until(lambda: (visitor.client.get(making).json or {})["state"] == "made")
    return making, (visitor.client.get(f"{making}/pages").json or {})["pages"]


def pictured(visitor: Visitor, page: str, file: str) -> bool:
    """Whether the first page is there to be looked at."""
    _, pages = drawn(visitor, page, file)
    return visitor.client.get(pages[0]["address"]).data.startswith((b"\x89PNG", b"<svg "))


def test_a_transfer_sheet_shows_its_first_pages(desk: Desk, facilitator: Visitor):
    transfer = f"/w/{desk.id}/draft/transfer/"
    link = facilitator.get(f"/w/{desk.id}/draft").text.partition(transfer)[2].partition('"')[0]
    assert pictured(facilitator, transfer + link, f"{transfer}{link}/workbook.xlsx?pictures=1")


@pytest.mark.parametrize("kind", ["join", "answers", "cards"])
def test_paper_shows_its_first_pages_before_it_is_printed(desk: Desk, facilitator: Visitor, kind: str):
    page = f"/w/{desk.id}/paper"
    sheet = "join.pdf?" if kind == "join" else query(kind, desk)
    assert pictured(facilitator, page, f"{page}/{sheet}&pictures=1")


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_the_table_of_comments_shows_its_first_pages(app: Flask, facilitator: Visitor, format: str):
    page = f"{written(app, facilitator.account)[0].page}/comments"
    assert pictured(facilitator, page, f"{page}/table.{format}?pictures=1")


@pytest.mark.parametrize("kind", ["join", "answers", "cards"])
def test_who_sits_in_the_workshop_but_may_not_print_paper_sees_none_of_it(
    app: Flask, desk: Desk, facilitator: Visitor, kind: str
):
    participant = sat(app, desk, desk.seat("ada"))
    form = once(participant, f"/w/{desk.id}/draft")
    sheet = "join.pdf?" if kind == "join" else query(kind, desk)
    refused = participant.client.post(f"/w/{desk.id}/paper/{sheet}&pictures=1", data=form)
    assert refused.status_code == 403


def test_a_stranger_is_sent_to_the_door_instead_of_seeing_paper(desk: Desk, visitor: Visitor):
    form = forms(visitor.get("/"))[0].fields
    sent = visitor.client.post(f"/w/{desk.id}/paper/join.pdf?pictures=1", data=form)
    assert sent.status_code == 302, sent.text


def test_a_reader_of_the_plan_sees_no_pages_of_its_comments(app: Flask, facilitator: Visitor):
    plan = written(app, facilitator.account)[0]
    ben = signed_in(app, "ben@example.fi", "Ben", "facilitator")
    plan.invite(ben.account, "reader")
    form = once(ben, plan.page)
    assert ben.client.post(f"{plan.page}/comments/table.pdf?pictures=1", data=form).status_code == 403
