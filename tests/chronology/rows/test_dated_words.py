"""Dates with which the words of a row begin, beside its own date."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Chronology


def read(folder: Path, text: str) -> Chronology:
    path = folder / "gp.csv"
    path.write_text(text, encoding="utf-8")
    return merge([path])


@pytest.mark.parametrize(
    ("words", "day", "code"),
    [
        ("05/03/2019 Rang mother.", "2019-03-05", "date-from-words"),
        ("05/03/2019 - 10:15 - Rang mother.", "2019-03-05", "date-from-words"),
        ("5 March: Rang mother.", None, "date-missing"),
        ("In 2019 they moved.", None, "date-missing"),
        ("Rang mother on 05/03/2019.", None, "date-missing"),
        ("and rang mother.", "2019-03-04", "row-goes-on"),
    ],
)
def test_the_words_of_a_row_with_an_empty_date_may_begin_with_its_date(
    tmp_path: Path, words: str, day: str | None, code: str
) -> None:
    woven = read(tmp_path, f"Date,Event\n04/03/2019,Visit.\n,{words}\n07/03/2019,Letter.\n")
    [entry] = [e for e in woven.entries if e.event == words]
    assert (str(entry.when.start) if entry.when.start else None) == day
    assert code in {f.code for f in woven.findings}


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("04/03/2019 - no access\n- 08/03/2019 seen in clinic", True),
        ("Visit.\n04/03/2019 - no access\n\u2022 8 March 2019: seen in clinic", True),
        ("04/03/2019 - no access\nPlan: visit on 08/03/2019", False),
        ("04/03/2019 visit\n04/03/2019 call", False),
        ("Visit, and a call on 08/03/2019", False),
    ],
)
def test_a_row_of_which_several_lines_begin_with_different_dates_is_asked_about(
    tmp_path: Path, words: str, asked: bool
) -> None:
    woven = read(tmp_path, f'Date,Event\n04/03/2019,"{words}"\n')
    [entry] = woven.entries
    assert (entry.event, str(entry.when.start)) == (words, "2019-03-04")
    assert ("row-of-several-dates" in {f.code for f in woven.findings}) is asked


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("05/03/2019 Rang mother.", "2019-03-05"),
        ("04/03/2019 Rang mother.", "2019-03-04"),
        ("02/02/2019 letter read today.", "2019-03-04"),
        ("05/09/2019 is his next review.", "2019-03-04"),
        ("Rang mother on 05/03/2019.", "2019-03-04"),
    ],
)
def test_where_repeated_dates_are_left_out_words_that_begin_with_a_day_soon_after_are_of_that_day(
    tmp_path: Path, words: str, day: str
) -> None:
    above = "04/03/2019,Visit.\n,Rang school.\n,Rang GP.\n"
    woven = read(tmp_path, f"Date,Event\n{above},{words}\n,Rang nursery.\n07/03/2019,Letter.\n")
    told = {e.event: str(e.when.start) for e in woven.entries}
    assert (told["Rang GP."], told[words]) == ("2019-03-04", day)
    assert told["Rang nursery."] == day


@pytest.mark.parametrize(
    ("words", "day"),
    [("03/03/2019 Rang mother.", "2019-03-03"), ("05/03/2019 is his next review.", "2019-03-04")],
)
def test_where_the_newest_row_is_first_they_are_of_a_day_soon_before(
    tmp_path: Path, words: str, day: str
) -> None:
    rows = f"07/03/2019,Letter.\n,Rang school.\n04/03/2019,Visit.\n,{words}\n,Rang GP.\n"
    woven = read(tmp_path, f"Date,Event\n{rows}01/03/2019,Call.\n")
    assert {e.event: str(e.when.start) for e in woven.entries}[words] == day
