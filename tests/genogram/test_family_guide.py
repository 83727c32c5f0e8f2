"""docs/file-formats.md tells of every column, tag, word and field of a family, as they are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from genogram.formats import words
from genogram.formats.data import ONE_OF_EACH, to_data
from genogram.formats.family_dates import when_from
from genogram.formats.gedcom_words import FACTS, ID, OWN_TAGS
from genogram.formats.relations import relation_of
from genogram.formats.workbook_writing import SHEETS

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "file-formats.md").read_text(encoding="utf-8").split("## The family\n")[1]


def part(heading: str) -> str:
    return GUIDE.split(f"### {heading}\n", 1)[1].split("\n### ", 1)[0]


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_column_of_the_workbook_is_told_with_its_choices_and_is_read(sheet: str) -> None:
    told = part("The family workbook")
    kind = words.SHEETS[sheet.casefold()]
    for column in SHEETS[sheet]:
        assert re.search(rf"\b{column.heading}\b", told), column.heading
        assert all(choice in told for choice in column.choices)
        assert column.heading.casefold() in words.FIELDS[kind][column.field]


def test_every_tag_and_fact_of_our_own_is_told() -> None:
    told = part("GEDCOM")
    for word in (*OWN_TAGS, *FACTS.values(), ID):
        assert word in told, word


def test_every_relation_in_the_guide_is_known_but_the_last() -> None:
    table = part("A table of family composition").split("| relationship | what it makes |")[1]
    *known, last = [row[0] for row in rows(table) if not row[0].startswith("---")]
    assert last == "anything else"
    for cell in known:
        for told in cell.split(", "):
            assert relation_of(told).word, told


def test_every_date_in_the_guide_is_read() -> None:
    for row in rows(part("Dates of families"))[1:]:
        for text in row[0].split(", "):
            assert when_from(text).start or when_from(text).end, text


def test_every_field_of_the_json_is_told() -> None:
    told = {row[0].strip("`"): row[1] for row in rows(part("The family in JSON"))[1:]}
    for name, several in to_data(ONE_OF_EACH).items():
        for field in several[0]:
            assert f"`{field}`" in told[name], f"{name}: {field}"
