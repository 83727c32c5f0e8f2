"""`caseweave coverage`: who was recorded as seen, alone and heard."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave import console
from caseweave.commands.options import AGENCY, FILES


@click.command()
@FILES
@AGENCY
def coverage(files: tuple[Path, ...], agency: str) -> int:
    """Show by child and agency who was recorded as seen, alone and heard.

    FILES are agencies' files, a case folder, or a case.json that merge wrote.

    Example:  caseweave coverage harbour-lane
    """
    from caseweave.opening import open_chronology

    console.covered(open_chronology(files, agency=agency))
    return 0
