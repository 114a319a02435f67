"""A whole day at five windows: the facilitator's console and screen, and three who take part, each in their own way."""

from dataclasses import dataclass

from playwright.sync_api import expect

from tests.browser import parts
from tests.browser.company import Company
from tests.browser.stage import House, join
from tests.browser.window import PHONE, Window

LATER = ("Yksi sopimus, yksi vastuuhenkilö.", "Toimittajat mukaan jo suunnitteluun.")
AWAY = ("Mät före och efter varje upphandling.", "Dela ritningarna med de små ämbetsverken.")
FROM, TO = "Every agency buys alone.", "Eighty per cent is bought together."
FROM_BY_TWO, TO_BY_TWO = "Every agency buys alone and pays more.", "Eighty per cent of all things is bought together."
METRIC, ACTION = "Share of joint procurement", "Appoint an owner for every joint contract"


@dataclass
class Day:
    """Ada works by keyboard alone, Pekka in Finnish on a phone, Saga in Swedish and without a line for a while."""

    house: House
    fay: Window
    screen: Window
    ada: Window
    pekka: Window
    saga: Window
    company: Company

    @property
    def everybody(self) -> tuple[Window, ...]:
        return self.ada, self.pekka, self.saga

    @property
    def people(self) -> int:
        return len(self.everybody) + len(self.company.names)

    def begin(self) -> None:
        """The facilitator opens the next step, and everybody comes along; who was writing goes when they like."""
        before = [window.main.locator("h1").inner_text() for window in self.everybody]
        parts.go_on(self.fay)
        for window, title in zip(self.everybody, before, strict=True):
            moved = window.page.locator(".moved--stays").get_by_role("button")
            arrived = window.main.locator("h1").filter(has_not_text=title)
            expect(moved.or_(arrived).first).to_be_visible()
            if moved.is_visible():
                self.ada.key(moved) if window is self.ada else moved.click()
            expect(arrived).to_be_visible()

    # -- before the first step --------------------------------------------------------------------------------------

    def form_groups(self) -> None:
        """Those at the windows are group A, the company is group B; Ada draws the line."""
        fay = self.fay.press("People and groups", role="tab")
        for _group in "AB":
            fay.press("Add a group")
        for name in ("Ada", "Pekka", "Saga"):
            parts.put_in_group(fay, name, "A")
        for name in self.company.names:
            parts.put_in_group(fay, name, "B")
        fay.pick(fay.page.locator(".people__line").filter(has_text="Ada").get_by_role("button"), "Name as decider")
        fay.press("The step", role="tab").sees("Ada decides")
        self.pekka.sees(self.pekka.t("You are in group %(letter)s", letter="A"))

    # -- the steps --------------------------------------------------------------------------------------------------

    def rate(self) -> None:
        parts.rate(self.pekka, 2)
        parts.pick_most(self.pekka, 3)
        parts.rate_list(self.saga, 4)
        parts.pick_most(self.saga, 3)
        parts.rate_by_keys(self.ada, 3)
        parts.pick_most_by_keys(self.ada, 3)
        parts.be_done(self.pekka)
        parts.be_done(self.saga)
        parts.be_done_by_keys(self.ada)
        parts.until_answered(self.fay, self.people)

    def agree(self) -> None:
        """The facilitator writes down the level the room agrees on."""
        self.fay.press("Agree a level")
        form = self.fay.page.locator("form.agree")
        form.locator(".scale").last.locator(".scale__opt").nth(4).click()
        self.fay.write("Why", "The law asks for it.", form)
        form.get_by_role("button", name="Write it down as agreed").click()
        self.pekka.sees("The law asks for it.")

    def have_ideas(self) -> None:
        """Saga writes while her line is away, and comes back to a room that has waited for her."""
        self.saga.line(away=True).sees(self.saga.t("No connection."))
        for text in AWAY:
            parts.write_idea(self.saga, text)
        for text in LATER:
            parts.add_idea(self.pekka, text)
        parts.add_idea_by_keys(self.ada, "One calendar for all procurement.")
        self.saga.line(away=False).sees(self.saga.t("You are back."))
        for text in AWAY:
            parts.has_arrived(self.saga, text)
        parts.until_answered(self.fay, self.people)

    def cluster(self) -> None:
        """The facilitator makes a cluster and puts two ideas in it."""
        fay = self.fay.press("New cluster")
        fay.write("Name of the cluster", "Together").press("Make the cluster")
        cluster = fay.main.locator(".cluster").filter(has_text="Together")
        for text in (LATER[0], AWAY[1]):
            fay.pick(parts.own(fay, text).get_by_role("button"), "Together")
            expect(cluster).to_contain_text(text)
        expect(self.pekka.main.locator(".cluster")).to_contain_text(AWAY[1])

    def vote(self) -> None:
        parts.give_dots(self.pekka)
        parts.give_dots(self.saga)
        parts.give_dots_by_keys(self.ada)
        for window in (self.pekka, self.saga):
            parts.be_done(window)
        parts.be_done_by_keys(self.ada)
        parts.until_answered(self.fay, self.people)

    def decide(self) -> None:
        """Ada draws the line by keyboard, with the reason; all see it, and so does the screen."""
        form = self.ada.main.locator("form.decide")
        self.ada.type_into(form.get_by_label("What was decided"), "We begin with buying together.")
        self.ada.type_into(form.get_by_label("Why"), "It carries the others.")
        self.ada.key(self.ada.button("Write down the decision", form))
        for window in (self.pekka, self.saga, self.fay, self.screen):
            window.sees("We begin with buying together.")

    def write_goal(self) -> None:
        """Ada begins, Saga and Pekka write on: each sees what the others do."""
        composer = self.ada.main.locator(".composer")
        self.ada.type_into(composer.locator("textarea").first, FROM)
        self.ada.type_into(composer.locator("textarea").last, TO)
        self.ada.key(self.ada.button("Begin the goal", composer))
        self.saga.main.locator(".goal__part--from textarea").fill(FROM_BY_TWO)
        self.pekka.main.locator(".goal__part--to textarea").fill(TO_BY_TWO)
        self.pekka.field(self.pekka.t("Objective of the strategy"), self.pekka.main).select_option(index=3)
        for window in self.everybody:
            expect(window.main.locator(".goal__part--from textarea")).to_have_value(FROM_BY_TWO)
            expect(window.main.locator(".goal__part--to textarea")).to_have_value(TO_BY_TWO)

    def sharpen(self) -> None:
        """Hints come when the facilitator switches them on; then the groups are ready."""
        self.fay.page.get_by_text("Hints on").click()
        self.ada.sees("How it reads")
        self.ready()

    def ready(self) -> None:
        """One marks the sheet as ready, another says it for the group."""
        self.saga.press(self.saga.t("Mark as ready"))
        self.ada.key(self.ada.button("We are ready"))
        expect(self.pekka.button(self.pekka.t("Not ready after all"))).to_be_visible()

    def write_metric(self) -> None:
        parts.begin_sheet(self.pekka, "Begin the metric", METRIC)
        self.saga.field(self.saga.t("Direction"), self.saga.main).select_option("more")
        self.saga.field(self.saga.t("Unit"), self.saga.main).fill("%")
        expect(self.ada.main.get_by_label("Direction")).to_have_value("more")
        expect(self.ada.main.get_by_label("Unit")).to_have_value("%")
        self.ready()

    def write_action(self) -> None:
        parts.begin_sheet(self.saga, "Begin the action", ACTION)
        self.pekka.field(self.pekka.t("Responsible"), self.pekka.main).fill("hankintajohtaja")
        expect(self.ada.main.get_by_label("Responsible")).to_have_value("hankintajohtaja")
        self.ready()

    def review(self) -> None:
        """The draft is read; each says how sure they are."""
        for window in (self.pekka, self.saga):
            window.main.locator(".goal").filter(has_text=TO_BY_TWO).first.wait_for()
            window.main.locator(".scale__opt").nth(3).click()
            parts.be_done(window)
        self.ada.key(self.ada.main.get_by_role("radio").first, " ")
        parts.be_done_by_keys(self.ada)
        self.screen.sees(TO_BY_TWO)
        parts.until_answered(self.fay, self.people)


def arrive(house: House, *, shut_out: bool = False) -> tuple[Window, Window, Window, Window, Window]:
    """Fay with her screen, Ada by keyboard from the front page, Pekka on a phone, Saga in Swedish."""
    fay = house.hosted(shut_out=shut_out)
    with fay.page.expect_popup() as opened:
        fay.press("Open the screen", role="link")
    screen = house.watched(Window(opened.value, fay.context))
    ada, saga = house.window(shut_out=shut_out), house.window(language="sv", shut_out=shut_out)
    pekka = house.window(language="fi", size=PHONE, shut_out=shut_out, is_mobile=True, has_touch=True)
    join_by_keys(ada, house.set_.code, "Ada", "Ministry")
    join(pekka, house.set_.code, "Pekka", "Virasto", "fi")
    join(saga, house.set_.code, "Saga", "Ämbetsverket", "sv")
    return fay, screen, ada, pekka, saga


def join_by_keys(window: Window, code: str, name: str, organisation: str) -> None:
    window.page.goto("/")
    window.type_into(window.page.locator("#code"), code)
    window.page.keyboard.press("Enter")
    window.type_into(window.page.locator("#name"), name)
    window.type_into(window.page.locator("#organisation"), organisation)
    window.key(window.button("Join the workshop"))
    window.page.wait_for_url("**/w/**")
