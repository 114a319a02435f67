"""A worker's queue: few at once, files before pictures, in the order in which they were asked for."""

import secrets
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeAlias, TypeVar

from workshop import limits

Work: TypeAlias = Callable[[], None]
T = TypeVar("T")


class Queue:
    """Nothing that waits holds a thread. `id` tells it from the queues of other workers."""

    def __init__(self) -> None:
        self.id = secrets.token_urlsafe(9)
        self._free = limits.MADE_AT_ONCE
        self._files, self._pictures = deque[Work](), deque[Work]()
        self._lock = threading.Lock()

    def add(self, work: Work, *, after_files: bool = False) -> None:
        """Has it done in its turn. `work` raises nothing."""
        with self._lock:
            (self._pictures if after_files else self._files).append(work)
        self._go_on()

    def done(self, work: Callable[[], T]) -> T:
        """What it answers, when its turn has come; raises what it raises."""
        answer = Future[T]()

        def settle() -> None:
            try:
                answer.set_result(work())
            except Exception as error:
                answer.set_exception(error)

        self.add(settle)
        return answer.result()

    def _go_on(self) -> None:
        with self._lock:
            if not self._free or not (self._files or self._pictures):
                return
            work = (self._files or self._pictures).popleft()
            self._free -= 1
        threading.Thread(target=self._run, args=(work,), daemon=True).start()

    def _run(self, work: Work) -> None:
        try:
            work()
        finally:
            with self._lock:
                self._free += 1
            self._go_on()
