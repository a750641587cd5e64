"""How every command ends: a sentence instead of a traceback, and an exit status that scripts can rely on."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from harmattan.cli.terminal import say
from harmattan.errors import HarmattanError

FAILED = 1
INTERRUPTED = 130
"""128 and the number of SIGINT, as shells have it."""
PIPE_CLOSED = 141
"""128 and the number of SIGPIPE: what `yes | head` ends with."""

PARSERS_OWN: tuple[type[BaseException], ...] = (typer.Exit, typer.Abort, typer.BadParameter.__mro__[2])
"""The ways out that the parser itself takes care of; the last is the root of its messages about misuse, which Typer
does not give a name to."""


class Commands(TyperGroup):
    """The group of all commands, which turns what a command raises into a message and a status."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names for the help page: as they were added, `version` last."""
        return sorted(super().list_commands(ctx), key=lambda name: name == "version")

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except HarmattanError as error:
            say(error)
            raise typer.Exit(FAILED) from error
        except KeyboardInterrupt:
            say("stopped; what was stored is whole, and the same command goes on from there")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _forget_standard_output()
            raise typer.Exit(PIPE_CLOSED) from None
        except OSError as error:
            say(f"{error.filename or 'the output'}: {error.strerror or error}")
            raise typer.Exit(FAILED) from error
        except PARSERS_OWN:
            raise
        except Exception as error:
            if os.environ.get("HARMATTAN_DEBUG"):
                raise
            say(
                f"a fault in Harmattan itself: {type(error).__name__}: {error} "
                "(please report it; HARMATTAN_DEBUG=1 shows where)"
            )
            raise typer.Exit(FAILED) from error
        return result


def _forget_standard_output() -> None:
    """Point standard output at nothing: nobody listens, and flushing it at exit would fail again."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, sys.stdout.fileno())
    except (OSError, ValueError):
        pass  # not a real file: a test's
    finally:
        os.close(nothing)
