"""Lines below one that says their day or their month once."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.findings import Unreadable
from chronology.model import Chronology
from tests.chronology.mess.writers import write_docx

CALLS = "2140 Call received\n21:55:10 Units assigned\n2205hrs - On scene\n"


def read(folder: Path, text: str) -> Chronology:
    path = folder / "log.txt"
    path.write_text(text, "utf-8")
    return merge([path])


def told(woven: Chronology) -> list[str]:
    return [f"{e.when.start} {e.when.time or ''} {e.event}" for e in woven.entries]


@pytest.mark.parametrize(
    "head",
    [
        "INCIDENT 0123 OF 12/03/2021", "Log 231 of 12/03/21", "CAD 1187 12/03/2021",
        "Log no: 0231 Date: 12/03/2021", "Incident 0123 of 12th March 2021",
        "INCIDENT NUMBER: 0456   DATE: 12/03/2021   OPENED: 21:38",
    ],
)  # fmt: skip
def test_times_below_the_head_of_a_log_of_the_police_are_of_its_day(
    tmp_path: Path, head: str
) -> None:
    assert told(read(tmp_path, f"{head}\n{CALLS}")) == [
        "2021-03-12 21:40:00 Call received", "2021-03-12 21:55:00 Units assigned",
        "2021-03-12 22:05:00 On scene",
    ]  # fmt: skip


def test_each_log_has_its_own_day_and_what_stands_before_its_times_is_an_entry(
    tmp_path: Path,
) -> None:
    text = "INCIDENT 1 OF 12/03/2021\n2140 Call\n2155 Sent\n"
    text += "INCIDENT 2 OF 14/03/2021\nGrade 1\n0910 Call\n2010 Closed\n"
    assert told(read(tmp_path, text)) == [
        "2021-03-12 21:40:00 Call", "2021-03-12 21:55:00 Sent", "2021-03-14 09:10:00 Call",
        "2021-03-14 20:10:00 Closed", "2021-03-14  INCIDENT 2 OF 14/03/2021\nGrade 1",
    ]  # fmt: skip


def test_a_time_with_a_stop_over_a_number_of_children_is_no_day_and_month(tmp_path: Path) -> None:
    text = "CAD 1187 12/03/2021\n21.40 Call\n2155 2 units\n22.05 2 children asleep\n"
    assert told(read(tmp_path, text))[-1] == "2021-03-12 22:05:00 2 children asleep"


def test_a_log_that_goes_past_midnight_is_asked_about(tmp_path: Path) -> None:
    woven = read(tmp_path, f"INCIDENT 0123 OF 12/03/2021\n{CALLS}0010 Closed\n")
    (asked,) = [f for f in woven.findings if f.code == "date-maybe-next-day"]
    assert asked.message.startswith("In row 5 00:10 comes after 22:05")


def test_the_number_of_a_log_among_dated_entries_changes_none_of_them(tmp_path: Path) -> None:
    text = "03/03/2021 - Report\nIncident 123 of 12/02/2021\n2140 was the time\n"
    woven = read(tmp_path, f"{text}04/03/2021 - Visit\n05/03/2021 - Closed\n")
    assert [e.at.row for e in woven.entries] == [1, 4, 5]


DIARY = (
    "Daily log - March 2021",
    "Friday 12th",
    "Woke twice.",
    "Sat 13th",
    "Park.",
    "14th",
    "Rest.",
)


def test_days_below_the_title_of_a_diary_are_of_its_month(tmp_path: Path) -> None:
    write_docx(tmp_path / "carer.docx", DIARY, [])
    for woven in (read(tmp_path, "\n".join(DIARY)), merge([tmp_path / "carer.docx"])):
        assert told(woven) == [
            "2021-03-12  Woke twice.", "2021-03-13  Park.", "2021-03-14  Rest.",
        ]  # fmt: skip
        assert "date-year-assumed" in {f.code for f in woven.findings}


def test_a_title_of_the_next_month_ends_the_one_before(tmp_path: Path) -> None:
    text = "Log - March 2021\nTues 30th: Woke\nWed 31st: Park\n\n"
    text += "Log - April 2021\n1st - Rest\nFri 2nd\nPlay"
    assert [entry[:10] for entry in told(read(tmp_path, text))] == [
        "2021-03-30", "2021-03-31", "2021-04-01", "2021-04-02",
    ]  # fmt: skip


def test_words_below_a_title_with_a_month_are_no_days(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        read(tmp_path, "Report of March 2021\nThe 3rd child is well.\n2nd visit is planned.\n")


def test_two_times_below_the_head_of_a_log_are_its_entries(tmp_path: Path) -> None:
    path = tmp_path / "police.txt"
    path.write_text(
        "INCIDENT 0123 OF 12/03/2021\n2140 Call received\n2155 Officers attended\n",
        encoding="utf-8",
    )
    found = [f"{e.when.start} {e.when.time} {e.event}" for e in merge([path]).entries]
    assert found == [
        "2021-03-12 21:40:00 Call received",
        "2021-03-12 21:55:00 Officers attended",
    ]


def test_two_lines_with_dates_are_no_list(tmp_path: Path) -> None:
    path = tmp_path / "police.txt"
    path.write_text("12/03/2021 Call received\n13/03/2021 Closed\n", encoding="utf-8")
    with pytest.raises(Unreadable):
        merge([path])
