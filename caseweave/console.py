"""What a person at the terminal sees, and the one error boundary."""

from __future__ import annotations

import difflib
import os
import re
import shutil
import sys
import textwrap
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caseweave.commands import COMMANDS
from chronology.findings import CaseweaveError, Finding, Severity, by_severity, counted, place_of
from chronology.model import Chronology, Submission
from chronology.rows.withheld import holds_hidden, shows_hidden

if TYPE_CHECKING:
    from rich.console import Console as RichConsole
    from rich.status import Status

    from caseweave.crosschecks.contradiction import Contradiction

SHOWN_KINDS = 12
SHOWN_OF_A_KIND = 5
WIDTH = 100
"""Columns of the terminal that are used at most: longer lines are hard to read."""


def run(command: click.Command) -> None:
    """Run a command and turn every ending into words and an exit code (0, 1, 2, 3 or 130)."""
    debug = "CASEWEAVE_DEBUG" in os.environ
    try:
        _prepare(debug)
        sys.exit(command.main(standalone_mode=False) or 0)
    except CaseweaveError as problem:
        _say(problem.message, problem.remedy)
        sys.exit(2)
    except (click.exceptions.Abort, KeyboardInterrupt):
        sys.exit(130)
    except click.ClickException as problem:
        problem.show()
        if "extra argument" in problem.message:
            click.echo("  What to do: Put a name with spaces in quotation marks.", err=True)
        if unknown := re.match(r"No such command '(.*)'", problem.message):
            near = difflib.get_close_matches(unknown[1], COMMANDS, n=1)
            told = f"Perhaps {near[0]} is meant. " if near else ""
            click.echo(f"  What to do: {told}caseweave alone lists the commands.", err=True)
        sys.exit(2)
    except Exception as problem:
        if debug:
            traceback.print_exc()
        _say(
            f"Something went wrong inside caseweave ({type(problem).__name__}).",
            "Nothing of your files was changed. Set CASEWEAVE_DEBUG=1 to see where, and report it.",
        )
        sys.exit(3)


def _prepare(debug: bool) -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console without UTF-8 shows ? and goes on
            stream.reconfigure(errors="replace")
    if not debug:  # a file that a full disk left half written would print a traceback as it goes
        sys.unraisablehook = lambda _: None


def _say(message: str, remedy: str) -> None:
    click.echo(message, err=True)
    if remedy:
        click.echo(f"  What to do: {remedy}", err=True)


def days_work() -> None:
    """The day's work in order."""
    click.echo("The day's work, in order (each with --help):\n")
    for name, what in COMMANDS.items():
        click.echo(f"  caseweave {name:<10} {what}")


def said_unread(woven: Chronology) -> None:
    """Say which files are left out of what stands on the screen, beside it."""
    from chronology.unread import unread_words

    if words := unread_words(woven):
        click.echo(words, err=True)


_shown: list[Status] = []
"""What is being shown as being done."""


@contextmanager
def busy(words: str) -> Iterator[Callable[[str], None]]:
    """Show what is being done while a person watches, and nothing when output is piped."""
    if not sys.stderr.isatty():
        yield lambda words: None
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status(words) as status:
        _shown.append(status)
        try:
            yield lambda words: status.update(escape(words))
        finally:
            _shown.remove(status)


@contextmanager
def interrupted() -> Iterator[None]:
    """Nothing moves on the screen while a person is asked something."""
    for status in _shown:
        status.stop()
    yield
    for status in _shown:
        status.start()


def terminal() -> RichConsole:
    """The terminal as it is, no wider than WIDTH; that wide where output is piped."""
    from rich.console import Console

    console = Console(highlight=False)
    console.width = min(console.width, WIDTH) if console.is_terminal else WIDTH
    return console


def merged(woven: Chronology, written: Sequence[tuple[Path, Path]]) -> None:
    """The summary of a merge: what was read, the findings that matter, what was written.

    `written`: each output as it was named, and where it was written.
    """
    console = terminal()
    _files_read(console, woven.submissions)
    _to_look_at(console, woven.findings)
    undated = sum(not e.when.dated for e in woven.entries)
    console.print(
        f"{counted(len(woven.entries), 'entry', 'entries')} of "
        f"{counted(len({e.agency for e in woven.entries}), 'agency', 'agencies')}"
        f"{f', {undated} of them undated' if undated else ''}; "
        f"{counted(len(woven.findings), 'finding', 'findings')}."
    )
    for asked, place in written:
        if place != asked:
            console.print(
                f"{asked.name} is open in another program or read-only; saved as {place.name} "
                "instead.",
                markup=False,
            )
        else:
            console.print(f"Written: {place}", markup=False, soft_wrap=True)
        if place.suffix.lower() == ".json" and (holds_hidden(woven) or shows_hidden(woven)):
            console.print(
                "It holds every word, also those struck out, hidden or in comments: share it only "
                "with those who may see them."
            )
    if not written:
        console.print("Nothing was written: add -o integrated.xlsx to write it.", markup=False)


def _files_read(console: RichConsole, submissions: Sequence[Submission]) -> None:
    """A line for each file: rows found = entries + rows set aside."""
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("Agency")
    table.add_column("File", overflow="fold")
    for heading in ("Rows found", "Entries", "Set aside"):
        table.add_column(heading, justify="right")
    for s in submissions:
        rows, entries = sum(t.rows for t in s.sheets), sum(t.entries for t in s.sheets)
        file = s.file
        if s.superseded_by:  # none of its rows is an entry of the chronology
            entries, file = 0, f"{file} (replaced by {s.superseded_by})"
        words = (s.agency, file, f"{rows}", f"{entries}", f"{rows - entries}")
        table.add_row(*map(escape, words))
    console.print(table)


def _to_look_at(console: RichConsole, findings: Sequence[Finding]) -> None:
    """One line for each kind of finding, most serious first, with its first place."""
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    kinds: dict[str, list[Finding]] = {}
    for finding in by_severity(findings):
        if finding.severity is not Severity.NOTE or not finding.file:  # or of the whole
            kinds.setdefault(finding.code, []).append(finding)
    notes = len(findings) - sum(map(len, kinds.values()))
    if kinds:
        table = Table(box=box.SIMPLE_HEAD, title="To look at", title_justify="left")
        table.add_column("")
        table.add_column("Times", justify="right")
        table.add_column("What (the first of each kind)", ratio=3)
        table.add_column("Where", ratio=1, overflow="fold")
        for found in list(kinds.values())[:SHOWN_KINDS]:
            first = found[0]
            words = (first.severity.value, f"{len(found)}", first.message, place_of(first))
            table.add_row(*map(escape, words))
        console.print(table)
    more = max(0, len(kinds) - SHOWN_KINDS)
    if more or notes:
        left = [counted(more, "more kind", "more kinds")] * bool(more)
        left += [counted(notes, "note", "notes")] * bool(notes)
        console.print(f"And {' and '.join(left)}: see Findings, or caseweave check.\n")


def crosschecked(
    woven: Chronology, found: Sequence[Contradiction], written: Sequence[Path]
) -> None:
    """What the entries and the genogram do not agree on: counts first, then some of each kind with
    both sides quoted; the workbook has all."""
    from chronology.ordering import refs

    ref = refs(woven)
    kinds = Counter(one.kind for one in found)
    if not found:
        say_wrapped(
            "Nothing was found in which entries and genogram differ. Names and words were "
            "compared, not understood."
        )
    else:
        say_wrapped(
            f"{counted(len(found), 'place', 'places')} where entries and genogram do not bear each "
            "other out. Each is a prompt to look, not a conclusion."
        )
        counts = ", ".join(f"{kind} {number}" for kind, number in kinds.items())
        say_wrapped(f"  {counts}\n", "  ")
    told: Counter[str] = Counter()
    for number, one in enumerate(found, start=1):
        told[one.kind] += 1
        if told[one.kind] <= SHOWN_OF_A_KIND:
            _contradicted(number, one, ref)
    if left := sum(max(0, number - SHOWN_OF_A_KIND) for number in kinds.values()):
        where = " and ".join(path.name for path in written)
        then = f"see {where}" if where else "add -o cross-check.xlsx to see all"
        click.echo(f"And {left} more of the same kinds: {then}.")
    for path in written:
        click.echo(f"Written: {path}")


def _contradicted(number: int, one: Contradiction, ref: Mapping[str, int]) -> None:
    """One contradiction: what it is, each side with its place, what to do."""
    say_wrapped(f"{number}. {one.kind.capitalize()}: {one.message}", "   ")
    for side in one.sides:
        where = f" ({side.place}{f', ref {ref[side.entry]}' if side.entry in ref else ''})"
        say_wrapped(f"     {side.who}: {side.words}{where if side.place else ''}", " " * 7)
    say_wrapped(f"     What to do: {one.remedy}", " " * 7)


def say_wrapped(words: str, indent: str = "") -> None:
    """A paragraph within the width of the terminal, its further lines indented; file names are not
    cut."""
    told = textwrap.fill(
        words,
        min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDTH),
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    click.echo(told + "\n" * words.endswith("\n"))
