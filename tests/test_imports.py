"""Arrows point down only: caseweave -> genogram -> chronology."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("chronology", "genogram", "caseweave")
FILES = sorted(p for package in PACKAGES for p in (ROOT / package).rglob("*.py"))
LATE = {"openpyxl", "xlsxwriter", "networkx", "pygraphviz", "rich", "lxml", "numpy", "rapidfuzz"}
TO_GENOGRAM = {
    "chronology.dates",
    "chronology.findings",
    "chronology.importers",
    "chronology.columns",
}
GROUPS = ("workbook_reading", "rows", "values", "events", "contacts", "review")
# Lower comes first. A module may take from those of its own level and from lower ones.
LEVELS = (
    {
        "apostrophes",
        "dates",
        "findings",
        "panel_notes",
        "phrases",
        "number_words",
        "ticks",
    },
    {"model"},
    {"importers"},
    {
        "columns",
        "misspelt",
        "column_check",
        "who_column",
        "date_column",
        "dated_words",
        "two_dates",
        "footers",
        "no_entries",
        "grouped",
        "lenses",
        "ordering",
        "record_of",
        "sender",
        "shown",
        "children_named",
        "unclear",
    },
    {
        "seen_columns",
        "views_column",
        "narrative",
        "seen",
        "combined",
        "remote_kinds",
        "screens",
        "carers",
        "marks",
        "agencies",
        "kinds",
        "readings_by_basis",
        "row_statements",
        "another_child",
        "own_place",
        "entry_dates",
    },
    {"normalise"},
)
SEEN = (
    {"wording"},
    {"who"},
    {"scene"},
    {"claims"},
    {"corrections"},
    {"learnt"},
    {"reading"},
    {"second_opinion"},
)


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Every module that a file names in an import, wherever in the file it stands."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return tuple(_named(tree, path))


def _named(tree: ast.AST, path: Path) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def package(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def tops(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


def files(of: str) -> list[Path]:
    return [p for p in FILES if package(p) == of]


def test_the_chronology_knows_nothing_of_genogram_or_caseweave() -> None:
    assert [p for p in files("chronology") if tops(p) & {"genogram", "caseweave"}] == []


def test_the_genogram_takes_dates_findings_and_table_reading_from_the_chronology() -> None:
    for path in files("genogram"):
        assert "caseweave" not in tops(path), path
        taken = {n for n in imports(path) if n.startswith("chronology.")}
        other = [n for n in taken if not any((n + ".").startswith(t + ".") for t in TO_GENOGRAM)]
        assert other == [], path


def test_only_caseweave_talks_to_a_terminal() -> None:
    assert [p for p in FILES if package(p) != "caseweave" and tops(p) & {"click", "rich"}] == []


def test_inside_the_chronology_a_lower_module_takes_nothing_from_a_higher_one() -> None:
    level = {name: number for number, names in enumerate(LEVELS) for name in names}
    for path in files("chronology"):
        mine = _level(path.relative_to(ROOT).with_suffix("").parts, level)
        for taken in imports(path):
            parts = taken.split(".")
            if parts[0] == "chronology" and parts[-1] not in ("chronology", *GROUPS):
                assert _level(parts, level) <= mine, f"{path} takes {taken}"


def test_the_folders_of_seen_take_only_from_earlier_ones() -> None:
    """In the order in which the head of the package names them."""
    level = {name: number for number, names in enumerate(SEEN) for name in names}
    for path in (p for p in files("chronology") if "seen" in p.parts):
        mine = _level(path.relative_to(ROOT).with_suffix("").parts, level)
        for taken in imports(path):
            parts = taken.split(".")
            if parts[:2] == ["chronology", "seen"] and level.keys() & {*parts}:
                assert _level(parts, level) <= mine, f"{path} takes {taken}"


def _level(parts: Sequence[str], level: Mapping[str, int]) -> int:
    """That of the first of the parts of a module's path that has one, and else the highest."""
    return next((level[part] for part in parts if part in level), len(LEVELS))


@pytest.mark.parametrize(
    "folder", [p.parent for p in FILES if p.name == "__init__.py"], ids=lambda p: p.name
)
def test_the_head_of_a_package_names_each_of_its_files_once(folder: Path) -> None:
    if folder.name == "commands":  # one file for each command, under the command's name
        return
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    here = {p.name for p in folder.glob("*.py") if not p.name.startswith("__")}
    assert sorted(re.findall(r"(?<![\w/])\w+\.py\b", told)) == sorted(here)


def test_nothing_is_imported_from_the_tests_or_the_checkout() -> None:
    assert [p for p in FILES if tops(p) & {"tests", "cli", "examples", "benchmarks"}] == []


@pytest.mark.parametrize("words", [["--help"], ["merge", "--help"], ["genogram", "--help"], []])
def test_help_waits_for_no_heavy_library(words: list[str]) -> None:
    script = (
        "import sys; sys.argv = ['caseweave', *sys.argv[1:]]\n"
        "from caseweave.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit: pass\n"
        "print('LOADED', *{m.partition('.')[0] for m in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        capture_output=True, text=True, check=True, cwd=ROOT, encoding="utf-8",
    )  # fmt: skip
    loaded = done.stdout.rpartition("LOADED")[2].split()
    assert set(loaded) & LATE == set()
