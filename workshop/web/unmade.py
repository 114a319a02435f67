"""A file, or the page that says why there is none."""

from flask import current_app, render_template
from flask.typing import ResponseReturnValue

from facilitation.report import Report
from workshop.exports import child
from workshop.web.stands import why_not
from workshop.web.wanted import Wanted, worn


def sent_or_not(want: Wanted, told: Report | None = None, part: str = "") -> ResponseReturnValue:
    """What is wanted, or `told` instead, which is called `part` of it."""
    try:
        return want.sent(told, part)
    except child.Unmade as unmade:
        current_app.logger.error("No %s of %s: %s", want.format, want.home.id, unmade)
        template = None if told else worn(want.home, want.format)
        page = {"home": want.home, "why": why_not(unmade.why), "want": want, "worn": template}
        return render_template("files/unmade.html", **page), 503
