"""`caseweave template`: a blank chronology for one agency."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave.commands.options import OUTPUT, Command
from chronology.findings import CaseweaveError


@click.command(cls=Command)
@click.argument("output", type=OUTPUT)
@click.option("--agency", default="", help="The agency that is to fill it in.")
@click.option("--case", type=OUTPUT, help="A case folder: a column for each of its children.")
def template(output: Path, agency: str, case: Path | None) -> int:
    """Write a blank chronology to OUTPUT (.xlsx), with drop-downs, an example and guidance.

    Example:  caseweave template police-chronology.xlsx --agency Police
    """
    from caseweave.case_folder import read_declared
    from caseweave.template import write_template
    from chronology.model import Case

    if output.suffix.lower() != ".xlsx":
        raise CaseweaveError(
            f"{output.name}: a template is a workbook.", "Name an output that ends in .xlsx."
        )
    if output.exists():
        raise CaseweaveError(f"{output.name} is already there.", "Name another file.")
    write_template(output, read_declared(case) if case else Case(), agency)
    click.echo(f"Written: {output}")
    return 0
