"""The command line. Each command is a file in caseweave/commands, imported when it is asked for."""

from __future__ import annotations

import os
from importlib import import_module

try:
    import click

    from caseweave import console, version
    from caseweave.commands import COMMANDS
except KeyboardInterrupt:  # while it starts; once it has, console.run sees to it
    raise SystemExit(130) from None


class Late(click.Group):
    """Commands by name from `COMMANDS`: starting one does not wait for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None for a name that is not one."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"caseweave.commands.{cmd_name}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List them without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"caseweave, version {version('of the checkout, not installed')}")
        context.exit()


@click.group(
    cls=Late,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.pass_context
def caseweave(context: click.Context) -> None:
    """Weave agencies' chronologies into one, and say on every entry whether the child was seen."""
    from caseweave.case.passwords import to_try
    from chronology.importers import GIVEN

    GIVEN.set(to_try)
    if context.invoked_subcommand is None:
        console.days_work()


def main() -> None:
    """Run the command line; the one place where problems become words and exit codes."""
    # The networks' products are small: threads that wait for each other cost more than they bring.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is first loaded
    console.run(caseweave)
