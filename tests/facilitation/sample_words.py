"""The method of the sample plan, and texts in three languages."""

from facilitation.packs import load
from facilitation.words import Parallel

PACK = load("toimi")


def said(fi: str, sv: str, en: str) -> Parallel:
    return {"fi": fi, "sv": sv, "en": en}
