"""Organisations as their pages show them."""

from werkzeug.test import TestResponse

SHELF = "/organisations"


def shown(page: TestResponse) -> list[str]:
    """The names in the tree, each before those under it."""
    return [part.split(">")[1].split("<")[0] for part in page.text.split('class="tree__name"')[1:]]
