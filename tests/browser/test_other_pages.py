"""The pages around the live ones: the door, the lobby, one's own pages, the draft, dialogs and menus."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.lived import lived_through, somebody
from tests.browser.looks import faults
from tests.browser.stage import House, Lead, Place
from tests.browser.window import Window


@pytest.fixture(scope="module")
def lived(place: Place, chromium: Browser) -> Iterator[House]:
    with lived_through(place, chromium) as house:
        yield house


@pytest.fixture(scope="module")
def lead(lived: House) -> Lead:
    lead = lived.lead()
    lead.panel("workshop")
    return lead


@pytest.fixture(scope="module")
def ada(lived: House, lead: Lead) -> Window:
    """Somebody who took part."""
    return lived.seated(lived.key(somebody(lead)))


@pytest.fixture(scope="module")
def fay(lived: House, lead: Lead) -> Window:
    return lived.hosted()


@pytest.mark.parametrize("path", ["/", "/j/{code}", "/j/{code}?language=fi", "/j/AAAA2222", "/nowhere"])
def test_the_way_in_stands_in_nobodys_way(house: House, path: str):
    window = house.window()
    window.page.goto(path.format(code=house.set_.code))
    assert not (found := faults(window, path)), "\n".join(found)


MOVED = """() => {
    const main = document.querySelector("main")
    main.style.marginTop = "50px"
    return getComputedStyle(main).marginTop
}"""
"""What a script that measures at once would measure."""


def test_whoever_wants_no_movement_sees_every_change_at_once(house: House):
    window = house.window()
    window.page.goto("/")
    assert window.page.evaluate(MOVED) == "50px"


@pytest.mark.parametrize("path", ["", "/console", "/screen"])
def test_the_lobby_stands_in_nobodys_way(house: House, path: str):
    ada = house.joined("Ada").sees("You are in, Ada.")
    window = house.hosted() if path == "/console" else ada
    window.page.goto(f"/w/{house.set_.workshop}{path}")
    window.main.locator("h1").first.wait_for()
    assert not (found := faults(window, path)), "\n".join(found)


@pytest.mark.parametrize(
    "path", ["/mine", "/device", "/draft", "/draft/transfer/hankintaluotsi", "/draft/genuine?event=1&digest=00"]
)
def test_ones_own_pages_and_the_draft_stand_in_nobodys_way(lived: House, ada: Window, path: str):
    ada.page.goto(f"/w/{lived.set_.workshop}{path}")
    assert not (found := faults(ada, path)), "\n".join(found)


@pytest.fixture
def small(ada: Window) -> Iterator[Window]:
    """Ada's window as narrow as a small phone, for a while."""
    before = ada.page.viewport_size
    assert before
    ada.page.set_viewport_size({"width": 320, "height": 700})
    yield ada
    ada.page.set_viewport_size(before)


def test_on_a_small_phone_agreed_levels_stand_under_their_statement_and_nothing_is_cut_off(lived: House, small: Window):
    ada = small
    ada.page.goto(f"/w/{lived.set_.workshop}/draft")
    statement, level = (ada.main.get_by_role(role).first for role in ("rowheader", "cell"))
    assert ada.main.locator(".table--levels").locator("..").evaluate("each => each.scrollWidth - each.clientWidth") == 0
    above, below = statement.bounding_box(), level.bounding_box()
    assert above and below and above["y"] + above["height"] <= below["y"]


@pytest.mark.parametrize(
    "path", ["/paper", "/paper/answers.pdf?answers-count=0", "/draft/workbook", "/draft/document", "/person"]
)
def test_what_only_a_facilitator_sees_stands_in_nobodys_way(lived: House, fay: Window, path: str):
    fay.page.goto(f"/w/{lived.set_.workshop}{path}")
    assert not (found := faults(fay, path)), "\n".join(found)


def test_a_personal_link_stands_in_nobodys_way(lived: House, ada: Window):
    ada.page.goto(f"/w/{lived.set_.workshop}/device")
    ada.press("Show my own link")
    assert not (found := faults(ada, "the link")), "\n".join(found)
    other = lived.window()
    other.page.goto("/seat/" + ada.main.get_by_text("/seat/").first.inner_text().rpartition("/seat/")[2].strip())
    assert not (found := faults(other, "the seat")), "\n".join(found)


@pytest.mark.parametrize("opened", ["Parking lot", "Language and look"])
def test_what_opens_over_a_step_stands_in_nobodys_way(lived: House, lead: Lead, ada: Window, opened: str):
    lead.move("OpenStep", "step-ideas")
    ada.page.goto(f"/w/{lived.set_.workshop}")
    ada.at("Ideas")
    ada.press(opened)
    ada.page.locator("dialog[open], [role=menu]").first.wait_for()
    assert not (found := faults(ada, opened)), "\n".join(found)


def people(fay: Window) -> None:
    fay.press("People and groups", role="tab")


def groups(fay: Window) -> None:
    people(fay)
    fay.press("Form them anew")


def entering(fay: Window) -> None:
    people(fay)
    fay.pick(fay.page.locator(".people__line").first.get_by_role("button"), "Enter for")


def settings(fay: Window) -> None:
    step_menu(fay)
    fay.press("Settings of the step", role="menuitem")


def question(fay: Window) -> None:
    step_menu(fay)
    fay.press("Add a question after it", role="menuitem")


def step_menu(fay: Window) -> None:
    fay.page.locator(".agenda li").nth(1).get_by_role("button").click()


def shortcuts(fay: Window) -> None:
    fay.press("Shortcuts")


def note(fay: Window) -> None:
    people(fay)
    fay.press("A note to all")


@pytest.mark.parametrize("do", [people, groups, entering, step_menu, settings, question, shortcuts, note])
def test_what_a_facilitator_opens_stands_in_nobodys_way(
    lived: House, lead: Lead, fay: Window, do: Callable[[Window], None]
):
    fay.page.goto(f"/w/{lived.set_.workshop}/console")
    expect(fay.main.locator(".console__step")).to_be_visible()
    do(fay)
    assert not (found := faults(fay, do.__name__)), "\n".join(found)
