"""Organisations and their people brought as tables: read, weighed without changing anything, then done at once."""
