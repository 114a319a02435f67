"""Tables of organisations and people, brought as an administrator brings them."""

from collections.abc import Sequence
from io import BytesIO

from werkzeug.test import TestResponse
from xlsxwriter import Workbook

from tests.workshop.visitor import Visitor, forms

TABLE = "/organisations/table"
HEAD = ("Code", "Name in English", "Kind", "Under", "From", "Until", "Goes on as")
PEOPLE = ("Name", "E-mail", "Organisation", "Role")
ONE = ("O-1", "Ministry of Tides", "Ministry", "", "", "", "")
TWO = ("O-2", "Tide Gauges", "Agency", "O-1", "", "", "")
EVA = ("Eva Berg", "eva@example.fi", "O-2", "Editor")


def csv(*rows: Sequence[str]) -> bytes:
    return "".join(";".join(row) + "\r\n" for row in rows).encode()


def book(**sheets: Sequence[Sequence[str]]) -> bytes:
    out = BytesIO()
    with Workbook(out, {"strings_to_formulas": True}) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()


def look(who: Visitor, file: bytes, name: str = "table.csv") -> TestResponse:
    return who.send(TABLE, file=(BytesIO(file), name))


def do(who: Visitor, page: TestResponse) -> TestResponse:
    [form] = [form for form in forms(page) if "lines" in form.fields]
    return who.client.post(form.action, data=form.fields, follow_redirects=True)


def cells(page: TestResponse) -> dict[str, str]:
    """What is said of each cell that does not fit."""
    found = {}
    for part in page.text.split('scope="row">')[1:]:
        place, _, rest = part.partition("</th><td>")
        found[place] = rest.partition("</td>")[0]
    return found
