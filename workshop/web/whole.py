"""Whole numbers in forms, of a length that can be one: WTForms' own range check breaks on hundreds of digits."""

from typing import Any

from wtforms import IntegerField

LONGEST = 15
"""Digits of a number that a double holds exactly."""


class WholeField(IntegerField):
    def process_formdata(self, valuelist: list[Any]) -> None:
        if valuelist and len(str(valuelist[0]).strip()) > LONGEST:
            self.data = None
            raise ValueError(self.gettext("Not a valid integer value."))
        super().process_formdata(valuelist)
