"""The method: what happens in a workshop and what leaves it. Pure: no clock, no chance, no database, no web."""
