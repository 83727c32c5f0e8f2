"""Page footers, markings, repeated titles and keys are no entries; what only looks like them is."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.footers import is_footer
from chronology.model import Chronology

HEAD = "Patient: Theo Marlowe,,\nDate,Event,Worker\n"


def read(folder: Path, text: str) -> Chronology:
    path = folder / "log.csv"
    path.write_text(HEAD + text, "utf-8")
    return merge([path])


def asides(woven: Chronology) -> dict[int, str]:
    sheet = woven.submissions[0].sheets[0]
    assert sheet.rows == sheet.entries + len(sheet.set_aside)
    return {a.row: a.reason for a in sheet.set_aside if a.row > 2}


@pytest.mark.parametrize(
    "filled",
    [
        ["OFFICIAL-SENSITIVE"],
        ["Official: Sensitive [Personal]"],
        ["CONFIDENTIAL"],
        ["Private & Confidential"],
        ["NOT PROTECTIVELY MARKED"],
        ["3 of 9"],
        ["Page 3 of 9", "Printed 14/06/2021 09:12"],
        ["*** END ***"],
        ["(continued overleaf)"],
        ["Cont'd on page 3"],
        ["Contd."],
        ["Date signed", "13/05/2021"],
        ["Completed: 13/05/2021"],
        ["End of notes"],
        ["Author: A Finch, 01/12/2021"],
        ["Continued overleaf"],
        ["Prepared by", "A Author", "14/06/2021"],
        ["Date completed:", "14/06/2021"],
        ["Report produced by: A Clerk"],
        ["Total contacts: 7"],
        ["This document is confidential and must not be shared."],
    ],
)
def test_a_footer_or_a_marking_is_no_entry(filled: list[str]) -> None:
    assert is_footer(filled)


@pytest.mark.parametrize(
    "filled",
    [
        ["Total of three bruises to the left arm, seen by the doctor and shown to mother."],
        ["Confidential call from the neighbour"],
        ["Restricted movement of the left arm"],
        ["Printed leaflet given to mother"],
        ["Page 3 of 9", "Theo seen at home"],
        ["End of treatment"],
        ["12/03/2021", "CONFIDENTIAL"],
    ],
)
def test_words_that_say_more_are_an_entry(filled: list[str]) -> None:
    assert not is_footer(filled)


def test_the_titles_and_markings_of_each_page_are_set_aside(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        "12/03/2021,Visit,AB\nPage 1 of 2,Printed 01/06/2021,\nOFFICIAL-SENSITIVE,,\n"
        "Patient: Theo Marlowe,,\nDate,Event,Worker\n13/03/2021,Call,AB\n",
    )
    assert [str(e.when.start) for e in woven.entries] == ["2021-03-12", "2021-03-13"]
    assert asides(woven) == {
        4: "footer",
        5: "footer",
        6: "title",
        7: "duplicate heading",
    }


def test_a_key_of_abbreviations_below_the_table_is_set_aside_to_its_last_row(
    tmp_path: Path,
) -> None:
    woven = read(
        tmp_path,
        "12/03/2021,Visit,AB\nInitials: AB = A Bell,,\n"
        "Key,,\nHV,Health visitor,\n\nCSC,Social care,\n"
        "13/03/2021,Call,AB\n14/03/2021,Letter,AB\n",
    )
    assert len(woven.entries) == 3
    assert asides(woven) == {4: "key", 5: "key", 6: "key", 7: "blank", 8: "key"}


def test_a_measure_below_an_entry_is_no_key(tmp_path: Path) -> None:
    woven = read(tmp_path, "12/03/2021,Clinic,AB\n,Weight = 27kg,\n,Height = 131cm,\n")
    assert len(woven.entries) == 3
    assert asides(woven) == {}


def test_a_banner_over_the_headings_of_every_page_is_set_aside(tmp_path: Path) -> None:
    banner, head = "NORTHMOOR HEALTH: MARLOWE T,Page {},\n", "Date,Event,Worker\n"
    pages = (f"{banner.format(n)}{head}0{n}/01/2021,Visit {n},AB\n" for n in (2, 3))
    assert asides(read(tmp_path, "01/01/2021,Visit,AB\n" + "".join(pages))) == {
        4: "title", 5: "duplicate heading", 7: "title", 8: "duplicate heading",
    }  # fmt: skip


def test_words_that_stand_once_over_headings_that_come_again_are_an_entry(tmp_path: Path) -> None:
    woven = read(tmp_path, "01/01/2021,A,AB\nMother moved out,,\nDate,Event,Worker\n,B,AB\n")
    assert asides(woven) == {5: "duplicate heading"}


def test_the_total_of_a_month_is_no_entry_of_that_month(tmp_path: Path) -> None:
    woven = read(tmp_path, "01/01/2021,Visit,AB\nJanuary 2021 total,,50\n")
    assert asides(woven) == {4: "total"}
