"""`caseweave coverage`: who was recorded as seen, alone and heard."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave.commands.options import (
    AGENCY,
    FILES,
    PASSWORD_FILE,
    Command,
    days_named,
    several_outputs,
)
from chronology.coverage import By


@click.command(cls=Command)
@FILES
@several_outputs("A workbook (.xlsx), page (.html) or charts (.svg, .png)")
@click.option("--child", default="", help="One child only.")
@click.option("--from", "start", default="", help="Only entries from this day on.")
@click.option("--to", "end", default="", help="Only entries until this day.")
@click.option(
    "--by",
    type=click.Choice([by.value for by in By]),
    help="Figures for each month, quarter, year, or period that the case file names; in a page "
    "beside those by year and period. A workbook has all of them.",
)
@click.option("--stated-only", is_flag=True, help="Only what agencies stated in their own columns.")
@AGENCY
@PASSWORD_FILE
def coverage(
    files: tuple[Path, ...],
    outputs: tuple[Path, ...],
    child: str,
    start: str,
    end: str,
    by: str | None,
    stated_only: bool,
    agency: str,
) -> int:
    """Show by child and agency who was recorded as seen, alone and heard.

    FILES are agencies' files, a case folder, or a case.json that merge wrote.

    Example:  caseweave coverage harbour-lane -o coverage.html
    """
    from caseweave.coverage import outputs as coverageoutputs
    from caseweave.coverage import terminal as coverageview
    from caseweave.opening import open_chronology, refuse_to_overwrite
    from chronology.model import Basis
    from chronology.unread import left_out_words
    from chronology.values.readings_by_basis import only

    for output in outputs:
        coverageoutputs.check_suffix(output)
    refuse_to_overwrite(files, *outputs)
    days, stretch = days_named(start, end), By(by) if by else None
    woven = open_chronology(files, agency=agency)
    coverageoutputs.refuse_no_periods(woven, stretch)
    notes = list(filter(None, [left_out_words(woven)]))
    if stated_only:
        woven = only(woven, [Basis.STATED])
        notes.append(coverageoutputs.STATED_ONLY)
    if any(days):
        woven, which = coverageoutputs.cut(woven, *days)
        notes.insert(0, which)
    note = " ".join(notes)
    children = coverageoutputs.children_of(woven, child)
    if not outputs:
        coverageview.show(woven, children, stretch, note)
        return 0
    for output in outputs:
        for written in coverageoutputs.write(woven, children, output, note, stretch):
            click.echo(f"Written: {written}")
        if stretch and coverageoutputs.is_chart(output):
            click.echo(f"--by changes nothing in the charts of {output.name}.", err=True)
    return 0
