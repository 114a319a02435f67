"""The round that was set last in an organisation, changed and withdrawn as its editor does."""

from datetime import date

from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store.rounds import rounds
from workshop.store.tables import FollowRoundRow


def last_round(tree: Tree, name: str = "homes") -> FollowRoundRow:
    with tree.app.app_context(), store.reading() as db:
        return max(rounds(db, [tree.ids[name]], withdrawn=True), key=lambda row: row.created)


def page_of(tree: Tree, name: str = "homes") -> str:
    return f"{tree.page(name)}/rounds/{last_round(tree, name).id}"


def move(editor: Visitor, tree: Tree, due: date, **more: str):
    return editor.send(page_of(tree), "Save", due=f"{due}", **more)


def withdraw(editor: Visitor, tree: Tree, name: str = "homes"):
    return editor.send(page_of(tree, name) + "/withdraw", "Withdraw the round")
