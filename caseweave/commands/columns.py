"""`caseweave columns`: how each column of a file is read, and why."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave.commands.options import FILES, PASSWORD_FILE, Command


@click.command(cls=Command)
@FILES
@PASSWORD_FILE
def columns(files: tuple[Path, ...]) -> int:
    """Show how each column of FILES, or of a case folder, is read and why, with samples.

    Example:  caseweave columns police.csv
    """
    from caseweave.columns import columns_words
    from caseweave.opening import open_case

    opened = open_case(files)
    for line in columns_words(opened.paths, opened.case):
        click.echo(line)
    return 0
