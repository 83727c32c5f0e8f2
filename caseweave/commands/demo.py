"""`caseweave demo`: the example case, and the day's work done on it before one's eyes."""

from __future__ import annotations

from pathlib import Path

import click

from caseweave.commands import COMMANDS

# What is made of the example, where this version can write it, and what opens it.
_WOVEN = {
    "integrated.xlsx": "a spreadsheet program",
    "integrated.docx": "a word processor",
    "integrated.pdf": "a PDF viewer",
    "page.html": "a web browser",
}
_ON = ("--on", "18/10/2024")  # the family on the day of the incident
_DRAWN = {"genogram.svg": "a web browser", "genogram.png": "an image viewer"}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default="harbour-lane")
@click.pass_context
def demo(context: click.Context, folder: Path) -> int:
    """Write a fictional case into FOLDER and do the day's work on it.

    Every person, place and agency in it is invented. FOLDER is harbour-lane if you name none.

    Example:  caseweave demo
    """
    from caseweave.example import write_example
    from caseweave.outputs import known_suffixes

    write_example(folder)
    click.echo(f"A fictional case is in {folder}: case.toml, family.xlsx and submissions.")
    made = folder / "outputs"
    made.mkdir(exist_ok=True)
    woven = [name for name in _WOVEN if Path(name).suffix in known_suffixes()]
    _do(context, "merge", folder, "-o", made / woven[0])
    _do(context, "coverage", folder)
    for name in (*woven[1:], "case.json"):
        _do(context, "merge", folder, "-o", made / name, quiet=True)
    for name in _DRAWN:
        _do(context, "genogram", folder, *_ON, "-o", made / name, quiet=name != "genogram.png")
    click.echo("\nOpen these:")
    for name, program in {n: (_WOVEN | _DRAWN)[n] for n in (*woven, *_DRAWN)}.items():
        click.echo(f"  {made / name}  in {program}")
    click.echo("\nThe same for your own case: caseweave new my-case")
    return 0


def _do(context: click.Context, name: str, *words: str | Path, quiet: bool = False) -> None:
    """Run one command as a person would type it, its words shown first."""
    import contextlib
    import io

    click.echo(f"\n> {' '.join(['caseweave', name, *map(_typed, words)])}")
    group = context.find_root().command
    assert isinstance(group, click.Group)
    assert name in COMMANDS
    command = group.get_command(context, name)
    assert command is not None
    hush = contextlib.redirect_stdout(io.StringIO()) if quiet else contextlib.nullcontext()
    with hush, contextlib.redirect_stderr(io.StringIO()) if quiet else contextlib.nullcontext():
        command.main([str(word) for word in words], prog_name=name, standalone_mode=False)


def _typed(word: str | Path) -> str:
    return f'"{word}"' if " " in str(word) else str(word)
