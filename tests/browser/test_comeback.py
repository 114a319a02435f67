"""A document comes back from its readers: what they want is read, chosen and taken with the keyboard's own controls."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.looks import faults
from tests.browser.stage import House
from tests.browser.test_transfer import OWNER, desk
from tests.workshop.desk import Desk
from tests.workshop.test_comeback import commented, edited, tracked, typed

__all__ = ["desk"]
FROM = "None does."


def came_back(file: bytes) -> bytes:
    """The document after a round among its readers."""
    changes = [("", "", "None "), ("w:del", "Rita Reader", "does."), ("w:ins", "Rita Reader", "of them does.")]
    outside = "Each goal with its objective, owner, metrics and actions."
    return edited(
        file,
        commented(OWNER, "Olli Other", "Is this still so?"),
        typed(OWNER, "Deputy director"),
        tracked(FROM, *changes),
        commented(outside, "Olli Other", "Well said."),
    )


def test_what_readers_want_is_read_beside_its_field_and_one_is_taken(house: House, desk: Desk, tmp_path: Path):
    fay = house.hosted()
    page = fay.page
    page.goto(f"/w/{desk.id}/draft")
    file = page.request.get(f"/w/{desk.id}/draft.docx").body()
    tmp_path.joinpath("plan.docx").write_bytes(came_back(file))
    fay.page.get_by_role("link", name="Bring a document back").click()
    assert faults(fay, "bring") == []
    page.get_by_label("Document").set_input_files(tmp_path / "plan.docx")
    fay.press("Compare")
    expect(page.get_by_role("heading", name="The document and the plan")).to_be_visible()
    expect(page.get_by_text("Is this still so?")).to_be_visible()
    expect(page.get_by_role("heading", name="Elsewhere in the document")).to_be_visible()
    assert faults(fay, "compare") == []
    owner = page.get_by_role("group", name="Owner")
    owner.get_by_label("The words that are taken").fill("Deputy head")
    page.get_by_role("group", name="From").get_by_label("Leave").check()
    fay.press("Take in what is chosen")
    expect(page.get_by_role("heading", name="One change was taken into the plan")).to_be_visible()
    assert faults(fay, "taken") == []
    fay.press("Read the plan", role="link")
    expect(page.get_by_text("Deputy head").first).to_be_visible()
    expect(page.get_by_text(FROM).first).to_be_visible()
