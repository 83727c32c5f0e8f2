"""Passwords of protected files: from a file, the environment, or the person at the terminal.

They are never an argument, which other users of the machine could see, and are kept nowhere.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from chronology.findings import CaseweaveError

VARIABLE = "CASEWEAVE_PASSWORD"
_KNOWN = "caseweave.case.passwords"
_TIMES_ASKED = 3


def read_file(context: click.Context, _: click.Parameter, path: Path | None) -> Path | None:
    """Take in the lines of `--password-file`; raises CaseweaveError where it cannot be read."""
    if path is None:
        return None
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise CaseweaveError(
            f"The password file {path.name} cannot be read.",
            "Write one password on each line, and save it as plain text (UTF-8).",
        ) from problem
    _known(context).extend(line for line in lines if line)
    return path


def to_try(name: str) -> Iterator[str]:
    """Every password for one protected file: those given first, then what a person types."""
    context = click.get_current_context(silent=True)
    known = _known(context) if context else []
    yield from tuple(known)
    if given := os.environ.get(VARIABLE):
        yield given
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return
    from caseweave.console import interrupted

    for time in range(_TIMES_ASKED):
        words = f"{name} is protected. Password (Enter to leave it out)"
        with interrupted():
            if time:
                click.echo("That does not open it.", err=True)
            typed = str(
                click.prompt(words, default="", hide_input=True, show_default=False, err=True)
            )
        if not typed:
            return
        known.append(typed)  # agencies often use one for all that they send
        yield typed


def _known(context: click.Context) -> list[str]:
    passwords: list[str] = context.meta.setdefault(_KNOWN, [])
    return passwords
