"""One goal's whole way in real windows: written, commented on, answered, approved, decided on above, read by the
steering group in the words of whoever wrote it.

The editor and the approver read Finnish, the commentator and the steering group Swedish, the ministry English.
"""

from dataclasses import replace
from datetime import date

from playwright.sync_api import Browser, expect

from facilitation.shapes import Span
from tests.browser.desks import Desk, answers, approves, asks_for_comments, comments, sends
from tests.browser.ministry import World, accepts, asks, decided_on, decides, files, says, submits, to_approval
from tests.browser.stage import Place, Windows
from tests.browser.window import PHONE, Window
from tests.workshop.catalogue import words_of
from tests.workshop.followed import GOAL, PLAN

SWEDISH = words_of("sv")
AIM = "Jokainen hankintayksikkö julkaisee hankintasuunnitelmansa"
WRITTEN = f"{AIM} vuotta etukäteen kahdella kielellä."
ALIKE = "Sopimuksissa on mitattava vaikuttavuustavoite ja sen seuranta."
QUESTION, ANSWER = "På vilka språk publiceras planen?", "Suomeksi ja ruotsiksi; lisätty tavoitteeseen."
CENTRAL, THEIRS = "Innovaatioille varataan osuus budjetista.", "Arkisto siirtyy uuteen taloon."
OTHERS = replace(
    PLAN,
    title={"fi": "Korjausten suunnitelma"},
    organisation="Repairs",
    languages=("fi",),
    period=Span("2027–2029", date(2027, 1, 1), date(2029, 12, 31)),
    goals=tuple(
        replace(GOAL, id=id, to={"fi": words}, metrics=(), actions=())
        for id, words in (("alike", ALIKE), ("central", CENTRAL), ("theirs", THEIRS))
    ),
)


def test_what_the_steering_group_reads_is_what_the_editor_wrote(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        world = World(place.app)

        def comes(name: str, language: str, role: str, organisation: str) -> Desk:
            desk = Desk(windows, place, name, language, "member")
            world.give(desk, role, organisation)
            return desk

        eeva, aapo = (comes("Eeva", "fi", "editor", world.homes), comes("Aapo", "fi", "approver", world.homes))
        mina, pia = (comes("Mina", "en", "editor", world.ministry), comes("Pia", "en", "approver", world.ministry))
        gus = comes("Gus", "sv", "steering", world.over)
        world.approved(mina.account, world.repairs, OTHERS)
        asks(mina, world)
        plan = writes(eeva, world)
        link = asks_for_comments(eeva, plan)
        stands_in_nobodys_way(eeva)
        reads_and_comments(windows.window(language="sv", size=PHONE), link)
        takes_it_in(eeva, plan)
        sends(eeva, plan, aapo.account, "Pääjohtaja")
        reads_nothing(gus, world)
        finds_and_approves(aapo)
        submits(eeva, plan, "1.0")
        stands_in_nobodys_way(eeva)
        reads_and_accepts(mina, world)
        decides_each_way(mina, world)
        approved_by_another(mina, pia, world)
        hears(eeva, plan)
        reads_it(gus, world)


def stands_in_nobodys_way(desk: Desk | Window) -> None:
    """By axe, as the page lies before its reader; the same pages in all looks are in other tests."""
    window = desk.window if isinstance(desk, Desk) else desk
    assert window.axe() == [], window.path()
    assert not window.overflows(), window.path()


# -- The unit -------------------------------------------------------------------------------------------------------


def writes(eeva: Desk, world: World) -> str:
    """A plan of her organisation with two goals; its page."""
    page, say = eeva.page, eeva.say
    page.goto("/plans")
    eeva.window.press(say("Start a plan"), role="link")
    stands_in_nobodys_way(eeva)
    page.locator("#title_fi").fill("Kotien hankintasuunnitelma 2027–2029")
    page.locator("#whose").select_option(world.homes)
    page.locator("#period").fill("2027–2029")
    eeva.window.press(say("Start the plan"))
    expect(page.get_by_role("link", name=say("Add a goal"))).to_be_visible()
    path = eeva.window.path()
    for words in (f"{AIM}.", ALIKE):
        goal(eeva, path, words)
    stands_in_nobodys_way(eeva)
    return path


def goal(eeva: Desk, path: str, words: str) -> None:
    page, say = eeva.page, eeva.say
    page.goto(path)
    eeva.window.press(say("Add a goal"), role="link")
    page.locator("#to_fi").fill(words)
    page.locator("#owner").fill("Hankintajohtaja")
    page.locator("#due").fill("2028-06-30")
    page.get_by_text(say("More about it")).click()
    page.get_by_label(say("Our own goal, outside the strategy")).check()
    stands_in_nobodys_way(eeva)
    eeva.window.press(say("Save"))
    eeva.window.sees(say("Saved.")).sees(words)


def reads_and_comments(eva: Window, link: str) -> None:
    """On a phone, without an account and without a mouse: a page in Swedish about a plan in Finnish."""
    eva.page.goto(link)
    expect(eva.page.locator("[lang=fi]", has_text=f"{AIM}.").first).to_be_visible()
    stands_in_nobodys_way(eva)
    comments(eva, SWEDISH, QUESTION, "Städerna")
    stands_in_nobodys_way(eva)


def takes_it_in(eeva: Desk, plan: str) -> None:
    """The question has its answer, and the goal its words."""
    page, say = eeva.page, eeva.say
    page.goto(f"{plan}/comments")
    expect(page.locator("[lang=sv]", has_text=QUESTION)).to_be_visible()
    eeva.window.sees("Städerna")
    answers(eeva, ANSWER)
    stands_in_nobodys_way(eeva)
    page.goto(plan)
    page.get_by_role("link", name=f"{say('Edit')} {say('Goal %(number)s', number=1)}").click()
    page.locator(".in-place #to_fi").fill(WRITTEN)
    page.locator(".in-place").get_by_role("button", name=say("Save")).click()
    eeva.window.sees(say("Saved.")).sees(WRITTEN)


def finds_and_approves(aapo: Desk) -> None:
    """Among his plans, without having been given the address."""
    aapo.page.goto("/plans")
    stands_in_nobodys_way(aapo)
    expect(aapo.page.get_by_role("link", name=aapo.say("Start a plan"))).to_have_count(0)
    aapo.window.press("Kotien hankintasuunnitelma", role="link")
    aapo.window.sees(WRITTEN)
    aapo.page.goto(f"{aapo.window.path()}/approval")
    stands_in_nobodys_way(aapo)
    approves(aapo)
    stands_in_nobodys_way(aapo)


def hears(eeva: Desk, plan: str) -> None:
    """What became of the unit's goals in the branch's plan."""
    eeva.page.goto(plan)
    eeva.window.sees(eeva.say("What the branch decided on these goals"))
    eeva.window.sees(eeva.say("Adopted as a goal of the branch"))
    stands_in_nobodys_way(eeva)


# -- The ministry ---------------------------------------------------------------------------------------------------


def reads_and_accepts(mina: Desk, world: World) -> None:
    mina.page.goto(f"{world.branch}/round")
    stands_in_nobodys_way(mina)
    mina.window.press("Version 1.0", role="link")
    expect(mina.page.locator("[lang=fi]", has_text=WRITTEN).first).to_be_visible()
    stands_in_nobodys_way(mina)
    accepts(mina, world)
    mina.window.sees("1 of 2 plans accepted")


def decides_each_way(mina: Desk, world: World) -> None:
    """Adopted, merged, raised and kept, each goal once."""
    decides(mina, world, AIM, "Adopted as a goal of the branch", "It is everybody's.")
    mina.window.press("Write one goal", role="link")
    says(mina, "Merged into a goal of the branch", "One goal is enough.", owner="Director General")
    decides(mina, world, CENTRAL, "Raised to the performance agreement", "It is central.", year="2028")
    decides(mina, world, THEIRS, "Kept at unit level", "Theirs alone.")
    mina.window.sees(decided_on(mina, 5, 5))
    stands_in_nobodys_way(mina)


def approved_by_another(mina: Desk, pia: Desk, world: World) -> None:
    """Whoever decided last does not approve; a colleague does."""
    files(mina, world)
    to_approval(mina, world)
    sends(mina, world.plan, pia.account, "Permanent secretary")
    pia.page.goto(f"{world.plan}/approval")
    stands_in_nobodys_way(pia)
    approves(pia)
    pia.page.goto(world.plan)
    pia.window.sees(WRITTEN)
    stands_in_nobodys_way(pia)


# -- The steering group ---------------------------------------------------------------------------------------------


def reads_nothing(gus: Desk, world: World) -> None:
    """While it is written and lies before its approver, nothing of it is to be read above."""
    gus.page.goto(world.above)
    expect(gus.window.main).not_to_contain_text(AIM)
    stands_in_nobodys_way(gus)


def reads_it(gus: Desk, world: World) -> None:
    """On the page of all branches, in the editor's own words and marked as Finnish; what was kept is not there."""
    gus.page.goto(world.above)
    expect(gus.window.main.get_by_role("heading", level=1)).to_have_text(gus.say("The one plan is in"))
    gus.window.key(gus.page.locator("summary").filter(visible=True).last)
    goals = gus.window.main.locator("details[open] li")
    expect(goals.locator("[lang=fi]")).to_have_text([WRITTEN, ALIKE, CENTRAL])
    expect(gus.window.main).not_to_contain_text(THEIRS)
    stands_in_nobodys_way(gus)
    gus.window.press("Ministry of Housing", role="link")
    gus.window.sees(gus.say("All %(of)s plans are in", of=2))
    stands_in_nobodys_way(gus)
