"""A module of ours in a process of its own, with limits of time and memory: a library's fault stays there.

Run by path, as `command` says it. The package `workshop` stands there without what its `__init__` brings in, which
would take longer than a deck.
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]


def command(module: str, seconds: int, megabytes: int, *arguments: str) -> list[str]:
    """What starts `module.main(*arguments)` alone."""
    return [sys.executable, "-P", __file__, module, str(seconds), str(megabytes), *arguments]


def start(module: str, seconds: str, megabytes: str, *arguments: str) -> None:
    bare = ModuleType("workshop")
    bare.__path__ = [str(ROOT / "workshop")]
    sys.modules["workshop"] = bare
    sys.path.insert(0, str(ROOT))
    main = import_module(module).main
    limit(int(seconds), int(megabytes))
    main(*arguments)


def limit(seconds: int, megabytes: int) -> None:
    """The system's own limits of the processor's time and of memory, where it has them; the parent's clock too."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    # A second between the two: the first signal says why, the second cannot.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


if __name__ == "__main__":
    start(*sys.argv[1:])
