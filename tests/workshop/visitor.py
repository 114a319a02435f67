"""Somebody at a browser who has never been here."""

from workshop.rehearsal.browser import Browser as Visitor
from workshop.rehearsal.browser import Button, Form, Sent, forms

__all__ = ["Button", "Form", "Sent", "Visitor", "forms"]
