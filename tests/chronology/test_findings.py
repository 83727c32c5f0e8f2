"""How findings count and list what they are about."""

import pytest

from chronology.findings import all_of, counted, first_of, is_called_alike


def test_a_number_stands_with_its_noun_and_with_a_comma_from_a_thousand_on() -> None:
    told = [counted(number, "entry lies", "entries lie") for number in (1, 2, 1250)]
    assert told == ["1 entry lies", "2 entries lie", "1,250 entries lie"]


def test_names_are_joined_as_people_write_them() -> None:
    assert all_of(["Ann"]) == "Ann"
    assert all_of(["Ann", "Ben"]) == "Ann and Ben"
    assert all_of(["Ann", "Ben", "Cal"]) == "Ann, Ben and Cal"


def test_of_many_rows_the_first_are_named_and_the_others_counted() -> None:
    assert first_of([3, 5], 3) == "3, 5"
    assert first_of([3, 5, 8, 9, 11], 3) == "3, 5, 8 and 2 more"


@pytest.mark.parametrize(
    ("file", "sheet", "alike"),
    [
        ("gp.csv", "gp", True),
        ("a-chronology-of-the-family-of-fenn.xlsx", "a-chronology-of-the-family-of-f", True),
        ("GP 2019-20.xlsx", "GP", False),
        ("GP 2019-20.xlsx", "GP 2019", False),
    ],
)
def test_a_sheet_is_named_unless_it_is_called_as_its_file_is(
    file: str, sheet: str, alike: bool
) -> None:
    assert is_called_alike(file, sheet) == alike
