"""Which units have taken up an objective, a line each: for a page with more units than a matrix can show."""

from dataclasses import replace

from facilitation.consolidation import Branch, read_together
from facilitation.report import english
from facilitation.report.blocks import Headline, Table
from facilitation.report.branch import Consolidated, branch_report, of_coverage
from facilitation.report.branch.taken_up import WIDEST, taken_up
from facilitation.report.reader import reader
from tests.facilitation.branch_reports import BASE
from tests.facilitation.branch_world import NORTH, plans
from tests.facilitation.sample_plan import PACK

TO = reader("en", english, PACK)
MATRIX = "Goals by objective and unit"


def alike(count: int) -> Branch:
    """So many units with the plan of one, and one that has none."""
    units = [replace(NORTH, id=f"u{n}", name={"en": f"Unit {n}"}) for n in range(count)]
    arrived = [(unit.id, replace(plans()["vesi"], id=f"plan-{unit.id}")) for unit in units]
    return read_together([*units, NORTH], arrived)


def seen(count: int) -> Consolidated:
    return Consolidated(alike(count), (), BASE)


def captions(whole: Consolidated) -> list[str]:
    section, _ = of_coverage(whole, TO)
    return [block.caption for block in section.blocks if isinstance(block, Table)]


def test_few_units_stand_in_a_matrix_and_in_no_lines():
    assert taken_up(alike(WIDEST), TO) == ()
    assert MATRIX in captions(seen(WIDEST))


def test_of_more_units_every_objective_has_one_line_with_how_many_have_a_goal_for_it():
    lines = taken_up(alike(WIDEST + 1), TO)
    assert len(lines) == len(PACK.strategy.objectives)
    reached = {line.objective.text.split()[0]: (len(line.units), line.of) for line in lines if line.units}
    assert reached == {"7.1": (13, 13), "8.2": (13, 13)}
    assert MATRIX not in captions(seen(WIDEST + 1))


def test_a_line_names_its_units_and_the_numbers_of_their_goals():
    line = next(each for each in taken_up(alike(WIDEST + 1), TO) if each.objective.text.startswith("7.1"))
    assert [(unit.name["en"], numbers) for unit, numbers in line.units[:2]] == [("Unit 0", "2"), ("Unit 1", "2")]
    assert line.share == 1


def test_a_page_with_lines_opens_with_the_same_finding_and_lists_no_gap_twice():
    section, lines = of_coverage(seen(WIDEST + 1), TO)
    findings = [block.text for block in section.blocks if isinstance(block, Headline)]
    assert findings[0] == f"2 of {len(lines)} objectives have a goal in some unit"
    assert not any("no goal in any unit" in each for each in findings)


def test_files_keep_the_whole_matrix_of_many_units_and_name_the_gaps():
    report = branch_report(seen(WIDEST + 1), "en", english, PACK)
    blocks = [block for section in report.sections for block in section.blocks]
    columns = [len(each.columns) - 1 for each in blocks if isinstance(each, Table) and each.caption == MATRIX]
    assert sum(columns) == WIDEST + 1
    assert any("no goal in any unit" in each.text for each in blocks if isinstance(each, Headline))
