"""Rows as tall as their words, and long words that go on in further rows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.exporters.lettering import LINES, across, height, lines
from chronology.exporters.widths import fitted, for_agencies, name_width, parts, word_width

SENTENCE = "Seen at home with mother, settled and playing on the floor. "


@settings(max_examples=40)
@given(st.text(max_size=300).map(lambda t: t * 9), st.sampled_from([8.0, 30.0, 60.0]))
def test_cut_text_put_together_again_is_the_text_and_each_part_fits(
    text: str, width: float
) -> None:
    pieces = parts(text, width)
    assert "".join(pieces) == text
    assert all(lines(piece, width) <= LINES or len(piece) == 1 for piece in pieces)


def test_text_longer_than_a_cell_holds_goes_on() -> None:
    pieces = parts("x" * 70_000, None)
    assert [len(piece) for piece in pieces] == [32_767, 32_767, 4_466]


def test_a_cut_falls_between_words() -> None:
    pieces = parts(SENTENCE * 100, 30)
    assert len(pieces) > 1
    assert all(piece.endswith(" ") for piece in pieces)


def test_letters_are_as_wide_as_arial_draws_them() -> None:
    assert across("recorded") == 35.496  # 333 + 556 + 500 + 556 + 333 + 556 + 556 + 556, 9 points


def test_no_row_is_taller_than_a_spreadsheet_shows() -> None:
    assert height(LINES) < 409


def test_width_goes_to_the_column_that_makes_the_rows_tall() -> None:
    table = [["short", SENTENCE * 8], ["x", SENTENCE * 5]]
    widths = fitted(table, [10, 10], {0: 50, 1: 50}, 60)
    assert widths == [10, 50]


LONG = "Integrated Front Door and Family Safeguarding Service, Metropolitan Borough of Tarnshire"


def test_a_long_name_of_an_agency_gets_a_column_in_which_it_takes_few_lines() -> None:
    width = name_width(["Police", LONG], 10, 40)
    assert lines(LONG, 10) > 7
    assert lines(LONG, width) <= 4
    assert width > word_width("Safeguarding")


def test_names_that_fit_leave_the_column_as_it_is() -> None:
    assert name_width(["Police", "Health visiting"], 15, 40) == 15
    assert for_agencies(("Ref", "Agency"), (6, 15), [(1, "Police")]) == [6, 15]


def test_what_long_names_need_is_taken_from_the_column_of_sentences() -> None:
    heads, widths = ("Ref", "Agency", "The account as sent"), (6, 13, 60)
    fit = for_agencies(heads, widths, [(1, LONG, SENTENCE)])
    assert fit[1] > 18
    assert sum(fit) == sum(widths)
    assert fit[2] >= 40
