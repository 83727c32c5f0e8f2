"""Documents cannot drift: help is generated, and what they tell people to type is typed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from caseweave.cli import caseweave
from caseweave.commands import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def typed(text: str) -> list[str]:
    """The caseweave commands in the blocks marked as shell."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.S)
    return [line for block in blocks for line in block.splitlines() if line[:9] == "caseweave"]


def test_the_list_of_commands_is_current(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "docs" / "make.py"), str(tmp_path / "cli.md")]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    made = (tmp_path / "cli.md").read_text(encoding="utf-8")
    kept = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert kept == made, "docs/cli.md is not current: run make docs"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    command = caseweave.get_command(caseweave.make_context("caseweave", [name]), name)
    assert command
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert [o.name for o in options if not o.help] == []


def test_the_two_commands_of_a_fresh_clone_stand_on_the_first_screen_of_the_readme() -> None:
    first = README.splitlines()[:20]
    assert [line.split("#")[0].strip() for line in first if line.startswith("make ")] == [
        "make demo",
        "make test",
    ]


@pytest.mark.usefixtures("few", "each_text_read_once")
def test_every_command_of_the_readme_works_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submissions = ROOT / "examples" / "harbour-lane" / "submissions"
    for name in ("police.csv", "gp.xlsx"):
        shutil.copy(submissions / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    commands = typed(README)
    assert len(commands) >= 7
    for command in commands:
        done = CliRunner().invoke(caseweave, command.split()[1:], catch_exceptions=False)
        assert done.exit_code == 0, f"{command}\n{done.output}"
    assert {"integrated.xlsx", "genogram.png", "harbour-lane"} <= {
        p.name for p in tmp_path.iterdir()
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    heads = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_to_a_heading_lead_to_one(page: Path) -> None:
    for name, anchor in re.findall(r"\]\(([\w.-]*)#([^)\s]+)\)", page.read_text(encoding="utf-8")):
        assert anchor in anchors(page.parent / name if name else page), anchor


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_that_documents_name_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    code = re.findall(r"```\w*\n(.*?)```", text, re.S) + re.findall(r"`([^`\n]+)`", text)
    start = r"^(?:py -m |python -m |> )?caseweave ([a-z]+)\b"
    named = [name for part in code for name in re.findall(start, part, re.M)]
    assert set(named) <= set(COMMANDS)


def test_pictures_are_small_enough_to_keep() -> None:
    pictures = list((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    assert [p.name for p in pictures if p.stat().st_size > 300_000] == []
