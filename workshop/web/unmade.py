"""A file of a plan, or the page that says why there is none."""

from flask import render_template
from flask.typing import ResponseReturnValue

from facilitation.report import Report
from workshop.web.asked import answered
from workshop.web.pictured import pictured, wants_pages
from workshop.web.stands import why_not
from workshop.web.wanted import Wanted, worn


def given(want: Wanted, told: Report | None = None, part: str = "") -> ResponseReturnValue:
    """What is wanted, or `told` instead, which is called `part` of it."""

    def unmade(why: str) -> ResponseReturnValue:
        template = None if told else worn(want.home, want.format)
        page = {"home": want.home, "why": why_not(why), "want": want, "worn": template}
        return render_template("files/unmade.html", **page), 503

    if wants_pages():
        return pictured(want.home, (want.format, told or want.report(), want.template()))
    return answered(want.home, want.file(told, part), unmade)
