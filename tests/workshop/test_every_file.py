"""Every file that a page offers is made beside that page, whichever page it is: one way for all."""

import re
from collections.abc import Callable
from functools import partial
from html import unescape

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.workshop.desk import Desk, set_up
from tests.workshop.followed import followed
from tests.workshop.plan_desk import written
from tests.workshop.test_draft import with_a_goal
from tests.workshop.test_making import no_turn_free, until
from tests.workshop.test_templates_page import OWN, brought
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor, forms
from workshop import limits
from workshop.exports import FORMATS, child

LINK = re.compile(r"<a [^>]*?>")
FILE = re.compile(rf'href="([^"]+?\.(?:{"|".join(map(re.escape, FORMATS))})(?:\?[^"]*)?)"')


def ways(page: str) -> list[tuple[str, bool]]:
    """Addresses of files on a page, and whether its script takes each over."""
    found = ((link, FILE.search(link)) for link in LINK.findall(page))
    return [(unescape(file[1]), "data-download" in link) for link, file in found if file]


def post(visitor: Visitor, page: str, address: str) -> TestResponse:
    """As the page's script asks for a file, with what the page brought along."""
    form = next(form for form in forms(visitor.get(page)) if "once" in form.fields and not form.action)
    return visitor.client.post(address, data=form.fields | {"once": "once-of-the-test"})


def asked(visitor: Visitor, page: str, address: str) -> str:
    """Where the script may ask how far it is."""
    answer = post(visitor, page, address)
    assert answer.status_code == 201, answer.text
    return (answer.json or {})["address"]


def fetched(visitor: Visitor, page: str, address: str) -> TestResponse:
    making = asked(visitor, page, address)
    until(lambda: (visitor.get(making).json or {})["state"] == "made")
    return visitor.get(f"{making}/file")


def of_a_draft(app: Flask, fay: Visitor) -> tuple[Visitor, list[str]]:
    desk = Desk(app, set_up(fay))
    with_a_goal(desk)
    draft = f"/w/{desk.id}/draft"
    return fay, [draft, f"{draft}/files", f"{draft}/transfer/hankintaluotsi"]


def of_a_plan(app: Flask, fay: Visitor) -> tuple[Visitor, list[str]]:
    page = written(app, fay.account)[0].page
    return fay, [page, f"{page}/files", f"{page}/comments", f"{page}/transfer/hankintaluotsi"]


def of_follow_up(app: Flask, fay: Visitor) -> tuple[Visitor, list[str]]:
    tree = Tree(app)
    plan, housing = followed(tree), tree.page("housing")
    return tree.somebody("steering", "housing"), [
        f"{plan.page}/follow-up",
        f"{plan.page}/planning/years",
        f"{plan.page}/planning/files",
        f"{housing}/follow-up",
        f"{housing}/branch",
    ]


@pytest.mark.parametrize("world", [of_a_draft, of_a_plan, of_follow_up])
def test_every_link_to_a_file_is_one_that_is_made_beside_its_page(
    app: Flask, facilitator: Visitor, world: Callable[[Flask, Visitor], tuple[Visitor, list[str]]]
):
    visitor, pages = world(app, facilitator)
    for page in pages:
        found = ways(visitor.get(page).text)
        assert found, page
        assert all(beside for _address, beside in found), page
        address = next((each for each, _ in found if ".md" in each or ".docx" in each), found[0][0])
        made, plain = fetched(visitor, page, address), visitor.get(address)
        assert (made.status_code, made.mimetype) == (200, plain.mimetype), address
        assert made.headers["Content-Disposition"] == plain.headers["Content-Disposition"]


def test_a_sample_in_a_template_is_made_beside_its_page(facilitator: Visitor):
    page = brought(facilitator, OWN)
    ((address, beside),) = ways(facilitator.get(page).text)
    assert beside
    assert fetched(facilitator, page, address).data.startswith(b"PK")


def test_paper_is_made_beside_its_page_and_what_is_wrong_stands_at_its_field(app: Flask, facilitator: Visitor):
    desk = Desk(app, set_up(facilitator))
    page = f"/w/{desk.id}/paper"
    made = fetched(facilitator, page, f"{page}/join.pdf?join-place=Room+23")
    assert made.data.startswith(b"%PDF")
    assert made.headers["Content-Disposition"] == f"attachment; filename=join-{desk.id}.pdf"
    wrong = post(facilitator, page, f"{page}/join.pdf?join-place={'x' * (limits.PAPER_LETTERS + 1)}")
    assert wrong.status_code == 400
    assert "At most" in wrong.text


def test_a_sheet_in_the_making_is_given_up(app: Flask, facilitator: Visitor):
    page = f"/w/{set_up(facilitator)}/paper"
    with no_turn_free(app):
        making = asked(facilitator, page, f"{page}/join.pdf")
        form = next(form for form in forms(facilitator.get(page)) if "once" in form.fields)
        assert facilitator.client.post(f"{making}/given-up", data=form.fields).status_code == 204
    until(lambda: (facilitator.get(making).json or {})["why"] == "given_up")
    assert facilitator.get(f"{making}/file").status_code == 404


def test_a_report_that_could_not_be_made_is_told_on_a_page(app: Flask, monkeypatch: pytest.MonkeyPatch):
    tree = Tree(app)
    plan, head = followed(tree), tree.somebody("reader", "homes")
    monkeypatch.setattr(child, "make", partial(child.make, seconds=0))
    page = head.get(f"{plan.page}/follow-up/report.md")
    assert page.status_code == 503
    assert "The file was not made" in page.text


def test_what_was_made_for_roles_that_one_had_is_not_there_without_them(app: Flask):
    tree = Tree(app)
    followed(tree)
    head, page = tree.somebody("steering", "housing"), tree.page("housing") + "/branch"
    making = asked(head, page, f"{page}/file.md?of=plan")
    until(lambda: (head.get(making).json or {})["state"] == "made")
    assert head.get(f"{making}/file").status_code == 200
    tree.give(head.account, "reader", "traffic")
    assert head.get(f"{making}/file").status_code == 404
