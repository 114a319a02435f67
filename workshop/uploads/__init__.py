"""Files that people bring are hostile until shown otherwise: looked at from outside before any library opens them."""

from workshop.uploads.package import checked

__all__ = ["checked"]
