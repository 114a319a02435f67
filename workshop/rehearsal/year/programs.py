"""A unit's own program: it reads and writes its plan's figures by a token, through the API."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

from facilitation.shapes.followed import MONTHS, last_ended
from workshop.rehearsal.year.cast import Company
from workshop.rehearsal.year.following import metrics_of, on_the_way
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


def tell(company: Company, token: str, page: str, plan: Mapping[str, Any], pace: float) -> int:
    """Every metric's figure for the period that ended last; how many there were."""
    client, told = company.place.browser().client, 0
    for metric in metrics_of(plan):
        if metric["frequency"] not in MONTHS or not metric.get("targets"):
            continue
        period = last_ended(metric["frequency"], company.place.calendar.today)
        body = {"metric": metric["id"], "value": on_the_way(metric, pace), **days(period.first, period.last)}
        head = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"{metric['id']}.{period.last}"}
        answer = client.post(f"/api/v1{page}/readings", json=body, headers=head)
        if not answer.is_json or answer.status_code >= HTTPStatus.BAD_REQUEST:
            raise Astray(f"{answer.status} to {body}: {answer.text}")
        told += 1
    return told


def days(first: date, last: date) -> dict[str, str]:
    return {"first": f"{first}", "last": f"{last}"}
