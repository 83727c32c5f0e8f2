"""`caseweave check`: every finding with its cell, for the author of a chronology."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave.commands.options import (
    AGENCY,
    AS_JSON,
    FAIL_ON,
    FILES,
    OUTPUT,
    PASSWORD_FILE,
    Command,
    exit_code,
    print_findings,
)


@click.command(cls=Command)
@FILES
@click.option("-o", "--output", type=OUTPUT, help="OUT.xlsx: the rows with the findings beside.")
@AGENCY
@PASSWORD_FILE
@FAIL_ON
@AS_JSON
def check(
    files: tuple[Path, ...], output: Path | None, agency: str, fail_on: str | None, as_json: bool
) -> int:
    """List every finding in FILES with its cell, most serious first: before you send them.

    Example:  caseweave check our-chronology.xlsx -o checked.xlsx --fail-on error
    """
    from caseweave.opening import open_case, open_chronology, refuse_to_overwrite

    refuse_to_overwrite(files, output)
    findings = open_chronology(files, agency=agency).findings
    if output:
        from caseweave.checked_book import write_checked

        write_checked(output, open_case(files).paths, findings)
    if as_json:
        print_findings(findings)
    else:
        from caseweave.check import checked_words
        from caseweave.console import say_wrapped

        for line in "\n".join(checked_words(findings)).rstrip().splitlines():
            say_wrapped(line, " " * (len(line) - len(line.lstrip()) + 2))
        if output:
            click.echo(f"\nWritten: {output}")
    return exit_code(findings, fail_on)
