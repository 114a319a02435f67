"""What a facilitator opens in the console, to be seen open."""

from playwright.sync_api import Page


def people(page: Page) -> None:
    page.get_by_role("tab", name="People and groups").click()


def form_groups(page: Page) -> None:
    """Done again for the other size, it is open already."""
    if not page.locator("dialog[open]").count():
        people(page)
        page.get_by_role("button", name="Form them anew").click()
        page.locator("dialog[open]").wait_for()


def entering(page: Page) -> None:
    """For somebody without a device."""
    if not page.locator(".proxy").count():
        people(page)
        page.locator(".people__line").first.get_by_role("button").click()
        page.get_by_role("menuitem", name="Enter for").click()
        page.locator(".proxy").wait_for()


IN_THE_CONSOLE = {"people": people, "form-groups": form_groups, "proxy": entering}
