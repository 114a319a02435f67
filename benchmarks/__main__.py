"""`python -m benchmarks [name [size] …]`: all of them, or those named; a size is the bench's own, such as `state 2`."""

import sys
from importlib import import_module

NAMES = ("method", "branch", "state", "door", "wire", "slides", "files")


def main(words: list[str]) -> None:
    wanted: list[tuple[str, list[int]]] = []
    for word in words or NAMES:
        if word.isdecimal() and wanted:
            wanted[-1][1].append(int(word))
        else:
            wanted.append((word, []))
    for name, sizes in wanted:
        import_module(f"benchmarks.{name}").run(*sizes)


if __name__ == "__main__":
    main(sys.argv[1:])
