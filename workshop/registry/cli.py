"""`toimi example`: a tree of fictional organisations, for trying out."""

import click

from workshop import create_app, store
from workshop.clock import clock_of
from workshop.config import completed, from_environment
from workshop.registry import example as planted
from workshop.registry import taking


@click.command()
def example() -> None:
    """Plant a tree of fictional organisations. What is there already stays as it is."""
    app = create_app(completed(from_environment()))
    at = clock_of(app)()
    with app.app_context(), store.writing() as db:
        done, _links = taking.take(db, planted.rows(), None, at.date(), at)
    if done.broken:
        raise click.ClickException("Organisations with the same names or codes stand in the way.")
    click.echo(f"{len(done.fresh)} fictional organisations planted. See them at /organisations.")
