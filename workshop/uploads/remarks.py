"""The comments of a document, each with the one that it answers."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from workshop.uploads.stamps import local, root

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def remarks(archive: ZipFile, parts: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """By id: who, when, the words, and the id of the comment that it answers or nothing."""
    if not parts["/comments"]:
        return {}
    found = {str(each.get(f"{W}id")): each for each in root(archive, parts["/comments"]) if local(each) == "comment"}
    owners = {paragraph: id for id, each in found.items() for paragraph in _paragraphs(each)}
    answered = _answered(archive, parts["/commentsExtended"])
    return {id: {**_said(each), "to": _to(each, answered, owners)} for id, each in found.items()}


def _said(comment: Element) -> dict[str, str]:
    lines = ("".join(each.text or "" for each in line.iter(f"{W}t")) for line in comment.iter(f"{W}p"))
    return {
        "who": comment.get(f"{W}author") or "",
        "when": comment.get(f"{W}date") or "",
        "text": "\n".join(line for line in lines if line),
    }


def _paragraphs(comment: Element) -> list[str]:
    return [id for each in comment.iter(f"{W}p") if (id := each.get(f"{W14}paraId"))]


def _answered(archive: ZipFile, path: str) -> dict[str, str]:
    """By the paragraph that stands for a comment, that of the comment which it answers."""
    if not path:
        return {}
    pairs = ((each.get(f"{W15}paraId"), each.get(f"{W15}paraIdParent")) for each in root(archive, path))
    return {own: parent for own, parent in pairs if own and parent}


def _to(comment: Element, answered: Mapping[str, str], owners: Mapping[str, str]) -> str:
    parents = (answered[id] for id in _paragraphs(comment) if id in answered)
    return next((owners[each] for each in parents if each in owners), "")
