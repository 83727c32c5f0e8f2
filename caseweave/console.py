"""What a person at the terminal sees, and the one error boundary."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

import click

from caseweave.commands import COMMANDS
from chronology.findings import CaseweaveError, Severity, by_severity
from chronology.model import Chronology

SHOWN_FINDINGS = 12


def run(command: click.Command) -> None:
    """Run a command and turn every ending into words and an exit code (0, 1, 2, 3 or 130)."""
    debug = "CASEWEAVE_DEBUG" in os.environ
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console without UTF-8 shows ? and goes on
            stream.reconfigure(errors="replace")
    try:
        sys.exit(command.main(standalone_mode=False) or 0)
    except CaseweaveError as problem:
        _say(problem.message, problem.remedy)
        sys.exit(2)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as problem:
        problem.show()
        sys.exit(2)
    except Exception as problem:
        if debug:
            traceback.print_exc()
        _say(
            f"Something went wrong inside caseweave ({type(problem).__name__}).",
            "Nothing of your files was changed. Set CASEWEAVE_DEBUG=1 to see where, and report it.",
        )
        sys.exit(3)


def _say(message: str, remedy: str) -> None:
    click.echo(message, err=True)
    if remedy:
        click.echo(f"  What to do: {remedy}", err=True)


def days_work() -> None:
    """The day's work in order."""
    click.echo("The day's work, in order (each with --help):\n")
    for name, what in COMMANDS.items():
        click.echo(f"  caseweave {name:<10} {what}")


def merged(woven: Chronology, asked: Path | None, written: Path | None) -> None:
    """The summary of a merge: what was read, the findings that matter, what was written."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    table = Table("Agency", "File", "Rows found", "Entries", "Set aside")
    for s in woven.submissions:
        rows, entries = sum(t.rows for t in s.sheets), sum(t.entries for t in s.sheets)
        table.add_row(s.agency, s.file, str(rows), str(entries), str(rows - entries))
    console.print(table)
    found = by_severity(woven.findings)
    for finding in found[:SHOWN_FINDINGS]:
        place = " ".join(p for p in (finding.file, finding.sheet, finding.cell) if p)
        console.print(f"{finding.severity.value}: {place}: {finding.message}", markup=False)
    if len(found) > SHOWN_FINDINGS:
        console.print(f"... and {len(found) - SHOWN_FINDINGS} more, all listed in Findings.")
    serious = sum(f.severity is Severity.ERROR for f in found)
    console.print(f"{len(woven.entries)} entries, {len(found)} findings, {serious} of them errors.")
    if written and asked and written != asked:
        console.print(f"Close {asked.name}; saved as {written.name} instead.", markup=False)
    elif written:
        console.print(f"Written: {written}", markup=False)
