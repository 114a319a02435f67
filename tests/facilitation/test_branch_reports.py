"""What a branch, a round of follow-up and the links to planning are told as."""

from dataclasses import replace

from facilitation.report import Report, english
from facilitation.report.blocks import Bullets, Headline, Note, Table
from facilitation.report.branch import Consolidated, branch_report
from facilitation.report.branch.branches import OfBranches
from facilitation.report.branch.naming import shortly
from tests.facilitation.branch_reports import BASE, MADE, consolidated
from tests.facilitation.branch_world import (
    MAPS,
    NORTH,
    ROADS,
    UNITS,
    branch,
    goal,
    plans,
    read_together,
    said,
    unit_plan,
)
from tests.facilitation.sample_plan import PACK

SECRET = "canary-4711"


def told(name: str) -> Report:
    return MADE[name]("en", english)


def headlines(report: Report) -> list[str]:
    return [block.text for section in report.sections for block in section.blocks if isinstance(block, Headline)]


def tables(report: Report) -> dict[str, Table]:
    blocks = (block for section in report.sections for block in section.blocks)
    return {block.caption: block for block in blocks if isinstance(block, Table)}


def rows(report: Report, caption: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in tables(report)[caption].rows]


def notes(report: Report) -> list[str]:
    return [block.words.text for section in report.sections for block in section.blocks if isinstance(block, Note)]


# -- The branch -------------------------------------------------------------------------------------------------------


def test_the_first_thing_a_branch_says_is_whose_plans_are_missing():
    assert headlines(told("branch"))[0] == "6 of 7 plans are in, missing: Northern Infrastructure"


def test_the_matrix_has_a_column_for_every_unit_that_has_a_plan_and_names_no_gap_as_covered():
    report = told("branch")
    matrix = tables(report)["Goals by objective and unit"]
    assert [column.head for column in matrix.columns][1:] == [unit.name["en"] for unit in UNITS if unit != NORTH]
    assert all(any(cell.text != "–" for cell in row[1:]) for row in matrix.rows)
    gaps = next(
        block
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Bullets) and len(block.lines) > 1
    )
    assert len(gaps.lines) + len(matrix.rows) == len(PACK.strategy.objectives)


def test_many_units_stand_in_several_tables_none_wider_than_a_page():
    units = [replace(NORTH, id=f"u{n}", name={"en": f"Unit {n}"}) for n in range(20)]
    every = read_together(units, [(unit.id, replace(plans()["vesi"], id=unit.id)) for unit in units])
    report = branch_report(Consolidated(every, (), BASE), "en", english, PACK)
    blocks = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    matrices = [block for block in blocks if block.caption == "Goals by objective and unit"]
    assert [len(block.columns) - 1 for block in matrices] == [6, 6, 6, 2]


def test_goals_that_look_alike_stand_side_by_side_with_what_was_decided():
    report = told("branch")
    assert any(line.startswith("3 units say nearly the same: “Jokaisesta merkittävästä") for line in headlines(report))
    assert "They differ in their wording only." in notes(report)
    assert {row[-1] for row in rows(report, "Goals side by side")} <= {
        "Merged into a goal of the branch",
        "Raised to the performance agreement",
        "Not decided yet",
    }


def test_the_finding_on_what_was_decided_counts_the_goals_that_stand_below_it():
    report = told("branch")
    names = ("Adopted as a goal of the branch", "Merged into a goal of the branch")
    names += ("Raised to the performance agreement", "Kept at unit level")
    given = [row[2] for row in rows(report, "What was decided on the units’ goals")]
    found = dict(zip(("Adopted", "merged", "raised", "kept at unit level"), map(given.count, names), strict=True))
    assert sum(found.values()) == len(given)
    assert ", ".join(f"{name} {count}" for name, count in found.items()) in headlines(report)


def test_goals_of_the_same_words_are_told_to_say_the_same():
    same = goal("g", said("Joka sopimusta seurataan", "Varje avtal följs upp", "Every contract is followed up"), ())
    owned = replace(same, owner="Hankintajohtaja")
    for other, told_of_them in (
        (same, "They say the same, word for word."),
        (owned, "Their wording is the same; they differ in: Owner."),
    ):
        read = [(ROADS.id, unit_plan(ROADS, same)), (MAPS.id, unit_plan(MAPS, other))]
        every = Consolidated(read_together([ROADS, MAPS], read), (), BASE)
        assert told_of_them in notes(branch_report(every, "en", english, PACK))


def test_figures_are_put_together_with_who_is_missing_or_with_the_reason_why_not():
    report = told("branch")
    (talk,) = rows(report, "Metrics of several units")
    assert talk[1:] == [
        "All counts divided anew",
        "37\N{NO-BREAK SPACE}%",
        "80\N{NO-BREAK SPACE}%",
        "56.06\N{NO-BREAK SPACE}% (2 of 3)",
        "3",
    ]
    assert any(note.endswith("2 of 3 units, missing: Archipelago Agency.") for note in notes(report))
    why = rows(report, "Figures that are not put together, and why not")
    assert [row[2] for row in why] == ["Counted in different units: count, h."]


def test_units_of_measure_are_named_in_the_readers_language():
    report = MADE["branch"]("fi", english)
    assert [row[2] for row in rows(report, "Figures that are not put together, and why not")] == [
        "Counted in different units: kpl, h."
    ]


def test_decisions_that_rest_on_what_has_changed_are_listed():
    report = told("branch")
    assert "One decision rests on what has changed since" in headlines(report)
    assert rows(report, "Decisions to look at again; what was decided holds until then")[0][2] == (
        "The goal is no longer in the unit’s plan"
    )
    assert [row[0] for row in rows(report, "Plans and goals that are new, gone or changed")] == [
        "Housing Centre",
        "Road Network Agency",
        "Road Network Agency",
    ]


def test_nothing_that_was_not_published_is_in_the_branchs_report():
    secret = goal("g1", said(SECRET, SECRET, SECRET), ("1.1",))
    seen = replace(consolidated(), branch=branch(pohjoinen=replace(unit_plan(NORTH, secret), status="draft")))
    assert SECRET not in repr(branch_report(seen, "en", english, PACK))


def test_a_branch_of_which_nothing_is_known_says_so_and_no_more():
    report = branch_report(Consolidated(read_together(UNITS, ()), (), BASE), "en", english, PACK)
    assert headlines(report)[0].startswith("0 of 7 plans are in")
    assert [section.title for section in report.sections] == ["Summary"]


def test_what_a_metric_is_measured_in_is_no_branch_where_all_branches_are_read():
    report = branch_report(consolidated(), "en", OfBranches(english), PACK)
    [metrics] = [sheet for sheet in report.sheets if sheet.key == "metrics"]
    assert "Branch" not in [field.head for field in metrics.fields]


def test_a_goal_in_a_headline_ends_with_a_whole_word():
    told = shortly("Jokaisen riskituotteen toimitusketju on selvitetty ennen sopimusta ja vaatimukset tarkistettu.")
    assert told == "Jokaisen riskituotteen toimitusketju on selvitetty ennen sopimusta ja vaatimukset…"
