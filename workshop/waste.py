"""Searching memory for waste between answers, not within one: over sixty plans that took a quarter of its time."""

import gc
from time import sleep

import gevent
from flask import Flask, g, request_started, request_tearing_down

WASTE = "waste"
LOOKED_SECONDS = 0.25
YOUNG, MIDDLING, OLD = 50_000, 4, 40
"""How much is made, and how often, before the young, the middling and all are searched for waste.

Seldom for the young, since most of a page goes with it by itself; often for the middling, since searching many at once
is what somebody notices.
"""
NEVER_MORE = 1_000_000
"""Then it is searched whoever waits: what is made in a quarter of a second comes nowhere near."""


class Waste:
    """How many are being answered: a socket that listens is not."""

    def __init__(self) -> None:
        self.answering = 0

    def began(self, _app: Flask, **_more: object) -> None:
        g.answering = True
        self.answering += 1

    def ended(self, _app: Flask, **_more: object) -> None:
        if g.pop("answering", False):
            self.answering -= 1

    def look(self) -> None:
        if not self.answering:
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
        sleep(LOOKED_SECONDS)
        waste.look()
