"""Coverage on paper: what a panel finds of each child in Word and PDF."""

from __future__ import annotations

from dataclasses import replace

from chronology.exporters.paper.blocks import Cell, Paragraph, Picture, Table
from chronology.exporters.paper.brief import brief_blocks
from chronology.exporters.paper.coverage import coverage_blocks
from chronology.findings import Finding, Severity
from chronology.model import Chronology
from tests.chronology.small_chronology import chronology, entry, seen


def table_of_missed(told: Chronology) -> list[list[str]]:
    (table,) = (
        block for block in coverage_blocks(told)
        if isinstance(block, Table) and "recorded as missed" in block.caption
    )  # fmt: skip
    return [[words_of(cell) for cell in row.cells] for row in table.rows]


def words_of(cell: Cell) -> str:
    return "\n".join("".join(words.text for words in paragraph.words) for paragraph in cell)


def test_missed_contacts_stand_by_agency_and_kind_with_those_that_followed_one_another() -> None:
    told = chronology(
        entry(1, "HV", "1/3/21", event="Visit: no reply, card left."),
        entry(2, "HV", "9/3/21", event="Visit: no reply, card left."),
        entry(3, "HV", "12/3/21", seen("seen")),
        entry(4, "GP", "20/3/21", event="Theo WNB to clinic."),
    )
    assert table_of_missed(told) == [
        ["GP", "1", "0", "0", "0", "0", ""],
        ["HV", "0", "0", "2", "0", "0",
         "2: no access, no access; 01/03/2021 (ref 1) to 09/03/2021 (ref 2)"],
    ]  # fmt: skip


def test_where_no_contact_was_missed_that_is_said_of_the_files_given() -> None:
    told = coverage_blocks(chronology(entry(1, "GP", "1/3/21")))
    said = [words_of((b,)) for b in told if isinstance(b, Paragraph)]
    assert "No contact with Theo is recorded as missed in the files given." in said


def test_at_a_glance_the_longest_time_without_has_most_room_for_it_says_most() -> None:
    blocks = brief_blocks(chronology(entry(1, "HV", "1/3/21", seen("seen"))))
    (told,) = (b for b in blocks if isinstance(b, Table) and "longest time" in b.caption)
    *others, longest = told.widths
    assert longest > max(others)


def test_below_each_chart_stands_which_agency_sent_nothing() -> None:
    missing = "Police was expected and sent nothing."
    found = Finding(code="agency-not-received", severity=Severity.WARNING, message=missing)
    told = replace(chronology(entry(1, "GP", "1/3/21")), findings=(found,))
    drawn = [b.svg for b in coverage_blocks(told) if isinstance(b, Picture)]
    assert len(drawn) == 3
    assert all(missing in svg for svg in drawn)
