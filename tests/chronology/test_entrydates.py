"""The words of a time that says more than is shown are kept as sent."""

from pathlib import Path

import pytest

from chronology import merge


@pytest.mark.parametrize(
    ("words", "shown", "kept"),
    [
        ("14:00", "14:00-", ""),
        ("0830hrs", "08:30-", ""),
        ("14:00-16:00", "14:00-16:00", ""),
        ("1400hrs to 1600hrs", "14:00-16:00", ""),
        ("approx 3pm", "15:00-", "approx 3pm"),
        ("12.00 midnight", "00:00-", "12.00 midnight"),
        ("between 2 and 4pm", "14:00-16:00", "between 2 and 4pm"),
        ("5 to 7pm", "17:00-19:00", "5 to 7pm"),
        ("evening (19:30)", "19:30-", "evening (19:30)"),
    ],
)
def test_a_time_in_words_is_kept_beside_its_reading(
    tmp_path: Path, words: str, shown: str, kept: str
) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f"Date,Time,Event\n12/03/2021,{words},Call\n", "utf-8")
    (entry,) = merge([path]).entries
    start, end = entry.when.time, entry.when.end_time
    assert f"{start:%H:%M}-{f'{end:%H:%M}' if end else ''}" == shown
    assert entry.extra.get("Time", "") == kept


def test_an_end_date_that_is_not_read_leaves_the_row_its_date(tmp_path: Path) -> None:
    path = tmp_path / "ward.csv"
    text = "Date of admission,Discharge date,Event\n12/3/2019,to be found,A\n13/3/2019,Still in,B\n"
    path.write_text(text, encoding="utf-8")
    woven = merge([path])
    told = [f.message for f in woven.findings if f.code == "date-not-read"]
    assert told == [
        "'to be found' cannot be read as a date. The row keeps its date, without an end."
    ]
    assert woven.entries[1].when.end is None
