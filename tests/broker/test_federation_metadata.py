"""Whom the broker believes: what the federation publishes, as long as it is the federation's."""

from collections.abc import Iterator

import pytest

from tests.broker.place import Place


@pytest.fixture
def published(place: Place) -> Iterator[Place]:
    """Whatever is published in a test, afterwards all is as it should be."""
    yield place
    place.federation.ask("publish", how="")
    assert place.broker.reads_metadata_anew()


@pytest.mark.parametrize("how", ["unsigned", "stranger", "wrapped", "over"])
def test_metadata_that_are_not_the_federation_s_of_today_are_not_taken(published: Place, how: str):
    published.federation.ask("publish", how=how)
    assert not published.broker.reads_metadata_anew()
    assert published.somebody().comes().request.path == "/account", "the former stay in force"


def test_a_new_key_of_an_organisation_is_believed_once_the_federation_says_so(published: Place):
    published.federation.ask("renew", member="bureau")
    ada = published.somebody()
    assert "did not let you in" in ada.comes("bureau").text
    assert published.broker.reads_metadata_anew()
    assert ada.comes("bureau").request.path == "/account"


def test_nobody_comes_in_by_metadata_whose_last_day_has_passed_since_they_were_read(published: Place):
    published.federation.ask("publish", how="short")
    assert published.broker.reads_metadata_anew()
    assert published.somebody().comes().request.path == "/account"
    pages = (published.somebody().comes() for _try in range(60))
    assert any("did not let you in" in page.text for page in pages), "they are good for some seconds"
    assert "metadata is over" in published.broker.said_last
