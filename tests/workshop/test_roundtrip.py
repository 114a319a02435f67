"""A workbook leaves, is changed elsewhere and comes back: what differs is shown, and taken in line by line."""

import html
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from werkzeug.test import TestResponse

from facilitation.live.commands import AddCard, CloseStep, FormGroups, OpenStep, ReviseCard, SetRole
from facilitation.live.state import Said
from facilitation.report import english, report
from facilitation.report.returned import CARDS, LINES, compare
from facilitation.shapes import Plan
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.desk import Desk, set_up
from tests.workshop.filled import filled
from tests.workshop.rendered import programs_or_skip
from tests.workshop.spreadsheet import INLINE, place, put, said, typed
from tests.workshop.test_slides_any_text import UNSHRUNK, plans
from tests.workshop.visitor import Visitor, forms
from workshop import exports, seats
from workshop.perform import Asker
from workshop.uploads import checked, child, workbook
from workshop.uploads.tables import tables

FROM, TO = "No agreement mentions procurement.", "Every agreement sets a procurement target."
GOAL = {"from": FROM, "to": TO, "objectives": ["1.1"], "due": "2028-12-31", "owner": "Head of steering"}
METRIC = {"goal": "goal-00000001", "name": "Agreements with a target", "unit": "count", "target": 5}
ACTION = {"goal": "goal-00000001", "what": "Write the model clause.", "responsible": "Lawyer", "end": "2027-03-31"}


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> Desk:
    """Fay's workshop with a goal, a metric and an action of Ada's group."""
    desk = Desk(app, set_up(facilitator))
    ada = desk.seat("ada")
    desk.ask(FormGroups("random"), desk.host)
    group = desk.state.group_of(ada.seat)
    for number, (kind, answers) in enumerate((("goals", GOAL), ("metrics", METRIC), ("actions", ACTION))):
        step = desk.step(kind)
        assert desk.ask(OpenStep(step, desk.state.current or ""), desk.host).ok
        assert desk.ask(AddCard(f"{kind[:-1]}-0000000{1 + number}", step, answers, "en", group=group), ada).ok
    return desk


@pytest.fixture
def page(desk: Desk) -> str:
    return f"/w/{desk.id}/draft/workbook"


def left(who: Visitor, desk: Desk) -> bytes:
    """The workbook as it leaves."""
    file = who.get(f"/w/{desk.id}/draft.xlsx")
    assert file.status_code == 200
    return file.data


def bring(who: Visitor, page: str, file: bytes) -> TestResponse:
    return who.send(page, file=(BytesIO(file), "plan.xlsx"))


def words(page: TestResponse) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def ticked(compared: TestResponse) -> list[str]:
    form = next(each for each in forms(compared) if "lines" in each.fields)
    return list(form.fields.get("line") or [])


def take(who: Visitor, compared: TestResponse, lines: list[str] | None = None) -> TestResponse:
    """Send the page of differences as it stands, or with these lines ticked."""
    form = next(each for each in forms(compared) if "lines" in each.fields)
    data = {**form.fields, "line": ticked(compared) if lines is None else lines}
    return who.client.post(form.action, data=data, buffered=True)


def goal(desk: Desk, field: str, language: str = "en") -> object:
    answer = desk.state.cards["goal-00000001"].answers.get(field)
    return answer.texts.get(language) if isinstance(answer, Said) else answer


def test_out_and_in_unchanged_gives_no_difference(desk: Desk, page: str, facilitator: Visitor):
    compared = bring(facilitator, page, left(facilitator, desk))
    assert compared.status_code == 200
    assert "Nothing in the workbook is to be taken in" in compared.text
    assert "Not taken in" not in compared.text


@given(plans)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=UNSHRUNK)
def test_any_plan_out_and_in_unchanged_gives_no_difference(any_plan: Plan):
    assert differences(any_plan) == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_whole_plan_out_and_in_unchanged_gives_no_difference(language: str):
    assert differences(plan(), language) == []


@pytest.mark.parametrize("made", [plan, filled])
def test_saved_again_by_another_program_it_still_says_where_it_is_from_and_differs_in_nothing(
    made: Callable[[], Plan], tmp_path: Path
):
    programs_or_skip()
    told = replace(report(made(), "fi", english, PACK, made=DAY), stamp={"workshop": "w", "seq": "7"})
    tmp_path.joinpath("plan.xlsx").write_bytes(exports.make("xlsx", told))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", f"{tmp_path}/again"]
    subprocess.run([*convert, f"{tmp_path}/plan.xlsx"], check=True, capture_output=True, timeout=180)
    read = child.read(checked(tmp_path.joinpath("again/plan.xlsx").read_bytes(), "xlsx"))
    assert read["stamp"] == told.stamp
    for sources in (CARDS, LINES):
        assert list(compare(told.sheets, told.sheets, tables(read["sheets"]), sources)) == []


def differences(of: Plan, language: str = "en") -> list[object]:
    """To a workshop's cards, and to a plan of its own, in which more can be changed."""
    told = report(of, language, english, PACK, made=DAY)
    read = workbook.read(exports.make("xlsx", told)) or {"sheets": ()}
    back = tables(read["sheets"])
    return [each for sources in (CARDS, LINES) for each in compare(told.sheets, told.sheets, back, sources)]


def test_a_changed_text_is_shown_ticked_and_taken_in_shows_in_the_draft(desk: Desk, page: str, facilitator: Visitor):
    new = "Every agreement sets two procurement targets."
    compared = bring(facilitator, page, said(left(facilitator, desk), TO, new))
    assert TO in words(compared)
    assert new in words(compared)
    assert ticked(compared) == ["0"]
    assert "One change was taken into the plan" in take(facilitator, compared).text
    assert goal(desk, "to") == new
    assert new in facilitator.get(f"/w/{desk.id}/draft").text


def test_figures_days_choices_and_other_languages_go_to_their_cards(desk: Desk, page: str, facilitator: Visitor):
    file = left(facilitator, desk)
    file = put(file, "Goals", place(file, "goals.due"), "<v>46843</v>")
    file = put(file, "Goals", place(file, "goals.level_target"), "<v>4</v>")
    file = put(file, "Goals", place(file, "goals.agreement"), typed("candidate"), INLINE)
    file = put(file, "Metrics", place(file, "metrics.target"), typed("7,5"), INLINE)
    file = put(file, "Actions", place(file, "actions.end"), typed("30.6.2027"), INLINE)
    taken = take(facilitator, bring(facilitator, page, file))
    assert "5 changes were taken into the plan" in taken.text
    assert [goal(desk, key) for key in ("due", "level_target", "agreement")] == ["2028-03-31", 4, "candidate"]
    assert desk.state.cards["metric-00000002"].answers["target"] == 7.5
    assert desk.state.cards["action-00000003"].answers["end"] == "2027-06-30"


def test_words_of_another_language_stand_beside_the_others(desk: Desk, page: str, facilitator: Visitor):
    desk.ask(ReviseCard("goal-00000001", "to", "Jokaisessa on tavoite.", "", "fi"), desk.host)
    new = "Jokaisessa sopimuksessa on tavoite."
    take(facilitator, bring(facilitator, page, said(left(facilitator, desk), "Jokaisessa on tavoite.", new)))
    assert (goal(desk, "to", "fi"), goal(desk, "to", "en")) == (new, TO)


def test_what_was_changed_in_both_is_shown_with_all_three_texts_and_not_ticked(
    desk: Desk, page: str, facilitator: Visitor
):
    file = said(left(facilitator, desk), TO, "As the file says.")
    desk.ask(ReviseCard("goal-00000001", "to", "As the room says.", TO, "en"), desk.host)
    compared = bring(facilitator, page, file)
    assert all(text in words(compared) for text in (TO, "As the file says.", "As the room says.", "Both were changed"))
    assert ticked(compared) == []
    assert "No change was taken into the plan" in take(facilitator, compared).text
    assert goal(desk, "to") == "As the room says."
    take(facilitator, compared, ["0"])
    assert goal(desk, "to") == "As the file says."


def test_what_was_changed_in_the_workshop_alone_stays(desk: Desk, page: str, facilitator: Visitor):
    file = left(facilitator, desk)
    desk.ask(ReviseCard("goal-00000001", "owner", "Director", "Head of steering", "en"), desk.host)
    compared = bring(facilitator, page, file)
    assert "One cell was changed in Toimi alone" in compared.text
    assert "Director" in compared.text
    assert not any("lines" in form.fields for form in forms(compared))


def test_what_changes_while_the_page_is_read_is_not_written_over(desk: Desk, page: str, facilitator: Visitor):
    compared = bring(facilitator, page, said(left(facilitator, desk), "Head of steering", "Director"))
    desk.ask(ReviseCard("goal-00000001", "owner", "Minister", "Head of steering", "en"), desk.host)
    assert "It was changed while you were reading" in take(facilitator, compared).text
    assert goal(desk, "owner") == "Minister"


def test_the_same_form_sent_twice_does_it_once(desk: Desk, page: str, facilitator: Visitor):
    compared = bring(facilitator, page, said(left(facilitator, desk), TO, "Twice."))
    first = take(facilitator, compared)
    seq = desk.state.seq
    second = take(facilitator, compared)
    assert words(first) == words(second)
    assert desk.state.seq == seq


def test_a_cofacilitator_without_an_account_may(desk: Desk, page: str, app: Flask, facilitator: Visitor):
    desk.ask(SetRole("seat-ada-0000", "cohost"), desk.host)
    ada = sat(app, desk, Asker("seat-ada-0000"))
    compared = bring(ada, page, said(left(facilitator, desk), TO, "By Ada."))
    assert "One change was taken" in take(ada, compared).text
    assert goal(desk, "to") == "By Ada."


def test_the_lines_of_one_person_are_worth_nothing_to_another(desk: Desk, page: str, app: Flask, facilitator: Visitor):
    desk.ask(SetRole("seat-ada-0000", "cohost"), desk.host)
    ada = sat(app, desk, Asker("seat-ada-0000"))
    file = said(left(facilitator, desk), TO, "By Fay.")
    fays, adas = bring(facilitator, page, file), bring(ada, page, file)
    forms_of = [next(each for each in forms(one) if "lines" in each.fields) for one in (fays, adas)]
    stolen = {**forms_of[1].fields, "lines": forms_of[0].fields["lines"]}
    assert ada.client.post(forms_of[1].action, data=stolen).status_code == 400


def test_a_workbook_that_a_participant_took_home_is_compared_with_what_they_saw(
    desk: Desk, page: str, app: Flask, facilitator: Visitor
):
    desk.ask(CloseStep(desk.step("actions")), desk.host)
    file = left(sat(app, desk, Asker("seat-ada-0000")), desk)
    assert "Not taken in" not in bring(facilitator, page, file).text


def test_hosts_find_the_page_from_the_draft(desk: Desk, page: str, facilitator: Visitor):
    assert f'href="{page}"' in facilitator.get(f"/w/{desk.id}/draft").text


def sat(app: Flask, desk: Desk, asker: Asker) -> Visitor:
    """A browser that holds this seat."""
    visitor = Visitor(app)
    with app.test_request_context():
        name, held = seats.cookie_name(desk.id), seats._signer("seat").dumps([desk.id, asker.seat])
    visitor.client.set_cookie(name, held)
    return visitor
