"""`python -m benchmarks [name …]`: all of them, or those named."""

import sys
from importlib import import_module

NAMES = ("method", "branch", "state", "door", "wire", "slides", "files")


def main(names: list[str]) -> None:
    for name in names or NAMES:
        import_module(f"benchmarks.{name}").run()


if __name__ == "__main__":
    main(sys.argv[1:])
