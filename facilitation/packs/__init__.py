"""Method packs: read, checked and listed. `load("toimi")` is the shipped method; `parse(text)` reads any other."""

from facilitation.packs.pack import CheckWords, Pack, PlanChoice, PlanField, Scale, Term

__all__ = ["CheckWords", "Pack", "PlanChoice", "PlanField", "Scale", "Term"]
