"""Whose contact was missed: by the words that say so, else by whose record they stand in."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from chronology import merge
from chronology.contacts.missed import missed_contacts
from chronology.model import Case, Child, Declared, Person
from tests.chronology.labelled_texts import texts

CHILDREN = (
    Child(label="Theo", names=("Theo Marlowe",), subject=True),
    Child(label="Ruby", names=("Ruby Marlowe",)),
)
OLDER = (
    Child(label="Orla", names=("Orla Marlowe",)), Child(label="Finn", names=("Finn Marlowe",)),
)  # fmt: skip
PEOPLE = (
    Person(label="Mother", names=("Kayleigh Marlowe",), role="mother"),
    Person(label="Mr Tollers", names=("Dean Tollers",), role="mother's partner"),
)
ROWS = texts("contacts/missed.txt", 3)


def written(folder: Path, agency: str, record_of: str, *events: str) -> Declared:
    """A file of an agency's with these events, a few days from one another."""
    file = f"{agency} {record_of}.csv".replace("-", "undeclared").replace(",", " and")
    first = dt.date(2020, 1, 1)
    with (folder / file).open("w", newline="", encoding="utf-8") as out:
        rows = [(f"{first + dt.timedelta(days=n):%d/%m/%Y}", e) for n, e in enumerate(events)]
        csv.writer(out).writerows([("Date", "Event"), *rows])
    return Declared(file=file, agency=agency, record_of=record_of.strip("-"))


def whose(
    folder: Path, children: tuple[Child, ...], *files: Declared
) -> dict[tuple[str, ...], str]:
    """By agency, record and event, who missed it and how."""
    case = Case(children=children, people=PEOPLE, declared=files)
    told = merge([folder / d.file for d in files], case)
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for child in children:
        for m in missed_contacts(told, child):
            found.setdefault((m.entry.at.file, m.entry.event), {})[child.label] = m.kind.value
    return {key: _in_words(kinds, len(children)) for key, kinds in found.items()}


def _in_words(kinds: dict[str, str], children: int) -> str:
    if len(kinds) == children and len({*kinds.values()}) == 1:
        return f"all {next(iter(kinds.values()))}"
    return ", ".join(f"{label} {kind}" for label, kind in kinds.items())


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], str]:
    folder = tmp_path_factory.mktemp("missed")
    files: dict[tuple[str, str], list[str]] = {}
    for agency, record_of, _, event in (row.values for row in ROWS):
        files.setdefault((agency, record_of), []).append(event)
    declared = [written(folder, agency, of, *events) for (agency, of), events in files.items()]
    return whose(folder, CHILDREN, *declared)


@pytest.mark.parametrize(("agency", "record_of", "missed", "event"), ROWS)
def test_a_name_says_whose_it_was_and_else_the_record_does(
    table: dict[tuple[str, ...], str], agency: str, record_of: str, missed: str, event: str
) -> None:
    file = f"{agency} {record_of}.csv".replace("-", "undeclared").replace(",", " and")
    assert table.get((file, event), "nobody") == missed


@pytest.mark.parametrize(
    ("event", "missed"),
    [
        ("Orla and Finn DNA dental check.", "Orla did not attend, Finn did not attend"),
        ("Finn's review cancelled by surgery.", "Finn cancelled"),
        ("Mother refused to let me see Orla.", "Orla refused"),
        ("Was not brought. Sister Ruby had a cold.", "Theo was not brought"),
    ],
)
def test_of_four_children_those_are_meant_whom_it_names(
    tmp_path: Path, event: str, missed: str
) -> None:
    found = whose(tmp_path, (*CHILDREN, *OLDER), written(tmp_path, "GP", "Theo", event))
    assert [*found.values()] == [missed]


def test_the_name_of_nobody_known_may_be_a_childs_where_the_case_names_no_child(
    tmp_path: Path,
) -> None:
    child = (Child(label="Subject child", subject=True),)
    found = whose(tmp_path, child, written(tmp_path, "GP", "household", "Wren did not attend."))
    assert [*found.values()] == ["all did not attend"]


def test_an_appointment_with_dna_in_the_column_of_outcomes_was_missed(tmp_path: Path) -> None:
    path = tmp_path / "camhs.csv"
    path.write_text(
        "Date,Event,Outcome\n01/03/2021,Appointment.,DNA\n08/03/2021,Appointment.,Attended\n"
        "15/03/2021,Appointment.,DNA policy explained to mother by telephone\n",
        encoding="utf-8",
    )
    declared = (Declared(file="camhs.csv", agency="CAMHS", record_of="child"),)
    told = merge([path], Case(children=CHILDREN, declared=declared))
    assert [m.entry.at.row for m in missed_contacts(told, CHILDREN[0])] == [2]
    assert not missed_contacts(told, CHILDREN[1])
