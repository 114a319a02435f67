"""Requests about personal data: for administrators of the place."""

from workshop.web.persons import acting, page

SUBJECTS = (page, acting)
