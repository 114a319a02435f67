"""A role may be called as a plan names it, however many words that takes."""

from dataclasses import replace

from tests.conftest import Clock
from tests.workshop.checking_in import hand_over, link
from tests.workshop.followed import PLAN, followed
from tests.workshop.postgres import postgres
from tests.workshop.tree import Tree
from workshop import config, create_app, store
from workshop.store import schema

ROLE = "Head of " + "purchases and contracts, " * 4 + "Homes"


def test_it_is_handed_over_and_checked_in_by_on_postgresql_too(settings: config.Settings, clock: Clock):
    assert 80 < len(ROLE) <= 120
    with postgres() as address:
        app = create_app(replace(settings, database=address), clock)
        app.testing = True
        schema.migrate(app)
        tree = Tree(app)
        followed(tree, plan=replace(PLAN, goals=(replace(PLAN.goals[0], owner=ROLE),)))
        editor = tree.somebody("editor", "homes")
        assert hand_over(editor, tree, "Lena", role=ROLE).status_code == 200
        assert ROLE in editor.get(link(editor, tree)).text
        store.engine_of(app).dispose()
