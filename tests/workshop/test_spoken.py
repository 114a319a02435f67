"""An organisation says in which languages it works: its plans and workshops begin in those."""

import re

from flask import Flask

from tests.workshop.tree import Tree
from workshop.perform import plan_log
from workshop.room import rooms_of


def test_a_plan_and_a_workshop_begin_in_the_languages_of_whose_they_are(app: Flask):
    tree = Tree(app)
    head = tree.somebody("administrator", "housing")
    for name, spoken in (("homes", ["fi", "sv"]), ("repairs", ["sv"])):
        head.send(f"{tree.page(name)}/settings", "Save", languages=spoken)
    who = tree.somebody("facilitator", "homes")
    assert who.form("/workshops/new", "", {"title_fi": ""}).fields["languages"] == ["fi", "sv"]
    page = who.send("/plans/new", "", begins="empty", title_en="Plan", whose=tree.ids["homes"], method="toimi")
    found = re.search(r"/plans/(\w+)", page.request.path)
    assert found, page.text
    with app.app_context():
        assert rooms_of().room(plan_log(found.group(1))).state.plan.languages == ("fi", "sv")
    tree.give(who.account, "editor", "repairs")
    tree.give(who.account, "editor", "roads")
    assert who.form("/workshops/new", "", {"title_fi": ""}).fields["languages"] == ["fi", "sv"], "roads says nothing"
