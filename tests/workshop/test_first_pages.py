"""First pages of files that are no plan's own: seen beside each way, by those who may have the file and nobody else."""

from flask import Flask

from tests.workshop.desk import Desk, set_up
from tests.workshop.test_making import until
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


def test_transfer_sheets_and_paper_show_their_first_pages(app: Flask, facilitator: Visitor):
    desk = Desk(app, set_up(facilitator))
    transfer, paper = f"/w/{desk.id}/draft/transfer/", f"/w/{desk.id}/paper"
    link = facilitator.get(f"/w/{desk.id}/draft").text.partition(transfer)[2].partition('"')[0]
    page = transfer + link
    assert drawn(facilitator, page, f"{page}/workbook.xlsx?pictures=1")[1]
    _, pages = drawn(facilitator, paper, f"{paper}/join.pdf?pictures=1")
    assert facilitator.client.get(pages[0]["address"]).data.startswith(b"\x89PNG")


def test_who_may_not_print_paper_sees_none_of_it(app: Flask, facilitator: Visitor):
    desk = Desk(app, set_up(facilitator))
    form = once(facilitator, f"/w/{desk.id}/paper")
    stranger = Visitor(app).client.post(f"/w/{desk.id}/paper/join.pdf?pictures=1", data=form)
    assert stranger.status_code != 201
