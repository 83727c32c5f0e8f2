"""`caseweave report`: the whole pack in one folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caseweave.commands.options import (
    CASE,
    FAIL_ON,
    INCLUDE_HIDDEN,
    OUTPUT,
    PASSWORD_FILE,
    Command,
    exit_code,
)

if TYPE_CHECKING:
    from caseweave.pack.parts import Given
    from caseweave.report import Made

_FAILED = 2


@click.command(cls=Command)
@CASE
@click.option("-o", "--output", type=OUTPUT, required=True, help="The folder to write into.")
@click.option("--fresh", is_flag=True, help="Write every part again, also unchanged ones.")
@INCLUDE_HIDDEN
@PASSWORD_FILE
@FAIL_ON
def report(case: Path, output: Path, fresh: bool, include_hidden: bool, fail_on: str | None) -> int:
    """Write the whole pack for CASE, a case folder or a case.json, into one folder.

    Chronology, coverage, differences, genograms, questions, self-check and method, with an
    index.html that says what each file is. Run again, it keeps what has not changed.

    Example:  caseweave report harbour-lane -o harbour-lane-report
    """
    from caseweave.console import busy, said_unread
    from caseweave.report import INDEX, failed, write_pack

    given = _given(case, output, include_hidden)
    with busy("Writing the pack ...") as say:
        made = write_pack(given, output, fresh=fresh, say=say)
    _tell(made)
    said_unread(given.chronology)
    click.echo(f"\nBegin with {output / INDEX}, which says what each file is.")
    return _FAILED if failed(made) else exit_code(given.chronology.findings, fail_on)


def _given(case: Path, output: Path, include_hidden: bool) -> Given:
    """What the pack is made from, with the notes typed into an earlier pack."""
    from caseweave.family.file import family_to_draw
    from caseweave.family.in_documents import with_letters_missing
    from caseweave.opening import family_of, open_chronology, refuse_to_overwrite
    from caseweave.outputs import refuse_case_folder, refuse_file
    from caseweave.pack.parts import Given
    from caseweave.report import CARRIES_NOTES, notes_of_pack
    from chronology.rows.withheld import with_hidden

    refuse_file(output)
    refuse_case_folder(output)
    refuse_to_overwrite((case,), output, output / CARRIES_NOTES)
    chronology = open_chronology((case,), earlier=notes_of_pack(output, case))
    family_file = family_of((case,)) if case.is_dir() else case
    family = family_to_draw(family_file)  # without one the pack says so, and goes on
    chronology = with_letters_missing(chronology, family_file, ["the pack"])
    return Given(
        chronology=with_hidden(chronology) if include_hidden else chronology,
        family=family,
        family_file=family_file if family else None,
        include_hidden=include_hidden,
    )


def _tell(made: Sequence[Made]) -> None:
    """One line for each part: what became of it, and its files or the reason."""
    for one in made:
        click.echo(f"{one.state.value:<10} {one.part.title}")
        for name in one.files:
            click.echo(f"{'':<11}{name}")
        if one.why:
            click.echo(f"{'':<11}{one.why}")
        for name in one.aside:
            click.echo(
                f"{'':<11}What stood there was not as caseweave wrote it; it is kept as {name}."
            )
