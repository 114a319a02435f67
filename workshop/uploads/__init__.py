"""Files that people bring are hostile until shown otherwise: looked at from outside before any library opens them."""

from workshop.uploads.guard import checked

__all__ = ["checked"]
