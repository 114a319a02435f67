"""The next plan stands in the earlier one's stead from a day on, and its metrics go on in their series."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitation.plans.commands import DraftPlan, RecordApproval, ReviseField
from facilitation.plans.events import Source
from facilitation.plans.results import redefined
from facilitation.plans.succession import Continues, Ends, History, asks, carried_on, continues, ends_on
from facilitation.shapes import Span
from facilitation.shapes.followed import Entered, Period
from facilitation.shapes.series import breaks, in_force, newest, series
from tests.facilitation.plan_world import METRIC, TODAY, Desk
from tests.facilitation.test_plan_following import YEAR, figure, followed, yearly

BEFORE = Period(date(2025, 1, 1), date(2025, 12, 31))
NOW, LATER = Span("2027–2029", date(2027, 1, 1), date(2029, 12, 31)), Span("2028", date(2028, 1, 1), date(2028, 12, 31))
METRIC_NOW = yearly().goals[0].metrics[0].definition["en"]
LINK = Continues("earlier", TODAY - timedelta(60), TODAY)


def begun(period: Span = NOW, source: str = "plan") -> Desk:
    plan = replace(yearly(), period=period, publicity="public", records_class="02.04.01")
    return Desk().do(DraftPlan(plan, (Source(source, "earlier", 7),)))  # pyright: ignore[reportArgumentType]


def approved(desk: Desk) -> Desk:
    return desk.do(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY))


def defined_anew() -> Desk:
    return begun().do(ReviseField(METRIC, "definition", "Only agreements in force.", METRIC_NOW, "en"))


def history(desk: Desk) -> History:
    return History(desk.life.entered, redefined(desk.life))


def test_a_plan_that_began_from_a_plan_stands_in_its_stead_from_its_approval_on():
    assert continues(begun().life) is None
    assert continues(approved(begun()).life) == Continues("earlier", TODAY, TODAY)
    assert continues(approved(begun(source="workshop")).life) is None


def test_before_its_own_years_begin_it_stands_in_nobodys_stead():
    link = continues(approved(begun(LATER)).life)
    assert link is not None
    assert link.since == LATER.first


def test_the_earlier_plan_asks_for_nothing_once_the_next_one_stands_in_its_stead():
    assert [asks(NOW, TODAY, TODAY + timedelta(days)) for days in (-1, 0, 1)] == [True, False, False]
    assert asks(NOW, None, TODAY)


def test_what_its_own_years_still_owe_is_asked_for_when_they_were_over_before_the_next_plan_began():
    assert asks(NOW, date(2030, 1, 1), date(2030, 2, 1))


def test_a_metric_that_is_carried_over_goes_on_in_its_series():
    earlier = history(followed().do(figure(12.0, period=BEFORE)))
    own = history(approved(begun()).do(figure(30.0, figure="figure-02")))
    (one,) = series(carried_on(earlier, own, LINK, {METRIC}).entries)
    assert [each.now.value for each in one.figures] == [12.0, 30.0]


def test_a_definition_that_the_next_plan_changes_begins_a_series_of_its_own_on_the_day_it_takes_effect():
    earlier = history(followed().do(figure(12.0, period=BEFORE)))
    desk = approved(defined_anew()).do(figure(30.0, figure="figure-02"))
    link = continues(desk.life)
    assert link is not None
    assert link.anew == (METRIC,)
    whole = carried_on(earlier, history(desk), link, {METRIC})
    old, new = series(whole.entries)
    assert [each.figures[0].now.value for each in (old, new)] == [12.0, 30.0]
    assert [(each.first, each.since) for each in breaks((old, new), whole.redefined[METRIC])] == [(YEAR.first, TODAY)]
    assert [each.value for each in in_force(whole.entries, whole.redefined)] == [30.0]


def test_what_the_earlier_plan_defined_anew_after_the_next_was_taken_from_it_is_another_series_too():
    earlier = History(history(followed().do(figure(12.0, period=BEFORE))).entries, {METRIC: (TODAY,)})
    own = history(approved(begun()).do(figure(30.0, figure="figure-02")))
    whole = carried_on(earlier, own, LINK, {METRIC})
    assert [each.value for each in in_force(whole.entries, whole.redefined)] == [30.0]


def test_what_is_not_carried_over_stays_with_the_earlier_plan():
    earlier = history(followed().do(figure(12.0, period=BEFORE)))
    assert carried_on(earlier, History(), LINK, {"another"}) == History()


METRICS = ("kept", "given up", "fresh")
YEARS = [Period(date(year, 1, 1), date(year, 12, 31)) for year in (2024, 2025, 2026)]


@st.composite
def histories(draw: st.DrawFn, *metrics: str) -> History:
    """Whatever was entered, by whatever definition was in force then."""
    days = st.lists(st.sampled_from((LINK.begun - timedelta(9), LINK.begun + timedelta(9))), max_size=2)
    anew = {each: tuple(sorted(draw(days))) for each in metrics}
    entries: list[Entered] = []
    for each in metrics:
        definitions = sorted(draw(st.lists(st.integers(1, len(anew[each]) + 1), max_size=4)))
        entries += (
            Entered(f"{each}-{n}", each, draw(st.sampled_from(YEARS)), n, definition=definition)
            for n, definition in enumerate(definitions)
        )
    return History(entries, {each: of for each, of in anew.items() if of})


def ends(of: History) -> Ends:
    return Ends(newest(of.entries, of.redefined), of.redefined)


@given(histories("kept", "given up"), histories("kept", "fresh"), st.sets(st.sampled_from(METRICS)))
def test_what_a_line_of_plans_ends_with_is_told_without_reading_its_entries(
    earlier: History, own: History, changed: set[str]
):
    link, metrics = replace(LINK, anew=tuple(changed)), {"kept", "fresh"}
    whole = carried_on(earlier, own, link, metrics)
    found, unsure = ends_on(ends(earlier), ends(own), link, metrics)
    told = newest(whole.entries, whole.redefined)
    assert found.redefined == whole.redefined
    assert found.newest.keys() == told.keys()
    assert {id: each for id, each in found.newest.items() if id not in unsure} == {
        id: each for id, each in told.items() if id not in unsure
    }
    assert {told[id].was == () for id in unsure} <= {False}, "one period that both have"
