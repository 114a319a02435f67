"""Rounds of follow-up: holders check in by their links, one editor enters, one unit's own program tells by the API."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from html import unescape
from typing import Any, TypeAlias

from workshop.rehearsal.browser import Browser, forms
from workshop.rehearsal.year.cast import Company

Data: TypeAlias = Mapping[str, Any]
"""A plan, or a part of one, as data."""
OPEN = timedelta(days=30)
"""How long a round stays open."""
DRAGS_ON = timedelta(days=60)
"""Until an action is done after the day that was planned: some are late at every round."""
CASES = 60
"""That a unit counts in a period."""
ASKED = re.compile(r'id="ask-([\w-]+?)-?comment">(.*?)</h[23]>', re.DOTALL)
TAGS = re.compile(r"<[^>]+>")
CHECK_IN = re.compile(r"/check-in/[\w-]+")
NAMES = ("Hilla Harkonen", "Isak Lindqvist", "Jutta Saarela", "Kalle Moisio", "Lotta Nyman", "Matti Ikonen")
SUCCESSORS = ("Nina Rantala", "Otto Wikström", "Pia Kettunen", "Risto Alanko", "Saga Forss", "Tuomo Hietala")


def round_of(company: Company, name: str, day: date) -> None:
    """The ministry asks everybody under it for what is due."""
    company.place.calendar.turn_to(day)
    days = {"opens": f"{day}", "due": f"{day + OPEN}"}
    company.of("editor").send(f"{company.page('ministry')}/rounds", "Set the round", **days, name_en=name)


def roles_on(who: Browser, path: str) -> list[str]:
    """The roles that the page of holders offers."""
    form = who.get(path).text.partition('name="role"')[2].partition("</select>")[0]
    return [unescape(role) for role in re.findall(r'<option[^>]*value="([^"]+)"', form)]


def hand_over(company: Company, key: str, names: tuple[str, ...] = NAMES, every: int = 1) -> None:
    """Each role, or every second one, goes to somebody from today on."""
    editor, path = company.of("editor", key), f"{company.page(key)}/holders"
    for number, role in list(enumerate(roles_on(editor, path)))[::every]:
        editor.send(path, "Hand it over", role=role, name=names[number % len(names)])


def check_ins(company: Company, key: str, plans: Sequence[Data], pace: float) -> int:
    """Every holder gets a link and sends what these plans ask of them; how many answers were given."""
    editor, path, given = company.of("editor", key), f"{company.page(key)}/holders", 0
    for form in [form for form in forms(editor.get(path)) if form.action.endswith("/link")]:
        shown = editor.client.post(form.action, data=form.fields, headers=editor.headers, follow_redirects=True)
        if link := CHECK_IN.search(shown.text):
            given += answer(company.place.browser(), link[0], plans, pace, company.place.calendar.today, "Send")
    return given


def enter(company: Company, key: str, page: str, plan: Data, pace: float) -> int:
    """The unit's editor enters all that is due."""
    who, today = company.of("editor", key), company.place.calendar.today
    return answer(who, f"{page}/follow-up/enter", [plan], pace, today, "Save")


def answer(who: Browser, path: str, plans: Sequence[Data], pace: float, today: date, button: str) -> int:
    page = who.get(path)
    asked = {prefix: unescape(TAGS.sub("", words)).strip() for prefix, words in ASKED.findall(page.text)}
    found = next((form for form in forms(page) if any(button in each.words for each in form.buttons)), None)
    if found is None or not asked:
        return 0
    fields = dict(given(found.fields, asked, plans, pace, today))
    who.send(path, button, **fields)
    return len(asked)


def given(
    fields: Data, asked: Mapping[str, str], plans: Sequence[Data], pace: float, today: date
) -> Iterator[tuple[str, str]]:
    actions = {words: action for plan in plans for action in actions_of(plan) for words in action["text"].values()}
    metrics = {name: metric for plan in plans for metric in metrics_of(plan) for name in metric["name"].values()}
    for prefix, name in asked.items():
        names = {field.removeprefix(f"{prefix}-"): field for field in fields if field.startswith(f"{prefix}-")}
        if "value" in names and name in metrics:
            figure = figure_of(metrics[name], pace)
            told = ("numerator", "denominator") if "numerator" in figure and "numerator" in names else ("value",)
            yield from ((names[key], f"{figure[key]}") for key in told)
        if "day" in names:
            yield names["day"], plans[0]["approved_on"]
        if "status" in names and name in actions:
            yield names["status"], come_so_far(actions[name], today)


def come_so_far(action: Data, today: date) -> str:
    if date.fromisoformat(action["end"]) + DRAGS_ON <= today:
        return "done"
    return "in_progress" if date.fromisoformat(action["start"]) <= today else "to_come"


def actions_of(plan: Data) -> Iterator[Data]:
    for goal in plan["goals"]:
        yield from goal["actions"]


def metrics_of(plan: Data) -> Iterator[Data]:
    for goal in plan["goals"]:
        yield from goal["metrics"]


def figure_of(metric: Data, pace: float) -> Data:
    """A share with the two counts that it comes from, so that the units' counts can be divided anew."""
    value = on_the_way(metric, pace)
    if metric["unit"] != "%":
        return {"value": value}
    counted = round(CASES * value / 100)
    return {"value": 100 * counted / CASES, "numerator": counted, "denominator": CASES}


def on_the_way(metric: Data, pace: float) -> float:
    """So far from the baseline to the target, in whole units."""
    start = (metric.get("baseline") or {"value": 0})["value"]
    end = metric["targets"][-1]["value"] if metric.get("targets") else start
    return round(start + (end - start) * pace)
