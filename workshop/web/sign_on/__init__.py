"""Signing in at a provider: going there, coming back, being turned away, and tying an account to it."""

from workshop.web.sign_on import doors, ties

SUBJECTS = (doors, ties)
