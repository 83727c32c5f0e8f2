"""docs/file-formats.md tells of every setting and every field, and its example is read."""

import json
import re
from pathlib import Path

import pytest

from caseweave import storage
from caseweave.case.case_file import FREE, ONCE, REPEATED
from caseweave.case_folder import read_case
from chronology.columns import FIELDS, field_of
from chronology.importers import READERS
from chronology.model import Child
from chronology.values.seen_columns import read_seen
from chronology.values.views_column import read_views
from tests.example_cases import HARBOUR_LANE, woven

GUIDE = (Path(__file__).parents[1] / "docs" / "file-formats.md").read_text(encoding="utf-8")
EXAMPLE = max(re.findall(r"```toml\n(.*?)```", GUIDE, re.S), key=len)
CHILDREN = (Child(label="Theo", subject=True), Child(label="Ruby"))


VIEWS = {
    "views recorded": "recorded",
    "sought but not given": "sought_but_not_given",
    "observed, no words": "observed",
}


def rows_under(heading: str) -> list[list[str]]:
    part = GUIDE.split(heading, 1)[1].split("\n#", 1)[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_every_reason_for_setting_a_row_of_a_sample_aside_stands_in_the_table() -> None:
    told = {reason for row in rows_under("### Rows") for reason in row[0].split(", ")}
    samples = (Path(__file__).parent / "chronology/importers/samples").glob("*.expected.txt")
    given = {
        re.sub(r"^\d+ ", "", part)
        for sample in samples
        for listed in re.findall(r"rows = \d+ entries \+ (.*)", sample.read_text("utf-8"))
        for part in re.sub(r" \[[^\]]*\]", "", listed).split(", ")  # their marks are no reason
        if part != "nothing"
    }
    assert given == told


def test_every_kind_of_file_stands_in_the_table_with_its_suffixes() -> None:
    suffixes = " ".join(row[1] for row in rows_under("## Files"))
    assert len(rows_under("## Files")) == len(READERS)
    for suffix in (".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".html", ".csv", ".tsv", ".txt"):
        assert suffix in suffixes


def test_the_example_case_file_shows_every_setting_and_is_read(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(EXAMPLE, "utf-8")
    (tmp_path / "submissions").mkdir()
    (tmp_path / "submissions" / "police.xlsx").write_text("x", "utf-8")
    case, _ = read_case(tmp_path)
    assert {f.code for f in case.findings} <= {"submission-not-found"}
    for section, shapes in (*ONCE.items(), *REPEATED.items()):
        for key in shapes:
            assert re.search(rf"^{key} = ", EXAMPLE, re.M), f"{section}: {key}"
    assert all(f"[{section}]" in EXAMPLE for section in (*ONCE, *REPEATED, *FREE))


def test_every_field_stands_in_the_table_with_headings_that_name_it() -> None:
    told: set[str] = set()
    for fields, _, headings in rows_under("## Columns"):
        names = re.findall(r"`(\w+)`", fields)
        told |= set(names)
        for heading in re.split(r"[;,] ", headings):
            assert field_of(heading)[0] in names, heading
    assert told == set(FIELDS)


@pytest.mark.parametrize("row", rows_under("### Columns about seen and views"), ids=str)
def test_each_answer_in_a_seen_column_is_read_as_the_table_says(row: list[str]) -> None:
    for text in re.findall(r"`([^`]+)`", row[0]):
        seen, remarks = read_seen(text, children=CHILDREN, of=["Theo"])
        value = seen["Theo"].value.value if "Theo" in seen else "nothing"
        assert row[1].startswith((value.replace("_", " "), "for each child")), text
        if "for each child" in row[1]:
            assert seen, text
        assert bool(remarks) == ("queried" in row[1]), text


@pytest.mark.parametrize("row", rows_under("### Columns of the child's views"), ids=str)
def test_each_answer_in_a_views_column_is_read_as_the_table_says(row: list[str]) -> None:
    for text in re.findall(r"`([^`]+)`", row[0]):
        views, remarks = read_views(text, children=CHILDREN, of="Theo")
        value = views["Theo"].value.value if "Theo" in views else ""
        assert value == VIEWS.get(row[1], ""), text
        assert bool(remarks) == (row[1].endswith(("queried", "noted"))), text


def test_every_field_of_the_open_data_form_stands_in_the_guide(tmp_path: Path) -> None:
    storage.write(woven(HARBOUR_LANE), tmp_path / "case.json", HARBOUR_LANE / "family.xlsx")
    told = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))
    entry, submission = told["entries"][0], told["submissions"][0]
    parts = [
        *(told, entry, entry["when"], submission, submission["sheets"][0], told["groups"][0]),
        *(told[name][0] for name in ("children", "differences", "patterns", "findings")),
        *(child for name in ("seen", "views") for child in entry[name].values()),
    ]
    named = set(re.findall(r"`(\w+)`", GUIDE.split("\n## The case in JSON", 1)[1]))
    assert {field for part in parts for field in part} <= named
