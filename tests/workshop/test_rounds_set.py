"""A round of follow-up is set at the desk: whom it asks, what is refused, and who may."""

from datetime import timedelta

from tests.conftest import Clock
from tests.workshop.checking_in import desk
from tests.workshop.followed import followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_follow_up_pages import enter
from tests.workshop.tree import TODAY, Tree

__all__ = ["desk"]


def test_a_round_asks_all_that_stand_under_it_and_says_who_is_missing(tree: Tree, desk: PlanDesk, clock: Clock):
    followed(tree, "repairs", "plan-0002")
    followed(tree, "roads", "plan-0003")
    head = tree.somebody("editor", "housing")
    due = TODAY + timedelta(days=30)
    page = head.send(
        tree.page("housing") + "/rounds", "Set the round", opens=f"{TODAY}", due=f"{due}", name_en="Autumn"
    )
    assert "0 of 2 figures that were due have been given" in page.text
    editor = tree.somebody("editor", "homes")
    clock.pass_by(days=1)
    assert "Autumn" in editor.get(f"{desk.page}/follow-up").text
    enter(editor, desk, value="30")
    page = head.get(tree.page("housing") + "/rounds")
    assert "1 of 2 figures that were due have been given" in page.text
    assert "Roads" not in page.text
    assert 'value="30' in editor.get(f"{desk.page}/follow-up/enter").text


def test_a_round_that_is_due_before_it_opens_is_refused_at_the_field(tree: Tree):
    editor = tree.somebody("editor", "homes")
    page = editor.send(
        tree.page("homes") + "/rounds", "Set the round", opens="2027-02-01", due="2027-01-01", name_en="Odd"
    )
    assert page.status_code == 400
    assert "It would be due before it opens." in page.text
    assert 'value="Odd"' in page.text


def test_two_rounds_of_the_same_days_stand_beside_each_other_and_a_form_sent_twice_sets_one(tree: Tree):
    editor, path = tree.somebody("editor", "homes"), tree.page("homes") + "/rounds"
    typed = {"opens": f"{TODAY}", "due": f"{TODAY + timedelta(days=30)}"}
    form = {**editor.form(path, "Set the round").fields, **typed, "name_en": "Figures"}
    for _press in range(2):
        assert editor.client.post(path, data=form).status_code == 303
    editor.send(path, "Set the round", **typed, name_en="Actions")
    page = editor.get(path).text
    assert (page.count("<b>Figures</b>"), page.count("<b>Actions</b>")) == (1, 1)


def test_a_reader_sets_no_round(tree: Tree):
    reader, editor = tree.somebody("reader", "homes"), tree.somebody("editor", "homes")
    assert "Set the round" not in reader.get(tree.page("homes") + "/rounds").text
    form = editor.form(tree.page("homes") + "/rounds", "Set the round")
    token = reader.form("/plans", "").fields
    sent = reader.client.post(
        tree.page("homes") + "/rounds", data={**form.fields, **token, "opens": "2027-01-01", "due": "2027-02-01"}
    )
    assert sent.status_code == 403
