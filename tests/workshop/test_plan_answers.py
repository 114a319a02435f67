"""A plan at the desk goes before its approvers, who answer, without any script."""

import pytest
from flask import Flask

from facilitation.live import Asker
from tests.conftest import new_account, signed_in
from tests.facilitation.sample_plan import plan as sample
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_plan_pages import WORDS, first_goal, save
from tests.workshop.visitor import Visitor, forms


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> PlanDesk:
    return PlanDesk(app, facilitator.account)


@pytest.fixture
def ben(app: Flask) -> Visitor:
    return signed_in(app, "ben@example.fi", "Ben", "facilitator")


def send(desk: PlanDesk, facilitator: Visitor, ben: Visitor):
    desk.invite(ben.account, "approver")
    return facilitator.send(
        f"{desk.page}/approval",
        "Send for approval",
        publicity="public",
        records_class="02.04.01",
        **{"approvers-0-account": ben.account, "approvers-0-role": "Permanent secretary"},
    )


def asks(desk: PlanDesk, facilitator: Visitor, button: str, *rows: dict[str, str]):
    """Press a button of the form, with rows of approvers as they are typed."""
    form = facilitator.form(f"{desk.page}/approval", "Send for approval")
    head = {"publicity": "public", "records_class": "02.04.01"}
    typed = {f"approvers-{at}-{key}": text for at, row in enumerate(rows) for key, text in row.items()}
    return facilitator.client.post(form.action, data=form.fields | form.pressed(button) | head | typed)


def test_one_row_more_is_there_for_another_approver_and_nothing_typed_is_lost(
    desk: PlanDesk, facilitator: Visitor, ben: Visitor
):
    desk.invite(ben.account, "approver")
    page = asks(desk, facilitator, "Add another approver", {"account": ben.account, "role": "Director of homes"})
    assert page.status_code == 200
    assert ('value="Director of homes"' in page.text, 'name="approvers-1-deputy"' in page.text) == (True, True)
    assert "to be mended" not in page.text


def test_a_plan_goes_before_several_approvers_each_with_a_deputy(desk: PlanDesk, facilitator: Visitor):
    asked = [desk.invite(new_account(desk.app, f"{n}@example.fi", f"Name {n}", "member"), "approver") for n in range(6)]
    ids = [each.seat for each in asked]
    rows = [{"account": ids[n], "role": f"Role {n}", "deputy": ids[n + 3]} for n in range(3)]
    asks(desk, facilitator, "Send for approval", rows[0], {"account": "", "role": "", "deputy": ""}, *rows[1:])
    approval = desk.life.approval
    assert approval is not None
    assert [(each.account, each.role, each.deputies) for each in approval.approvers] == [
        (ids[n], f"Role {n}", (ids[n + 3],)) for n in range(3)
    ]


@pytest.mark.parametrize(
    ("second", "words"),
    [
        ({"account": "ben", "role": "Again"}, "Each of them is asked once."),
        ({"account": "", "role": "Nobody"}, "Choose who approves it."),
        ({"account": "ann", "role": ""}, "Say in which role."),
    ],
)
def test_what_is_wrong_with_an_approver_is_said_at_their_row(
    desk: PlanDesk, facilitator: Visitor, ben: Visitor, second: dict[str, str], words: str
):
    ann = desk.invite(new_account(desk.app, "ann@example.fi", "Ann", "member"), "approver").seat
    desk.invite(ben.account, "approver")
    row = second | {"account": {"ben": ben.account, "ann": ann}.get(second["account"], "")}
    page = asks(desk, facilitator, "Send for approval", {"account": ben.account, "role": "First"}, row)
    assert page.status_code == 400
    field = "role" if words == "Say in which role." else "account"
    assert words in page.text.partition(f'id="approvers-1-{field}-error"')[2].partition("</p>")[0]
    assert 'value="First"' in page.text


def test_whoever_has_approved_is_not_asked_once_more_as_a_deputy(desk: PlanDesk, facilitator: Visitor, ben: Visitor):
    ann = desk.invite(new_account(desk.app, "ann@example.fi", "Ann", "member"), "approver").seat
    desk.invite(ben.account, "approver")
    rows = [{"account": ben.account, "role": "Head"}, {"account": ann, "role": "Director", "deputy": ben.account}]
    asks(desk, facilitator, "Send for approval", *rows)
    let_be(desk, ben)
    page = ben.send(f"{desk.page}/approval", "Approve the plan").text
    assert "You have approved the plan." in page
    assert "Approve the plan" not in page and "Return it" not in page
    assert (approval := desk.life.approval) and [each.account for each in approval.waiting] == [ann]


def test_the_last_editor_cannot_even_be_chosen(desk: PlanDesk, facilitator: Visitor, ben: Visitor):
    desk.invite(ben.account, "editor", "approver")
    assert ben.account in facilitator.get(f"{desk.page}/approval").text
    desk.revise(first_goal(desk), "owner", "Head", sample().goals[0].owner, Asker(ben.account, "editor"))
    assert f'value="{ben.account}"' not in facilitator.get(f"{desk.page}/approval").text


def test_who_can_no_longer_sign_in_is_not_asked(
    desk: PlanDesk, facilitator: Visitor, ben: Visitor, administrator: Visitor
):
    desk.invite(ben.account, "approver")
    assert f'value="{ben.account}"' in facilitator.get(f"{desk.page}/approval").text
    form = next(form for form in forms(administrator.get("/people")) if form.action.endswith(f"{ben.account}/close"))
    administrator.client.post(form.action, data=form.fields)
    assert f'value="{ben.account}"' not in facilitator.get(f"{desk.page}/approval").text


def test_a_stop_holds_the_approval_until_the_approver_answers_for_it(
    desk: PlanDesk, facilitator: Visitor, ben: Visitor
):
    assert "before its approvers now" in send(desk, facilitator, ben).text
    assert ben.send(f"{desk.page}/approval", "Approve the plan").status_code == 400
    let_be(desk, ben)
    page = ben.send(f"{desk.page}/approval", "Approve the plan", remarks="Well done")
    assert "You have approved the plan." in page.text
    assert (desk.row.stage, desk.row.published) == ("approved", "1.0")
    assert "It is known and mended in the spring." in facilitator.get(desk.page).text


def let_be(desk: PlanDesk, approver: Visitor) -> None:
    """Everything that stops the approval."""
    while "Let it be" in approver.get(f"{desk.page}/approval").text:
        approver.send(f"{desk.page}/approval", "Let it be", reason="It is known and mended in the spring.")


def test_a_reason_that_is_missing_is_asked_for_at_its_stop(desk: PlanDesk, facilitator: Visitor, ben: Visitor):
    send(desk, facilitator, ben)
    page = ben.send(f"{desk.page}/approval", "Let it be")
    assert page.status_code == 400
    assert "Write something first." in page.text


def test_a_plan_is_returned_with_a_reason_and_taken_back_by_hand(desk: PlanDesk, facilitator: Visitor, ben: Visitor):
    send(desk, facilitator, ben)
    assert facilitator.get(f"{desk.page}/lines/{first_goal(desk)}").status_code == 200
    page = save(facilitator, f"{desk.page}/lines/{first_goal(desk)}", to_en=WORDS)
    assert "lies before its approvers" in page.text
    assert WORDS in page.text
    ben.send(f"{desk.page}/approval", "Return it", reason="Who pays?")
    assert "Who pays?" in facilitator.get(desk.page).text
    send(desk, facilitator, ben)
    facilitator.send(f"{desk.page}/approval", "Take it back")
    assert desk.row.stage == "draft"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_is_read_in_every_language(desk: PlanDesk, facilitator: Visitor, language: str):
    goal = desk.life.plan.goals[0]
    lines = [goal.id, goal.metrics[0].id, goal.actions[0].id, desk.id, desk.life.plan.risks[0].id]
    kinds = ["goal", f"metric?under={goal.id}", "action", "risk", "follow_up"]
    parts = ["", "/themes", "/versions", "/comments", "/approval", "/people"]
    parts += [f"/lines/{line}" for line in lines] + [f"/add/{kind}" for kind in kinds]
    for part in parts:
        page = facilitator.get(desk.page + part, **{"Accept-Language": language})
        assert page.status_code == 200
        assert f'<html lang="{language}"' in page.text
