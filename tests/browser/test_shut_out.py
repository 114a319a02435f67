"""A network that lets no WebSocket through: the page goes on over HTTPS by itself, through a whole step and a gap."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import parts
from tests.browser.lived import step
from tests.browser.stage import House, Place, open_house

IDEAS = step("ideas", each=3, cluster_by="groups")


@pytest.fixture
def house(place: Place, chromium: Browser) -> Iterator[House]:
    with open_house(place, chromium, (IDEAS, step("discussion"))) as opened:
        yield opened


def test_somebody_shut_out_takes_part_in_a_whole_step(house: House):
    lead = house.lead()
    ada, ben = house.joined("Ada", shut_out=True), house.joined("Ben")
    ada.sees("You are in, Ada.")
    lead.one_group()
    lead.move("OpenStep", IDEAS.id)
    parts.add_idea(ada, "One calendar for all procurement.")
    parts.be_done(ada)
    parts.add_idea(ben, "Suppliers come to the planning.")
    lead.move("Reveal", IDEAS.id)
    ada.sees("Suppliers come to the planning.")
    ben.sees("One calendar for all procurement.")
    ada.press("New cluster").write("Name of the cluster", "Together").press("Make the cluster")
    ada.pick(parts.own(ada, "Suppliers come").get_by_role("button"), "Together")
    expect(ben.main.locator(".cluster").filter(has_text="Suppliers come")).to_be_visible()


def test_somebody_shut_out_loses_the_line_and_nothing_else(house: House):
    lead = house.lead()
    ada = house.joined("Ada", shut_out=True).sees("You are in, Ada.")
    lead.move("OpenStep", IDEAS.id)
    ada.main.locator(".composer").wait_for()
    ada.line(away=True).sees("No connection.")
    parts.write_idea(ada, "One calendar for all procurement.")
    ada.line(away=False).sees("You are back.")
    ada.sees("Hidden until all ideas are shown")
    assert house.added("One calendar for all procurement.") == 1
