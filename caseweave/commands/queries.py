"""`caseweave queries`: what to ask each agency, as a workbook to fill in and a letter."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave import console
from caseweave.commands.options import AGENCY, FILES, OUTPUT, PASSWORD_FILE, Command


@click.command(cls=Command)
@FILES
@click.option("-o", "--output", type=OUTPUT, required=True, help="The folder to write into.")
@AGENCY
@PASSWORD_FILE
def queries(files: tuple[Path, ...], output: Path, agency: str) -> int:
    """Write for each agency the rows that do not say, with room for its answers.

    An agency answers in the workbook or in the letter. Put what it sends back into the folder
    'answers' of the case folder: merge reads both alike, as clarified by the agency later, never
    as the contemporaneous record.

    Example:  caseweave queries harbour-lane -o questions
    """
    from caseweave.opening import open_chronology, refuse_to_overwrite
    from caseweave.outputs import refuse_case_folder, refuse_file
    from caseweave.queries import left_open, write_queries
    from chronology.findings import counted

    refuse_file(output)
    refuse_case_folder(output)
    refuse_to_overwrite(files, output)
    woven = open_chronology(files, agency=agency)
    for asked in write_queries(woven, output):
        if not asked.files:
            click.echo(f"{asked.agency}: nothing to ask.")
        number = counted(asked.questions, "question", "questions")
        for path in asked.files:
            click.echo(f"{asked.agency}: {number}. Written: {path}")
    if left := left_open(woven.case):
        console.say_wrapped(left)
    console.said_unread(woven)
    return 0
