"""Follow-up: a plan's own page, entering what is due, rounds, holders of roles with their links, and many plans."""

from workshop.web.following import check_in, dashboards, entry, holders, reading, rounds, workbook

SUBJECTS = (reading, entry, workbook, rounds, holders, check_in, dashboards)
