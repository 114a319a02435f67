"""The pages of organisations: the tree is made, changed from a day on, seen as far as one's role reaches."""

import pytest
from flask import Flask

from tests.conftest import PASSWORD, Clock
from tests.workshop.desk import set_up
from tests.workshop.organised import SHELF, shown
from tests.workshop.tree import NEXT_YEAR, TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store.tables import AuditRow


def trail(app: Flask, action: str) -> list[AuditRow]:
    with app.app_context(), store.reading() as db:
        return [row for row in db.query(AuditRow) if row.action == action]


# -- The tree -------------------------------------------------------------------------------------------------------


def test_an_administrator_makes_a_tree(administrator: Visitor):
    administrator.send(f"{SHELF}/new", en="Government of Elsewhere", kind="government")
    page = administrator.send(f"{SHELF}/new", en="Ministry of Tides", kind="ministry")
    assert "Ministry of Tides" in page.text
    assert shown(administrator.get(SHELF)) == ["Government of Elsewhere", "Ministry of Tides"]


def test_an_organisation_needs_a_name_in_some_language(administrator: Visitor):
    page = administrator.send(f"{SHELF}/new", kind="agency", code="A-1")
    assert page.status_code == 400
    assert "Write its name in at least one language." in page.text
    assert "A-1" in page.text, "what was typed is still there"


def test_the_tree_is_shown_as_it_is_on_a_day(administrator: Visitor, tree: Tree):
    administrator.send(
        f"{tree.page('homes')}/place", "Move it", **{"move-under": tree.ids["traffic"], "move-day": "2027-01-01"}
    )
    assert shown(administrator.get(SHELF)) == ["Housing", "Homes", "Repairs", "Traffic", "Roads"]
    assert shown(administrator.get(f"{SHELF}?day=2027-01-01")) == ["Housing", "Repairs", "Traffic", "Homes", "Roads"]


def test_a_move_that_cannot_be_says_so_at_its_field(administrator: Visitor, tree: Tree):
    page = administrator.send(
        f"{tree.page('housing')}/place", "Move it", **{"move-under": tree.ids["homes"], "move-day": "2027-01-01"}
    )
    assert page.status_code == 400
    assert "under itself" in page.text.split('id="move-under-error"')[1][:400]


def test_merging_keeps_what_was_made_findable_under_whoever_goes_on(
    app: Flask, administrator: Visitor, tree: Tree, clock: Clock
):
    set_up(administrator, organisation="Homes", title_en="Homes for all")
    administrator.send(
        f"{tree.page('homes')}/place", "Merge it", **{"merge-into": tree.ids["repairs"], "merge-day": "2027-01-01"}
    )
    eva = tree.somebody("editor", "repairs")
    assert "Homes for all" not in eva.get(tree.page("repairs")).text
    assert eva.get(tree.page("homes")).status_code == 404
    clock.pass_by(days=(NEXT_YEAR - TODAY).days)
    eva.send("/sign-in", email="editor@repairs.example", password=PASSWORD)
    assert "Homes for all" in eva.get(tree.page("repairs")).text
    assert "Goes on as" in eva.get(tree.page("homes")).text
    assert [row.detail["into"] for row in trail(app, "merge_organisation")] == [tree.ids["repairs"]]


def test_one_with_others_under_it_is_not_closed(administrator: Visitor, tree: Tree):
    page = administrator.send(f"{tree.page('housing')}/place", "Close it", **{"end-day": "2027-01-01"})
    assert "2 organisations stand under it." in page.text
    administrator.send(f"{tree.page('roads')}/place", "Close it", **{"end-day": "2027-01-01"})
    assert "Roads" not in shown(administrator.get(f"{SHELF}?day=2027-01-01"))
    assert "Ends on 1 January 2027" in administrator.get(tree.page("roads")).text


def test_a_new_name_is_shown_and_the_old_one_remembered(administrator: Visitor, tree: Tree):
    page = administrator.send(
        f"{tree.page('homes')}/settings", en="Dwellings", contact="access@homes.example", kept_months="24"
    )
    assert "Dwellings" in page.text and "Called before" in page.text
    assert "access@homes.example" in page.text and "24 months" in page.text


@pytest.mark.parametrize(
    ("field", "wrong", "words"),
    [
        ("kept_months", "0", "From 1 to 600 months."),
        ("contact", "nobody", "Write the whole address"),
        ("statement", "javascript:alert(1)", "beginning with https://"),
    ],
)
def test_settings_that_do_not_fit_are_said_at_their_field(
    administrator: Visitor, tree: Tree, field: str, wrong: str, words: str
):
    page = administrator.send(f"{tree.page('homes')}/settings", **{field: wrong})
    assert words in page.text.split(f'id="{field}-error"')[1][:300]


def test_a_workshop_belongs_to_the_one_of_that_name_in_which_one_has_a_role(app: Flask, tree: Tree):
    tree.add("other", "traffic", en="Homes", code="T-2")
    fay = tree.somebody("facilitator", "other")
    set_up(fay, organisation="Homes", title_en="Ours")
    assert "Ours" in fay.get(tree.page("other")).text
    ben = tree.somebody("facilitator", "homes")
    assert "Ours" not in ben.get(tree.page("homes")).text


def test_who_sets_up_a_workshop_is_offered_the_names_that_are_theirs(tree: Tree, facilitator: Visitor):
    offered = tree.somebody("facilitator", "homes").get("/workshops/new").text
    assert '<option value="Homes">' in offered and "Roads" not in offered
    assert '<option value="Roads">' in facilitator.get("/workshops/new").text
