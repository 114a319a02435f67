"""How tables of a report stand on a page."""

from facilitation.report.blocks import Column, Table
from facilitation.report.reader import NONE
from facilitation.report.texts import Words
from workshop.web.saying import table_rows

TABLE = Table(
    "Who covers what",
    (Column("Objective"), Column("Homes"), Column("Repairs")),
    ((Words("1.4"), NONE, Words("2")),),
)


def test_a_cell_in_which_nothing_stands_is_told_apart_where_rows_are_stacked():
    stacked = table_rows(TABLE, stacks=True)
    assert '<td data-nil role="cell" data-label="Homes"><span>–</span>' in stacked
    assert '<td role="cell" data-label="Repairs"><span>2</span>' in stacked
    assert "data-nil" not in table_rows(TABLE)
