"""`toimi demo-year`: a year of a fictional ministry and its units in a place of its own, and the files it leaves."""

import shutil

import click

from facilitation.words import LANGUAGES
from workshop import create_app, store
from workshop.config import Settings, from_environment
from workshop.rehearsal.year.place import Astray, Calendar, Place
from workshop.rehearsal.year.story import BEGINS, year
from workshop.store import schema


@click.command("demo-year")
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="en", show_default=True)
def demo_year(language: str) -> None:
    """Let a ministry and its six units go through a year, and leave its plans and reports in instance/demo-year."""
    folder = from_environment().instance / "demo-year"
    shutil.rmtree(folder, ignore_errors=True)
    instance, calendar = folder / "place", Calendar(BEGINS)
    instance.mkdir(parents=True)
    app = create_app(Settings(instance=instance), calendar)
    schema.migrate(app)
    try:
        year(Place(app, calendar, language), folder, click.echo)
    except Astray as astray:
        raise click.ClickException(f"The year does not go on: {astray}") from None
    finally:
        store.engine_of(app).dispose()
