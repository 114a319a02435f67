"""Organisations and people come as a table: every cell that does not fit is named, and all of it is done or nothing."""

from pathlib import Path

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.conftest import PASSWORD, Clock
from tests.workshop.hostile import linked, package
from tests.workshop.registered import EVA, HEAD, ONE, PEOPLE, TABLE, TWO, book, cells, csv, do, look
from tests.workshop.test_cli import toimi
from tests.workshop.tree import NEXT_YEAR, TODAY, Tree
from tests.workshop.visitor import Visitor, forms
from workshop import limits, store
from workshop.registry import example
from workshop.store import roles
from workshop.store.forest import forest
from workshop.store.tables import AccountRow, AuditRow, OrganisationRoleRow, OrganisationRow


def names(app: Flask) -> set[str]:
    with app.app_context(), store.reading() as db:
        return {row.en for row in db.scalars(select(OrganisationRow))}


def under(app: Flask, name: str, day=TODAY) -> str:
    with app.app_context(), store.reading() as db:
        rows = {row.en: row.id for row in db.scalars(select(OrganisationRow))}
        back = {id: each for each, id in rows.items()}
        return back.get(forest(db)[rows[name]].under(day), "")


def would(page: TestResponse, what: str) -> list[str]:
    """Line by line what the page says that a table would do of this kind."""
    lines = html.fromstring(page.text).xpath("//section[h2[contains(., $what)]]/ul/li", what=what)
    return [" ".join(" ".join(each.itertext()).split()) for each in lines]


def test_looking_at_a_table_changes_nothing(app: Flask, administrator: Visitor):
    page = look(administrator, csv(HEAD, ONE, TWO))
    assert would(page, "New organisations") == ["Ministry of Tides", "Tide Gauges Under: Ministry of Tides"]
    assert names(app) == set()


def test_a_table_is_done_at_once_with_rows_in_any_order(app: Flask, administrator: Visitor):
    do(administrator, look(administrator, csv(HEAD, TWO, ONE)))
    assert names(app) == {"Ministry of Tides", "Tide Gauges"}
    assert under(app, "Tide Gauges") == "Ministry of Tides"


def test_a_workbook_brings_organisations_and_people_who_choose_a_password_by_link(app: Flask, administrator: Visitor):
    file = book(Organisations=[HEAD, ONE, TWO], People=[PEOPLE, EVA, (*EVA[:2], "Ministry of Tides", "reader")])
    page = do(administrator, look(administrator, file, "all.xlsx"))
    link = page.text.split("/invite/")[1].partition("<")[0]
    eva = Visitor(app)
    assert eva.send(f"/invite/{link}", password=PASSWORD).request.path == "/organisations"
    assert "Tide Gauges" in eva.get("/organisations").text
    with app.app_context(), store.reading() as db:
        [who] = db.scalars(select(AccountRow).where(AccountRow.email == "eva@example.fi"))
        assert sorted(roles.rights(db, who.id, TODAY).anywhere) == ["editor", "reader"]


def test_bringing_the_same_table_again_changes_nothing(app: Flask, administrator: Visitor):
    do(administrator, look(administrator, csv(HEAD, ONE, TWO)))
    assert "Everything in the table is so already." in look(administrator, csv(HEAD, ONE, TWO)).text
    with app.app_context(), store.reading() as db:
        assert len(db.scalars(select(AuditRow).where(AuditRow.action == "add_organisation")).all()) == 2


def test_what_is_called_otherwise_now_is_known_by_its_code(app: Flask, administrator: Visitor):
    do(administrator, look(administrator, csv(HEAD, ONE)))
    page = look(administrator, csv(HEAD, ("O-1", "Ministry of Currents", "", "", "", "", "")))
    assert would(page, "otherwise") == ["Ministry of Tides Name in English: Ministry of Currents"]
    do(administrator, page)
    assert names(app) == {"Ministry of Currents"}


def test_what_a_table_would_change_is_named_with_what_becomes_of_it(app: Flask, administrator: Visitor, tree: Tree):
    moved = ("", "Roads", "", "Housing", "2027-01-01", "", "")
    merged = ("", "Homes", "", "", "", "31.12.2026", "Repairs")
    ada = ("Ada", "ada@example.fi", "Roads", "editor")
    page = look(administrator, book(Organisations=[HEAD, moved, merged], People=[PEOPLE, ada]), "all.xlsx")
    assert would(page, "Moved") == ["Roads Under: Housing, From: 1 January 2027"]
    assert would(page, "Ended or merged") == ["Homes Until: 31 December 2026, Goes on as: Repairs"]
    [given] = would(page, "Roles given")
    assert given.startswith("Ada, ada@example.fi Role: Editor, Organisation: Roads, From: ")
    assert would(page, "New organisations") == []


def test_a_row_moves_and_a_row_merges_from_its_day(app: Flask, administrator: Visitor, tree: Tree):
    moved = ("", "Roads", "", "Housing", "2027-01-01", "", "")
    merged = ("", "Homes", "", "", "", "31.12.2026", "Repairs")
    do(administrator, look(administrator, csv(HEAD, moved, merged)))
    assert (under(app, "Roads"), under(app, "Roads", NEXT_YEAR)) == ("Traffic", "Housing")
    assert tree.row("homes").closed == NEXT_YEAR
    assert tree.row("homes").successor == tree.ids["repairs"]


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (("", "", "Agency", "", "", "", ""), "table, 2", "Write its name"),
        (("N-1", "New", "Castle", "", "", "", ""), "table, C2", "“Castle” is not one of those that are known."),
        (
            ("N-1", "New", "Agency", "Nowhere", "", "", ""),
            "table, D2",
            "No organisation has the code or name “Nowhere”.",
        ),
        (("N-1", "New", "Agency", "Homes", "", "", ""), "table, D2", "Several organisations are called “Homes”."),
        (("N-1", "New", "Agency", "", "32.1.2027", "", ""), "table, E2", "“32.1.2027” is no day."),
        (("N-1", "New", "Agency", "", f"1.1.{10**30}", "", ""), "table, E2", "is no day."),
        (("", "Roads", "", "", "", "9999-12-31", "Repairs"), "table, F2", "Write its last day."),
        (("", "Roads", "", "Housing", "", "", ""), "table, E2", "Write from which day on it stands there."),
        (("", "Housing", "", "Repairs", "2027-01-01", "", ""), "table, D2", "It would stand under itself."),
        (("", "Housing", "", "", "", "2027-01-01", ""), "table, F2", "organisations stand under it"),
        (("", "Roads", "", "", "", "", "Repairs"), "table, F2", "Write its last day."),
        (("", "Roads", "", "", "", "2027-01-01", "Roads"), "table, G2", "cannot merge into itself"),
        (("x" * 41, "New", "", "", "", "", ""), "table, A2", "At most 40 characters."),
    ],
)
def test_a_cell_that_does_not_fit_is_named_with_what_to_do(
    app: Flask, administrator: Visitor, tree: Tree, row: tuple[str, ...], cell: str, words: str
):
    tree.add("other", "traffic", en="Homes", code="T-2")
    before, page = names(app), look(administrator, csv(HEAD, row))
    assert page.status_code == 400
    assert words in cells(page)[cell]
    assert "lines" not in {name for form in forms(page) for name in form.fields}
    assert names(app) == before


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (("Eva", "eva", "Homes", "Editor"), "table, B2", "Write the whole address"),
        (("", "eva@example.fi", "Homes", "Editor"), "table, A2", "This cell is empty."),
        (("Eva", "eva@example.fi", "", "Editor"), "table, C2", "This cell is empty."),
        (("Eva", "eva@example.fi", "Homes", "King"), "table, D2", "“King” is not one of those that are known."),
    ],
)
def test_a_person_who_does_not_fit_is_named(
    administrator: Visitor, tree: Tree, row: tuple[str, ...], cell: str, words: str
):
    assert words in cells(look(administrator, csv(PEOPLE, row)))[cell]


def test_an_address_is_nobodys_who_only_spells_alike(app: Flask, administrator: Visitor, tree: Tree):
    rows = [("Eva Berg", f"eva@{host}.fi", "Homes", "Editor") for host in ("strasse", "straße")]
    do(administrator, look(administrator, csv(PEOPLE, *rows)))
    with app.app_context(), store.reading() as db:
        assert len({row.account for row in db.query(OrganisationRoleRow)}) == 2


def test_a_last_day_at_the_end_of_the_calendar_means_for_good(app: Flask, administrator: Visitor, tree: Tree):
    organisation = (HEAD, ("", "Roads", "", "", "", "9999-12-31", ""))
    assert look(administrator, csv(*organisation)).status_code == 200
    people = ((*PEOPLE, "Until"), ("Eva Berg", "eva@example.fi", "Homes", "Editor", "9999-12-31"))
    do(administrator, look(administrator, csv(*people)))
    with app.app_context(), store.reading() as db:
        assert [row.until for row in db.query(OrganisationRoleRow)] == [None]


def test_two_rows_that_would_stand_under_each_other_are_both_named(administrator: Visitor):
    page = look(administrator, csv(HEAD, ("A", "One", "", "B", "", "", ""), ("B", "Two", "", "A", "", "", "")))
    assert set(cells(page)) == {"table, D2", "table, D3"}


def test_one_organisation_in_two_rows_is_named(administrator: Visitor):
    assert "twice" in cells(look(administrator, csv(HEAD, ONE, ONE)))["table, A3"]


def test_a_formula_is_not_believed(administrator: Visitor):
    page = look(administrator, book(Sheet=[HEAD, ("O-1", "=1+1", "", "", "", "", "")]), "t.xlsx")
    assert "A formula or an error stands here." in cells(page)["Sheet, B2"]


def test_heads_may_be_finnish_or_swedish(app: Flask, administrator: Visitor):
    for head, row in (
        (("Tunnus", "Nimi englanniksi", "Laji", "Ylempi organisaatio"), ("S-1", "Finnish", "Virasto", "")),
        (("Kod", "Namn på engelska", "Slag", "Överordnad organisation"), ("R-1", "Swedish", "agency", "S-1")),
    ):
        do(administrator, look(administrator, csv(head, row)))
    assert under(app, "Swedish") == "Finnish"


def test_between_looking_and_doing_somebody_else_may_have_changed_it(app: Flask, administrator: Visitor, tree: Tree):
    page = look(administrator, csv(HEAD, ("", "Traffic", "", "Housing", "2027-01-01", "", "")))
    administrator.send(
        f"{tree.page('housing')}/place", "Move it", **{"move-under": tree.ids["traffic"], "move-day": "2026-12-01"}
    )
    done = do(administrator, page)
    assert done.status_code == 400
    assert "It would stand under itself." in cells(done)["table, D2"]


def test_doing_it_asks_for_the_password_after_a_while_and_keeps_the_rows(
    app: Flask, administrator: Visitor, clock: Clock
):
    page = look(administrator, csv(HEAD, ONE))
    clock.pass_by(minutes=16)
    asked = do(administrator, page)
    [form] = [form for form in forms(asked) if "sure_password" in form.fields]
    administrator.client.post(f"{TABLE}/take", data=form.fields | {"sure_password": PASSWORD})
    assert names(app) == {"Ministry of Tides"}


def test_rows_that_nobody_signed_are_not_taken(app: Flask, administrator: Visitor):
    token = administrator.form(TABLE, "Look at it").fields["csrf_token"]
    assert administrator.client.post(f"{TABLE}/take", data={"csrf_token": token, "lines": "[]"}).status_code == 400


@pytest.mark.parametrize(
    ("file", "name", "words"),
    [
        (b"\xff\xfe\x00", "t.csv", "The table cannot be read."),
        (b"a;b\n1;2\n", "t.csv", "No table of organisations or people was found."),
        (b"anything", "t.pdf", "Bring a workbook (.xlsx) or a CSV file."),
        (b"no package", "t.xlsx", "This file cannot be opened"),
        (package(("xl/vbaProject.bin", b"x")), "t.xlsx", "The file holds macros."),
        (linked("image", "https://example.org/a.png"), "t.xlsx", "points to something outside"),
        (csv(HEAD, *[ONE] * (limits.REGISTRY_ROWS + 1)), "t.csv", "larger than 2000 rows"),
    ],
    ids=["bytes", "other heads", "another kind", "no package", "macros", "a link", "too many"],
)
def test_a_file_that_is_none_is_refused_at_the_field(
    app: Flask, administrator: Visitor, file: bytes, name: str, words: str
):
    page = look(administrator, file, name)
    assert page.status_code == 400
    assert words in page.text.split('id="file-error"')[1][:500]


def test_only_the_places_administrators_bring_tables(tree: Tree, facilitator: Visitor):
    for who in (facilitator, tree.somebody("administrator", "housing")):
        assert who.get(TABLE).status_code == 403


def test_the_example_is_fictional_whole_and_planted_once(app: Flask, administrator: Visitor):
    page = administrator.send("/organisations", "Plant the example")
    assert "Housing Agency" in page.text
    assert under(app, "Pilotage Service Centre") == "Harbour Authority"
    assert len(names(app)) == len(example.rows())
    with app.app_context(), store.reading() as db:
        row = db.scalars(select(OrganisationRow).where(OrganisationRow.code == "E-14")).one()
        assert row.successor


def test_the_example_comes_by_command_too_and_a_second_time_changes_nothing(tmp_path: Path):
    toimi(tmp_path, "migrate")
    assert "16 fictional organisations planted" in toimi(tmp_path, "example").output
    assert "0 fictional organisations planted" in toimi(tmp_path, "example").output
