"""Plans of many organisations read together, whoever asks: an account at the desk, or a program by its token.

What either may read comes in as a question (`Reads`); nothing that was not approved is read.
"""

from flask import Flask

from workshop.together import alike, recipes


def init_app(app: Flask) -> None:
    for part in (recipes, alike):
        part.init_app(app)
