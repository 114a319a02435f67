"""What is kept how long, and who looked into what: pages for administrators."""

from workshop.web.keeping import insight, retention

SUBJECTS = (retention, insight)
