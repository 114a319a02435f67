"""The front: a code typed any way leads to a seat, and a wrong one tells nothing."""

import re

import pytest
from flask import Flask

from facilitation.live.commands import SetUp
from tests.conftest import Clock, signed_in
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.perform import Asker, Once, perform, workshop_log
from workshop.seats import cookie_name
from workshop.store import accounts
from workshop.store.people import people_of
from workshop.store.tables import WorkshopRow
from workshop.web.found import state_of

CODE = "K7WD3NPX"
ID = "workshop-in-the-hall"
ADA = {"name": "Ada  Salo", "organisation": "Public Buildings Agency"}


@pytest.fixture
def hall(app: Flask, facilitator: Visitor, clock: Clock) -> WorkshopRow:
    """Fay's workshop, with its door open."""
    row = WorkshopRow(
        id=ID, title="Plan 2027", code=CODE, owner=facilitator.account, created=clock(), door_open=True, pack="toimi"
    )
    with app.app_context():
        with store.writing() as db:
            db.add(row)
        perform(
            workshop_log(ID),
            SetUp({"en": "Plan 2027", "fi": "Suunnitelma 2027"}, "Ministry of the Built Environment", "toimi", "1"),
            Asker("fay-in-the-console", "host"),
            Once("set-up-of-the-hall"),
        )
    return row


def people(app: Flask, hall: WorkshopRow) -> list[tuple[str, str, str]]:
    """Name, organisation and role of everybody who sits in the hall."""
    with app.app_context():
        names = people_of().of(hall.id)
        return [(names[seat.id].name, seat.organisation, seat.role) for seat in state_of(hall).seats.values()]


def test_the_front_page_asks_for_a_code_first(visitor: Visitor):
    page = visitor.get("/")
    assert page.status_code == 200
    assert 'id="code"' in page.text
    assert "No account needed" in page.text


@pytest.mark.parametrize("typed", [CODE, "k7wd 3npx", "K7WD-3NPX", f"https://toimi.example/j/{CODE}"])
def test_a_code_typed_any_way_leads_to_the_join_page(visitor: Visitor, hall: WorkshopRow, typed: str):
    page = visitor.send("/", code=typed)
    assert page.request.path == f"/j/{CODE}"
    assert "Plan 2027" in page.text


def test_no_code_is_no_guess(visitor: Visitor):
    page = visitor.client.post("/", data=visitor.form("/", fields={"code": ""}).fields)
    assert page.status_code == 200
    assert "Write the code that is shown in the room." in page.text


def test_a_code_that_leads_nowhere_gets_one_answer(app: Flask, visitor: Visitor, hall: WorkshopRow):
    unknown = visitor.get("/j/K7WD3NPW")
    assert unknown.status_code == 404
    with app.app_context(), store.writing() as db:
        db.merge(hall).door_open = False
    closed = visitor.get(f"/j/{CODE}")
    assert closed.status_code == 404
    assert bare(closed.text, CODE) == bare(unknown.text, "K7WD3NPW")


def bare(page: str, code: str) -> str:
    """A page without its code and the form's tokens."""
    said = page.replace(code, "").replace(f"{code[:4]}\u00a0{code[4:]}", "")
    return re.sub(r'name="csrf_token"[^>]*>|name="back"[^>]*>', "", said)


def test_who_guesses_too_often_is_turned_away_right_or_wrong(visitor: Visitor, hall: WorkshopRow, clock: Clock):
    for _ in range(60):
        visitor.client.get("/j/K7WD3NPW")
    assert visitor.get(f"/j/{CODE}").status_code == 429
    assert visitor.get("/j/K7WD3NPW").status_code == 429
    clock.pass_by(seconds=10)
    assert visitor.get(f"/j/{CODE}").status_code == 200


def test_a_code_typed_into_the_address_is_read_too(visitor: Visitor, hall: WorkshopRow):
    page = visitor.client.get("/j/k7wd-3npx?again=1")
    assert page.location == f"/j/{CODE}?again=1"


def test_who_joins_has_a_name_a_seat_and_a_cookie(app: Flask, visitor: Visitor, hall: WorkshopRow):
    page = visitor.send(f"/j/{CODE}", **ADA)
    assert page.request.path == f"/w/{ID}"
    assert people(app, hall) == [("Ada Salo", "Public Buildings Agency", "participant")]
    with app.app_context():
        assert visitor.client.get_cookie(cookie_name(ID)) is not None


def test_the_name_is_not_in_the_log(app: Flask, visitor: Visitor, hall: WorkshopRow):
    visitor.send(f"/j/{CODE}", **ADA)
    with app.app_context(), store.engine_of().connect() as connection:
        bodies = connection.exec_driver_sql("SELECT body FROM event").scalars().all()
    assert bodies
    assert not any("Ada" in body for body in bodies)


def test_the_same_form_sent_twice_is_one_seat(app: Flask, visitor: Visitor, hall: WorkshopRow):
    filled = visitor.form(f"/j/{CODE}", fields=ADA).fields | ADA
    for _ in range(2):
        assert visitor.client.post(f"/j/{CODE}?again=1", data=filled).status_code == 303
    assert len(people(app, hall)) == 1


def test_nobody_takes_a_seat_that_the_page_did_not_give(app: Flask, visitor: Visitor, hall: WorkshopRow):
    filled = visitor.form(f"/j/{CODE}", fields=ADA).fields | ADA
    stolen = filled | {"pass_": f"AAAA{filled['pass_'][4:]}"}
    assert visitor.client.post(f"/j/{CODE}", data=stolen).status_code == 400
    assert people(app, hall) == []


def test_what_is_missing_is_said_beside_its_field(app: Flask, visitor: Visitor, hall: WorkshopRow):
    page = visitor.send(f"/j/{CODE}", name="Ada")
    assert "Write where you come from." in page.text
    assert 'aria-describedby="organisation-error"' in page.text
    assert people(app, hall) == []


def test_who_has_a_seat_goes_straight_in_and_may_still_take_another(visitor: Visitor, hall: WorkshopRow):
    visitor.send(f"/j/{CODE}", **ADA)
    assert visitor.client.get(f"/j/{CODE}").location == f"/w/{ID}"
    assert visitor.client.get(f"/j/{CODE}?again=1").status_code == 200


def test_what_one_chooses_when_joining_is_the_language_one_reads(visitor: Visitor, hall: WorkshopRow):
    visitor.send(f"/j/{CODE}", **ADA, language="fi")
    assert '<html lang="fi"' in visitor.get("/").text


def test_only_a_host_opens_the_door_for_an_observer(
    app: Flask, visitor: Visitor, facilitator: Visitor, hall: WorkshopRow
):
    assert visitor.get(f"/j/{CODE}?as=observer").status_code == 403
    assert (
        signed_in(app, "eve@example.fi", "Eve", accounts.FACILITATOR).get(f"/j/{CODE}?as=observer").status_code == 403
    )
    facilitator.send(f"/j/{CODE}?as=observer", **ADA)
    assert [role for _, _, role in people(app, hall)] == ["observer"]


def test_a_host_who_asks_for_a_screen_is_shown_the_screen(facilitator: Visitor, hall: WorkshopRow):
    assert facilitator.client.get(f"/j/{CODE}?as=screen").location == f"/w/{ID}/screen"


def test_the_page_says_who_sees_what_and_never_that_nobody_can(visitor: Visitor, hall: WorkshopRow):
    page = visitor.get(f"/j/{CODE}").text
    assert "The operator of the service could find out" in page or "the operator of the service could find out" in page
    assert "anonym" not in page.lower()


def test_every_code_has_a_picture_and_no_other_address(visitor: Visitor):
    picture = visitor.get(f"/j/{CODE}/qr.svg")
    assert picture.mimetype == "image/svg+xml"
    assert picture.data.startswith(b"<?xml")
    assert visitor.get("/j/hello/qr.svg").status_code == 404


def test_a_look_is_kept_and_laid_into_the_page(visitor: Visitor):
    assert "data-theme" not in visitor.get("/").text
    visitor.send("/", button="Dark")
    assert 'data-theme="dark"' in visitor.get("/").text
    visitor.send("/", button="As on the device")
    assert "data-theme" not in visitor.get("/").text


def test_a_look_leads_back_to_where_one_was_and_nowhere_else(visitor: Visitor):
    fields = visitor.form("/", button="Dark").fields | {"theme": "dark"}
    assert visitor.client.post("/look", data=fields | {"back": "/?x=1"}).location == "/?x=1"
    assert visitor.client.post("/look", data=fields | {"back": "https://elsewhere.example/"}).location == "/"
    assert visitor.client.post("/look", data=fields | {"theme": "pink"}).status_code == 400


def test_a_page_has_one_sheet_that_is_kept_for_ever(visitor: Visitor):
    [address] = re.findall(r'rel="stylesheet" href="([^"]+)"', visitor.get("/").text)
    styles = visitor.get(address)
    assert styles.mimetype == "text/css"
    assert "immutable" in styles.headers["Cache-Control"]
    assert "@import" not in styles.text
