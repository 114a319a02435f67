"""`toimi due`: what a timer does for the place every few minutes."""

import click

from workshop import create_app
from workshop.clock import clock_of
from workshop.config import DUE_CALLED, completed, from_environment, settings_of
from workshop.keeping.removal import carry_out
from workshop.mail import post
from workshop.mail.delivery import deliver


@click.command()
def due() -> None:
    """Send the letters that are due and remove what is over. Call it every five minutes, by cron or a systemd timer."""
    app = create_app(completed(from_environment()))
    if not post.configured(app.extensions["settings"]):
        click.echo("No mail server is set (TOIMI_MAIL_SERVER): letters wait, and administrators see them on /mail.")
    with app.app_context():
        done = deliver(app, clock_of(app)())
        gone = carry_out(app, clock_of(app)())
    settings_of(app).instance.joinpath(DUE_CALLED).write_text(clock_of(app)().isoformat(), "ascii")
    click.echo(
        f"{gone.workshops} workshops removed, names struck in {gone.names}, {gone.lines} lines of the trail gone."
    )
    click.echo(f"{done.sent} letters sent, {done.later} to be tried again, {done.returned} given up.")
