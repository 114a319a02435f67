"""A unit's own program: it reads and writes its plan's figures by a token, through the API."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from http import HTTPStatus

from facilitation.shapes.followed import MONTHS, last_ended
from workshop.rehearsal.year.cast import Company
from workshop.rehearsal.year.following import Data, actions_of, come_so_far, figure_of, metrics_of
from workshop.rehearsal.year.place import Astray

LASTS = timedelta(days=700)
TOKEN = re.compile(r"toimi_[\w-]+")
SCOPES = ["plans:read", "readings:read", "readings:write"]


def token_of(company: Company, key: str) -> str:
    """For the program of one organisation."""
    last = company.place.calendar.today + LASTS
    path, name = f"{company.page(key)}/tokens", "Case management"
    shown = TOKEN.search(company.administrator.send(path, label=name, scopes=SCOPES, last=f"{last}").text)
    if shown is None:
        raise Astray("The page shows no token.")
    return shown[0]


def tell(company: Company, token: str, page: str, plan: Data, pace: float) -> int:
    """Every metric's figure for the period that ended last, and how far actions have come; how many there were."""
    today, told = company.place.calendar.today, 0
    for path, body in (*figures(plan, pace, today), *progress(plan, today)):
        send(company, token, f"{page}/{path}", body)
        told += 1
    return told


def figures(plan: Data, pace: float, today: date) -> Iterator[tuple[str, Data]]:
    for metric in metrics_of(plan):
        if metric["frequency"] in MONTHS and metric.get("targets"):
            period = last_ended(metric["frequency"], today)
            told = figure_of(metric, pace)
            yield "readings", {"metric": metric["id"], **told, **days(period.first, period.last)}


def progress(plan: Data, today: date) -> Iterator[tuple[str, Data]]:
    for action in actions_of(plan):
        yield "progress", {"action": action["id"], "status": come_so_far(action, today)}


def send(company: Company, token: str, path: str, body: Data) -> None:
    """Once, however often the program asks in a day."""
    about = f"{body.get('metric') or body['action']}.{company.place.calendar.today}"
    head = {"Authorization": f"Bearer {token}", "Idempotency-Key": about}
    answer = company.place.browser().client.post(f"/api/v1{path}", json=body, headers=head)
    if not answer.is_json or answer.status_code >= HTTPStatus.BAD_REQUEST:
        raise Astray(f"{answer.status} to {body}: {answer.text}")


def days(first: date, last: date) -> dict[str, str]:
    return {"first": f"{first}", "last": f"{last}"}
