"""Where an administrator begins: every page of the place's administration, with how it stands in words."""

from workshop.web.administration import condition, index

SUBJECTS = (index, condition)
