"""`caseweave genogram`: draw the family, or lay it out for other programs."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from caseweave.commands.options import (
    AS_JSON,
    FAIL_ON,
    FC,
    PASSWORD_FILE,
    Command,
    day_named,
    exit_code,
    print_findings,
    several_outputs,
)
from chronology.findings import CaseweaveError, Finding, Severity, by_severity

if TYPE_CHECKING:
    from caseweave.family.drawings import Wish
    from genogram.model import Family
    from genogram.view.show_options import Show

_NOTATIONS = ("uk-ics", "mcgoldrick", "nsgc")
_MOST = 12  # findings of one kind at the terminal; a genealogy has thousands of people


def _how_far(option: str, default: int, tells: str) -> Callable[[FC], FC]:
    """An option for how far from the person of --around people are drawn."""
    return click.option(
        option, help=tells, type=click.IntRange(0), default=default, show_default=True
    )


@click.command(cls=Command)
@click.argument("family", type=click.Path(path_type=Path))
@several_outputs("OUT.svg .png .pdf .dot .json, or the family itself as OUT.xlsx .ged")
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
@click.option(
    "--compare",
    nargs=2,
    metavar="DAY DAY",
    callback=lambda _context, _option, told: told and _days(told),
    help="The family on two days, and what changed between them in words. A .pdf holds both "
    "drawings and the list, .txt and .json the list, any other is OUT-DAY for each day.",
)
@click.option(
    "--notation",
    type=click.Choice(_NOTATIONS),
    default="uk-ics",
    show_default=True,
    help="The set of symbols.",
)
@click.option(
    "--names",
    type=click.Choice(["names", "initials", "roles"]),
    default="names",
    show_default=True,
    help="How people are called in the drawing.",
)
@click.option(
    "--show",
    multiple=True,
    metavar="WHAT,...",
    help="Draw also: relationships, allegations, losses, legal, placements, responsibility, "
    "ethnicity, disability; or all. May be repeated.",
)
@click.option("--addresses", is_flag=True, help="Call households by address, not Home 1, Home 2.")
@click.option("--around", default="", help="Only the people near this person (id or name).")
@_how_far("--up", 2, "Generations above, with --around.")
@_how_far("--down", 2, "Generations below, with --around.")
@_how_far("--side", 1, "1 siblings, 2 uncles and aunts too, with --around.")
@click.option(
    "--pages", is_flag=True, help="A large family on several sheets of a .pdf, with an overview."
)
@click.option(
    "--paper",
    type=click.Choice(["a4", "a3"]),
    default="a4",
    show_default=True,
    help="Paper of the sheets, with --pages.",
)
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
@FAIL_ON
@AS_JSON
@PASSWORD_FILE
def genogram(
    family: Path,
    outputs: tuple[Path, ...],
    day: str,
    compare: tuple[dt.date, dt.date] | None,
    words: bool,
    fail_on: str | None,
    as_json: bool,
    **asked: Any,
) -> int:
    """Draw the genogram of FAMILY or of a case folder.

    FAMILY is a workbook, a table of family composition, a text or Word document with lines such
    as "Mother: Jo Sample, 1990", GEDCOM or JSON.

    \b
    Example:  caseweave genogram harbour-lane -o genogram.png
              caseweave genogram harbour-lane --compare 2022-01-01 18/10/2024 -o changes.pdf
    """
    import genogram as drawn
    from caseweave.family.drawings import family_drawn

    path = _family_file(family)
    _tell_unused(asked)
    _refuse_outputs(path, outputs, comparing=bool(compare))
    people, findings = drawn.read(path)
    on = day_named(day)
    if outputs and not people.persons:
        _tell(tuple(f for f in findings if f.code != "nobody-recorded"), as_json)
    if outputs:
        _refuse_nobody(people, on, path.name)
    wish = _wish(family, path, asked)
    written, told, hard = _written(people, wish, outputs, on, compare)
    findings = (*findings, *hard)
    if not compare and (words or not (outputs or as_json)):
        told = [drawn.describe(family_drawn(people, replace(wish, every_home=True), on), on)]
    if not (as_json and compare):
        click.echo("\n".join(told), nl=bool(told))
    _tell(findings, as_json)
    if not as_json:
        for made in written:
            click.echo(f"Written: {made}", err=words)
        drawings = [output for output in outputs if not drawn.writes(output)]
        if drawings or not outputs:
            _tell_left_out(people, wish, () if compare else drawings)
            _tell_absent(people, on, day)
    return exit_code(findings, fail_on)


def _refuse_outputs(family: Path, outputs: tuple[Path, ...], *, comparing: bool) -> None:
    """Raise CaseweaveError, before anything is read, for what cannot or may not be written."""
    from caseweave.family.drawings import check_suffix
    from caseweave.family.file import refuse_own_file
    from caseweave.opening import refuse_to_overwrite

    for output in outputs:
        refuse_own_file(family, output)
        check_suffix(output, comparing=comparing)
    refuse_to_overwrite((family,), *outputs)


def _refuse_nobody(people: Family, on: dt.date | None, file: str) -> None:
    """Raise CaseweaveError where there is nobody to draw."""
    from genogram.view.as_of import as_of

    if not people.persons:
        raise CaseweaveError(
            f"{file} names nobody; nothing was written.",
            "Enter the people in the sheet People, or export the family once more.",
        )
    if on and not as_of(people, on).persons:
        raise CaseweaveError(
            f"{file} names nobody who was born by {on:%d/%m/%Y}; nothing was written.",
            "Name a later day after --on.",
        )


def _written(
    people: Family,
    wish: Wish,
    outputs: tuple[Path, ...],
    on: dt.date | None,
    compare: tuple[dt.date, dt.date] | None,
) -> tuple[list[Path], list[str], list[Finding]]:
    """The files written, what changed between two days in words, and what is hard to read."""
    from caseweave.family.drawings import for_output, write_compared, write_drawing

    if compare and on:
        raise CaseweaveError("--on and --compare do not go together.", "Use one of them.")
    written, told, hard = list[Path](), list[str](), list[Finding]()
    if compare:
        for place in outputs or (None,):
            made, told, found = write_compared(people, wish, compare, place)
            written += made
            hard += found
        return written, told, hard
    for output in outputs:
        made, found = write_drawing(people, for_output(wish, output), on, output)
        written += made
        hard += found
    return written, told, hard


def _wish(family: Path, path: Path, asked: dict[str, Any]) -> Wish:
    """How the drawing was asked for, from the options of the command."""
    from caseweave.family.drawings import Wish
    from genogram.view.naming import Names

    asked["reach"] = (asked.pop("up"), asked.pop("down"), asked.pop("side"))
    asked["title"] = asked["title"] or _title(family, path, asked["names"])
    asked["names"] = Names(asked["names"])
    asked["show"] = _asked(asked["show"])
    return Wish(**asked)


def _title(family: Path, path: Path, names: str) -> str:
    """The heading if none is given. A file's name may be the family's: none without names."""
    if names != "names":
        return "Genogram"
    return f"Genogram: {family.resolve().name if family.is_dir() else path.stem}"


def _tell_left_out(people: Family, wish: Wish, drawings: Sequence[Path]) -> None:
    """What is recorded and was not drawn, because nobody asked for it."""
    from caseweave.family.drawings import for_output
    from genogram.view.showing import left_out

    if unseen := left_out(people, for_output(wish, *drawings).show):
        also = {"legal": "legal statuses and labels: "}
        kinds = ", ".join(f"{kind} ({also.get(kind, '')}{n})" for kind, n in unseen.items())
        click.echo(f"Not shown unless asked for with --show: {kinds}.", err=True)


def _tell_absent(people: Family, on: dt.date | None, day: str) -> None:
    from genogram.view.as_of import subjects_absent

    for name in subjects_absent(people, on) if on else ():
        click.echo(f"The subject child {name} is not drawn: not born by {day}.", err=True)


def _asked(show: tuple[str, ...]) -> frozenset[Show]:
    from genogram.view.show_options import Show

    words = [w.strip().casefold() for part in show for w in part.split(",") if w.strip()]
    for word in words:
        if word not in [*Show, "all"]:
            raise CaseweaveError(
                f"'{word}' is nothing that --show knows.", f"Use {', '.join(Show)} or all."
            )
    return frozenset(Show) if "all" in words else frozenset(map(Show, words))


def _family_file(path: Path) -> Path:
    """The file itself, or the family file of a case folder; raises CaseweaveError for none."""
    from caseweave.case.case_file import case_meant
    from caseweave.opening import FAMILY_FILES, family_file, refuse_settings

    if not path.is_dir():
        refuse_settings(path)
        return path
    if found := family_file(path):
        return found
    raise CaseweaveError(
        f"{path.resolve().name} holds no family file.",
        case_meant(path) or f"Add {' or '.join(FAMILY_FILES[:2])}.",
    )


def _days(told: tuple[str, str]) -> tuple[dt.date, dt.date]:
    first, then = (None if text.startswith("-") else day_named(text) for text in told)
    if first is None or then is None or first >= then:
        raise CaseweaveError(
            "--compare needs two days, the earlier one first.",
            "Write them as 2021-03-04 or 04/03/2021.",
        )
    return first, then


_ONLY_WITH = {"around": ("up", "down", "side"), "pages": ("paper",)}


def _tell_unused(asked: Mapping[str, Any]) -> None:
    """Options that count for nothing without another, which was not given."""
    source = click.get_current_context().get_parameter_source
    for other, names in _ONLY_WITH.items():
        for name in names:
            if not asked[other] and source(name) is ParameterSource.COMMANDLINE:
                click.echo(f"--{name} counts only with --{other}; it was not used.", err=True)


def _tell(findings: tuple[Finding, ...], as_json: bool) -> None:
    if as_json:
        print_findings(findings)
        return
    left = Counter(f.code for f in findings)
    told: Counter[str] = Counter()
    said: set[str] = set()
    for finding in by_severity(findings):
        told[finding.code] += 1
        left[finding.code] -= 1
        if told[finding.code] > _MOST:
            if not left[finding.code]:
                more = told[finding.code] - _MOST
                click.echo(f"  and {more} more '{finding.code}': --json lists all.", err=True)
            continue
        place = ", ".join(p for p in (finding.file, finding.sheet) if p)
        if finding.row:
            place += f", row {finding.row}"
        click.echo(f"{finding.severity.value}: {place}: {finding.message}", err=True)
        if finding.remedy and finding.severity is not Severity.NOTE and finding.remedy not in said:
            said.add(finding.remedy)
            click.echo(f"  What to do: {finding.remedy}", err=True)
