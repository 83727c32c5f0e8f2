"""A broken .json is told in plain words: where, what, and what to do."""

from pathlib import Path

import pytest

import genogram
from caseweave import storage
from chronology.findings import Unreadable
from chronology.review.earlier import read_earlier

FORM = "family.json: the family is not in the open data form"


def said(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        genogram.read(path)
    assert refused.value.remedy
    return refused.value.message


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ('{"persons": [],}', "line 1, column 16", "a comma too many stands before it"),
        ('{"persons": [\n{"id": "t",}]}', "line 2, column 12", "a comma too many"),
        ('{"persons": [1,]}', "line 1, column 16", "a comma too many stands before it"),
        ('{"persons": []\n"unions": []}', "line 2, column 1", "a comma is missing before this"),
        ('{"a": "he said "no" to"}', "line 1, column 17", "a quotation mark stands within words"),
        ('{"persons" []}', "line 1, column 12", "a colon is missing here"),
        ("{persons: []}", "line 1, column 2", "a name in straight double quotation marks"),
        ('{"id": Theo}', "line 1, column 8", "words stand in straight double quotation marks"),
        ('{"id": \u201cTheo\u201d}', "line 1, column 8", "a curly quotation mark stands here"),
        ('{"id": "The\no"}', "line 1, column 12", "a line ends, or a tab stands"),
        ('{"id": "C:\\Theo"}', "line 1, column 11", "a backslash stands here"),
        ('{"persons": []}}', "line 1, column 16", "the file goes on after its end"),
        ('{"persons": [{"id": "t"', "", "breaks off before its end"),
        ('{"persons": [{"id": "t', "", "breaks off before its end"),
        ("", "", "holds nothing at all"),
        ("[" * 100_000, "", "holds lists within lists without end"),
    ],
)
def test_where_a_file_stops_being_json_is_said_with_what_is_wrong_there(
    tmp_path: Path, text: str, where: str, what: str
) -> None:
    path = tmp_path / "family.json"
    path.write_text(text, encoding="utf-8")
    message = said(path)
    assert where in message
    assert what in message
    for read in (storage.read, read_earlier):
        with pytest.raises(Unreadable, match=r"case\.json"):
            read(path.replace(tmp_path / "case.json"))
        (tmp_path / "case.json").replace(path)


def test_a_file_that_is_not_stored_as_utf_8_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "family.json"
    path.write_text('{"persons": [{"id": "Zo\u00eb"}]}', encoding="cp1252")
    assert said(path) == "family.json is no JSON file: its letters are not stored as UTF-8."


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"persons": [{"id": "a"}, {"name": "Theo"}]}', "persons, number 2: 'id' is missing"),
        ('{"persons": ["Theo"]}', "persons, number 1: no record in {}"),
        ('{"persons": "Theo"}', "persons is no list in square brackets"),
        (
            '{"persons": [], "households": [{"id": "h", "members": [{"from": "2020"}]}]}',
            "households, number 1: members, number 1: 'person' is missing",
        ),
    ],
)
def test_which_record_is_not_of_the_form_is_said(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "family.json"
    path.write_text(text, encoding="utf-8")
    assert said(path) == f"{FORM} ({what})."


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"entries": [{"id": 1}]}', "entries, number 1: 'agency' is missing"),
        ('{"entries": 3}', "entries is no list in square brackets"),
        ('{"entries": {}}', "entries is no list in square brackets"),
        (
            '{"entries": [], "children": [{"label": "Theo", "born": "1/2/2020"}]}',
            "children, number 1: '1/2/2020' is no day such as 2021-03-04 and no time such as 09:30",
        ),
        (
            '{"entries": [], "findings": [{"code": "x", "severity": "bad"}]}',
            "findings, number 1: 'bad' is none of the words that stand there",
        ),
    ],
)
def test_which_record_of_a_case_is_not_of_the_form_is_said(
    tmp_path: Path, text: str, what: str
) -> None:
    path = tmp_path / "case.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as refused:
        storage.read(path)
    told = f"case.json: the case is not in the open data form ({what})."
    assert refused.value.message == told


def test_a_case_with_nothing_for_its_entries_is_no_case_without_entries(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text('{"entries": null}', encoding="utf-8")
    with pytest.raises(Unreadable) as refused:
        storage.read(path)
    assert refused.value.message == "case.json holds no chronology in the open data form."
