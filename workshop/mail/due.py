"""What follows from the tables is written before what is due goes out."""

from datetime import datetime

from flask import Flask
from sqlalchemy import select

from workshop import store
from workshop.mail import approvals, branches, leaving, round_news, rounds
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.store.tables import PlanRow


def write(app: Flask, at: datetime) -> None:
    """Letters about rounds of follow-up and of plans, and about approvals that are waited for."""
    round_news.write(app, at)
    rounds.write(app, at)
    leaving.tell(app, at)
    branches.remind(app, at)
    with store.reading(app) as db:
        asked = db.scalars(select(PlanRow.id).where(PlanRow.stage == "approval")).all()
    for id in asked:
        life = rooms_of(app).room(plan_log(id)).state
        with store.writing(app) as db:
            approvals.ask_for_approval(db, life, at)
            approvals.remind(db, life, at)
