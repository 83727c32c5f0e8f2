"""`caseweave demo`: the example case, and the day's work done on it before one's eyes."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import click

from caseweave.commands.options import Command

# What is worth opening, and what opens it.
_OPEN = {
    "integrated.xlsx": "a spreadsheet program",
    "genogram.png": "an image viewer",
    "genogram.svg": "a web browser",
    "report/index.html": "a web browser: it leads to the Word, PDF and web versions of everything",
}
_ON = ("--on", "18/10/2024")  # the family on the day of the incident


@click.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path), default="harbour-lane")
@click.pass_context
def demo(context: click.Context, folder: Path) -> int:
    """Write a fictional case into FOLDER and do the day's work on it.

    Every person, place and agency in it is invented. FOLDER is harbour-lane if you name none.

    Example:  caseweave demo
    """
    from caseweave.demo import write_example

    write_example(folder)
    click.echo(f"A fictional case is in {folder}: case.toml, family.xlsx and submissions.")
    made = folder / "outputs"
    made.mkdir(exist_ok=True)
    _do(context, "merge", folder, "-o", made / "integrated.xlsx")
    _do(context, "coverage", folder, "--child", "Ellis")
    _do(context, "genogram", folder, *_ON, "-o", made / "genogram.png")
    _do(context, "genogram", folder, *_ON, "-o", made / "genogram.svg")
    click.echo("\nThe whole pack for a panel takes a little longer.", nl=False)
    _do(context, "report", folder, "-o", made / "report", quiet=True)
    click.echo("\nOpen these:")
    for name, program in _OPEN.items():
        click.echo(f"  {made / name}  in {program}")
    click.echo("\nThe same for your own case: caseweave new my-case")
    return 0


def _do(context: click.Context, name: str, *words: str | Path, quiet: bool = False) -> None:
    """Run one command as a person would type it, its words shown first."""
    click.echo(f"\n> {' '.join(['caseweave', name, *map(_typed, words)])}")
    group = context.find_root().command
    assert isinstance(group, click.Group)
    command = group.get_command(context, name)
    assert command is not None
    hush = contextlib.redirect_stdout(io.StringIO()) if quiet else contextlib.nullcontext()
    with hush:
        command.main([str(word) for word in words], prog_name=name, standalone_mode=False)


def _typed(word: str | Path) -> str:
    return f'"{word}"' if " " in str(word) else str(word)
