"""`caseweave merge`: weave files, or a case folder, into one integrated chronology."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave import console
from caseweave.commands.options import (
    AGENCY,
    AS_JSON,
    FAIL_ON,
    FILES,
    INCLUDE_HIDDEN,
    PASSWORD_FILE,
    exit_code,
    print_findings,
)
from chronology.findings import Unreadable
from chronology.model import Chronology


@click.command()
@FILES
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="OUT.xlsx .docx .pdf .html .json"
)
@AGENCY
@PASSWORD_FILE
@click.option("--keep-notes-from", type=click.Path(path_type=Path), help="An earlier output.")
@click.option("--discard-notes", is_flag=True, help="Do not take in notes from the old OUTPUT.")
@click.option("--short", is_flag=True, help="Key events only, with the count of what is left out.")
@INCLUDE_HIDDEN
@FAIL_ON
@AS_JSON
def merge(
    files: tuple[Path, ...],
    output: Path | None,
    agency: str,
    keep_notes_from: Path | None,
    discard_notes: bool,
    short: bool,
    include_hidden: bool,
    fail_on: str | None,
    as_json: bool,
) -> int:
    """Weave FILES, or a case folder, into one integrated chronology.

    Example:  caseweave merge police.csv gp.xlsx -o integrated.xlsx
    """
    from caseweave import outputs
    from caseweave.opening import family_of, open_chronology, refuse_to_overwrite
    from caseweave.panel import earlier_draft

    if output:
        outputs.check_suffix(output)
    refuse_to_overwrite(files, output)
    earlier = earlier_draft(files, output, keep_notes_from, discard=discard_notes)
    woven = open_chronology(files, agency=agency, earlier=earlier)
    if short:
        from chronology.short import shortened

        woven = shortened(woven)
    if include_hidden and output and output.suffix.lower() != ".json":  # JSON holds it anyway
        from chronology.hidden import with_hidden

        woven = with_hidden(woven)
    written = None
    if output:
        _refuse_undated(woven)
        with console.busy(f"Writing {output.name} ..."):
            written = outputs.write(woven, output, family_of(files))
    if as_json:
        print_findings(woven.findings)
    else:
        console.merged(woven, output, written)
    return exit_code(woven.findings, fail_on)


def _refuse_undated(woven: Chronology) -> None:
    """Raise Unreadable if no entry at all has a date: there is nothing to put in order."""
    if woven.entries and not any(e.when.start or e.when.end for e in woven.entries):
        files = ", ".join(s.file for s in woven.submissions)
        raise Unreadable(
            f"{files}: not one row has a date that can be read; nothing was written.",
            "Look at how the columns are read with caseweave columns, or check that it is the "
            "right file.",
        )
