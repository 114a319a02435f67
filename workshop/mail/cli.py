"""`toimi due`: what a timer does for the place every few minutes. `toimi bounced`: what came back."""

import sys

import click
from flask import Flask

from workshop import create_app, store
from workshop.clock import clock_of
from workshop.config import DUE_CALLED, completed, from_environment, settings_of
from workshop.keeping.removal import carry_out
from workshop.mail import post, reports
from workshop.mail.delivery import deliver
from workshop.mail.due import write
from workshop.store import bounces


@click.command()
def due() -> None:
    """Write what the date asks for, send what is due and remove what is over. Call it every five minutes."""
    app = create_app(completed(from_environment()))
    if not post.configured(app.extensions["settings"]):
        click.echo("No mail server is set (TOIMI_MAIL_SERVER): letters wait, and administrators see them on /mail.")
    with app.app_context():
        try:
            write(app, clock_of(app)())
        finally:
            # Whatever cannot be written holds up nothing that lies there.
            done = deliver(app, clock_of(app)())
        gone = carry_out(app, clock_of(app)())
    settings_of(app).instance.joinpath(DUE_CALLED).write_text(clock_of(app)().isoformat(), "ascii")
    click.echo(f"{gone.plans} plans removed.")
    click.echo(
        f"{gone.workshops} workshops removed, names struck in {gone.names}, {gone.lines} lines of the trail gone."
    )
    click.echo(f"{done.sent} letters sent, {done.later} to be tried again, {done.returned} given up.")


@click.command()
@click.argument("addresses", nargs=-1)
def bounced(addresses: tuple[str, ...]) -> None:
    """Say that letters to ADDRESSES come back; without any, read a mail server's report on standard input."""
    app = create_app(completed(from_environment()))
    known = _said(app, addresses) if addresses else _reported(app, sys.stdin.buffer.read())
    click.echo(f"{known} addresses get no letters any more." if known else "No letter of ours is named there.")


def _said(app: Flask, addresses: tuple[str, ...]) -> int:
    with store.writing(app) as db:
        for each in addresses:
            bounces.came_back(db, each, "", clock_of(app)())
    return len(addresses)


def _reported(app: Flask, report: bytes) -> int:
    with store.writing(app) as db:
        return sum([reports.take(db, each, clock_of(app)()) for each in reports.failed(report)])
