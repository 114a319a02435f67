"""An approved plan is followed up: figures, progress and baselines stand beside its versions, which stay."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from facilitation import limits
from facilitation.followup import Round, asked
from facilitation.live import Asker
from facilitation.plans.beginnings import next_of
from facilitation.plans.commands import (
    ApprovePlan,
    DropLine,
    EnterFigure,
    GiveBaseline,
    OpenAmendment,
    SendForApproval,
    TellProgress,
    WithdrawFigure,
)
from facilitation.plans.history import history, leaving
from facilitation.plans.onward import onward
from facilitation.plans.outside import from_outside
from facilitation.plans.results import definition_of, redefined, roles_of, with_results
from facilitation.shapes import Metric, Plan, Promise, Reading
from facilitation.shapes.followed import Period
from facilitation.shapes.series import series
from tests.facilitation.plan_world import (
    ACTION,
    ADA,
    ASKED,
    CAY,
    GOAL,
    METRIC,
    SOUND,
    TODAY,
    Desk,
    approved,
    drafted,
    filed,
)

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
LATER = date(2028, 2, 1)
GOAL_OF = SOUND.goals[0]
HOLDER = Asker("holder-hal-01", "holder")


def figure(value: float = 12.0, **otherwise: Any) -> EnterFigure:
    entered = EnterFigure("figure-01", METRIC, YEAR, value, None, None, "", "", "final", "Head of finance", TODAY)
    return replace(entered, **otherwise)


def yearly(plan: Plan = SOUND) -> Plan:
    """Its metric is counted once a year, by the head of finance."""
    return with_metric(plan, frequency="yearly", owner="Head of finance")


def with_metric(plan: Plan, **fields: object) -> Plan:
    metric = replace(plan.goals[0].metrics[0], **fields)
    return replace(plan, goals=(replace(plan.goals[0], metrics=(metric,)), *plan.goals[1:]))


def followed(plan: Plan | None = None) -> Desk:
    """Approved, whatever its checks say."""
    desk = filed(plan or yearly())
    return desk.do(SendForApproval(ASKED)).do(ApprovePlan("", TODAY), CAY)


def test_nothing_is_followed_up_before_the_approval():
    for command in (figure(), TellProgress(ACTION, "done", "", "", TODAY)):
        assert drafted(yearly()).refusal(command) == "not_approved"


def test_a_figure_changes_no_version_and_no_word_of_the_plan():
    desk = followed()
    before = desk.life
    desk.do(figure())
    assert (desk.life.plan, desk.life.versions, desk.life.stage) == (before.plan, before.versions, "approved")
    assert [(each.value, each.by, each.on) for each in desk.life.entered] == [(12.0, "Head of finance", TODAY)]


def test_another_figure_for_the_same_period_corrects_it_and_both_stay_known():
    desk = followed().do(figure(12.0)).do(figure(13.0, figure="figure-02", comment="One agency was left out."))
    (found,) = series(desk.life.entered)
    (corrected,) = found.figures
    assert (corrected.now.value, [was.value for was in corrected.was], corrected.restated) == (13.0, [12.0], True)


def test_the_same_figure_again_is_nothing_new_and_a_final_one_after_a_preliminary_is():
    desk = followed().do(figure(standing="preliminary"))
    assert desk.events(figure(figure="figure-02", standing="preliminary")) == []
    assert desk.events(figure(figure="figure-02")) != []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"metric": GOAL}, "line_gone"),
        ({"metric": "gone"}, "line_gone"),
        ({"period": Period(date(2027, 1, 1), date(2027, 12, 31))}, "future"),
        ({"period": Period(date(2026, 1, 1), date(2026, 6, 30))}, "not_a_choice"),
        ({"period": Period(date(2026, 12, 31), date(2026, 1, 1))}, "not_a_choice"),
        ({"value": float("nan")}, "not_a_number"),
        ({"denominator": float("inf")}, "not_a_number"),
        ({"value": 1e18}, "not_a_number"),
        ({"evidence": "javascript:alert(1)"}, "not_a_link"),
        ({"evidence": "https://example.fi/a b"}, "not_a_link"),
        ({"comment": "x" * 501}, "too_long"),
        ({"standing": "guessed"}, "not_a_choice"),
        ({"figure": "short"}, "id_taken"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(wrong: dict[str, Any], code: str):
    assert followed().refusal(figure(**wrong)) == code


def test_a_holder_speaks_for_their_own_role_only():
    desk = followed()
    assert desk.events(figure(role="head  of FINANCE"), HOLDER)
    assert desk.refusal(figure(role="Head of law"), HOLDER) == "not_yours"
    assert desk.refusal(figure(role=""), HOLDER) == "not_yours"
    assert desk.events(figure(role="Head of law"), ADA)


def withdrawal(figure: str = "figure-01", reason: str = "Of another year.", role: str = "") -> WithdrawFigure:
    return WithdrawFigure(figure, reason, role, TODAY)


def test_a_figure_that_is_taken_back_no_longer_counts_and_stays_known_with_its_reason():
    desk = followed().do(figure()).do(withdrawal(role="Head of law"))
    assert desk.life.entered == ()
    [gone] = desk.life.withdrawn
    assert (gone.entered.value, gone.reason, gone.role, gone.on) == (12.0, "Of another year.", "Head of law", TODAY)
    assert gone.by == ADA.seat
    assert onward(desk.life) == with_results(desk.life)


def test_what_a_figure_restated_holds_again_once_it_is_taken_back():
    desk = followed().do(figure(12.0)).do(figure(13.0, figure="figure-02")).do(withdrawal("figure-02"))
    (found,) = series(desk.life.entered)
    assert [(each.now.value, each.was) for each in found.figures] == [(12.0, ())]


def test_before_a_figure_is_taken_back_it_is_known_which_one_holds_then():
    desk = followed().do(figure(12.0)).do(figure(13.0, figure="figure-02"))
    last, first = leaving(desk.life, "figure-02"), leaving(desk.life, "figure-01")
    assert last and last.before and (last.holds, last.before.value) == (True, 12.0)
    assert first and (first.holds, first.before) == (False, None)
    assert leaving(desk.life, "figure-99") is None
    told = [(each.entered.id, each.stands) for each in history(desk.do(withdrawal("figure-02")).life, METRIC)]
    assert told == [("figure-02", "withdrawn"), ("figure-01", "holds")]


def test_a_period_whose_figure_was_taken_back_is_owed_again():
    desk = followed()
    assert METRIC in owed_later(desk)
    desk.do(figure(period=Period(date(2027, 1, 1), date(2027, 12, 31)), today=LATER))
    assert METRIC not in owed_later(desk)
    assert METRIC in owed_later(desk.do(withdrawal()))


def owed_later(desk: Desk) -> list[str]:
    plan = with_results(desk.life)
    assert plan
    return [each.about for each in asked(plan, desk.life.entered, Round("", LATER, LATER))]


def test_what_was_taken_back_is_entered_again_as_a_new_figure_with_an_id_of_its_own():
    desk = followed().do(figure()).do(withdrawal())
    assert desk.refusal(figure()) == "id_taken"
    desk.do(figure(figure="figure-02"))
    assert [each.id for each in desk.life.entered] == ["figure-02"]


def test_a_figure_is_taken_back_once_with_a_reason_and_only_where_it_is():
    desk = followed().do(figure())
    assert desk.refusal(withdrawal("figure-99")) == "figure_gone"
    assert desk.refusal(withdrawal(reason=" ")) == "empty"
    assert desk.refusal(withdrawal(reason="x" * 1_001)) == "too_long"
    desk.do(withdrawal())
    assert desk.events(withdrawal(reason="Another one.")) == []


def test_a_holder_takes_back_what_their_role_entered_or_answers_for():
    desk = followed().do(figure(role="Head of law"))
    assert desk.refusal(withdrawal(role="Head of people"), HOLDER) == "not_yours"
    for role in ("Head of law", "head of FINANCE"):
        assert desk.events(withdrawal(role=role), HOLDER)


def test_figures_by_an_earlier_definition_are_taken_back_too():
    desk = followed().do(figure())
    desk.do(OpenAmendment("Counted otherwise")).revise(
        "definition", "Signed ones.", before(desk), line=METRIC, language="en"
    )
    desk.do(SendForApproval(ASKED)).do(ApprovePlan("", TODAY), CAY).do(figure(figure="figure-02"))
    desk.do(withdrawal())
    assert [each.definition for each in desk.life.entered] == [2]


def test_figures_of_a_metric_that_was_left_out_are_taken_back_by_editors_and_the_role_that_entered_them():
    desk = followed().do(figure(role="Head of law")).do(OpenAmendment("Another plan")).do(DropLine(METRIC, "Needless"))
    desk.do(SendForApproval(ASKED)).do(ApprovePlan("", TODAY), CAY)
    assert desk.refusal(withdrawal(role="head of FINANCE"), HOLDER) == "line_gone"
    for asker, role in ((ADA, ""), (HOLDER, "Head of law")):
        assert desk.events(withdrawal(role=role), asker)


def test_what_is_taken_back_still_takes_its_place_in_the_log(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "FIGURES", 1)
    desk = followed().do(figure()).do(withdrawal())
    assert desk.refusal(figure(figure="figure-02")) == "full"


def test_from_outside_it_is_known_that_a_figure_counts_no_more_and_neither_why_nor_by_whom():
    seen = from_outside(followed().do(figure()).do(withdrawal(role="Head of law")).life)
    assert seen is not None
    [gone] = seen.withdrawn
    assert (gone.entered.id, gone.on, gone.reason, gone.role, gone.by) == ("figure-01", TODAY, "", "", "")
    assert [each.by for each in seen.entered_by] == [""]


def test_progress_is_told_of_an_action_and_the_next_plan_knows_it():
    desk = followed().do(TellProgress(ACTION, "done", "In May.", "", TODAY))
    plan = with_results(desk.life)
    assert plan is not None
    assert [action.status for action in plan.goals[0].actions if action.id == ACTION] == ["done"]
    assert ACTION not in [action.id for action in next_of(plan, {"en": "Next"}, "2030").goals[0].actions]
    assert desk.events(TellProgress(ACTION, "done", "In May.", "", TODAY)) == []
    assert desk.refusal(TellProgress(METRIC, "done", "", "", TODAY)) == "line_gone"


def test_a_baseline_that_was_promised_is_given_and_one_that_was_approved_stays():
    promised = with_metric(yearly(), baseline=None, baseline_promise=Promise("Head of data", date(2027, 6, 30)))
    wish = GiveBaseline(METRIC, Reading(41, TODAY), "Head of data", TODAY)
    plan = with_results(followed(promised).do(wish, HOLDER).life)
    assert plan is not None
    assert plan.goals[0].metrics[0].baseline == Reading(41, TODAY)
    assert followed().refusal(wish) == "has_baseline"


def test_whatever_is_told_names_a_role_and_no_more():
    long, promised = "x" * (limits.NAME + 1), with_metric(yearly(), baseline=None)
    for wish in (
        figure(role=long),
        TellProgress(ACTION, "done", "", long, TODAY),
        GiveBaseline(METRIC, Reading(41, TODAY), long, TODAY),
    ):
        assert followed(promised).refusal(wish) == "too_long"


def test_a_role_that_the_plan_names_is_named_however_long_it_is():
    long = "Head of everything that is bought " * 3
    desk = followed(with_metric(yearly(), owner=long)).do(figure(role=long), HOLDER)
    assert [each.by for each in desk.life.entered] == [long.strip()]
    assert desk.events(withdrawal(role=long), HOLDER)


def test_a_definition_that_an_amendment_changed_begins_a_new_series():
    desk = followed().do(figure())
    assert definition_of(desk.life, METRIC) == 1
    desk.do(OpenAmendment("Counted otherwise")).revise(
        "definition", "Only signed ones.", before(desk), line=METRIC, language="en"
    )
    assert definition_of(desk.life, METRIC) == 1
    desk.do(SendForApproval(ASKED)).do(ApprovePlan("", TODAY), CAY)
    desk.do(figure(figure="figure-02"))
    assert [each.definition for each in desk.life.entered] == [1, 2]
    assert len(series(desk.life.entered)) == 2
    assert redefined(desk.life) == {METRIC: (TODAY,)}


def before(desk: Desk) -> str:
    metric = desk.plan.goals[0].metrics[0]
    assert isinstance(metric, Metric)
    return metric.definition.get("en", "")


def test_from_outside_figures_are_seen_and_drafts_are_not():
    desk = (
        approved()
        .do(OpenAmendment("New words"))
        .revise("to", "Not yet approved", GOAL_OF.to.get("en", ""), language="en")
    )
    seen = from_outside(desk.life)
    assert seen is not None
    assert "Not yet approved" not in repr(seen)
    assert from_outside(drafted().life) is None


def test_every_role_that_a_plan_names_is_told_once():
    assert "Head of finance" in roles_of(yearly())
    assert len(roles_of(yearly())) == len(set(roles_of(yearly())))
