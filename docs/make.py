"""Write docs/cli.md from the commands' own --help: python docs/make.py [FILE]"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from caseweave.cli import caseweave
from caseweave.commands import COMMANDS

CLI = Path(__file__).parent / "cli.md"
_WIDTH = 80
_ABOVE = """\
# Commands

What each command prints with `--help`, in the order of the day's work. Made by `make docs`.

What a command takes stands in its first line: FILES are agencies' files, or a case folder in their
place. Exit codes: 0 clean, 1 findings at or above the level asked for with `--fail-on`, 2 usage or
unreadable input, 3 a fault inside caseweave, 130 interrupted. `--json` prints findings for other
programs.
"""


def cli_words() -> str:
    """The whole of docs/cli.md."""
    group = caseweave.make_context("caseweave", [], resilient_parsing=True)
    parts = [_ABOVE, *(_section(group, name) for name in COMMANDS)]
    return "\n".join(parts)


def _section(group: click.Context, name: str) -> str:
    command = caseweave.get_command(group, name)
    assert command is not None
    context = click.Context(
        command, info_name=name, parent=group, terminal_width=_WIDTH, max_content_width=_WIDTH
    )
    return f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else CLI
    target.write_text(cli_words(), encoding="utf-8", newline="\n")
