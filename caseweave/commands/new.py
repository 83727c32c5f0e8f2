"""`caseweave new`: a new case folder."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave.commands.options import CASE


@click.command()
@CASE
def new(case: Path) -> int:
    """Make the folder CASE with a commented case.toml and submissions/ for the agencies' files.

    Example:  caseweave new harbour-lane
    """
    from caseweave.newcase import make_case

    told, places = make_case(case)
    click.echo(f"Made {told} and {places}.")
    click.echo("Next: put the agencies' files into submissions, and fill in case.toml.")
    return 0
