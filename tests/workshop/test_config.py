"""Settings come from the environment, are complete after the first start, and are refused when they are unfit."""

import inspect
import stat
from pathlib import Path

import pytest

from workshop.config import SHORTEST_SECRET, Settings, Unfit, completed, from_environment


def test_an_empty_environment_serves_this_machine_only():
    assert from_environment({}) == Settings()
    assert Settings().host == "127.0.0.1"


def test_words_of_the_environment_become_what_the_settings_are():
    said = {"TOIMI_PORT": "8080", "TOIMI_DEBUG": "true", "TOIMI_INSTANCE": "/srv/toimi", "TOIMI_LANGUAGE": "fi"}
    settings = from_environment(said)
    assert (settings.port, settings.debug, settings.instance) == (8080, True, Path("/srv/toimi"))
    assert settings.language == "fi"


@pytest.mark.parametrize("name", ["TOIMI_PORT", "TOIMI_LANGUAGE", "TOIMI_PROXIES"])
def test_a_setting_that_does_not_fit_is_refused_by_its_name(name: str):
    with pytest.raises(Unfit, match=name.removeprefix("TOIMI_").lower()):
        from_environment({name: "many"})


def test_the_first_start_makes_a_key_that_only_its_owner_reads(tmp_path: Path):
    settings = completed(Settings(instance=tmp_path / "new"))
    path = tmp_path / "new" / "secret-key"
    assert len(settings.secret_key) >= SHORTEST_SECRET
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_next_start_has_the_same_key(tmp_path: Path):
    first, second = (completed(Settings(instance=tmp_path)) for _start in range(2))
    assert first.secret_key == second.secret_key


@pytest.mark.parametrize("secret", ["change-me", "dev", "x" * 64, "short but mixed 123"])
def test_a_key_that_can_be_guessed_is_refused(secret: str, tmp_path: Path):
    with pytest.raises(Unfit, match="TOIMI_SECRET_KEY"):
        completed(Settings(instance=tmp_path, secret_key=secret))


def test_the_database_lies_in_the_instance_unless_another_is_named(tmp_path: Path):
    assert completed(Settings(instance=tmp_path)).database == f"sqlite:///{tmp_path / 'toimi.db'}"
    named = "postgresql+psycopg:///toimi"
    assert completed(Settings(instance=tmp_path, database=named)).database == named


def test_printed_links_point_where_people_can_go():
    assert Settings(host="0.0.0.0", port=8080).public_address == "http://127.0.0.1:8080"  # noqa: S104
    assert Settings(address="https://toimi.example.fi/").public_address == "https://toimi.example.fi"


def test_every_setting_says_why_it_is_as_it_is():
    source = inspect.getsource(Settings).split("\n    ")
    for name in Settings.__dataclass_fields__:
        [place] = [number for number, line in enumerate(source) if line.startswith(f"{name}: ")]
        assert source[place + 1].startswith('"""'), name


def test_the_operators_page_tells_every_setting_as_the_code_does():
    page = Path(__file__).parents[2].joinpath("docs", "operations.md").read_text()
    source = inspect.getsource(Settings).split("\n    ")
    for name in Settings.__dataclass_fields__:
        [place] = [number for number, line in enumerate(source) if line.startswith(f"{name}: ")]
        reason = source[place + 1].strip().strip('"')
        assert any(f"`TOIMI_{name.upper()}`" in line and reason in line for line in page.splitlines()), name
