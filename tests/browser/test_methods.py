"""Methods in a real window: a strategy and its next version are brought, and its objectives are mapped."""

import json

from playwright.sync_api import Browser, expect

from tests.browser.desks import Desk
from tests.browser.looks import faults
from tests.browser.stage import Place, Windows
from tests.browser.window import Window
from tests.workshop.test_bringing_packs import named
from tests.workshop.test_mapping import OLD, PAGE, later
from workshop import store
from workshop.store.accounts import ADMINISTRATOR
from workshop.store.tables import AccountRow


def bring(ann: Window, pack: dict[str, object]) -> None:
    ann.page.goto("/packs")
    ann.page.locator("#file").set_input_files(
        {"name": "method.json", "mimeType": "application/json", "buffer": json.dumps(pack).encode()}
    )
    ann.press("Bring it")
    ann.page.wait_for_url(f"**/packs/{pack['key']}")


def test_an_administrator_says_what_became_of_each_objective_and_vouches_for_it(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        desk = Desk(windows, place, "Ann")
        with place.app.app_context(), store.writing() as db:
            db.get_one(AccountRow, desk.account).role = ADMINISTRATOR
        ann = desk.window
        bring(ann, named(OLD))
        bring(ann, later())
        assert faults(ann, "a method that follows another") == []
        ann.page.goto(PAGE)
        ann.sees("Nobody vouches for it yet")
        assert faults(ann, "what became of the objectives") == []
        ann.page.get_by_role("combobox").last.select_option(index=1)
        ann.press("Keep the mapping")
        ann.press("This is right")
        expect(ann.page.get_by_role("heading", name="Somebody vouches for it")).to_be_visible()
        assert faults(ann, "a mapping that somebody vouches for") == []
        ann.page.goto("/packs")
        assert faults(ann, "the shelf of methods") == []
