"""Every row of every example file is an entry or set aside; the rows are counted by other means."""

from __future__ import annotations

import csv
import datetime as dt
import re
import sys
import zipfile
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import openpyxl
import pytest

import genogram
from caseweave.case_folder import read_case
from chronology.exporters import write
from tests.example_cases import EXAMPLES, woven

CASES = [p.parent for p in sorted(EXAMPLES.glob("*/case.toml"))]
FILES = [f for case in CASES for f in sorted((case / "submissions").iterdir())]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows_by_other_means(path: Path) -> dict[str, list[int]]:
    """The numbers of the rows that hold anything, by sheet: without our readers' libraries."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            records = enumerate(csv.reader(file), start=1)
            return {path.stem: [n for n, record in records if any(map(str.strip, record))]}
    return dict(_sheets(path))


def _sheets(path: Path) -> Iterator[tuple[str, list[int]]]:
    with zipfile.ZipFile(path) as package:
        book = ElementTree.fromstring(package.read("xl/workbook.xml"))
        for number, sheet in enumerate(book.iter(f"{MAIN}sheet"), start=1):
            tree = ElementTree.fromstring(package.read(f"xl/worksheets/sheet{number}.xml"))
            rows = [r for r in tree.iter(f"{MAIN}row") if any(c.text for c in r.iter(f"{MAIN}v"))]
            yield sheet.attrib["name"], [int(r.attrib["r"]) for r in rows]


def ids(path: Path) -> str:
    return path.relative_to(EXAMPLES).as_posix()


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_rows_found_are_entries_and_rows_set_aside(path: Path) -> None:
    counted = rows_by_other_means(path)
    chronology = woven(path.parents[1])
    sheets = next(s for s in chronology.submissions if s.file == path.name).sheets
    assert [s.name for s in sheets] == list(counted)
    for sheet in sheets:
        filled = counted[sheet.name]
        aside = {a.row: a.reason for a in sheet.set_aside}
        entries = [
            e.at.row
            for e in (*chronology.entries, *chronology.superseded)
            if (e.at.file, e.at.sheet) == (path.name, sheet.name)
        ]
        assert sheet.rows == max(filled)
        assert sorted([*entries, *aside]) == list(range(1, max(filled) + 1))
        assert set(filled).isdisjoint(row for row, reason in aside.items() if reason == "blank")


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_the_sources_sheet_shows_the_count(case: Path, tmp_path: Path) -> None:
    write(woven(case), tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Sources"]
    head, *lines = ([str(v) for v in row] for row in sheet.iter_rows(values_only=True))
    at = {name: head.index(name) for name in ("File", "Sheet", "Rows found", "Entries")}
    shown = {
        (line[at["File"]], line[at["Sheet"]]): int(line[at["Rows found"]])
        for line in lines
        if line[at["Rows found"]].isdigit()
    }
    assert shown == {
        (path.name, name): max(rows)
        for path in FILES
        if path.parents[1] == case
        for name, rows in rows_by_other_means(path).items()
    }


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_the_examples_are_made_from_their_sources(case: Path, tmp_path: Path) -> None:
    maker().make(case.name, tmp_path)
    made = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    kept = {p.relative_to(case): p.read_bytes() for p in case.rglob("*") if p.is_file()}
    assert sorted(made) == sorted(kept)
    assert [name.as_posix() for name in made if _parts(made[name]) != _parts(kept[name])] == []


def maker() -> ModuleType:
    if str(EXAMPLES) not in sys.path:
        sys.path.append(str(EXAMPLES))  # make.py is run as a script and finds fragments.py there
    spec = spec_from_file_location("make_examples", EXAMPLES / "make.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _parts(content: bytes) -> object:
    """A workbook part by part, so that another version of zlib makes no difference."""
    import io

    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_harbour_lane_holds_what_a_real_case_holds() -> None:
    chronology = woven(EXAMPLES / "harbour-lane")
    entries = chronology.entries
    days = [e.when.start for e in entries if e.when.start]
    assert len(entries) >= 180
    assert len({e.agency for e in entries}) == 5
    assert max(days) - min(days) > dt.timedelta(days=3 * 365)
    undated = {(e.at.file, e.when.text) for e in entries if not e.when.start and not e.when.end}
    assert undated == {("school.xlsx", ""), ("health-visitor.xlsx", "30/02/2023")}
    assert any("struck" in mark for e in entries for mark in e.marks)
    assert any(mark.startswith("comment") for e in entries for mark in e.marks)
    assert [f.message for f in chronology.findings if f.code == "agency-not-received"] == [
        "No chronology received from: Maternity."
    ]


def test_mill_terrace_is_a_large_case() -> None:
    chronology = woven(EXAMPLES / "mill-terrace")
    assert len(chronology.entries) >= 800
    assert len({e.agency for e in chronology.entries}) == 10
    assert [c.label for c in chronology.case.children if c.subject] == ["Kai", "Lacey"]
    words = [e.event for e in chronology.entries]
    assert len(set(words)) / len(words) > 0.85


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_the_families_fit(case: Path) -> None:
    family, findings = genogram.read(case / "family.xlsx")
    assert [f.message for f in findings] == []
    assert len(family.persons) >= 15
    assert any(p.pregnancy for p in family.persons)


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_families_are_drawn_as_they_were_on_the_day_of_the_incident(
    case: Path, tmp_path: Path
) -> None:
    family, _ = genogram.read(case / "family.xlsx")
    layout = genogram.lay_out(family, read_case(case)[0].review.incident)
    genogram.draw(layout, tmp_path / "genogram.svg")
    drawn = (tmp_path / "genogram.svg").read_text(encoding="utf-8")
    assert all(p.name.split()[0] in drawn for p in family.persons if p.subject)


def test_nothing_in_the_examples_could_reach_anybody() -> None:
    """No e-mail or web address but reserved ones; no telephone number or postcode at all."""
    for path in sorted((EXAMPLES / "sources").rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", text) == [], path.name
        assert re.findall(r"(?<!\d)0\d{3,4} ?\d{3} ?\d{3,4}(?!\d)", text) == [], path.name
        for host in re.findall(r"[@/]([\w-]+\.(?:com|org|uk|net|gov)[\w.]*)", text):
            assert host.endswith(("example.com", "example.org", "example.net")), path.name


def test_a_whole_case_is_seldom_read_as_seen_where_it_does_not_say_so() -> None:
    """The worst mistake; evaluation/example.py lists each. Labels: evaluation/harbour-lane.txt."""
    spec = spec_from_file_location("example", EXAMPLES.parent / "evaluation" / "example.py")
    assert spec
    assert spec.loader
    example = module_from_spec(spec)
    spec.loader.exec_module(example)
    readings = list(example.readings())
    sighted = [r for r in readings if r[1] in ("seen", "seen_alone")]
    false = [r for r in sighted if r[0] in ("not_seen", "not_recorded")]
    right = [r for r in readings if r[0] == r[1]]
    assert len(sighted) > 90
    assert len(false) / len(sighted) < 0.06
    assert len(right) / len(readings) > 0.9
