"""Organisations keep objectives, themes and metrics of their own beside a method, and the method stays as it is."""

from dataclasses import replace
from datetime import UTC, date, datetime

from facilitation.consolidation import Given, aggregate, coverage, uses
from facilitation.consolidation.comparable import why_not
from facilitation.consolidation.together import grouped
from facilitation.consolidation.versions import mapped
from facilitation.live.state import Card
from facilitation.packs import unconfirmed
from facilitation.packs.mapping import StrategyMapping
from facilitation.packs.own import OwnEntry, official, register, takeable, with_own
from facilitation.plans.goals import metric as of_card
from facilitation.report import english
from facilitation.report.reader import reader
from facilitation.shapes import Goal, Metric, Plan, Reading
from facilitation.shapes.register import Definition, apart, binding, bound
from tests.facilitation.branch_world import HOMES, ROADS, branch, goal, said, unit_plan
from tests.facilitation.sample_plan import PACK

SINCE = date(2027, 2, 1)
WHOSE = said("Asuntokeskus", "Bostadscentralen", "Housing Centre")
OBJECTIVE = OwnEntry(
    "O-7K3FP", 1, "objective", "asunto", WHOSE, SINCE, {"en": "Homes are repaired in time"}, PACK.key, "1"
)
THEME = OwnEntry("O-9DXRT", 1, "theme", "asunto", WHOSE, SINCE, {"en": "Homes"})
COUNTED = Definition({"en": "Repairs done within a week"}, unit="%", direction="more", frequency="yearly")
METRIC = OwnEntry(
    "O-4HJKM", 1, "metric", "rym", WHOSE, SINCE, {"en": "Repairs in time"}, source={"en": "Log"}, counted=COUNTED
)
ANEW = replace(METRIC, version=2, counted=replace(COUNTED, definition={"en": "Repairs done within two days"}))
OWN = (OBJECTIVE, THEME, METRIC, ANEW)
LAYERED = with_own(PACK, OWN)
FIRST, SECOND = bound("O-4HJKM", 1), bound("O-4HJKM", 2)


def counts(id: str, registered: str = "", **otherwise: object) -> Metric:
    """A metric that says nothing of its own but what it is given."""
    return replace(Metric(id, {"en": f"Repairs {id}"}, unit="%", direction="more", registered=registered), **otherwise)


def given(*metrics: Metric) -> list[Given]:
    figure = Reading(50, date(2027, 12, 31), "", 5, 10)
    return [Given(unit, metric, figure) for unit, metric in zip((HOMES, ROADS), metrics, strict=True)]


def reasons(*metrics: Metric) -> list[str]:
    return [message.id % message.arguments for message in why_not(given(*metrics), LAYERED)]


# -- Beside a method ------------------------------------------------------------------------------------------------


def test_own_entries_stand_beside_the_method_and_taken_away_again_leave_it_as_it_was():
    assert official(LAYERED) == PACK
    assert with_own(PACK, ()) is PACK
    assert PACK.strategy.objective("O-7K3FP") is None


def test_an_own_objective_follows_the_official_ones_of_its_theme_and_one_without_theme_comes_last():
    loose = replace(OBJECTIVE, id="O-22222", under="", pack="")
    listed = with_own(PACK, (OBJECTIVE, loose)).strategy.objectives
    place = [each.id for each in listed].index("O-7K3FP")
    assert (listed[place - 1].theme, listed[place].theme, listed[place + 1].theme) == ("1", "1", "2")
    assert listed[-1].id == "O-22222"


def test_own_words_are_marked_as_own_and_never_taken_for_the_official_wording():
    to = reader("en", english, LAYERED)
    path = "strategy.objectives.O-7K3FP"
    assert to.official(path, OBJECTIVE.text).text == "Homes are repaired in time (own, Housing Centre)"
    assert not to.official("strategy.objectives.1.1", PACK.strategy.objectives[0].text).text.endswith(")")
    assert not any(text.path.startswith(path) for text in unconfirmed(LAYERED))


def test_what_was_withdrawn_is_offered_no_more_and_can_still_be_read():
    gone = with_own(PACK, (replace(OBJECTIVE, withdrawn=SINCE),))
    assert "O-7K3FP" not in [each.id for each in gone.strategy.offered]
    objective = gone.strategy.objective("O-7K3FP")
    assert objective is not None and objective.text == OBJECTIVE.text


def test_own_objectives_stay_when_the_strategy_has_a_next_version():
    way = StrategyMapping(PACK.key, "next", {"1.1": ("2.1",)})
    assert way.of(("1.1", "O-7K3FP", "1.2")) == ("2.1", "O-7K3FP")
    assert way.lost(("1.1", "O-7K3FP", "1.2")) == ("1.2",)
    plan = replace(unit_plan(HOMES, Goal("g1", objectives=("O-7K3FP", "1.1"))), pack=PACK.key)
    assert mapped(plan, replace(way, after=PACK.key)).goals[0].objectives == ("O-7K3FP", "2.1")
    later = with_own(replace(PACK, key="next"), (OBJECTIVE,)).strategy.objective("O-7K3FP")
    assert later is not None and later.theme == ""


def test_in_the_matrix_own_objectives_are_rows_of_their_own_and_no_gaps_of_the_strategy():
    goals = Goal("g1", objectives=("O-7K3FP",), to={"en": "Repairs within a week"})
    seen = coverage(branch(asunto=unit_plan(HOMES, goals)), LAYERED.strategy)
    assert [row.objective.id for row in seen.own] == ["O-7K3FP"]
    assert len(seen.rows) == len(PACK.strategy.objectives)
    assert "O-7K3FP" not in [each.id for each in seen.gaps]
    assert not any(each.unit == HOMES for each in seen.outside)


# -- The register ---------------------------------------------------------------------------------------------------


def test_every_version_of_a_definition_can_be_read_and_only_the_newest_be_taken():
    assert [each.id for each in register(LAYERED)] == [FIRST, SECOND]
    assert [each.id for each in takeable(LAYERED) if each.own] == [SECOND]
    [field] = [each for each in LAYERED.plan_fields if each.key == "registered"]
    assert [(each.key, each.offered) for each in field.choices] == [(FIRST, False), (SECOND, True)]


def test_a_binding_is_read_as_it_was_written_and_no_other_word_is_one():
    assert binding(SECOND) == ("O-4HJKM", 2)
    for word in ("", "O-4HJKM", "/2", "O-4HJKM/two", "O-4HJKM/²"):
        assert binding(word) is None


def test_a_card_that_took_a_metric_of_the_register_is_bound_to_it():
    taken = Card("c1", "s1", "metric", "ada", "ada", datetime(2027, 3, 1, tzinfo=UTC), {"library": SECOND}, "en")
    made = of_card(taken, LAYERED)
    assert (made.registered, made.library, made.frequency) == (SECOND, "", "yearly")
    assert made.definition == ANEW.counted.definition
    assert of_card(taken, PACK).registered == ""


def test_metrics_bound_to_one_definition_are_comparable_whatever_their_own_words():
    one, other = counts("m1", SECOND, definition={"en": "Ours"}), counts("m2", SECOND, definition={"en": "Theirs"})
    assert reasons(one, other) == []
    assert aggregate(given(one, other), LAYERED, "ratio").value == 50
    assert len(list(grouped([(HOMES, one), (ROADS, other)]))) == 1


def test_metrics_bound_to_different_versions_or_not_at_all_say_why_they_are_not_put_together():
    assert reasons(counts("m1", FIRST), counts("m2", SECOND)) == [
        "Counted by different versions of the register’s definition: 1, 2."
    ]
    other = counts("m2", definition={"en": "Something else"})
    assert reasons(counts("m1", SECOND), other) == ["Only some units count by the definition of the register."]
    assert reasons(counts("m1", SECOND), counts("m2", "O-22222/1")) == ["Bound to different metrics of the register."]


def test_a_unit_whose_unit_of_measure_differs_is_not_put_together_though_it_is_bound():
    assert reasons(counts("m1", SECOND), counts("m2", SECOND, unit="count"))[0].startswith("Counted in different units")


def test_the_register_knows_who_counts_by_which_version_and_where_their_words_differ():
    metrics = (counts("m1", FIRST, definition={"en": "Ours"}), counts("m2"))
    plans = {"asunto": goal_with(*metrics), "tie": goal_with(counts("m3", SECOND))}
    found = uses(branch(**plans), LAYERED)
    assert [(each.unit, each.version, each.apart) for each in found["O-4HJKM"]] == [
        (ROADS, 2, ()),
        (HOMES, 1, ("definition",)),
    ]


def goal_with(*metrics: Metric) -> Plan:
    return unit_plan(HOMES, goal("g1", {"en": "Repairs in time"}, (), *metrics))


def test_what_a_metric_leaves_open_is_no_difference_and_texts_are_held_against_each_other_by_language():
    entry = register(LAYERED)[1]
    assert apart(counts("m", SECOND), entry) == ()
    assert apart(counts("m", SECOND, definition={"fi": "Korjaukset"}), entry) == ()
    assert apart(counts("m", SECOND, direction="less"), entry) == ("direction",)
