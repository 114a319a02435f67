"""A figure for the wrong metric or period is taken back at the desk or by a role’s link."""

from io import BytesIO
from zipfile import ZipFile

from flask import Flask

from tests.workshop.checking_in import desk, editor, hand_over, link
from tests.workshop.followed import FINANCE, SHARE
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.taken_back import WHY, correct, series, take_back, taking_back
from tests.workshop.test_follow_up_pages import enter, field
from tests.workshop.test_outlooks_kept import told_alike
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store import figures
from workshop.store.figures import Place

__all__ = ["desk", "editor"]


# -- At the desk ----------------------------------------------------------------------------------------------------


def test_a_figure_is_taken_back_with_a_reason_and_asked_for_again(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="31")
    assert "31" in editor.get(f"{desk.page}/follow-up").text
    asked = editor.get(taking_back(desk)).text
    assert "The period has no figure then" in asked
    assert desk.life.withdrawn == (), "to look changes nothing"
    page = take_back(editor, desk)
    assert "The figure is taken back." in page.text
    for words in ("Because:", WHY, '<s class="num">31'):
        assert words in page.text, words
    assert desk.life.entered == ()
    assert "31\N{NO-BREAK SPACE}%" not in editor.get(f"{desk.page}/follow-up").text
    assert field(editor, f"{desk.page}/follow-up/enter", "value")


def test_what_it_corrected_holds_again_and_the_page_says_so_before(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="30")
    correct(editor, desk, "33")
    assert "holds again: 30\N{NO-BREAK SPACE}%." in editor.get(taking_back(desk)).text
    assert "Corrected since" in editor.get(series(desk)).text
    take_back(editor, desk)
    assert [each.value for each in desk.life.entered] == [30]
    assert "Corrected since" not in editor.get(series(desk)).text


def test_of_one_that_was_corrected_since_it_is_said_that_the_other_stays(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="30")
    path = taking_back(desk)
    correct(editor, desk, "33")
    assert "the figure that holds stays" in editor.get(path).text


def test_without_a_reason_nothing_is_taken_back_and_the_field_says_so(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="30")
    page = take_back(editor, desk, reason=" ")
    assert page.status_code == 400
    assert "Say why, for those who read it later." in page.text
    assert len(desk.life.entered) == 1


def test_one_that_is_taken_back_already_is_shown_where_it_stands(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="30")
    path = taking_back(desk)
    take_back(editor, desk)
    assert "Every figure that was ever entered" in editor.get(path).text
    assert editor.get(f"{desk.page}/follow-up/take-back/figure-none").status_code == 404
    assert editor.get(f"{desk.page}/follow-up/series/metric-none").status_code == 404


def test_the_same_figure_is_entered_anew_once_it_was_taken_back(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="30")
    take_back(editor, desk)
    enter(editor, desk, value="30")
    assert [each.value for each in desk.life.entered] == [30]


def test_the_rows_that_many_plans_are_read_by_lose_it_too(app: Flask, desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="30")
    place = Place(desk.id, SHARE.id)
    with app.app_context(), store.reading() as db:
        assert figures.of(db, [place])
    take_back(editor, desk)
    with app.app_context(), store.reading() as db:
        assert figures.of(db, [place]) == {}
    told_alike(desk)


def test_files_do_not_count_what_was_taken_back_and_do_not_say_why(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="31.75")
    take_back(editor, desk)
    with ZipFile(BytesIO(editor.get(f"{desk.page}/follow-up/report.xlsx").data)) as book:
        whole = b"".join(book.read(name) for name in book.namelist()).decode("utf-8", "replace")
    assert WHY not in whole
    assert "31.75" not in whole


def test_readers_read_it_and_take_nothing_back(tree: Tree, desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="30")
    reader = tree.somebody("reader", "homes")
    page = reader.get(series(desk)).text
    assert "Editor of Homes" in page
    assert "Take back" not in page
    assert reader.get(taking_back(desk)).status_code == 403


# -- By a role's link -----------------------------------------------------------------------------------------------


def test_a_holder_takes_a_figure_back_two_steps_from_checking_in(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor
):
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    visitor.send(path, "Send", **{field(visitor, path, "value"): "30"})
    assert f"{path}/figures" in visitor.get(path).text
    assert "Corrected since" not in visitor.get(f"{path}/figures").text
    [figure] = desk.life.entered
    step = f"{path}/figures/{desk.id}/{figure.id}"
    assert step in visitor.get(f"{path}/figures").text
    assert visitor.send(step, "Take the figure back", reason="").status_code == 400
    page = visitor.send(step, "Take the figure back", reason=WHY)
    assert "The figure is taken back." in page.text
    [gone] = desk.life.withdrawn
    assert (gone.role, gone.reason, desk.life.entered) == (FINANCE, WHY, ())
    assert "Figures given before" in visitor.get(step).text, "once more is no fault"
    assert "by Hal" in editor.get(series(desk)).text


def test_a_holder_sees_which_figures_others_have_corrected_since(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor
):
    enter(editor, desk, value="30")
    correct(editor, desk, "33")
    hand_over(editor, tree, "Hal")
    assert visitor.get(f"{link(editor, tree)}/figures").text.count("Corrected since") == 1


def test_what_another_role_answers_for_is_not_there(tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor):
    enter(editor, desk, value="30")
    hand_over(editor, tree, "Lea", role="Head of law")
    path = link(editor, tree)
    assert SHARE.name["en"] not in visitor.get(f"{path}/figures").text
    assert visitor.get(f"{path}/figures/{desk.id}/{desk.life.entered[0].id}").status_code == 404
    assert visitor.get(f"{path}/figures/{desk.id}/figure-none").status_code == 404
