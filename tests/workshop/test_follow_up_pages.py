"""A plan is followed up at the desk: a round asks only what is due, and nothing that was typed is lost."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from lxml import html

from facilitation.plans.commands import EnterFigure
from facilitation.report.figures import day
from facilitation.shapes import Reading
from facilitation.shapes.followed import Period
from tests.workshop.checking_in import desk
from tests.workshop.followed import ACTION, FINANCE, PLAN, SHARE, followed, redefine
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor, forms
from workshop import store
from workshop.store.followed import followed_by_id
from workshop.store.tables import OrganisationRow
from workshop.web.following.answering import plans_of

__all__ = ["desk"]

LAST_YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))

OVERDUE = "A first figure should be there by now."


def field(visitor: Visitor, path: str, name: str, place: int = 0) -> str:
    """The full name of a field in the form of an ask, which has a prefix of its own."""
    (form,) = (form for form in forms(visitor.get(path)) if "once" in form.fields)
    return [key for key in form.fields if key.endswith(f"-{name}")][place]


def enter(visitor: Visitor, desk: PlanDesk, **typed: str):
    path = f"{desk.page}/follow-up/enter"
    return visitor.send(path, "Save", **{field(visitor, path, name): value for name, value in typed.items()})


def test_a_figure_is_entered_and_the_page_says_how_the_plan_is_doing(desk: PlanDesk, editor: Visitor):
    page = enter(editor, desk, numerator="9", denominator="30", comment="One office is missing.")
    assert "One answer is kept." in page.text
    (entered,) = desk.life.entered
    assert (entered.value, entered.numerator, entered.denominator) == (30.0, 9.0, 30.0)
    assert (entered.period, entered.by, entered.on) == (LAST_YEAR, FINANCE, TODAY)
    for words in ("The goal lags behind", "30", "One office is missing.", "<svg"):
        assert words in page.text, words


def test_what_is_left_to_do_stands_row_by_row_on_a_phone(desk: PlanDesk, editor: Visitor):
    page = html.fromstring(editor.get(f"{desk.page}/follow-up").text)
    [left] = page.xpath("//table[.//tr[th='Start' and th='End']]")
    assert "table--stack" in left.get("class")
    assert [each.get("data-label") for each in left.xpath(".//tbody/tr[1]/td")] == ["Start", "End"]


def test_its_organisation_is_called_as_its_reader_calls_it(tree: Tree, desk: PlanDesk, editor: Visitor):
    assert "Homes, goal 1" in editor.get(f"{desk.page}/follow-up").text
    with tree.app.app_context(), store.writing() as db:
        db.get_one(OrganisationRow, tree.ids["homes"]).fi = "Asuntokeskus"
    told = editor.get(f"{desk.page}/follow-up?language=fi").text
    assert "Asuntokeskus, tavoite 1" in told and "Homes, " not in told
    with tree.app.test_request_context(headers={"Accept-Language": "fi"}):
        assert [each.plan.organisation for each in plans_of(tree.ids["homes"])] == ["Asuntokeskus"]


def test_the_figures_of_a_way_open_under_it_and_it_is_painted_as_the_metric_stands(desk: PlanDesk, editor: Visitor):
    page = enter(editor, desk, value="12").text
    [drawn] = re.findall(r'<figure class="chart chart--way chart--bad">.*?</figure>', page, re.DOTALL)
    told, key = drawn.index("<details><summary>Show as a table"), drawn.index('class="chart__key"')
    assert key < told < drawn.index("<table")


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(desk: PlanDesk, editor: Visitor):
    page = enter(editor, desk, value="many", comment="So many that nobody counts.")
    assert page.status_code == 400
    assert "Write this as a number." in page.text
    assert 'value="many"' in page.text
    assert "So many that nobody counts." in page.text
    page = enter(editor, desk, value="12", evidence="notes on my desk")
    assert page.status_code == 400
    assert "Write an address that begins with https://." in page.text
    assert desk.life.entered == ()


def test_what_is_to_be_mended_is_named_with_what_it_is_of_and_the_field_that_lacks(desk: PlanDesk, editor: Visitor):
    told = enter(editor, desk, numerator="12").text
    assert "Agreements with a target, Of how many: Write this count too, or the figure itself." in told
    told = enter(editor, desk, denominator="12").text
    assert "Agreements with a target, Counted: Write this count too, or the figure itself." in told
    told = enter(editor, desk, numerator="12", denominator="0").text
    assert "Agreements with a target, Of how many: Nothing can be divided by nought." in told
    assert desk.life.entered == ()


def test_what_is_refused_holds_nothing_else_back(desk: PlanDesk, editor: Visitor):
    page = enter(editor, desk, value="many", status="done")
    assert page.status_code == 400
    assert desk.life.told[ACTION.id].status == "done"
    assert "One answer is kept." in page.text


def test_a_share_of_fewer_than_ten_is_told_as_how_many_of_how_many_and_not_drawn(desk: PlanDesk, editor: Visitor):
    page = enter(editor, desk, numerator="3", denominator="8").text
    assert "3 of 8 (2025)" in page
    assert "not drawn" in page
    assert "37.5" not in page
    page = editor.get(f"{desk.page}/follow-up/figures/{SHARE.id}").text
    assert 'value="3"' in page, "whoever corrects it finds what was entered"


def test_a_share_of_ten_is_told_as_a_percentage(desk: PlanDesk, editor: Visitor):
    page = enter(editor, desk, numerator="3", denominator="10").text
    assert "3 of 10" not in page
    assert "not drawn" not in page


def test_what_was_counted_by_an_earlier_definition_is_no_last_time(desk: PlanDesk, editor: Visitor):
    year_before = Period(date(2024, 1, 1), date(2024, 12, 31))
    given = EnterFigure("figure-01", SHARE.id, year_before, 41.5, None, None, "", "", "final", FINANCE, TODAY)
    assert desk.ask(given).ok
    path = f"{desk.page}/follow-up/enter"
    assert "Last time: 41.5" in editor.get(path).text
    redefine(desk)
    told = editor.get(path).text
    assert "41.5" not in told
    assert "Counted otherwise since" in told


def test_a_comment_without_a_figure_asks_for_the_figure(desk: PlanDesk, editor: Visitor):
    page = enter(editor, desk, comment="Later.")
    assert page.status_code == 400
    assert "Later." in page.text


def test_what_was_given_is_not_asked_again(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="30", status="done")
    assert "Nothing is due" in editor.get(f"{desk.page}/follow-up/enter").text


def test_what_two_counts_do_not_give_is_taken_and_said(desk: PlanDesk, editor: Visitor):
    page = enter(editor, desk, value="50", numerator="9", denominator="30")
    assert "Worth a second look" in page.text
    assert desk.life.entered[0].value == 50


def test_a_corrected_figure_is_marked_and_what_it_was_stays_known(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="30")
    path = f"{desk.page}/follow-up/figures/{SHARE.id}/2025-12-31"
    page = editor.send(path, "Save", **{field(editor, path, "value"): "33"})
    assert [each.value for each in desk.life.entered] == [30, 33]
    assert "was corrected; before: 30" in page.text
    assert "33\N{NO-BREAK SPACE}% (2025), corrected, before 30\N{NO-BREAK SPACE}%" in page.text


def corrected(editor: Visitor, desk: PlanDesk, **typed: str) -> list[tuple[float, float | None, float | None]]:
    """The figures of last year, once one was corrected."""
    path = f"{desk.page}/follow-up/figures/{SHARE.id}/2025-12-31"
    editor.send(path, "Save", **{field(editor, path, name): value for name, value in typed.items()})
    return [(each.value, each.numerator, each.denominator) for each in desk.life.entered]


def test_a_figure_that_its_counts_give_goes_with_them_when_one_is_corrected(desk: PlanDesk, editor: Visitor):
    page = enter(editor, desk, numerator="20", denominator="30").text
    assert "66.67" in page
    page = editor.get(f"{desk.page}/follow-up/figures/{SHARE.id}/2025-12-31").text
    assert "reckoned from the two counts: now 66.67\N{NO-BREAK SPACE}%." in page
    assert "66.666" not in page
    assert corrected(editor, desk, numerator="15")[1:] == [(50, 15, 30)]


def test_a_figure_that_was_rounded_stays_as_it_was_while_its_counts_do(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="66.7", numerator="20", denominator="30")
    assert corrected(editor, desk, comment="One office is missing.")[1:] == [(66.7, 20, 30)]
    assert corrected(editor, desk, denominator="40")[2:] == [(50, 20, 40)]


def test_a_figure_that_says_something_else_than_its_counts_is_shown_as_it_was_typed(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="60", numerator="20", denominator="30")
    assert corrected(editor, desk, numerator="21")[1:] == [(60, 21, 30)]


def test_a_changed_definition_breaks_the_drawing_on_the_day_and_the_old_figure_counts_for_nothing(
    tree: Tree, desk: PlanDesk, editor: Visitor
):
    enter(editor, desk, value="30")
    redefine(desk)
    page = editor.get(f"{desk.page}/follow-up")
    assert 'class="cut"' in page.text
    assert f"New definition from {day(TODAY, 'en')}" in page.text
    assert f"the definition was changed on {day(TODAY, 'en')}" in page.text
    with tree.app.app_context(), store.reading() as db:
        [above] = followed_by_id(db, [desk.id])
        assert ([each.value for each in above.entries], list(above.comparable)) == ([30], [])


def test_what_was_told_by_the_earlier_definition_is_overdue_nowhere_as_nobody_is_asked_for_it(
    desk: PlanDesk, editor: Visitor
):
    assert OVERDUE in editor.get(f"{desk.page}/follow-up").text
    enter(editor, desk, value="30")
    redefine(desk)
    assert "-value" not in editor.get(f"{desk.page}/follow-up/enter").text
    assert OVERDUE not in editor.get(f"{desk.page}/follow-up").text


def test_a_new_definition_pays_no_debt(desk: PlanDesk, editor: Visitor):
    redefine(desk)
    assert "-value" in editor.get(f"{desk.page}/follow-up/enter").text
    assert OVERDUE in editor.get(f"{desk.page}/follow-up").text


def test_only_a_plan_that_was_approved_is_followed_up(tree: Tree, editor: Visitor):
    draft = PlanDesk(tree.app, editor.account, id="plan-0002")
    assert "Follow-up begins once the plan has been approved." in editor.get(f"{draft.page}/follow-up").text
    assert editor.get(f"{draft.page}/follow-up/enter").status_code == 404
    assert editor.get(f"{draft.page}/follow-up/report.pptx").status_code == 404


def test_readers_read_and_enter_nothing(tree: Tree, desk: PlanDesk):
    for reader in (tree.somebody("reader", "homes"), tree.somebody("reader", "housing")):
        assert reader.get(f"{desk.page}/follow-up").status_code == 200
        assert reader.get(f"{desk.page}/follow-up/enter").status_code in (403, 404)
    assert tree.somebody("reader", "traffic").get(f"{desk.page}/follow-up").status_code == 404


@pytest.mark.parametrize("format", ["pptx", "docx", "xlsx", "pdf"])
def test_the_report_is_taken_home(desk: PlanDesk, editor: Visitor, format: str):
    enter(editor, desk, value="30")
    page = editor.get(f"{desk.page}/follow-up/report.{format}")
    assert page.status_code == 200
    assert f".{format}" in page.headers["Content-Disposition"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_is_read_in_every_language(tree: Tree, desk: PlanDesk, editor: Visitor, language: str):
    enter(editor, desk, value="30")
    for path in (
        f"{desk.page}/follow-up",
        f"{desk.page}/follow-up/enter",
        f"{desk.page}/follow-up/figures/{SHARE.id}",
        tree.page("homes") + "/rounds",
    ):
        assert editor.get(f"{path}?language={language}").status_code == 200


# -- What belongs to no goal ------------------------------------------------------------------------------------------

TENDERS = replace(
    SHARE, id="metric-tenders", name={"en": "Tenders a year"}, unit="count", targets=(Reading(90, date(2027, 12, 31)),)
)
TRAINING = replace(ACTION, id="action-training", text={"en": "Train buyers"}, end=TODAY - timedelta(days=3))


@pytest.fixture
def loose(tree: Tree) -> PlanDesk:
    return followed(tree, plan=replace(PLAN, loose_metrics=(TENDERS,), loose_actions=(TRAINING,)))


def test_what_belongs_to_no_goal_is_told_where_the_plan_lags_and_is_no_goal(loose: PlanDesk, editor: Visitor):
    figure = EnterFigure("figure-1", TENDERS.id, LAST_YEAR, 12, None, None, "", "", "final", FINANCE, TODAY)
    assert loose.ask(figure).ok
    page = html.fromstring(editor.get(f"{loose.page}/follow-up").text)
    [lagging] = page.xpath("//table[caption='What lags and belongs to no goal']")
    assert [row.text_content().split("\n")[0] for row in lagging.xpath(".//tbody/tr/td[1]|.//tbody/tr/th")]
    told = " ".join(lagging.text_content().split())
    assert "Tenders a year" in told and "Train buyers" in told and "Late by 3 days" in told
    assert page.xpath("//*[@id='no-goal']")[0].text_content() == "Homes, metrics of no goal: behind"
    assert "There is no figure yet to tell how the goal is doing" in page.xpath("//h1")[0].text_content()
    assert lagging.xpath(".//a/@href") == [f"{loose.page}/follow-up#no-goal"]


def test_a_figure_of_a_metric_of_no_goal_is_seen_one_by_one_corrected_and_taken_back(loose: PlanDesk, editor: Visitor):
    page = f"{loose.page}/follow-up"
    figure = EnterFigure("figure-1", TENDERS.id, LAST_YEAR, 12, None, None, "", "", "final", FINANCE, TODAY)
    assert loose.ask(figure).ok
    links = html.fromstring(editor.get(page).text).xpath("//section[@aria-labelledby='correct']//a/@href")
    for path in (f"{page}/figures/{TENDERS.id}", f"{page}/series/{TENDERS.id}"):
        assert path in links
        assert "Tenders a year" in editor.get(path).text
    editor.send(f"{page}/take-back/figure-1", "Take the figure back", reason="The wrong year")
    assert loose.life.entered == ()
