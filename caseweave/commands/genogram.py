"""`caseweave genogram`: draw the family, or lay it out for other programs."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caseweave.commands.options import PASSWORD_FILE
from chronology.findings import CaseweaveError, Finding, Severity, at_or_above, by_severity

if TYPE_CHECKING:
    from genogram.shows import Show

_NOTATIONS = ("uk-ics", "mcgoldrick", "nsgc")


@click.command()
@click.argument("family", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="OUT.svg .png .pdf .dot .json, or the family itself as OUT.xlsx .ged",
)
@click.option(
    "--gedcom",
    type=click.Choice(["5.5.1", "7.0"]),
    default="5.5.1",
    show_default=True,
    help="The version of GEDCOM to write.",
)
@click.option(
    "--on", "day", default="", help="The family on this day, such as 2021-03-04 or 04/03/2021."
)
@click.option("--notation", type=click.Choice(_NOTATIONS), default="uk-ics", show_default=True)
@click.option("--names", type=click.Choice(["names", "initials", "roles"]), default="names")
@click.option(
    "--show",
    multiple=True,
    metavar="WHAT,...",
    help="Draw also: relationships, allegations, losses, legal, placements, responsibility, "
    "ethnicity, disability; or all. May be repeated.",
)
@click.option("--addresses", is_flag=True, help="Call households by address, not Home 1, Home 2.")
@click.option("--around", default="", help="Only the people near this person (id or name).")
@click.option("--up", type=click.IntRange(0), default=2, help="Generations above, with --around.")
@click.option("--down", type=click.IntRange(0), default=2, help="Generations below.")
@click.option("--side", type=click.IntRange(0), default=1, help="1 siblings, 2 uncles and aunts.")
@click.option("--title", default="", help="Heading of the drawing.")
@click.option(
    "--effort",
    type=click.IntRange(0),
    default=100,
    show_default=True,
    help="How long to look for a better order of people: 0 at once, 400 four times the usual. "
    "The same family and effort always give the same drawing.",
)
@click.option("--words", is_flag=True, help="Print the genogram in words.")
@click.option(
    "--fail-on",
    type=click.Choice([s.value for s in Severity]),
    help="Exit with 1 if there are findings at or above this level.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@PASSWORD_FILE
def genogram(
    family: Path,
    output: Path | None,
    gedcom: str,
    day: str,
    notation: str,
    names: str,
    show: tuple[str, ...],
    addresses: bool,
    around: str,
    up: int,
    down: int,
    side: int,
    title: str,
    effort: int,
    words: bool,
    fail_on: str | None,
    as_json: bool,
) -> int:
    """Draw the genogram of FAMILY (workbook, GEDCOM or JSON) or of a case folder.

    Example:  caseweave genogram harbour-lane -o genogram.png
    """
    import genogram as drawn
    from caseweave.familyfile import convert, refuse_own_file
    from chronology.exporters import whole
    from genogram.labels import Names
    from genogram.showing import left_out

    path = _family_file(family)
    refuse_own_file(path, output)
    people, findings = drawn.read(path)
    if output and drawn.writes(output):
        part = drawn.around(people, around, up=up, down=down, side=side) if around else people
        output = convert(part, output, on=_day(day), names=names, gedcom=gedcom)
        return _end(findings, output, words=False, as_json=as_json, fail_on=fail_on)
    asked = _asked(show)
    if output and output.suffix.casefold() == ".json":
        asked |= {drawn.Show.LOSSES}  # numbers for other programs, which want everybody
    unseen = left_out(people, asked)
    people = drawn.shown(people, asked, on=_day(day), addresses=addresses)
    if around:
        people = drawn.around(people, around, up=up, down=down, side=side)
    layout = drawn.lay_out(people, _day(day), effort=effort, names=Names(names))
    if output:
        heading = title or f"Genogram: {family.resolve().name if family.is_dir() else path.stem}"
        output = whole(
            output, lambda part: drawn.draw(layout, part, notation=notation, title=heading)
        )
    if words or not (output or as_json):
        click.echo(drawn.describe(layout.family, layout.on))
    code = _end(findings, output, words=words, as_json=as_json, fail_on=fail_on)
    if unseen and not as_json:
        kinds = ", ".join(f"{kind} ({n})" for kind, n in unseen.items())
        click.echo(f"Not drawn unless asked for with --show: {kinds}.", err=True)
    return code


def _end(
    findings: tuple[Finding, ...],
    output: Path | None,
    *,
    words: bool,
    as_json: bool,
    fail_on: str | None,
) -> int:
    """Say what was found and written; the exit code."""
    _tell(findings, as_json)
    if output and not as_json:
        click.echo(f"Written: {output}", err=words)
    return int(bool(fail_on and at_or_above(findings, Severity(fail_on))))


def _asked(show: tuple[str, ...]) -> set[Show]:
    from genogram.shows import Show

    words = [w.strip().casefold() for part in show for w in part.split(",") if w.strip()]
    for word in words:
        if word not in [*Show, "all"]:
            raise CaseweaveError(
                f"'{word}' is nothing that --show knows.", f"Use {', '.join(Show)} or all."
            )
    return set(Show) if "all" in words else {Show(w) for w in words}


def _family_file(path: Path) -> Path:
    """The file itself, or the family file of a case folder; raises CaseweaveError for none."""
    from caseweave.opening import FAMILY_FILES, family_file

    if not path.is_dir():
        return path
    if found := family_file(path):
        return found
    raise CaseweaveError(
        f"{path.name} holds no family file.", f"Add {' or '.join(FAMILY_FILES[:2])}."
    )


def _day(text: str) -> dt.date | None:
    if not text:
        return None
    from chronology.dates import parse_when

    when = parse_when(text)
    if when.start is None or when.start != when.end:
        raise CaseweaveError(f"'{text}' is not a day.", "Write it as 2021-03-04 or 04/03/2021.")
    return when.start


def _tell(findings: tuple[Finding, ...], as_json: bool) -> None:
    if as_json:
        from chronology.exporters.data import finding_data

        data = [finding_data(f) for f in findings]
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for finding in by_severity(findings):
        place = ", ".join(p for p in (finding.file, finding.sheet) if p)
        if finding.row:
            place += f", row {finding.row}"
        click.echo(f"{finding.severity.value}: {place}: {finding.message}", err=True)
