"""`caseweave new`: a new case folder."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave.commands.options import CASE, Command


@click.command(cls=Command)
@CASE
def new(case: Path) -> int:
    """Make the folder CASE: a commented case.toml, a blank family.xlsx, and submissions/.

    Example:  caseweave new harbour-lane
    """
    from caseweave.new import make_case
    from chronology.findings import all_of

    click.echo(f"Made {all_of(make_case(case))}.")
    click.echo("Next: put the agencies' files into submissions, and fill in case.toml.")
    return 0
