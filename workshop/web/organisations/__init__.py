"""Organisations: the tree, one of them, its people, and how the tree changes."""

from workshop.web.organisations import bringing, inviting, listing, one, place, settings, tokens

SUBJECTS = (listing, bringing, one, inviting, settings, place, tokens)
