"""Real Chromium windows on a real server: one browser for all tests, a fresh context a person."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.stage import House, open_house

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; where there is none the run says so, and fails on a machine that must have it."""
    program = shutil.which("chromium")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: scripts/setup system installs it.")
        pytest.skip("Chromium is missing: `make test` installs it.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def house(tmp_path: Path, chromium: Browser) -> Iterator[House]:
    """A served place with a facilitator's account and one workshop, ready for people to come."""
    with open_house(tmp_path, chromium) as opened:
        yield opened
