"""Organisations: the tree, one of them, its people, and how the tree changes."""

from workshop.web.organisations import bringing, inviting, listing, one, place, settings

SUBJECTS = (listing, bringing, one, inviting, settings, place)
