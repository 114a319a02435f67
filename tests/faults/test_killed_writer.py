"""The log itself under kill -9: what a writer said was committed is there, once, and the numbers have no gap."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.history import gaps
from tests.workshop.server import HOUSE

# Says each number only when its commit has returned; one ask after the other, until it is killed.
WRITER = """
import sys
from pathlib import Path
from tests.workshop.place import ADA, ask, seated, toy_place
from tests.workshop.toy import AddCard
with toy_place(Path(sys.argv[1])).app_context():
    seated()
    for n in range(100_000):
        outcome = ask(AddCard(f"{sys.argv[2]}-{n}", "x" * 300), ADA, once=f"{sys.argv[2]}-{n:012}")
        assert outcome.ok
        print(f"{sys.argv[2]}-{n}", flush=True)
"""


@pytest.mark.parametrize("words", [1, 40, 300])
def test_what_was_acknowledged_before_the_kill_is_in_the_log_once(tmp_path: Path, words: int):
    said: list[str] = []
    for life in ("first", "second"):
        said += written_until_killed(tmp_path, life, words)
    cards, numbers = logged(tmp_path)
    assert gaps(numbers) == []
    assert [cards.count(card) for card in said] == [1] * len(said)
    # At most what was under way when it was killed is there unsaid.
    assert len(cards) - len(said) <= 2


def written_until_killed(folder: Path, life: str, words: int) -> list[str]:
    """Start a writer, wait for so many words, kill it; everything it managed to say."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), life], cwd=HOUSE, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    with writer, writer.stdout as out:
        said = [out.readline().strip() for _ in range(words)]
        writer.send_signal(signal.SIGKILL)
        said += [line.strip() for line in out if line.endswith("\n")]
    return said


def logged(folder: Path) -> tuple[list[str], list[int]]:
    with closing(sqlite3.connect(folder / "toimi.db")) as database:
        rows = database.execute("SELECT seq, type, json_extract(body, '$.card') FROM event ORDER BY seq").fetchall()
        head = database.execute("SELECT head FROM log").fetchone()[0]
    assert head == len(rows)
    return [card for _, kind, card in rows if kind == "LineAdded"], [seq for seq, _, _ in rows]
