"""Arguments and options that several commands share, and how they end."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from caseweave.case.passwords import read_file
from chronology.findings import CaseweaveError, Finding, Severity, at_or_above

FC = TypeVar("FC", bound=Callable[..., Any] | click.Command)
FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
CASE = click.argument("case", type=click.Path(path_type=Path))
OUTPUT = click.Path(path_type=Path)


def several_outputs(what: str) -> Callable[[FC], FC]:
    """`-o`, which may be repeated; `what` says which kinds of file."""
    return click.option(
        "-o", "--output", "outputs", multiple=True, type=OUTPUT, help=f"{what}; may be repeated."
    )


_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_QUOTES = "\u2018\u2019\u201c\u201d\u201e"


class Command(click.Command):
    """A command that refuses an option given twice where it would heed the last one alone."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Raise UsageError rather than leave out what was asked for first, or take an option for
        a file because a word processor changed its hyphens or quotation marks."""
        for word in args:
            if word[:1] in _DASHES and not Path(word).exists():
                plain = word.lstrip(_DASHES + "-")
                plain = f"-{'-' * (len(plain) > 1)}{plain}"
                raise click.UsageError(f"{word} begins with a long dash. Type {plain}", ctx)
            if word[:1] in _QUOTES and not Path(word).exists():
                raise click.UsageError(f'{word} stands in curly quotation marks. Type "', ctx)
        given: Any = self.make_parser(ctx).parse_args(list(args))[2]
        for option in {o for o in given if isinstance(o, click.Option) and given.count(o) > 1}:
            if not (option.multiple or option.is_flag):
                name = " / ".join(option.opts)
                raise click.UsageError(f"{name} may be given only once.", ctx)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Say which folders were made on the way: a name typed wrongly makes one too."""
        named = (ctx.params.get("output"), *(ctx.params.get("outputs") or ()))
        places = dict.fromkeys(path.parent for path in named if isinstance(path, Path))
        missing = [folder for folder in places if not folder.exists()]
        done = super().invoke(ctx)
        for folder in missing:
            if folder.is_dir():
                click.echo(f"There was no folder {folder}: it was made.", err=True)
        return done


AGENCY = click.option("--agency", default="", help="The agency, for files that do not name one.")
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice([s.value for s in Severity]),
    help="Exit with 1 if there are findings at or above this level.",
)
INCLUDE_HIDDEN = click.option(
    "--include-hidden", is_flag=True, help="Show struck-out and hidden words too."
)
PASSWORD_FILE = click.option(
    "--password-file",
    type=click.Path(path_type=Path),
    callback=read_file,
    expose_value=False,
    help="Passwords of protected files, one on a line.",
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")


def day_named(text: str) -> dt.date | None:
    """The day that a person typed, in any form that chronologies use; raises CaseweaveError."""
    from chronology.dates import parse_when

    if not text:
        return None
    when = parse_when(text)
    if when.start is None or when.start != when.end:
        raise CaseweaveError(f"'{text}' is not one day.", "Write it as 04/03/2021 or 2021-03-04.")
    return when.start


def days_named(start: str, end: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day that a person typed; raises CaseweaveError where they are crossed."""
    first, last = day_named(start), day_named(end)
    if first and last and last < first:
        raise CaseweaveError(
            f"--to {last:%d/%m/%Y} is before --from {first:%d/%m/%Y}: there are no such days.",
            "Give the earlier day to --from.",
        )
    return first, last


def print_findings(findings: Sequence[Finding]) -> None:
    """Findings as JSON on standard output."""
    from chronology.exporters.data import finding_data

    click.echo(json.dumps([finding_data(f) for f in findings], ensure_ascii=False, indent=1))


def exit_code(findings: Sequence[Finding], fail_on: str | None) -> int:
    """1 if there are findings at or above the level asked for, else 0."""
    return int(bool(fail_on and at_or_above(findings, Severity(fail_on))))
