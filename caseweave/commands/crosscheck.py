"""`caseweave crosscheck`: the genogram held against the chronology."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave.commands.options import AGENCY, OUTPUT, PASSWORD_FILE, Command, several_outputs
from chronology.findings import CaseweaveError


@click.command(cls=Command)
@click.argument("case", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--family", type=OUTPUT, help="The family file, where CASE has none of its own.")
@several_outputs("OUT.xlsx or OUT.json")
@AGENCY
@PASSWORD_FILE
@click.option("--json", "as_json", is_flag=True, help="Print the contradictions as JSON.")
def crosscheck(
    case: tuple[Path, ...],
    family: Path | None,
    outputs: tuple[Path, ...],
    agency: str,
    as_json: bool,
) -> int:
    """Set what the entries say of the family beside what the genogram shows.

    CASE is a case folder, a case.json that merge wrote, or files with --family.

    Example:  caseweave crosscheck harbour-lane -o cross-check.xlsx
    """
    from caseweave import console
    from caseweave.case.case_file import case_meant
    from caseweave.crosscheck import check_suffix, print_data, write
    from caseweave.crosscheck import crosscheck as checked
    from caseweave.opening import family_of, open_chronology, open_family, refuse_to_overwrite

    for output in outputs:
        check_suffix(output)
    refuse_to_overwrite((*case, family) if family else case, *outputs)
    read = open_family(family or case[0])
    if read is None:
        raise CaseweaveError(
            f"{case[0].resolve().name} holds no family to check against.",
            case_meant(case[0]) or "Add family.xlsx to it, or name one with --family.",
        )
    file = (family or family_of(case) or case[0]).name
    if not read[0].persons:
        raise CaseweaveError(
            f"{file} names nobody, so there is no family to check against.",
            "Enter the people in the case's family.xlsx (caseweave new makes a blank one), or name "
            "a family file with --family.",
        )
    woven = open_chronology(case, agency=agency)
    found = checked(woven, read[0], file)
    written = [write(woven, found, output) for output in outputs]
    if as_json:
        click.echo(print_data(found))
    else:
        console.crosschecked(woven, found, written)
    console.said_unread(woven)
    return 0
