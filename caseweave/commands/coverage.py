"""`caseweave coverage`: who was recorded as seen, alone and heard."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave.commands.options import AGENCY, FILES, OUTPUT


@click.command()
@FILES
@click.option("-o", "--output", type=OUTPUT, help="A chart: .svg or .png.")
@click.option("--child", default="", help="One child only.")
@click.option("--stated-only", is_flag=True, help="Only what agencies stated in their own columns.")
@AGENCY
def coverage(
    files: tuple[Path, ...], output: Path | None, child: str, stated_only: bool, agency: str
) -> int:
    """Show by child and agency who was recorded as seen, alone and heard.

    FILES are agencies' files, a case folder, or a case.json that merge wrote.

    Example:  caseweave coverage harbour-lane -o coverage.svg
    """
    from caseweave import coverageoutputs, coverageview
    from caseweave.opening import open_chronology
    from chronology.bases import only
    from chronology.model import Basis

    if output:
        coverageoutputs.check_suffix(output)
    woven = open_chronology(files, agency=agency)
    if stated_only:
        woven = only(woven, [Basis.STATED])
    children = coverageoutputs.children_of(woven, child)
    if not output:
        coverageview.show(woven, children)
        return 0
    for written in coverageoutputs.write(woven, children, output):
        click.echo(f"Written: {written}")
    return 0
