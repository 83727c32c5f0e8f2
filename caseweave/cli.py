"""The commands. Each reads, asks the packages below to do the work, and hands on to console."""

from __future__ import annotations

import json
from pathlib import Path

import click

from caseweave import console
from caseweave.genogram_command import genogram
from chronology.findings import CaseweaveError, Finding, Severity, at_or_above
from chronology.model import Case, Chronology, Earlier

FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice([s.value for s in Severity]),
    help="Exit with 1 if there are findings at or above this level.",
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="caseweave")
@click.pass_context
def caseweave(context: click.Context) -> None:
    """Weave agencies' chronologies into one, and say on every entry whether the child was seen."""
    if context.invoked_subcommand is None:
        console.days_work()


@caseweave.command()
@FILES
@click.option("-o", "--output", type=click.Path(path_type=Path), help="OUT.xlsx or OUT.json")
@click.option("--agency", default="", help="The agency, for files that do not name one.")
@click.option("--keep-notes-from", type=click.Path(path_type=Path), help="An earlier output.")
@click.option("--discard-notes", is_flag=True, help="Do not take in notes from the old OUTPUT.")
@click.option("--short", is_flag=True, help="Key events only, with the count of what is left out.")
@FAIL_ON
@AS_JSON
def merge(
    files: tuple[Path, ...],
    output: Path | None,
    agency: str,
    keep_notes_from: Path | None,
    discard_notes: bool,
    short: bool,
    fail_on: str | None,
    as_json: bool,
) -> int:
    """Weave FILES, or a case folder, into one integrated chronology.

    Example:  caseweave merge police.csv gp.xlsx -o integrated.xlsx
    """
    from chronology import exporters

    if output:
        exporters.check_suffix(output)
    from caseweave.panel import earlier_draft

    earlier = earlier_draft(files, output, keep_notes_from, discard=discard_notes)
    woven = _weave(files, agency, earlier)
    if short:
        from chronology.short import shortened

        woven = shortened(woven)
    written = exporters.write(woven, output) if output else None
    if as_json:
        _print_findings(woven.findings)
    else:
        console.merged(woven, output, written)
    return _exit_code(woven.findings, fail_on)


@caseweave.command()
@FILES
@click.option("--agency", default="", help="The agency, for files that do not name one.")
def coverage(files: tuple[Path, ...], agency: str) -> int:
    """Show by child and agency who was recorded as seen, alone and heard.

    Example:  caseweave coverage harbour-lane
    """
    console.covered(_weave(files, agency))
    return 0


@caseweave.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--agency", default="", help="The agency, if the files do not name it.")
def compare(old: Path, new: Path, agency: str) -> int:
    """Show what an agency's corrected file changed: rows added, removed, altered, moved.

    Example:  caseweave compare police.csv police-corrected.csv
    """
    from caseweave.comparing import compared_words

    click.echo("\n".join(compared_words(old, new, agency)))
    return 0


@caseweave.command()
@FILES
@click.option("--agency", default="", help="The agency, for files that do not name one.")
@FAIL_ON
@AS_JSON
def check(files: tuple[Path, ...], agency: str, fail_on: str | None, as_json: bool) -> int:
    """List every finding in FILES with its cell, most serious first: before you send them.

    Example:  caseweave check our-chronology.xlsx --fail-on error
    """
    findings = _weave(files, agency).findings
    if as_json:
        _print_findings(findings)
    else:
        from caseweave.checking import checked_words

        click.echo("\n".join(checked_words(findings)).rstrip())
    return _exit_code(findings, fail_on)


@caseweave.command()
@click.argument("case", type=click.Path(path_type=Path))
def new(case: Path) -> int:
    """Make the folder CASE with a commented case.toml and submissions/ for the agencies' files.

    Example:  caseweave new harbour-lane
    """
    from caseweave.newcase import make_case

    told, places = make_case(case)
    click.echo(f"Made {told} and {places}.")
    click.echo("Next: put the agencies' files into submissions, and fill in case.toml.")
    return 0


@caseweave.command()
@FILES
def columns(files: tuple[Path, ...]) -> int:
    """Show how each column of FILES, or of a case folder, is read and why, with samples.

    Example:  caseweave columns police.csv
    """
    from caseweave.columnwords import columns_words

    case, paths = _case_of(files)
    for line in columns_words(paths, case):
        click.echo(line)
    return 0


caseweave.add_command(genogram)


def main() -> None:
    """Run the command line; the one place where problems become words and exit codes."""
    console.run(caseweave)


def _weave(files: tuple[Path, ...], agency: str, earlier: Earlier | None = None) -> Chronology:
    from chronology.merge import merge as weave

    case, paths = _case_of(files)
    return weave(paths, case, agency=agency, earlier=earlier)


def _case_of(files: tuple[Path, ...]) -> tuple[Case, tuple[Path, ...]]:
    """The case and its submissions: a case folder, or files without one."""
    if len(files) == 1 and files[0].is_dir():
        from caseweave.casefolder import read_case

        return read_case(files[0])
    if any(path.is_dir() for path in files):
        raise CaseweaveError("A folder stands among the files.", "Name one case folder, or files.")
    return Case(), files


def _print_findings(findings: tuple[Finding, ...]) -> None:
    from chronology.exporters.data import finding_data

    click.echo(json.dumps([finding_data(f) for f in findings], ensure_ascii=False, indent=1))


def _exit_code(findings: tuple[Finding, ...], fail_on: str | None) -> int:
    return int(bool(fail_on and at_or_above(findings, Severity(fail_on))))
