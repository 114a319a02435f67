"""The page of requests about personal data, asked as an administrator asks it."""

from werkzeug.test import TestResponse

from tests.workshop.visitor import Visitor, forms

WHY = "A request by letter"
AS_CHOSEN = ("sure",)


def found(administrator: Visitor, **sought: str) -> TestResponse:
    return administrator.send("/requests", "Find", **{"why": WHY, **sought})


def act(administrator: Visitor, path: str, *kinds: str, texts: bool = False, **sought: str) -> TestResponse:
    """Press a button with every finding of these kinds ticked; all where none is named, or as the page chose."""
    page = found(administrator, **sought)
    form = next(each for each in forms(page) if "Erase what is chosen" in str(each.buttons))
    keys = [part.split('"')[0] for part in page.text.split('name="theirs" value="')[1:]]
    ticked = [key for key in keys if not kinds or key.partition("|")[0] in kinds]
    ticked = form.fields["theirs"] if kinds == AS_CHOSEN else ticked
    given = {**form.fields, "theirs": ticked, **({"texts": "y"} if texts else {})}
    return administrator.client.post(f"/requests/{path}", data=given, buffered=True)
