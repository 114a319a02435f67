"""Starts `child.main` without the web: the package `workshop` stands here without what its `__init__` brings in.
Run by path, by `child.read`."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments: str) -> None:
    bare = ModuleType("workshop")
    bare.__path__ = [str(ROOT / "workshop")]
    sys.modules["workshop"] = bare
    sys.path.insert(0, str(ROOT))
    import_module("workshop.uploads.child").main(*arguments)


if __name__ == "__main__":
    start(*sys.argv[1:])
