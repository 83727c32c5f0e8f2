"""A letter's tables: no question is lost, and each keeps its number in the workbook."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from chronology import merge
from chronology.enquiries import enquiries
from chronology.exporters import asked_tables
from chronology.exporters.data import as_data
from chronology.model import Case, Child
from chronology.questions import Asks, Question, questions
from chronology.stored import from_data

CHILDREN = (Child(label="Theo", subject=True), Child(label="Ruby", subject=True))
ROWS = """Date,Event,Child seen
01/03/2021,Home visit to the family.,
04/05/2021,Home visit. Theo and Ruby at home.,Yes (both)
06/05/2021,Home visit. Theo was at school and was not seen.,Yes (Theo)
04/01/2020,Visit to Theo and Ruby.,
"""


@pytest.fixture
def asked(tmp_path: Path) -> tuple[Question, ...]:
    path = tmp_path / "police.csv"
    path.write_text(ROWS, encoding="utf-8")
    return questions(merge([path], Case(children=CHILDREN), agency="Police"), "Police")


def told(words: str) -> list[int]:
    """The numbers that "8, 9" or "8 to 11" stand for."""
    found: list[int] = []
    for part in words.split(", "):
        first, _, last = part.partition(" to ")
        found += range(int(first), int(last or first) + 1)
    return found


def test_every_question_stands_in_one_table_or_the_other(asked: tuple[Question, ...]) -> None:
    lines = asked_tables.numbered(asked)
    rows = (*asked_tables.silent(lines).rows, *asked_tables.apart(lines).rows)
    found = [n for row in rows if len(row) > 1 for n in told(row[0])]
    assert sorted(found) == list(range(1, len(asked) + 1))
    assert any(q.asks is Asks.OWN_WORDS for q in asked)


def test_entries_stand_by_year_under_how_much_is_asked(asked: tuple[Question, ...]) -> None:
    bands = [r[0] for r in asked_tables.silent(asked_tables.numbered(asked)).rows if len(r) == 1]
    assert [re.sub(r"\d+ questions?", "N", b) for b in bands] == [
        "2020: N about 1 entry",
        "2021: N about 3 entries",
    ]


def test_the_first_table_counts_them_all(asked: tuple[Question, ...]) -> None:
    rows = asked_tables.counts(asked, CHILDREN).rows
    assert sum(int(row[-1]) for row in rows) == len(asked)
    assert all(sum(map(int, row[1:-1])) == int(row[-1]) for row in rows)


def test_an_agency_is_told_every_row_that_it_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    rows = "".join(f"{n:02d}/03/2021,Home visit.,N\n" for n in range(1, 13))
    path.write_text(f"Date,Event,Child seen\n{rows}", encoding="utf-8")
    made = merge([path], Case(children=CHILDREN), agency="Police")
    asked = next(e for e in enquiries(made, "Police") if "does not say which child" in e.words)
    assert "12 rows (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)" in asked.words


def test_a_sheet_is_named_once_where_all_rows_stand_in_it(asked: tuple[Question, ...]) -> None:
    lines = asked_tables.numbered(asked)
    assert asked_tables.only_sheet(asked) == "police"
    assert all(row[2].isdigit() for row in asked_tables.silent(lines).rows if len(row) > 1)
    entry = asked[0].entry
    moved = replace(entry, at=replace(entry.at, sheet="2021"))
    mixed = (replace(asked[0], entry=moved), *asked[1:])
    rows = asked_tables.silent(asked_tables.numbered(mixed)).rows
    assert any("of sheet 2021" in row[2] for row in rows if len(row) > 1)


def test_a_case_read_from_its_data_form_names_every_row_too(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    rows = "".join(f"{n:02d}/03/2021,Home visit.,N\n" for n in range(1, 13))
    path.write_text(f"Date,Event,Child seen\n{rows}", encoding="utf-8")
    made = merge([path], Case(children=CHILDREN), agency="Police")
    again = from_data(json.loads(json.dumps(as_data(made))), "case.json")
    assert [e.told for e in enquiries(again, "Police")] == [
        e.told for e in enquiries(made, "Police")
    ]
