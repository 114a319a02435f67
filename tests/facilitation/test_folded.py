"""What a page folds away under a metric's or an action's row: all that documents tell of it, and nothing twice."""

from dataclasses import replace
from datetime import date

from facilitation.plans.fields import FIELDS, with_value
from facilitation.report.folded import folded
from facilitation.report.reader import Reader, english, reader
from facilitation.shapes import Action, Metric, Milestone, Promise, Reading
from facilitation.steps.kind import Choice, Person, Text
from tests.facilitation.sample_plan import PACK

TO = reader("en", english, PACK)
SHARE = Metric(
    id="m",
    name={"en": "Share of agreements"},
    numerator={"en": "agreements with a target"},
    denominator={"en": "all agreements"},
    unit="%",
    baseline=Reading(10, date(2026, 1, 1)),
    targets=(Reading(50, date(2028, 12, 31)),),
    source={"en": "The records"},
    frequency="yearly",
    owner="Finance",
    days_to_count=30,
)
GUIDE = Action(
    id="a",
    text={"en": "Write the guide"},
    responsible="Finance",
    resources={"en": "Two people"},
    partners="The agencies",
    milestones=(Milestone({"en": "First draft"}, date(2027, 3, 1)),),
    risk={"en": "Nobody reads it"},
)


def told(line: Metric | Action, to: Reader = TO) -> dict[str, str]:
    named = [(name, words.text) for name, words in folded(line, to)]
    assert len(dict(named)) == len(named)
    return dict(named)


def test_a_metric_tells_what_it_counts_and_from_where():
    assert told(SHARE) == {
        "What is counted": "agreements with a target, divided by all agreements",
        "Baseline": "10\N{NO-BREAK SPACE}% (Jan 2026)",
        "Target": "50\N{NO-BREAK SPACE}% (Dec 2028)",
        "Source": "The records",
        "Days to count": "30",
    }


def test_a_definition_does_not_hide_the_two_halves_of_a_share():
    found = told(replace(SHARE, definition={"en": "Signed agreements"}))
    assert found["What is counted"] == "Signed agreements"
    assert found["Counted as"] == "agreements with a target, divided by all agreements"


def test_figures_that_the_row_tells_whole_are_not_told_again():
    undated = replace(SHARE, baseline=Reading(10), targets=(Reading(50),))
    promised = replace(SHARE, baseline=None, baseline_promise=Promise("Finance", date(2027, 3, 1)))
    for metric in (undated, promised):
        assert not {"Baseline", "Target"} & set(told(metric))


def test_an_action_tells_with_whom_over_what_and_at_what_risk():
    assert told(GUIDE) == {
        "Partners": "The agencies",
        "Milestones": "First draft (1\N{NO-BREAK SPACE}March 2027)",
        "Risk": "Nobody reads it",
    }


def test_who_says_nothing_more_has_nothing_folded_away():
    assert told(Metric("m", {"en": "Share"}, owner="Finance")) == {}
    assert told(Action("a", {"en": "Write"}, resources={"en": "Two people"})) == {}


def test_every_text_and_every_answer_of_a_form_is_told_in_the_row_or_under_it():
    row = {"name", "what", "unit", "owner", "responsible", "frequency", "deliverable", "resources"}
    for kind, line in (("metric", SHARE), ("action", GUIDE)):
        for entry in FIELDS[kind]:
            if entry.key in row or not isinstance(entry.field, Text | Person | Choice):
                continue
            value = entry.field.choices[-1][0] if isinstance(entry.field, Choice) else "canary-4711"
            given = with_value(line, entry, value, "en" if entry.is_words else "")
            assert isinstance(given, Metric | Action)
            assert told(given) != told(line), entry.key


def test_it_is_told_in_the_words_of_the_method_and_in_the_reader_s_language():
    city = replace(PACK, words={"Source": {"fi": "Mistä tieto on"}})
    found = told(replace(SHARE, source={"fi": "Arkisto", "en": "The records"}), reader("fi", english, city))
    assert found["Mistä tieto on"] == "Arkisto"
