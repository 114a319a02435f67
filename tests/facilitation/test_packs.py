"""Method packs: the shipped one is whole and honest about its words, and a broken one says where it is broken."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.packs import Confirmation, PackError, available, load, parse, shipped_text, texts, unconfirmed
from facilitation.words import LANGUAGES

TINY = (Path(__file__).parent / "packs" / "tiny.json").read_text("utf-8")
TOIMI = load("toimi")


def test_toimi_is_on_the_shelf():
    assert "toimi" in available()


def test_there_is_no_pack_of_another_name():
    with pytest.raises(PackError, match="There is no pack “nobody”"):
        load("nobody")


@pytest.mark.parametrize("key", ["../packs/toimi", "", ".", "toimi/"])
def test_a_name_never_leads_off_the_shelf(key: str):
    with pytest.raises(PackError):
        load(key)


def test_the_strategy_has_eight_themes_and_25_objectives():
    per_theme = Counter(objective.theme for objective in TOIMI.strategy.objectives)
    assert per_theme == {"1": 4, "2": 4, "3": 3, "4": 3, "5": 3, "6": 3, "7": 2, "8": 3}
    assert [theme.id for theme in TOIMI.strategy.themes] == list("12345678")


def test_every_objective_has_one_statement_and_every_theme_one_of_the_short_form():
    assert [statement.objective for statement in TOIMI.statements] == [o.id for o in TOIMI.strategy.objectives]
    assert [statement.objective[0] for statement in TOIMI.short_form()] == list("12345678")


def test_the_picture_goes_from_what_drives_to_what_comes_of_it():
    tiers = [(tier.key, "".join(tier.themes)) for tier in TOIMI.strategy.picture]
    assert tiers == [("drivers", "12"), ("support", "3"), ("core", "4"), ("plus", "5"), ("outcomes", "678")]


def test_the_scale_has_five_named_levels():
    assert [level.value for level in TOIMI.scale.levels] == [1, 2, 3, 4, 5]
    assert TOIMI.scale.level(5) == TOIMI.scale.levels[-1]
    assert TOIMI.scale.level(6) is None


def test_the_library_has_38_metrics_and_every_objective_of_the_core_has_one():
    assert len(TOIMI.library) == 38
    assert {"4.1", "4.2", "4.3"} <= {objective for metric in TOIMI.library for objective in metric.objectives}


def test_a_share_is_defined_by_what_is_divided_by_what():
    single = TOIMI.metric("M01")
    assert single is not None
    assert single.definition["en"] == "lots with exactly one tender / awarded competitive lots × 100"


def test_every_percentage_in_the_library_says_what_is_divided_by_what():
    assert [metric.id for metric in TOIMI.library if metric.unit == "%" and not metric.numerator] == []


def test_a_metric_warns_of_what_concerns_it():
    speed = TOIMI.metric("M04")
    assert speed is not None
    assert speed.caution["en"] == "One number alone does not say that things are well. Read it beside other metrics."


def test_every_text_is_written_in_all_three_languages():
    assert [text.path for text in texts(TOIMI) if set(text.words) != set(LANGUAGES)] == []


def test_every_text_has_a_path_of_its_own():
    assert [path for path, times in Counter(text.path for text in texts(TOIMI)).items() if times > 1] == []


@pytest.mark.parametrize("pack", [TOIMI, parse(TINY)])
def test_no_text_has_blanks_at_its_ends_or_within_a_row_of_them(pack: Any):
    crooked = re.compile(r"^\s|\s$|\s{2}")
    assert [t.path for t in texts(pack) for words in t.words.values() if crooked.search(words)] == []


def test_wording_is_official_only_where_it_was_seen():
    by_path = {text.path: text.provenance for text in texts(TOIMI)}
    assert by_path["strategy.objectives.1.1"] == {"fi": "translated", "sv": "official", "en": "translated"}
    assert by_path["strategy.objectives.3.1"] == dict.fromkeys(LANGUAGES, "placeholder")
    assert by_path["strategy.objectives.8.1"]["fi"] == "official"
    assert by_path["statements.s1.1"] == dict.fromkeys(LANGUAGES, "own")


def test_six_objectives_are_placeholders():
    placeholders = {o.id for o in TOIMI.strategy.objectives if o.provenance["fi"] == "placeholder"}
    assert placeholders == {"3.1", "3.2", "3.3", "4.1", "4.2", "4.3"}


def test_what_is_translated_or_a_placeholder_waits_for_somebody_to_confirm_it():
    waiting = {(wording.path, wording.language) for wording in unconfirmed(TOIMI)}
    assert ("strategy.objectives.1.1", "fi") in waiting
    assert ("strategy.objectives.1.1", "sv") not in waiting
    assert ("strategy.objectives.3.1", "sv") in waiting
    assert not any(path.startswith("statements") for path, _ in waiting)


def test_a_confirmed_wording_waits_no_longer():
    first = unconfirmed(TOIMI)[0]
    confirmed = {Confirmation(first.path, first.language, first.text)}
    assert unconfirmed(TOIMI, confirmed) == unconfirmed(TOIMI)[1:]


def test_a_confirmation_does_not_cover_other_words_in_the_same_place():
    first = unconfirmed(TOIMI)[0]
    confirmed = {Confirmation(first.path, first.language, first.text + " by and by")}
    assert unconfirmed(TOIMI, confirmed) == unconfirmed(TOIMI)


def test_a_pack_of_another_field_is_a_pack_too():
    tiny = parse(TINY)
    assert [theme.name["en"] for theme in tiny.strategy.themes] == ["Readers", "Rooms"]
    assert [statement.id for statement in tiny.statements_of("1")] == ["s1", "s2"]
    assert tiny.metric("R1") is not None
    assert tiny.agenda("evening") is not None
    assert tiny.fields_of("goal")[0].key == "to"
    assert tiny.fields_of("metric") == ()


def test_asking_a_pack_for_what_it_has_not_gives_nothing():
    tiny = parse(TINY)
    asked = (tiny.statement("s9"), tiny.metric("R9"), tiny.agenda("night"), tiny.strategy.theme("9"))
    assert asked == (None, None, None, None)


def test_what_says_nothing_of_its_words_is_our_own():
    assert parse(TINY).strategy.objectives[0].provenance == dict.fromkeys(("en", "fi", "sv"), "own")


def test_an_agenda_keeps_options_and_pins():
    evening = parse(TINY).agendas[0]
    assert evening.steps[1].options == {"statements": "short", "pick": 1}
    assert evening.steps[-1].pinned == "19:30"


def broken(path: str, value: Any) -> str:
    """The tiny pack with one place of it changed; `...` takes the place away."""
    *way, last = (int(part) if part.isdecimal() else part for part in path.split("/"))
    whole: Any = json.loads(TINY)
    place = whole
    for part in way:
        place = place[part]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return json.dumps(whole)


def test_a_metric_of_the_library_may_say_how_long_it_takes_to_count():
    assert parse(TINY).library[0].days_to_count is None
    assert parse(broken("library/0/days_to_count", 30)).library[0].days_to_count == 30


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("key", ..., "key"),
        ("version", 3, "version"),
        ("name", {}, "name"),
        ("name/de", "Lesen", "name.de"),
        ("name/fi", " ", "name.fi"),
        ("strategy", None, "strategy"),
        ("strategy/themes", [], "strategy.themes"),
        ("strategy/themes/0/id", ..., "strategy.themes[0].id"),
        ("strategy/themes/1/id", "1", "strategy.themes[1]"),
        ("strategy/objectives/2/theme", "9", "strategy.objectives[2].theme"),
        ("strategy/picture/0/themes", ["7"], "strategy.picture[0].themes"),
        ("strategy/themes/0/provenance", "guessed", "strategy.themes[0].provenance"),
        ("strategy/themes/0/provenance", {"fi": "guessed"}, "strategy.themes[0].provenance.fi"),
        ("strategy/themes/0/provenance", {"de": "own"}, "strategy.themes[0].provenance.de"),
        ("statements/1/text/sv", 7, "statements[1].text.sv"),
        ("statements/1/short_form", 1, "statements[1].short_form"),
        ("statements/1/objective", "4.4", "statements[1].objective"),
        ("statements/1/id", "s1", "statements[1]"),
        ("statements", {"s1": 1}, "statements"),
        ("scale/levels/1/value", 3, "scale.levels[1].value"),
        ("scale/levels", [{"value": 1, "name": {"en": "One"}}], "scale.levels"),
        ("scale/dont_know", ..., "scale.dont_know"),
        ("library/0/direction", "up", "library[0].direction"),
        ("library/0/direction", ["more"], "library[0].direction"),
        ("library/0/level", "none", "library[0].level"),
        ("library/0/days_to_count", 367, "library[0].days_to_count"),
        ("library/0/days_to_count", True, "library[0].days_to_count"),
        ("library/0/unit", "miles", "library[0].unit"),
        ("library/0/objectives", ["5.5"], "library[0].objectives"),
        ("library/0/definition", ..., "library[0].definition"),
        ("library/0/caution", ["storms"], "library[0].caution[0]"),
        ("library/1/id", "R1", "library[1]"),
        ("plan_fields/0/of", "cake", "plan_fields[0].of"),
        ("plan_fields/0/weight", "perhaps", "plan_fields[0].weight"),
        ("check_words/de", {}, "check_words.de"),
        ("check_words/en/subjects", "we", "check_words.en.subjects"),
        ("agendas/0/steps", [], "agendas[0].steps"),
        ("agendas/0/steps/0/minutes", 0, "agendas[0].steps[0].minutes"),
        ("agendas/0/steps/0/minutes", True, "agendas[0].steps[0].minutes"),
        ("agendas/0/steps/0/minutes", 5.5, "agendas[0].steps[0].minutes"),
        ("agendas/0/steps/0/pinned", "25:00", "agendas[0].steps[0].pinned"),
        ("agendas/0/steps/0/options", {"text": {"de": "Hallo"}}, "agendas[0].steps[0].options.text.de"),
        ("glossary", [{"id": "a", "words": {"en": "a"}}] * 2, "glossary[1]"),
        ("glossary", [{}] * 1001, "glossary"),
    ],
)
def test_a_broken_pack_says_where_it_is_broken(path: str, value: Any, where: str):
    with pytest.raises(PackError) as caught:
        parse(broken(path, value))
    assert caught.value.path == where


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "Not JSON: line 1, column 2"),
        ("[]", "Expected an object"),
        ('{"key": "a", "key": "b"}', "key: This key stands twice"),
        ('{"key": NaN}', "NaN is not a finite number"),
        ("[" * 200_000, "nested too deep"),
        ('{"key": ' + "9" * 5_000 + "}", "a number too long"),
        (" " * 2_000_001, "longer than 2000000 characters"),
    ],
)
def test_what_is_no_pack_at_all_is_told_so(text: str, said: str):
    with pytest.raises(PackError, match=said):
        parse(text)


def test_an_infinite_number_is_refused_however_it_is_written():
    with pytest.raises(PackError, match="finite"):
        parse(broken("agendas/0/steps/0/options", {}).replace('"options": {}', '"options": {"dots": 1e999}'))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def places(value: Any, path: str = "") -> list[str]:
    """Every place in a JSON value, as a path with slashes."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    here = [path] if path else []
    return here + [place for key, one in inner for place in places(one, f"{path}/{key}" if path else str(key))]


@given(st.sampled_from(places(json.loads(TINY))), JSON)
def test_whatever_stands_in_any_place_parsing_ends_in_a_pack_or_an_explanation(place: str, value: Any):
    try:
        assert parse(broken(place, value)).key
    except PackError as wrong:
        assert wrong.path
        assert wrong.message.id % wrong.message.arguments in str(wrong)


@given(st.text())
def test_any_text_parses_or_is_explained(text: str):
    with pytest.raises(PackError):
        parse(text)


def test_the_shipped_text_is_the_pack():
    assert parse(shipped_text("toimi")) == TOIMI
