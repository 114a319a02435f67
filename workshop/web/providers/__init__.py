"""The services at which people may sign in, kept by the place's administrators."""

from workshop.web.providers import listing, one, rules

SUBJECTS = (listing, one, rules)
