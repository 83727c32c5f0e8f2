"""The workbook of a case as its panel types in it between two merges."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl
from openpyxl import Workbook

from tests.case_folder import GP_AND_POLICE, case_folder, heads, run

CASE = f"""
[[children]]
label = "Theo"
subject = true
{GP_AND_POLICE}"""
GP = """Date,Event,Outcome,Child seen
01/03/2021,Visit to the home about the damp in the bedroom.,,
02/03/2021,Surgery. Repeat prescription for eczema.,,Yes
03/03/2021,Surgery. Review of the hearing test.,,
"""
POLICE = "Date,Event\n05/03/2021,Officers called to the flat by a neighbour.\n"


def noted_case(folder: Path) -> Path:
    """A case that was merged once, to out.xlsx and case.json."""
    for name, content in _noted_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@cache
def _noted_files() -> dict[str, bytes]:
    """The files of such a case, merged once for all tests."""
    with tempfile.TemporaryDirectory() as place:
        made = case_folder(Path(place) / "case", CASE, {"gp.csv": GP, "police.csv": POLICE})
        merged_again(made)
        paths = [p for p in made.rglob("*") if p.is_file()]
        return {p.relative_to(made).as_posix(): p.read_bytes() for p in paths}


def merged_again(case: Path, *more: str | Path) -> dict[str, str]:
    """The review notes in the workbook after a merge into it, each by the words of its entry."""
    run("merge", case, "-o", case / "out.xlsx", "-o", case / "case.json", *more)
    return notes(case)


def notes(case: Path, kind: str = "review_notes") -> dict[str, str]:
    told = json.loads((case / "case.json").read_text(encoding="utf-8"))
    event = {e["id"]: e["event"] for e in told["entries"]}
    return {event.get(n["entry"], ""): n["words"] for n in told["notes"] if n["kind"] == kind}


def typed(book: Path, row: int, heading: str, words: str) -> str:
    """Type into the workbook, and the words of the entry typed beside."""
    told = openpyxl.load_workbook(book)
    sheet = told["Chronology"]
    sheet.cell(row, heads(sheet)[heading]).value = words
    told.save(book)
    return str(sheet.cell(row, heads(sheet)["Event"]).value)


def rewritten(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def kept(case: Path) -> list[tuple[str, str, str]]:
    """The sheet Notes kept: the words of the entry, where it was typed, and what."""
    book = openpyxl.load_workbook(case / "out.xlsx")
    lines = (
        book["Notes kept"].iter_rows(min_row=2, values_only=True) if "Notes kept" in book else ()
    )
    return [(str(line[3] or ""), str(line[4]), str(line[5])) for line in lines]


def changed(book: Path, change: Callable[[Workbook], None]) -> None:
    told = openpyxl.load_workbook(book)
    change(told)
    told.save(book)


def column_of_ones_own(book: Workbook) -> None:
    sheet = book["Chronology"]
    sheet.cell(1, sheet.max_column + 1).value = "Author's thoughts"
    sheet.cell(2, sheet.max_column).value = "Compare page 4"
