"""Somebody with an account at a window, and what they do to a plan, each in their own language."""

import secrets

from facilitation.report import Wording
from tests.browser.looks import faults
from tests.browser.stage import Place, Windows
from tests.browser.window import Window
from tests.conftest import PASSWORD, new_account
from tests.workshop.catalogue import words_of


class Desk:
    """Signed in. Whoever is a `member` may what their roles in organisations and their parts in plans give."""

    def __init__(
        self, windows: Windows, place: Place, name: str, language: str = "en", role: str = "facilitator"
    ) -> None:
        self.name, self.say = name, words_of(language)
        self.email = f"{name.lower()}-{secrets.token_hex(4)}@example.fi"
        self.account = new_account(place.app, self.email, name, role)
        self.window = windows.window(language=language)
        self.page = self.window.page
        self.page.goto("/sign-in")
        self.page.locator("[name=email]").fill(self.email)
        self.page.locator("[name=password]").fill(PASSWORD)
        self.page.locator("main form [type=submit]").last.click()
        self.page.wait_for_url("**/workshops")


def looked_at(window: Window, name: str) -> None:
    found = faults(window, name)
    assert not found, "\n".join(found)


# -- Comments -------------------------------------------------------------------------------------------------------


def asks_for_comments(desk: Desk, path: str) -> str:
    """The link by which others comment."""
    desk.page.goto(f"{path}/comments")
    desk.window.press(desk.say("Open the round"))
    desk.window.sees(desk.say("The link is ready. Whoever has it can comment, without an account."))
    return desk.page.locator(".link-once").inner_text()


def comments(eva: Window, say: Wording, words: str, who: str) -> None:
    """On the plan's first goal, where a link to comment by leads; by keys alone."""
    eva.key(eva.page.locator("summary", has_text=say("Comment on goal %(number)s", number=1)))
    box = eva.page.locator("details[open]")
    eva.type_into(box.get_by_label(say("Your comment")), words)
    eva.type_into(box.get_by_label(say("Your name or organisation")), who)
    eva.key(box.get_by_role("button", name=say("Send the comment")))
    eva.sees(say("Thank you. Your comment is kept, and you find the answer here."))


def answers(desk: Desk, words: str) -> None:
    """The first comment that waits, on the page of comments and answers."""
    desk.page.locator("summary", has_text=desk.say("Answer")).click()
    desk.page.get_by_role("radio", name=desk.say("Taken in"), exact=True).check()
    desk.page.locator("details[open] textarea").fill(words)
    desk.window.press(desk.say("Save the answer"))
    desk.window.sees(desk.say("Saved.")).sees(words)


# -- Approval -------------------------------------------------------------------------------------------------------


def sends(desk: Desk, path: str, approver: str, role: str) -> None:
    """To an approver, by the id of their account."""
    desk.page.goto(f"{path}/approval")
    labelled = desk.page.get_by_label
    labelled(desk.say("How public the plan is")).first.select_option("public")
    labelled(desk.say("Records class")).first.fill("02.04.01")
    labelled(desk.say("Who approves it")).first.select_option(approver)
    labelled(desk.say("In which role")).first.fill(role)
    desk.window.press(desk.say("Send for approval"))
    desk.window.sees(desk.say("The plan lies before its approvers now."))


def approves(desk: Desk) -> None:
    """What lies before them, on the page of its approval; by keys alone."""
    desk.window.key(desk.window.button(desk.say("Approve the plan")))
    desk.window.sees(desk.say("You have approved the plan."))


def records(desk: Desk, path: str) -> None:
    """Approved elsewhere, with the reason why what the checks say may be."""
    labelled, say = desk.page.get_by_label, desk.say
    desk.page.goto(f"{path}/approval")
    desk.page.get_by_text(say("It was approved elsewhere: record it")).click()
    labelled(say("Who approved it")).fill("Director General")
    labelled(say("Record number")).fill("VN/2")
    for reason in labelled(say("Why it was approved all the same")).all():
        reason.fill("It is known.")
    desk.window.press(say("Record the approval"))
    desk.window.sees(say("The approval is recorded."))
