"""Reading a family: what the file is decides the reader."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from chronology import importers
from chronology.findings import Finding, NoTable, Unreadable
from chronology.importers.open_form import read_form
from chronology.importers.rows import PARAGRAPHS, Table, rows_aside
from genogram.checks import check
from genogram.formats import (
    composition,
    data,
    family_list,
    gedcom,
    gedcom_lines,
    workbook_reading,
)
from genogram.formats.cell_places import Places
from genogram.model import Family
from genogram.undrawable import without_undrawable

_PROGRAMS = {
    ".gno": "GenoPro",
    **dict.fromkeys((".ftm", ".ftmb"), "Family Tree Maker"),
    **dict.fromkeys((".rmgc", ".rmtree"), "RootsMagic"),
    **dict.fromkeys((".gramps", ".gpkg"), "Gramps"),
    ".fdb": "Legacy Family Tree",
    ".paf": "Personal Ancestral File",
}
"""Files of family tree programs by their suffix; each of these programs writes GEDCOM."""


def read(path: Path) -> tuple[Family, tuple[Finding, ...]]:
    """Read a family workbook, GEDCOM or JSON file; raises Unreadable with what to do.

    Links that name nobody known are left out of the family, each with a finding.
    """
    family, findings, places = _as_recorded(path)
    whole, left_out = without_undrawable(family, path.name, places)
    return whole, (*findings, *left_out, *check(whole, path.name, places))


def _as_recorded(path: Path) -> tuple[Family, tuple[Finding, ...], Places]:
    if path.suffix.casefold() == ".json" and path.is_file():
        return *data.from_data(_json(path), path.name), Places()
    if path.is_file() and (path.suffix.casefold() in (".ged", ".gdz") or _begins_as_gedcom(path)):
        return *gedcom.read(path), Places()
    if (program := _PROGRAMS.get(path.suffix.casefold())) and path.is_file():
        raise Unreadable(
            f"{path.name} is a family of {program}, in a form that only {program} reads.",
            f"Open it in {program}, export the family as GEDCOM (.ged) and name that file.",
        )
    found = _tables(path)
    if not workbook_reading.has_ties(found) and (chosen := composition.compositions(found)):
        return composition.read_composition(chosen, path.name, found)
    if workbook_reading.is_family(found) and not family_list.headless(found):
        return workbook_reading.read_tables(found, path.name)
    if lines := family_list.listed(found):
        table, said = lines
        family, findings, places = composition.read_composition((table,), path.name, (table,))
        return family, (replace(said, file=path.name), *findings), places
    if workbook_reading.is_family(found):
        return workbook_reading.read_tables(found, path.name)
    raise Unreadable(
        f"{path.name} has no sheet of people, and no table of family composition.",
        "Name its sheets People, Partnerships, Parents and Households, or give one table the "
        "headings Name and Relationship to child, or lines such as 'Mother: Jo Sample, 1990'.",
    )


def _tables(path: Path) -> tuple[Table, ...]:
    """The tables of a file; the paragraphs of a document without one as one of a cell a row."""
    try:
        return importers.read(path).tables
    except NoTable as fault:
        rows = rows_aside(fault.paragraphs, "")
        table = Table(name=PARAGRAPHS, rows=rows)
        if family_list.listed((table,)) is None:
            raise
        return (table,)


def _begins_as_gedcom(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return gedcom_lines.is_gedcom(file.read(200))
    except OSError:  # the reader of tables says what is wrong
        return False


def _json(path: Path) -> data.Data:
    told = read_form(
        path,
        "Put that place right and try again, or enter the family in a workbook (caseweave new "
        "makes a blank one).",
    )
    return told if isinstance(told, dict) else {}
