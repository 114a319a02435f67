"""Searching memory for waste between answers, not within one: over sixty plans that took a quarter of its time."""

import gc

import gevent
from flask import Flask, request, request_started, request_tearing_down

WASTE = "waste"
LOOKED_SECONDS = 0.25
YOUNG, MIDDLING, OLD = 50_000, 4, 40
"""How much is made, and how often, before the young, the middling and all are searched for waste.

Seldom for the young, since most of a page goes with it by itself; often for the middling, since searching many at once
is what somebody notices.
"""
PASSED_OVER = 20
"""Looks after which it is searched whoever waits: somebody may wait for a file for a minute, others come meanwhile."""
NEVER_MORE = 1_000_000
"""Then it is searched at once: one answer comes nowhere near."""
MARK = "toimi.answering"


class Waste:
    """How many are being answered: a socket that listens is not."""

    def __init__(self) -> None:
        self.answering = 0
        self._passed_over = 0

    def began(self, _app: Flask, **_more: object) -> None:
        request.environ[MARK] = True
        self.answering += 1

    def ended(self, _app: Flask, **_more: object) -> None:
        if request.environ.pop(MARK, False):
            self.answering -= 1

    def look(self) -> None:
        if self.answering and self._passed_over < PASSED_OVER:
            self._passed_over += 1
            return
        self._passed_over = 0
        searched()


def init_app(app: Flask) -> None:
    waste = app.extensions[WASTE] = Waste()
    request_started.connect(waste.began, app)
    request_tearing_down.connect(waste.ended, app)


def searched() -> None:
    """As much as it is time for."""
    young, middling, old = gc.get_count()
    if young >= YOUNG:
        gc.collect(2 if old >= OLD else 1 if middling >= MIDDLING else 0)


def spare_the_collector() -> None:
    """What is there once the program has started stays: searching it for waste again and again stops every room."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEVER_MORE, MIDDLING, OLD)


def keep_searching(app: Flask) -> None:
    """From now on, in a process that serves."""
    spare_the_collector()
    gevent.spawn(_look_again_and_again, app.extensions[WASTE])


def _look_again_and_again(waste: Waste) -> None:
    while True:
        gevent.sleep(LOOKED_SECONDS)
        waste.look()
