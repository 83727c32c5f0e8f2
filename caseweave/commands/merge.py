"""`caseweave merge`: weave files, or a case folder, into one integrated chronology."""

from __future__ import annotations

from collections.abc import Sequence
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
    Command,
    exit_code,
    print_findings,
    several_outputs,
)
from chronology.findings import CaseweaveError, Unreadable
from chronology.model import Chronology


@click.command(cls=Command)
@FILES
@several_outputs("OUT.xlsx .docx .pdf .html .json")
@AGENCY
@PASSWORD_FILE
@click.option(
    "--keep-notes-from",
    type=click.Path(path_type=Path),
    help="An earlier output, whose notes are taken in too.",
)
@click.option("--discard-notes", is_flag=True, help="Do not take in notes from the old OUTPUT.")
@click.option("--short", is_flag=True, help="Key events only, with the count of what is left out.")
@INCLUDE_HIDDEN
@FAIL_ON
@AS_JSON
def merge(
    files: tuple[Path, ...],
    outputs: tuple[Path, ...],
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
    from caseweave.case.panel import earlier_draft, refuse_own_sheets
    from caseweave.opening import family_of, open_chronology, refuse_to_overwrite
    from caseweave.outputs import check_suffix
    from chronology.contacts.key_events import shortened
    from chronology.rows.withheld import with_hidden

    for output in outputs:
        check_suffix(output)
    refuse_to_overwrite(files, *outputs)
    earlier = earlier_draft(files, outputs, keep_notes_from, discard=discard_notes)
    refuse_own_sheets(earlier, outputs)
    woven = open_chronology(files, agency=agency, earlier=earlier)
    if short:
        woven = shortened(woven)
    family = family_of(files) if outputs else None
    woven = _with_letters_missing(woven, family, outputs)
    shared = with_hidden(woven) if include_hidden and any(map(_withholds, outputs)) else woven
    written: list[tuple[Path, Path]] = []
    if outputs:
        _refuse_undated(woven)
    for output in dict.fromkeys(outputs):
        shown = shared if _withholds(output) else woven
        written.append((output, _written(shown, output, family, [w for _, w in written])))
    if as_json:
        print_findings(shared.findings)
    else:
        console.merged(shared, written)
    return exit_code(shared.findings, fail_on)


def _with_letters_missing(
    woven: Chronology, family: Path | None, outputs: Sequence[Path]
) -> Chronology:
    """A finding where the genogram of a document cannot be read; a page has the browser's fonts."""
    from caseweave.family.in_documents import with_letters_missing

    documents = [o.name for o in dict.fromkeys(outputs) if o.suffix.lower() in (".docx", ".pdf")]
    return with_letters_missing(woven, family, documents)


def _withholds(output: Path) -> bool:
    """Whether an output leaves out withheld words unless asked for them: JSON holds them anyway."""
    return output.suffix.lower() != ".json"


def _written(woven: Chronology, output: Path, family: Path | None, before: Sequence[Path]) -> Path:
    """Write one output of several; a fault says which were written before it."""
    from caseweave.outputs import write

    try:
        with console.busy(f"Writing {output.name} ..."):
            return write(woven, output, family)
    except CaseweaveError as problem:
        if not before:
            raise
        names = ", ".join(path.name for path in before)
        told = f"{problem.message} Written before it: {names}."
        raise CaseweaveError(told, problem.remedy) from problem


def _refuse_undated(woven: Chronology) -> None:
    """Raise Unreadable if no entry at all has a date: there is nothing to put in order."""
    if woven.entries and not any(e.when.dated for e in woven.entries):
        files = ", ".join(s.file for s in woven.submissions)
        raise Unreadable(
            f"{files}: not one row has a date that can be read; nothing was written.",
            "Look at how the columns are read with caseweave columns, or check that it is the "
            "right file.",
        )
