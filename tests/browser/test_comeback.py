"""A document comes back from its readers: what they want is read, chosen and taken with the keyboard's own controls."""

from pathlib import Path
from secrets import token_hex

from playwright.sync_api import Browser, expect

from tests.browser.desks import Desk as AtTheDesk
from tests.browser.looks import faults
from tests.browser.stage import House, Place, Windows
from tests.browser.test_interim_targets import now
from tests.browser.test_transfer import OWNER, desk
from tests.workshop.desk import Desk
from tests.workshop.papers import commented, edited, tracked, typed, typed_in
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_several_in_a_cell import of_one_goal

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


def test_lists_and_choices_are_read_typed_anew_and_taken(place: Place, chromium: Browser, tmp_path: Path):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay = AtTheDesk(windows, place, "Fay")
        plan = PlanDesk(place.app, fay.account, of_one_goal(), f"plan-{token_hex(4)}")
        page, goal = fay.window.page, of_one_goal().goals[0]
        metric, action = f"metrics/{goal.metrics[0].id}", f"actions/{goal.actions[0].id}"
        file = page.request.get(f"{plan.page}/plan.docx").body()
        wanted = {
            f"{metric}/milestones": "2028: 40",
            f"{action}/milestones": "Contract (15.9.2027)\nTender out (31.3.2027, reached)",
            f"{action}/needs": "Repeats every year: perhaps",
            f"goals/{goal.id}/agreement": "Candidate 2029",
        }
        tmp_path.joinpath("plan.docx").write_bytes(edited(file, *(typed_in(*each) for each in wanted.items())))
        page.goto(f"{plan.page}/document")
        assert faults(fay.window, "bring") == []
        page.get_by_label("Document").set_input_files(tmp_path / "plan.docx")
        fay.window.press("Compare")
        expect(page.get_by_text("This is neither yes nor no.")).to_be_visible(timeout=60_000)
        assert faults(fay.window, "compare") == []
        page.get_by_role("group", name="Interim targets").get_by_label("The words").fill("soon")
        chosen = page.get_by_role("group", name="Performance agreement").get_by_label("The words")
        chosen.select_option("Not yet considered")
        fay.window.press("Take in what is chosen")
        expect(page.get_by_text("Write a day and a value on each line")).to_be_visible()
        assert faults(fay.window, "taken") == []
        page.goto(plan.page)
        expect(page.get_by_text("Contract").first).to_be_visible()
        goal = now(plan).plan.goals[0]
        assert (goal.agreement, goal.agreement_year) == ("", 2029)
