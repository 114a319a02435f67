"""Roles in organisations hold on their days, reach as far as the table says, and pass to whoever goes on."""

from datetime import date, timedelta

import pytest

from tests.conftest import NOON
from tests.workshop.tree import NEXT_YEAR, TODAY, Tree
from workshop import store
from workshop.access import Standing, may
from workshop.store import organisations, roles
from workshop.store.forest import merge, move
from workshop.store.tables import OrganisationRow, TemplateRow
from workshop.store.templates import for_organisation

EDITOR = frozenset({"editor"})


@pytest.fixture
def ada(tree: Tree) -> str:
    return tree.account("ada")


def held(tree: Tree, account: str, name: str, day: date = TODAY) -> frozenset[str]:
    return standing(tree, account, name, day).here


def standing(tree: Tree, account: str, name: str, day: date = TODAY) -> Standing:
    with tree.app.app_context(), store.reading() as db:
        return roles.rights(db, account, day).standing(tree.ids[name])


def test_a_role_holds_from_its_first_day_until_its_last(tree: Tree, ada: str):
    tree.give(ada, "editor", "homes", TODAY, NEXT_YEAR)
    days = (TODAY - timedelta(days=1), TODAY, NEXT_YEAR - timedelta(days=1), NEXT_YEAR)
    assert [held(tree, ada, "homes", day) for day in days] == [frozenset(), EDITOR, EDITOR, frozenset()]


def test_a_role_given_twice_is_one(tree: Tree, ada: str):
    for _again in range(2):
        tree.give(ada, "editor", "homes")
    with tree.app.app_context(), store.reading() as db:
        assert len(roles.members(db, tree.ids["homes"], TODAY)) == 1


def test_a_role_above_stands_above_and_one_beside_nowhere(tree: Tree, ada: str):
    tree.give(ada, "editor", "housing")
    assert standing(tree, ada, "homes") == Standing(above=EDITOR, anywhere=EDITOR)
    assert standing(tree, ada, "roads") == Standing(anywhere=EDITOR)


def test_an_unknown_organisation_is_nobodys(tree: Tree, ada: str):
    tree.ids["nowhere"] = "nowhere"
    assert held(tree, ada, "nowhere") == frozenset()


def test_the_branch_one_moves_to_has_it_from_that_day(tree: Tree, ada: str):
    tree.give(ada, "reader", "traffic")
    with tree.app.app_context(), store.writing() as db:
        move(db, tree.ids["homes"], tree.ids["traffic"], NEXT_YEAR, None, NOON)
    assert not may("member", "see_organisation", standing(tree, ada, "homes"))
    assert may("member", "see_organisation", standing(tree, ada, "homes", NEXT_YEAR))


def test_whoever_goes_on_has_what_was_of_the_merged_and_not_the_other_way(tree: Tree, ada: str):
    ben = tree.account("ben")
    tree.give(ada, "editor", "repairs")
    tree.give(ben, "editor", "homes")
    with tree.app.app_context(), store.writing() as db:
        merge(db, tree.ids["homes"], tree.ids["repairs"], NEXT_YEAR, None, NOON)
    assert held(tree, ada, "homes") == frozenset()
    assert held(tree, ada, "homes", NEXT_YEAR) == EDITOR
    assert held(tree, ben, "homes", NEXT_YEAR) == EDITOR, "what was one's own stays one's own"
    assert held(tree, ben, "repairs", NEXT_YEAR) == frozenset()


# -- Names ----------------------------------------------------------------------------------------------------------


def template(tree: Tree, name: str, by: str) -> str:
    with tree.app.app_context(), store.writing() as db:
        db.add(
            TemplateRow(
                id=f"of-{name}", organisation=tree.ids[name], kind="pptx", name=name, file=b"", account=by, created=NOON
            )
        )
    return f"of-{name}"


def used(tree: Tree, *names: str) -> str | None:
    with tree.app.app_context(), store.reading() as db:
        found = for_organisation(db, "pptx", names)
    return found.id if found else None


def test_two_of_one_name_are_never_taken_for_each_other(tree: Tree, ada: str):
    tree.add("other", "traffic", en="Homes", code="T-2")
    other, _mine = template(tree, "other", ada), template(tree, "homes", ada)
    assert used(tree, "Homes") is None
    assert used(tree, "homes (t-2)") == used(tree, "T-2") == other
    with tree.app.app_context(), store.writing() as db:
        assert organisations.taken_in(db, "Homes", "en") is None
        rows = organisations.every(db)
        assert organisations.written(rows) == ["Homes", "Homes (T-2)", "Housing", "Repairs", "Roads", "Traffic"]
        assert organisations.meant(rows, "Homes", {tree.ids["other"]}) is db.get(OrganisationRow, tree.ids["other"])


def test_who_takes_anothers_name_as_its_code_is_not_taken_for_it(tree: Tree, ada: str):
    tree.add("crow", "traffic", code="Homes")
    template(tree, "crow", ada)
    assert used(tree, "Homes") is None
    with tree.app.app_context(), store.reading() as db:
        assert roles.organisation_of(db, ada, "Homes", TODAY) != tree.ids["crow"]


def test_a_name_given_up_still_finds_it(tree: Tree, ada: str):
    mine = template(tree, "homes", ada)
    with tree.app.app_context(), store.writing() as db:
        organisations.change(db, db.get_one(OrganisationRow, tree.ids["homes"]), {"en": "Dwellings"}, None, NOON)
    assert used(tree, "Homes") == used(tree, "Dwellings") == mine


def test_the_template_of_whoever_goes_on_is_found_by_the_old_name(tree: Tree, ada: str):
    heirs = template(tree, "repairs", ada)
    assert used(tree, "Homes") is None
    with tree.app.app_context(), store.writing() as db:
        merge(db, tree.ids["homes"], tree.ids["repairs"], TODAY, None, NOON)
    assert used(tree, "Homes") == heirs
