"""What one person does in a step, by pointer or finger; with `_by_keys`, without either."""

from playwright.sync_api import Locator, expect

from tests.browser.window import Window


def rate(window: Window, level: int) -> None:
    """Goes through the themes one by one and gives every statement the same level."""
    places = window.main.locator(".themenav__line")
    places.first.wait_for()
    for n in range(places.count() - 1):
        expect(places.nth(n)).to_have_attribute("aria-current", "true")
        for statement in window.main.locator(".statement").all():
            statement.locator(".scale__opt").nth(level - 1).click()
            expect(statement.get_by_role("radio").nth(level - 1)).to_be_checked()
        window.page.locator(".bar").get_by_role("button").filter(has_text=onward(window)).click()


def onward(window: Window) -> str:
    """What the bar's button says: there is a theme to come, or what matters most."""
    last = window.main.locator(".themenav__line").nth(-2).get_attribute("aria-current") == "true"
    return window.t("What matters most") if last else window.t("Next theme")


def rate_list(window: Window, level: int) -> None:
    """The same in one numbered list."""
    window.main.get_by_label(window.t("As one list")).check()
    statements = window.main.locator(".statement")
    expect(window.main.locator(".assess--list")).to_be_visible()
    for statement in statements.all():
        statement.locator(".scale__opt").nth(level - 1).click()
        expect(statement.get_by_role("radio").nth(level - 1)).to_be_checked()


def rate_by_keys(window: Window, level: int) -> None:
    places = window.main.locator(".themenav__line")
    places.first.wait_for()
    for n in range(places.count() - 1):
        expect(places.nth(n)).to_have_attribute("aria-current", "true")
        for statement in window.main.locator(".statement").all():
            window.key(statement.get_by_role("radio").first, " ")
            for _level in range(1, level):
                window.page.keyboard.press("ArrowRight")
            expect(statement.get_by_role("radio").nth(level - 1)).to_be_checked()
        window.key(window.page.locator(".bar").get_by_role("button").filter(has_text=onward(window)))


def pick_most(window: Window, count: int) -> None:
    """Ticks the first few of what matters most."""
    ticks = window.main.locator(".picks").get_by_role("checkbox")
    for n in range(count):
        ticks.nth(n).check()
        expect(ticks.nth(n)).to_be_checked()


def pick_most_by_keys(window: Window, count: int) -> None:
    ticks = window.main.locator(".picks").get_by_role("checkbox")
    for n in range(count):
        window.key(ticks.nth(n), " ")
        expect(ticks.nth(n)).to_be_checked()


def write_idea(window: Window, text: str) -> None:
    """Adds it; it is seen at once, wherever it is."""
    window.main.locator(".composer textarea").fill(text)
    window.press(window.t("Add the idea"))
    expect(own(window, text)).to_be_visible()


def add_idea(window: Window, text: str) -> None:
    """Adds it, and waits until the room has it."""
    write_idea(window, text)
    has_arrived(window, text)


def add_idea_by_keys(window: Window, text: str) -> None:
    window.type_into(window.main.locator(".composer textarea"), text)
    window.key(window.button(window.t("Add the idea")))
    has_arrived(window, text)


def has_arrived(window: Window, text: str) -> None:
    expect(own(window, text)).to_contain_text(window.t("Hidden until all ideas are shown"))


def own(window: Window, text: str) -> Locator:
    """The note with these words."""
    return window.main.locator(".note").filter(has_text=text)


def give_dots(window: Window) -> None:
    """One dot each to the first cards, until none is left."""
    for vote in window.main.locator(".vote").all():
        more = vote.get_by_role("button").last
        if not more.is_enabled():
            return
        more.click()
        expect(vote.locator("output")).to_have_text("1")


def give_dots_by_keys(window: Window) -> None:
    for vote in window.main.locator(".vote").all():
        more = vote.get_by_role("button").last
        if not more.is_enabled():
            return
        window.key(more)
        expect(vote.locator("output")).to_have_text("1")


def begin_sheet(window: Window, words: str, *texts: str) -> None:
    """The first words of a goal, a metric or an action; from then on the group writes on it."""
    composer = window.main.locator(".composer")
    for n, text in enumerate(texts):
        composer.locator("input, textarea").nth(n).fill(text)
    composer.get_by_role("button", name=window.t(words)).click()
    expect(window.main.locator(".sheet-grid").first).to_be_visible()


def be_done(window: Window, words: str = "I am done") -> None:
    window.press(window.t(words))
    expect(window.button(window.t("Not ready after all"))).to_be_visible()


def be_done_by_keys(window: Window, words: str = "I am done") -> None:
    window.key(window.button(window.t(words)))
    expect(window.button(window.t("Not ready after all"))).to_be_visible()


# -- The facilitator ------------------------------------------------------------------------------------------------


def go_on(fay: Window) -> None:
    """Presses the one filled button; where it asks whether to leave somebody behind, says yes."""
    act = fay.page.locator(".next__act")
    words = act.inner_text()
    act.click()
    asked = fay.page.locator("dialog[open] .btn--primary")
    expect(asked.or_(act.filter(has_not_text=words)).first).to_be_visible()
    if asked.is_visible():
        asked.click()
    expect(act.filter(has_text=words)).to_have_count(0)


def until_answered(fay: Window, people: int) -> None:
    expect(fay.page.locator(".answered")).to_contain_text(f"{people} of {people}")


def put_in_group(fay: Window, name: str, letter: str) -> None:
    line = fay.page.locator(".people__line").filter(has_text=name)
    fay.pick(line.get_by_role("button"), f"Move to group {letter}")
    expect(line.locator(".people__group")).to_contain_text(f"Group {letter}")
