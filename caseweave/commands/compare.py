"""`caseweave compare`: what an agency's corrected file changed."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave.commands.options import PASSWORD_FILE, Command


@click.command(cls=Command)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--agency", default="", help="The agency, if the files do not name it.")
@PASSWORD_FILE
def compare(old: Path, new: Path, agency: str) -> int:
    """Show what an agency's corrected file changed: rows added, removed, altered, moved.

    Example:  caseweave compare police.csv police-corrected.csv
    """
    from caseweave.compare import compared_words

    click.echo("\n".join(compared_words(old, new, agency)))
    return 0
