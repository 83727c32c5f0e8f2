"""A letter's tables: no question is lost, and each keeps its number and choices of the workbook."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from chronology import merge
from chronology.exporters.data import as_data
from chronology.exporters.paper import asked_tables
from chronology.model import Case, Child
from chronology.review.earlier_json import from_data
from chronology.review.questions import ANSWERS, Asks, Question, questions
from chronology.review.written_questions import enquiries, together

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


def test_every_question_is_a_row_under_its_number_in_the_workbook(
    asked: tuple[Question, ...],
) -> None:
    lines = asked_tables.to_answer(asked_tables.numbered(asked))
    assert [row[0] for row in lines.rows] == [str(n) for n in range(1, len(asked) + 1)]
    assert [row[3] for row in lines.rows] == [q.words for q in asked]
    assert any(q.asks is Asks.OWN_WORDS for q in asked)


def test_rows_about_one_entry_tell_of_it_once(asked: tuple[Question, ...]) -> None:
    lines = asked_tables.to_answer(asked_tables.numbered(asked))
    ids = [q.entry.id for q in asked]
    assert lines.same == {n for n in range(1, len(ids)) if ids[n] == ids[n - 1]}
    assert lines.same
    assert all((lines.rows[n][1:3] == ("", "")) == (n in lines.same) for n in range(len(ids)))


def test_each_row_offers_the_answers_that_the_workbook_offers(asked: tuple[Question, ...]) -> None:
    lines = asked_tables.to_answer(asked_tables.numbered(asked))
    assert [list(c) for c in lines.choices] == [list(ANSWERS[q.what]) for q in asked]


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


def test_a_case_read_from_its_data_form_names_every_row_too(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    rows = "".join(f"{n:02d}/03/2021,Home visit.,N\n" for n in range(1, 13))
    path.write_text(f"Date,Event,Child seen\n{rows}", encoding="utf-8")
    made = merge([path], Case(children=CHILDREN), agency="Police")
    again = from_data(json.loads(json.dumps(as_data(made))), "case.json")
    assert [e.told for e in enquiries(again, "Police")] == [
        e.told for e in enquiries(made, "Police")
    ]


def test_what_is_asked_in_the_same_words_of_several_rows_is_asked_once_naming_them_all(
    tmp_path: Path,
) -> None:
    path = tmp_path / "police.csv"
    cells = ("Y/N", "See notes", "Y/N", "Yes", "Y/N", "See notes")
    rows = "".join(f"{n:02d}/03/2021,Home visit.,{c}\n" for n, c in enumerate(cells, 1))
    path.write_text(f"Date,Event,Child seen\n{rows}", encoding="utf-8")
    made = merge([path], agency="Police")
    asked = enquiries(made, "Police")
    told = [line[2] for line in asked_tables.in_writing(together(asked)).rows]
    assert len(asked) == 5
    assert told == [
        "police.csv. Rows 2, 4 and 6: 'Y/N' does not say plainly whether the child was seen; left "
        "as not recorded. Please say what is meant, row by row if it differs.",
        "police.csv. Rows 3 and 7: 'See notes' does not say plainly whether the child was seen; "
        "left as not recorded. Please say what is meant, row by row if it differs.",
    ]


def test_what_is_asked_of_one_row_alone_keeps_its_words_and_its_entry(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    path.write_text("Date,Event,Child seen\n01/03/2021,Home visit.,Y/N\n", encoding="utf-8")
    asked = enquiries(merge([path], agency="Police"), "Police")
    assert together(asked) == asked


@pytest.mark.parametrize(
    ("labels", "told_apart"),
    [
        (("Maximilian-Alexander", "Wilhelmina-Rose", "Bartholomew", "Anastasia-Genevieve",
          "Baby Featherstonehaugh"), True),
        (("Featherstonehaugh A", "Featherstonehaugh B", "Featherstonehaugh C",
          "Featherstonehaugh D", "Featherstonehaugh E"), False),
    ],
)  # fmt: skip
def test_long_names_of_children_leave_room_for_what_is_asked(
    tmp_path: Path, labels: tuple[str, ...], told_apart: bool
) -> None:
    path = tmp_path / "police.csv"
    path.write_text("Date,Event\n01/03/2021,Home visit.\n", encoding="utf-8")
    children = tuple(Child(label=label, subject=True) for label in labels)
    made = merge([path], Case(children=children), agency="Police")
    asked = [replace(q, child=label) for q in questions(made, "Police")[:1] for label in labels]
    table = asked_tables.counts(asked, children)
    assert table.widths[0] >= 34
    assert abs(sum(table.widths) - asked_tables.UPRIGHT) < 0.1
    assert (table.heads[1:-1] == labels) is told_apart
    assert all(len(row) == len(table.heads) == len(table.widths) for row in table.rows)
    assert sum(int(row[-1]) for row in table.rows) == len(asked)
