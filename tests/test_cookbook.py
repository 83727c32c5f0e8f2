"""The cookbook: every command is typed as it stands, in its order."""

import re
import shlex
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

import genogram
from caseweave.cli import caseweave
from caseweave.commands import COMMANDS
from chronology.exporters import charts

BOOK = (Path(__file__).parents[1] / "docs" / "cookbook.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", BOOK, re.S)
TYPED = [line for block in BLOCKS for line in block.splitlines()]


@pytest.mark.usefixtures("few", "each_text_read_once")
def test_every_recipe_works_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    # Drawn coarsely here, and with less search: how well is for other tests.
    monkeypatch.setattr(charts.png.__wrapped__, "__defaults__", (40,))
    request.addfinalizer(charts.png.cache_clear)
    monkeypatch.setattr(genogram, "lay_out", partial(genogram.lay_out, effort=1))
    for line in TYPED:
        done = CliRunner().invoke(caseweave, shlex.split(line)[1:], standalone_mode=False)
        assert done.exception is None, f"{line}: {done.exception}"
        assert done.return_value in (0, None), line
    for made in re.findall(r"-o (\S+)", BOOK):
        assert Path(made).exists(), made


def test_there_are_ten_recipes_and_each_has_a_command() -> None:
    recipes = re.split(r"^## \d+\. ", BOOK, flags=re.M)[1:]
    assert len(recipes) == 10
    assert all("```sh\ncaseweave " in recipe for recipe in recipes)


def test_every_command_that_is_typed_is_one() -> None:
    assert {line.split()[1] for line in TYPED} <= set(COMMANDS)
