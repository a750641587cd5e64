"""`harmattan version`."""

from __future__ import annotations

import typer

from harmattan import __version__


def version() -> None:
    """Print the version of Harmattan."""
    typer.echo(f"harmattan {__version__}")
