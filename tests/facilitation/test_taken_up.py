"""Which units have taken up an objective, as a page draws it: a matrix, or for many units a line each."""

from dataclasses import replace

from facilitation.consolidation import Branch, read_together
from facilitation.report import english
from facilitation.report.blocks import Headline, Table
from facilitation.report.branch import Consolidated, branch_report, of_coverage
from facilitation.report.branch.taken_up import TakenUp, taken_up
from facilitation.report.reader import reader
from facilitation.shapes import Plan
from tests.facilitation.branch_reports import BASE
from tests.facilitation.branch_world import NORTH, plans
from tests.facilitation.sample_plan import PACK

TO = reader("en", english, PACK)
MATRIX = "Goals by objective and unit"
MANY = 13


def alike(count: int) -> Branch:
    """So many units with the plan of one, and one that has none."""
    units = [replace(NORTH, id=f"u{n:02}", name={"en": f"Unit {n}"}) for n in range(count)]
    arrived = [(unit.id, replace(plans()["vesi"], id=f"plan-{unit.id}")) for unit in units]
    return read_together([*units, NORTH], arrived)


def otherwise(plan: Plan) -> Plan:
    """With the same objectives and words that nobody else has."""
    return replace(plan, goals=tuple(replace(goal, to={"en": f"Quince {goal.id} marmalade"}) for goal in plan.goals))


def seen(count: int) -> Consolidated:
    return Consolidated(alike(count), (), BASE)


def line_of(branch: Branch, objective: str) -> TakenUp:
    return next(each for each in taken_up(branch, TO) if each.objective.text.startswith(objective))


def test_every_objective_has_a_line_with_how_many_units_have_a_goal_for_it():
    lines = taken_up(alike(MANY), TO)
    assert len(lines) == len(PACK.strategy.objectives)
    reached = {line.objective.text.split()[0]: (len(line.units), line.of) for line in lines if line.units}
    assert reached == {"7.1": (13, 13), "8.2": (13, 13)}


def test_a_line_has_a_cell_for_each_unit_that_has_a_plan_with_the_numbers_of_its_goals():
    line = line_of(alike(3), "7.1")
    assert [(cell.unit.name["en"], cell.text) for cell in line.cells] == [
        ("Unit 0", "2"),
        ("Unit 1", "2"),
        ("Unit 2", "2"),
    ]
    assert line.share == 1
    assert [cell.text for cell in line_of(alike(3), "1.1").cells] == ["", "", ""]


def test_goals_that_look_alike_are_joined_from_the_first_to_the_last():
    branch = alike(4)
    own, none = otherwise(branch.plans["u00"]), replace(branch.plans["u02"], goals=())
    line = line_of(replace(branch, plans={**branch.plans, "u00": own, "u02": none}), "7.1")
    assert [(cell.alike, cell.joins) for cell in line.cells] == [
        (False, ""),
        (True, "from"),
        (False, "through"),
        (True, "to"),
    ]
    assert line.joined


def test_goals_for_one_objective_that_say_something_else_are_not_joined():
    branch = alike(2)
    line = line_of(replace(branch, plans={**branch.plans, "u01": otherwise(branch.plans["u01"])}), "7.1")
    assert len(line.units) == 2
    assert not line.joined


def test_while_no_unit_has_a_plan_there_is_nothing_to_draw():
    assert taken_up(read_together([NORTH], []), TO) == ()


def test_a_page_opens_with_the_finding_and_tells_no_gap_twice():
    section, lines = of_coverage(seen(MANY), TO)
    findings = [block.text for block in section.blocks if isinstance(block, Headline)]
    assert findings[0] == f"2 of {len(lines)} objectives have a goal in some unit"
    assert not any("no goal in any unit" in each for each in findings)
    assert MATRIX not in [block.caption for block in section.blocks if isinstance(block, Table)]


def test_files_keep_the_whole_matrix_of_many_units_and_name_the_gaps():
    report = branch_report(seen(MANY), "en", english, PACK)
    blocks = [block for section in report.sections for block in section.blocks]
    columns = [len(each.columns) - 1 for each in blocks if isinstance(each, Table) and each.caption == MATRIX]
    assert sum(columns) == MANY
    assert any("no goal in any unit" in each.text for each in blocks if isinstance(each, Headline))
