"""What organisations keep beside the methods: their own objectives, themes and metrics."""

from workshop.web.own import entries

SUBJECTS = (entries,)
