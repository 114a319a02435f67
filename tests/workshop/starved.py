"""Work that runs out of memory and cannot say so: an extension in other words, a child in none."""

import os
import signal
from collections.abc import Callable


def write(_told: Callable[[int, int], None]) -> bytes:
    _room = bytearray(400 << 20)
    raise SystemError("some words of an extension's own")


def silent(_told: Callable[[int, int], None]) -> bytes:
    os._exit(1)


def ended(_told: Callable[[int, int], None]) -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    return b""


def plain(_told: Callable[[int, int], None]) -> bytes:
    raise SystemError("some words of an extension's own")
