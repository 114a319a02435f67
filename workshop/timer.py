"""`toimi due`: what a timer does for the place every few minutes."""

import click

from workshop import create_app
from workshop.clock import clock_of
from workshop.config import DUE_CALLED, completed, from_environment, settings_of
from workshop.keeping.removal import carry_out
from workshop.mail import post
from workshop.mail.delivery import deliver
from workshop.mail.due import write
from workshop.together.ahead import read_ahead


@click.command()
def due() -> None:
    """Write what the date asks for, send what is due, remove what is over, and read plans together for whoever comes.

    Call it every five minutes.
    """
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
        read = read_ahead()
    click.echo(f"{gone.plans} plans removed.")
    click.echo(
        f"{gone.workshops} workshops removed, names struck in {gone.names}, {gone.lines} lines of the trail gone."
    )
    click.echo(f"{done.sent} letters sent, {done.later} to be tried again, {done.returned} given up.")
    click.echo(f"{read} plans read together.")
