"""The command line: `toimi serve`, and what an operator does beside it. Other rooms bring their own commands."""

import os
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from typing import NoReturn

import click
from flask import Flask

from workshop import create_app, doctoring, store
from workshop.clock import now
from workshop.config import PACKAGE, Settings, Unfit, completed, from_environment
from workshop.store import accounts, schema

ELSEWHERE = {
    "due": "workshop.timer",
    "bounced": "workshop.mail.cli",
    "example": "workshop.registry.cli",
    "demo": "workshop.rehearsal.cli",
    "demo-year": "workshop.rehearsal.year.cli",
    "rehearse": "workshop.rehearsal.cli",
    "export": "workshop.exports.cli",
}


class Rooms(click.Group):
    """A group whose further commands live in the rooms they are about, and are read when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *(name for name in ELSEWHERE if _brought(name))])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return super().get_command(ctx, cmd_name) or _brought(cmd_name)


def _brought(name: str) -> click.Command | None:
    room = ELSEWHERE.get(name)
    if room is None or find_spec(room.rpartition(".")[0]) is None or find_spec(room) is None:
        return None
    return getattr(import_module(room), name.replace("-", "_"), None)


@click.group(cls=Rooms)
@click.version_option(package_name="toimi")
def main() -> None:
    """Live workshops that end in a plan. Settings come from TOIMI_… in the environment (docs/operations.md)."""


@main.command()
@click.option("--host", help="Address to listen on; 0.0.0.0 for a room's network.")
@click.option("--port", type=int, help="Port to listen on.")
def serve(host: str | None, port: int | None) -> None:
    """Bring the tables up to date and serve."""
    settings = _settings(host, port)
    app = create_app(settings)
    schema.migrate(app)
    _greet(app, settings)
    store.engine_of(app).dispose()
    _become(server(settings), settings)


@main.command()
def migrate() -> None:
    """Bring the tables up to date."""
    app = create_app(_settings())
    schema.migrate(app)
    click.echo(f"Tables are of version {schema.newest()}.")


@main.command()
@click.argument("email")
def link(email: str) -> None:
    """Print a link that gives an account a new password."""
    settings = _settings()
    app = create_app(settings)
    with app.app_context(), store.writing() as db:
        account = accounts.account_by_email(db, email)
        if account is None or account.closed_at:
            raise click.ClickException(f"There is no open account with {email}.")
        token = accounts.password_link(db, account, None, now())
    click.echo(f"{settings.public_address}/invite/{token}")


@main.command()
@click.option("--rebuild", is_flag=True, help="Make the rows that follow from logs anew.")
def doctor(rebuild: bool) -> None:
    """Say how this place is set up, and what must not stay so."""
    app = create_app(_settings())
    if rebuild:
        click.echo(f"ok   {'rebuilt':<12} rows of {doctoring.rebuild(app)} plans")
    findings = doctoring.findings(app)
    for finding in findings:
        click.echo(f"{'ok ' if finding.well else 'BAD'}  {finding.what:<12} {finding.found}")
    if not all(finding.well for finding in findings):
        sys.exit(1)


def server(settings: Settings) -> list[str]:
    """The program that serves: gunicorn with one gevent worker, or gevent's own where there is no gunicorn."""
    if find_spec("gunicorn") is None:
        return [sys.executable, "-m", "gevent.monkey", "--module", "workshop.serving"]
    options = ["--config", str(PACKAGE / "gunicorn_conf.py"), "--bind", f"{settings.host}:{settings.port}"]
    return [sys.executable, "-m", "gunicorn", *options, "workshop:create_app()"]


def _settings(host: str | None = None, port: int | None = None) -> Settings:
    try:
        given = from_environment()
        return completed(replace(given, host=host or given.host, port=port or given.port))
    except Unfit as unfit:
        raise click.ClickException(str(unfit)) from None


def _greet(app: Flask, settings: Settings) -> None:
    click.echo(f"Toimi serves at {settings.public_address}")
    with app.app_context(), store.writing() as db:
        token = accounts.first_link(db, now())
    if token:
        link = f"{settings.public_address}/first/{token}"
        click.echo(f"Make the administrator's account, once, within a day: {link}")
    sys.stdout.flush()


def _become(command: list[str], settings: Settings) -> NoReturn:
    """Give this process over to the server, so that it gets the signals meant for us."""
    given = {"TOIMI_HOST": settings.host, "TOIMI_PORT": str(settings.port), "TOIMI_INSTANCE": str(settings.instance)}
    environment = {**os.environ, **given}
    if sys.platform == "win32":
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)  # noqa: S603 (our own command)
    os.execve(command[0], command, environment)  # noqa: S606 (the same)


if __name__ == "__main__":
    main()
