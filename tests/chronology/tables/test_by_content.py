"""Tables whose headings are not known, or that have none, are read by what stands below."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.findings import Unreadable
from chronology.model import Case
from chronology.submission import read_submission
from tests.chronology.writing import written


def test_a_column_without_a_heading_that_tells_more_in_most_rows_tells_what_happened_too(
    tmp_path: Path,
) -> None:
    rows = (
        "Date,Consultation,\n04/03/2021,Surgery,Seen by Dr Finch\n"
        ",History,Cough and a cold for two days\n"
        ",Plan,Advice to mother about warning signs given\n11/03/2021,Telephone,Mother rang today\n"
    )
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert {e.at.row: e.event for e in woven.entries}[3] == "History\nCough and a cold for two days"
    assert "column-event-by-content" in {finding.code for finding in woven.findings}


def test_a_column_without_a_heading_that_is_mostly_empty_is_kept_apart(tmp_path: Path) -> None:
    rows = (
        "Date,Event,\n04/03/2021,Visit,check with the manager whether she was seen that day\n"
        "11/03/2021,Call,\n18/03/2021,Visit,\n"
    )
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [e.event for e in woven.entries] == ["Visit", "Call", "Visit"]


def test_where_no_heading_says_what_happened_the_wordiest_column_does(tmp_path: Path) -> None:
    rows = "Date,Initials,Remarks,Outcome\n12/3/07,AB,Visited and seen at home,NFA\n"
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [entry.event for entry in woven.entries] == ["Visited and seen at home"]
    assert "column-event-by-content" in {finding.code for finding in woven.findings}


def test_a_table_without_a_known_heading_is_read_by_what_stands_below(tmp_path: Path) -> None:
    rows = "Logged,Penned,Matter\n" + "".join(
        f"{day}/3/07,Mr A,Said that he was tired today\n" for day in (12, 13, 14)
    )
    woven = merge([written(tmp_path / "school.csv", rows)])
    assert [entry.when.text for entry in woven.entries] == ["12/3/07", "13/3/07", "14/3/07"]
    assert {entry.event for entry in woven.entries} == {"Said that he was tired today"}
    assert {"column-date-by-content", "column-event-by-content"} <= {
        finding.code for finding in woven.findings
    }


@pytest.mark.parametrize("heading", ["Date of birth", "Target", "By when"])
def test_a_list_of_people_or_a_plan_is_no_chronology(tmp_path: Path, heading: str) -> None:
    rows = f"Name,{heading},Living at present\n" + "".join(
        f"Ann,{day}/3/07,With her mother and her two brothers\n" for day in (12, 13, 14)
    )
    with pytest.raises(Unreadable, match="holds no chronology"):
        read_submission(written(tmp_path / "list.csv", rows), Case())


def test_a_table_without_headings_is_read_by_its_dates_and_its_sentences(tmp_path: Path) -> None:
    rows = (
        "Contacts of the clinic\n1,12/3/21,HV,Seen at home\n2,undated,GP,Call to mother\n"
        "3,14/3/21,HV,Left card\n"
    )
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [(e.at.row, e.event) for e in woven.entries] == [
        (2, "Seen at home"), (4, "Left card"), (3, "Call to mother"),
    ]  # fmt: skip
    assert woven.entries[0].extra == {"column 1": "1", "column 3": "HV"}
    assert "table-without-headings" in {finding.code for finding in woven.findings}
    assert woven.submissions[0].sheets[0].set_aside[0].reason == "title"


@pytest.mark.parametrize(
    "rows",
    [
        "Theo,01/02/2017,4 Mill Terrace Brookmere\nRuby,03/04/2019,4 Mill Terrace Brookmere\n"
        "Kay,05/06/1990,4 Mill Terrace Brookmere\n",
        "12/3/21,3,4\n13/3/21,5,6\n14/3/21,7,8\n",
        "12/3/21,Seen at home\n13/3/21,Call to mother\n",
    ],
    ids=["people", "numbers", "too few"],
)
def test_a_list_of_people_or_of_numbers_is_no_chronology(tmp_path: Path, rows: str) -> None:
    with pytest.raises(Unreadable):
        merge([written(tmp_path / "list.csv", rows)])


def test_a_table_without_headings_may_say_below_each_date_who_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "notes.html").write_text(
        "<table>"
        + "".join(
            f"<tr><td>{day}/3/2021<br>10:00<br>A Bell, HV<td>Visited the family at home today</tr>"
            for day in (1, 2, 3)
        )
        + "</table>"
    )
    woven = merge([tmp_path / "notes.html"])
    assert [f"{e.when.start:%-d} {e.when.time:%H:%M}" for e in woven.entries if e.when.start
            and e.when.time] == ["1 10:00", "2 10:00", "3 10:00"]  # fmt: skip
