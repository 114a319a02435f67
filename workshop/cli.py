"""The command line: `toimi serve`, and what an operator does beside it."""

import click


@click.group()
def main() -> None:
    """Live workshops that end in a plan."""
