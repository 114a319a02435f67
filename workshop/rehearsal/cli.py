"""`toimi rehearse`: simulated people take part anywhere. `toimi demo`: a whole day of it, from code to deck."""

import json
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import click

from facilitation.words import LANGUAGES
from workshop import create_app
from workshop.config import Settings, completed, from_environment
from workshop.rehearsal import stage
from workshop.rehearsal.content import Script, script
from workshop.rehearsal.people import people
from workshop.rehearsal.players import PACES, Cast
from workshop.rehearsal.visitor import NotLetIn, Visitor
from workshop.store import schema

LANGUAGE = click.Choice([*LANGUAGES, "mixed"])
READY_SECONDS = 60.0
TAKEN_HOME = ("json", "pptx", "docx", "xlsx", "pdf")
"""What a demonstration leaves on the table, by its endings."""


@click.command()
@click.argument("address")
@click.argument("code")
@click.option("--people", "count", default=24, show_default=True, help="How many join.")
@click.option("--language", type=LANGUAGE, default="en", show_default=True, help="What they write in.")
@click.option("--pace", type=click.Choice(list(PACES)), default="human", show_default=True)
@click.option("--host", "host_link", help="A host's personal link: the facilitator is simulated too.")
@click.option("--minutes", default=240.0, show_default=True, help="Leave after so long.")
def rehearse(
    address: str, code: str, count: int, language: str, pace: str, host_link: str | None, minutes: float
) -> None:
    """Let simulated participants join the workshop with CODE at ADDRESS and work as people do."""
    heed_signals()
    cast, finished = Cast(PACES[pace]), False
    try:
        enter(cast, address, code, count, language, host_link)
        finished = cast.play(minutes * 60) if host_link else threading.Event().wait(minutes * 60)
    except NotLetIn as closed:
        raise click.ClickException(str(closed)) from None
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        cast.stop()
    told(cast, finished=finished)


def heed_signals() -> None:
    """Whoever is told to end leaves as by Ctrl-C, so that nobody stays behind: no player, no server."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def enter(cast: Cast, address: str, code: str, count: int, language: str, host_link: str | None) -> None:
    """Everybody takes a seat, one after the other as people come in, and then the host begins."""
    for number in range(count):
        spoken = LANGUAGES[number % len(LANGUAGES)] if language == "mixed" else language
        person = people(count, spoken)[number]
        seated = Visitor(address).join(code, person.joining())
        cast.add(seated.client().open(), person, words(spoken))
    if host_link:
        seated = Visitor(address).come_by(host_link)
        cast.add_host(seated.client().open(), words("en" if language == "mixed" else language))


def words(language: str) -> Script:
    return script(language)


def told(cast: Cast, *, finished: bool) -> None:
    click.echo(f"{len(cast.granted)} acts, {len(cast.refusals)} refused{'' if finished else ', not at the end'}.")
    for (name, body), code in cast.refusals[:10]:
        click.echo(f"  refused ({code}): {name} {json.dumps(body, ensure_ascii=False)[:160]}")


@dataclass(frozen=True, slots=True)
class Serving:
    """The server of a demonstration, in a process of its own."""

    process: subprocess.Popen[bytes]
    address: str

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)


@click.command()
@click.option("--port", default=5000, show_default=True)
@click.option("--people", "count", default=24, show_default=True)
@click.option("--language", type=LANGUAGE, default="en", show_default=True)
@click.option("--agenda", default="one_day", show_default=True, help="Which of the method's agendas.")
@click.option("--keep", is_flag=True, help="Stay up afterwards.")
def demo(port: int, count: int, language: str, agenda: str, keep: bool) -> None:
    """Serve, let simulated people work through a whole workshop, and leave its plan and deck in instance/demo."""
    heed_signals()
    settings = completed(replace(from_environment(), port=port))
    app = create_app(settings)
    schema.migrate(app)
    set_ = stage.build(app, "toimi", agenda, "en" if language == "mixed" else language)
    server = serving(settings)
    try:
        addresses(server.address, set_)
        perform_all(server.address, set_, count, language)
        leave_plan(server.address, set_, settings.instance / "demo", "en" if language == "mixed" else language)
        if keep:
            click.echo("Stays up; stop it with Ctrl-C.")
            server.process.wait()
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        if server.process.poll() is None:
            server.stop()


def serving(settings: Settings) -> Serving:
    """Start the server and wait until it answers."""
    command = [sys.executable, "-m", "workshop.cli", "serve", "--port", str(settings.port)]
    address = f"http://{settings.host}:{settings.port}"
    process = subprocess.Popen(command)  # noqa: S603 (our own command)
    deadline = time.monotonic() + READY_SECONDS
    while not answers(f"{address}/healthz"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise click.ClickException(f"The server did not start at {address}.")
        threading.Event().wait(0.1)
    return Serving(process, address)


def answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=2) as answer:  # noqa: S310 (our own server)
            return answer.status == 200
    except (URLError, OSError):
        return False


def addresses(address: str, set_: stage.Stage) -> None:
    """Where a person can watch."""
    click.echo(f"Participant  {address}/j/{set_.code}")
    click.echo(f"Facilitator  {address}/seat/{set_.watcher_key}")
    click.echo(f"Screen       {address}/w/{set_.workshop}/screen (after one of the two)")


def perform_all(address: str, set_: stage.Stage, count: int, language: str) -> None:
    begun = time.monotonic()
    cast = Cast(PACES["fast"])
    try:
        enter(cast, address, set_.code, count, language, f"/seat/{set_.host_key}")
        finished = cast.play(600)
    finally:
        cast.stop()
    told(cast, finished=finished)
    click.echo(f"{count} people, {time.monotonic() - begun:.0f} s.")
    if not finished:
        raise click.ClickException("The workshop did not come to its end.")


def leave_plan(address: str, set_: stage.Stage, folder: Path, language: str) -> None:
    """The plan as data and as files, taken home as a facilitator takes them."""
    folder.mkdir(parents=True, exist_ok=True)
    host = Visitor(address)
    host.come_by(f"/seat/{set_.watcher_key}")
    for ending in TAKEN_HOME:
        name = f"plan.{ending}"
        (folder / name).write_bytes(host.fetch(f"/w/{set_.workshop}/draft.{ending}?language={language}"))
        click.echo(f"{folder / name}")
