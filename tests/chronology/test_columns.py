"""Which field each heading names."""

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from chronology import merge
from chronology.columns import FIELDS, field_of, find_headings, fold
from chronology.importers.rows import Cell, Row, Table


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date (& time where appropriate)", "date"),
        ("Date or\nPeriod of\nEvent", "date"),
        ("DATE OF CONTACT:", "date"),
        ("Visit date", "date"),
        ("Time (24hr)", "time"),
        ("Witness or document reference (where applicable)", "source"),
        ("*Event: (What actually happened)", "event"),
        ("Brief details", "event"),
        ("Were the children seen?", "child_seen"),
        ("Child seen (Y/N)", "child_seen"),
        ("Y/N seen", "child_seen"),
        ("Yes/No - seen alone", "seen_alone"),
        ("Children seen? Y/N/which", "child_seen"),
        ("Was the child seen individually / alone?", "seen_alone"),
        ("Child\u2019s wishes & feelings", "views"),
        ("Voice of the Child / Wishes and Feelings", "views"),
        ("Wishes & feelings of child", "views"),
        ("Views & voice", "views"),
        ("Child's presentation / voice", "views"),
        ("Wishes and feelings / presentation", ""),
        ("Response / outcome", "outcome"),
        ("Date & time", "date"),
        ("Action taken / outcome", "outcome"),
        ("Name of professional", "professional"),
        ("Who has seen the child?", "professional"),
        ("IMR author's comments", "comment"),
        ("Missed opportunity (Y/N)", "missed_opportunity"),
        ("Kloe ref", "terms_of_reference"),
        ("Date of birth", ""),
        ("Date child seen", "date_child_seen"),
        ("Legal status", ""),
        ("Child bedroom seen", ""),
    ],
)
def test_each_heading_is_read_as_agencies_mean_it(heading: str, field: str) -> None:
    assert field_of(heading)[0] == field


def test_no_heading_stands_under_two_fields() -> None:
    text = resources.files("chronology").joinpath("columns.toml").read_text(encoding="utf-8")
    folded = [fold(word) for words in tomllib.loads(text).values() for word in words]
    assert sorted(folded) == sorted(set(folded))


def columns_of(*headings: str) -> list[tuple[str, str]]:
    row = Row(number=1, cells=tuple(Cell(h) for h in headings))
    mapped = find_headings(Table(name="t", rows=(row,)), children=("Theo", "Ruby"))
    assert mapped
    return [(c.heading, c.field) for c in mapped.columns]


SEEN_HEADINGS = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in Path(__file__).with_name("headings.txt").read_text("utf-8").splitlines()[1:]
]


@pytest.mark.parametrize("row", SEEN_HEADINGS, ids=lambda row: row[0])
def test_each_heading_seen_on_real_forms_is_the_field_it_means(row: tuple[str, str]) -> None:
    assert field_of(row[0])[0] == row[1]


def test_every_field_has_headings_and_no_others_are_known() -> None:
    text = resources.files("chronology").joinpath("columns.toml").read_text(encoding="utf-8")
    assert set(tomllib.loads(text)) == set(FIELDS)


def test_of_two_columns_for_one_field_the_plainer_heading_has_it_and_both_are_kept() -> None:
    assert columns_of("Dated (agency)", "Date", "Event", "Comment", "Comments") == [
        ("Dated (agency)", ""),
        ("Date", "date"),
        ("Event", "event"),
        ("Comment", "comment"),
        ("Comments", ""),
    ]


def test_two_columns_of_what_happened_are_both_read_as_that() -> None:
    assert [field for _, field in columns_of("Date", "Incident", "Details")] == [
        "date",
        "event",
        "event",
    ]


def test_the_day_of_recording_is_not_the_day_of_the_event() -> None:
    assert columns_of("Date recorded", "Date of event", "Event")[:2] == [
        ("Date recorded", "recorded_date"),
        ("Date of event", "date"),
    ]


def test_a_heading_with_a_childs_name_is_the_field_of_that_child() -> None:
    told = columns_of("Date", "Event", "Theo seen", "Child's views - Ruby", "Ruby seen alone Y/N")
    assert [field for _, field in told[2:]] == ["child_seen:Theo", "views:Ruby", "seen_alone:Ruby"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Child A seen", "child_seen:Child A"),
        ("Was Child B seen?", "child_seen:Child B"),
        ("Child A seen alone", "seen_alone:Child A"),
        ("Child B's views", "views:Child B"),
        ("Views of Baby J", "views:Baby J"),
        ("Baby J seen (Y/N)", "child_seen:Baby J"),
        ("Seen (Child B)", "child_seen:Child B"),
        ("Date Child A seen", "date_child_seen:Child A"),
        ("Child seen", "child_seen"),
        ("Baby seen", "child_seen"),
        ("Child A bedroom seen", ""),
        ("Who has seen Child A?", "professional"),
    ],
)
def test_a_childs_label_that_sounds_like_any_child_is_still_that_child(
    heading: str, field: str
) -> None:
    row = Row(number=1, cells=tuple(Cell(h) for h in ("Date", "Event", heading)))
    table = Table(name="t", rows=(row,))
    mapped = find_headings(table, children=("Child A", "Child B", "Baby J"))
    assert mapped
    assert mapped.columns[2].field == field


def test_from_and_to_are_dates_alone_and_times_beside_a_date() -> None:
    assert [f for _, f in columns_of("From", "To", "Event")] == ["date", "end_date", "event"]
    assert [f for _, f in columns_of("Start", "End", "Event")] == ["date", "end_date", "event"]
    assert [f for _, f in columns_of("Date", "To", "Event")] == ["date", "end_date", "event"]
    assert [f for _, f in columns_of("Date", "From", "To", "Event")] == [
        "date",
        "time",
        "end_time",
        "event",
    ]


def test_a_line_with_a_date_above_the_headings_is_not_taken_for_them(tmp_path: Path) -> None:
    path = tmp_path / "gp.csv"
    front = "Agency,GP,Date,01/05/2021\nAuthor,A. Author,,\n"
    path.write_text(front + "Date,Event,Outcome,By\n12/06/2019,Visit,None,PL\n", "utf-8")
    assert [(e.when.text, e.event) for e in merge([path]).entries] == [("12/06/2019", "Visit")]


def test_a_row_with_a_day_in_it_is_no_row_of_headings_whatever_its_other_words(
    tmp_path: Path,
) -> None:
    (tmp_path / "school.html").write_text(
        "<table><tr><td>Date<td>Type<td>Record<td>Where</tr>"
        "<tr><td>1/3/2021<td>Contact<td>Rang home<td>Home</tr></table><p>&nbsp;</p>"
        "<table><tr><td>Tue 2/3/2021<td>Event<td>Rang work<td>Place</tr>"
        "<tr><td>3/3/2021<td>Contact<td>Rang nan<td>Home</tr></table>"
    )
    woven = merge([tmp_path / "school.html"])
    assert [f"{e.when.start:%-d} {e.event}" for e in woven.entries if e.when.start] == [
        "1 Rang home", "2 Rang work", "3 Rang nan",
    ]  # fmt: skip


def test_who_was_seen_over_the_names_of_children_asks_of_each_of_them() -> None:
    words = ("Date", "Event", "Who was seen? Theo", "Who was seen? Ruby")
    rows = (Row(number=1, cells=tuple(map(Cell, words))),)
    found = find_headings(Table(name="V", rows=rows), children=("Theo", "Ruby"))
    assert found is not None
    assert [c.field for c in found.columns[2:]] == ["child_seen:Theo", "child_seen:Ruby"]


@pytest.mark.parametrize(
    ("upper", "lower", "rows"),
    [
        ("Was child", "present / seen?", 2),  # neither is a heading alone
        ("Child seen", "N", 1),  # an entry without a date
        ("Child seen", "Y/N", 1),
    ],
)
def test_two_words_below_each_other_are_one_heading_only_where_together_they_are_known(
    upper: str, lower: str, rows: int
) -> None:
    grid = [("Date", "Event", upper), ("", "", lower), ("12/03/2021", "Visit", "Yes")]
    cells = [tuple(Cell(word or None) for word in row) for row in grid]
    table = Table(name="log", rows=tuple(Row(number=n, cells=c) for n, c in enumerate(cells, 1)))
    found = find_headings(table)
    assert found is not None
    assert found.heading_row == rows
    assert found.columns[2].field == "child_seen"
