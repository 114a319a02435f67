"""Forms of documents that others may rely on: `plan-1.json` describes a plan as data.

It is made from the shapes, and kept as a file so that a change of it is a decision: `python -m workshop.schemas`
writes it anew.
"""

from pathlib import Path

PLAN = Path(__file__).with_name("plan-1.json")
