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


def taken() -> float:
    """The largest share of its memory limit that this process has had; 0 where there is none, 1 if it can't even ask.

    `VmPeak` is in kB: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html
    """
    try:
        import resource

        allowed, status = resource.getrlimit(resource.RLIMIT_AS)[0], Path("/proc/self/status").read_text()
    except (ImportError, FileNotFoundError):
        return 0
    except (MemoryError, OSError):
        return 1
    peak = next(int(line.split()[1]) << 10 for line in status.splitlines() if line.startswith("VmPeak"))
    return peak / allowed if allowed > 0 else 0


if __name__ == "__main__":
    start(*sys.argv[1:])
