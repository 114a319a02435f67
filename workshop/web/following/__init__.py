"""Follow-up: a plan's own page, entering what is due, rounds, holders of roles with their links, and many plans."""

from workshop.web.following import entry, reading, rounds

SUBJECTS = (reading, entry, rounds)
