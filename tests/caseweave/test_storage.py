"""A case written as JSON is the same case when it is read back."""

from __future__ import annotations

from pathlib import Path

import pytest

import genogram
from caseweave import storage
from chronology.dates import parse_when
from chronology.exporters.data import as_data, as_pieces
from chronology.findings import Unreadable
from chronology.merge import merge
from chronology.model import Case, Child, Chronology
from genogram.formats.workbook_writing import write_workbook
from genogram.model import Family, Household, LegalStatus, LinkKind, Parentage, Person, Union

CSV = """Date,Time,Event,Child seen,Outcome,Weather
04/03/2021,09:30,Home visit by the health visitor. Theo seen asleep in his cot.,Yes (asleep),NFA,dry
March 2021,,Letter from the school.,,,
,,Undated note about the family.,,,
30/02/2021,,Call from mother.,No,,
"""


def woven_from(folder: Path) -> Chronology:
    path = folder / "gp.csv"
    path.write_text(CSV, encoding="utf-8")
    return merge([path], Case(children=(Child(label="Theo", names=("TH",), subject=True),)))


def test_a_case_reads_back_as_the_same_data(tmp_path: Path) -> None:
    woven = woven_from(tmp_path)
    out = tmp_path / "case.json"
    storage.write(woven, out)
    assert as_data(storage.read(out)) == as_data(woven)


def test_a_json_that_is_no_case_is_refused_in_plain_words(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"entries": [{"id": 1}]}', encoding="utf-8")
    with pytest.raises(Unreadable, match="not in the open data form"):
        storage.read(other)


def test_the_family_in_a_case_json_is_the_family_of_its_file(tmp_path: Path) -> None:
    family = Family(
        persons=(
            Person(
                id="kit",
                name="Kit",
                subject=True,
                born=parse_when("about March 2015"),
                ethnicity="as recorded",
                disability="none known",
                labels=("a; b",),
                legal=(
                    LegalStatus(
                        status="Care order", start=parse_when("3 May 2020"), reference="court file"
                    ),
                ),
            ),
            Person(id="jo", name="Jo"),
        ),
        unions=(Union(id="u", partners=("jo",)),),
        parents=(Parentage(child="kit", union="u", kind=LinkKind.FOSTER, responsibility="Jo"),),
        households=(Household(id="Home 1", address="1 Sample Road", members=()),),
    )
    write_workbook(family, tmp_path / "family.xlsx")
    storage.write(woven_from(tmp_path), tmp_path / "case.json", tmp_path / "family.xlsx")
    assert genogram.read(tmp_path / "case.json")[0] == family


def test_a_case_is_written_in_small_pieces_that_are_the_whole_file(tmp_path: Path) -> None:
    woven, out = woven_from(tmp_path), tmp_path / "case.json"
    storage.write(woven, out)
    pieces = [*as_pieces(as_data(woven))]
    assert "".join(pieces) == out.read_text(encoding="utf-8")
    assert max(map(len, pieces)) < 500 < out.stat().st_size
