"""`toimi bounced`: letters that came back."""

import sys

import click
from flask import Flask

from workshop import create_app, store
from workshop.clock import clock_of
from workshop.config import completed, from_environment
from workshop.mail import reports
from workshop.store import bounces


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
