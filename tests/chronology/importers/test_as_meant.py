"""Cells whose words were garbled on the way, or hold the text of a web page."""

from __future__ import annotations

import pytest

from chronology.importers.as_meant import as_meant
from chronology.importers.garbled import as_meant as ungarbled
from chronology.importers.rows import Cell, Contents, Marks, Row, Table


def read(value: str, marks: Marks | None = None) -> tuple[Cell, list[str]]:
    cell = Cell(value, marks) if marks else Cell(value)
    contents = Contents(tables=(Table(name="gp", rows=(Row(number=4, cells=(cell,)),)),))
    table = as_meant(contents).tables[0]
    return table.rows[0].cells[0], [remark.message for remark in table.remarks]


@pytest.mark.parametrize(
    "text",
    ["wasn\u2019t seen", "\u00a320", "Zo\u00eb said \u201cI don\u2019t\u201d",
     "Si\u00e2n \u2013 \u00bd hour", "38\u00b0C\u2026", "\U0001f60a"],
)  # fmt: skip
@pytest.mark.parametrize("page", ["cp1252", "cp850", "mac_roman"])
def test_utf_8_that_was_read_as_a_code_page_is_read_as_utf_8(text: str, page: str) -> None:
    garbled = text.encode().decode(page, errors="replace")
    if "\ufffd" not in garbled:
        assert ungarbled(garbled) == text


def test_what_was_garbled_twice_is_put_right_twice() -> None:
    once = "wasn\u2019t".encode().decode("cp1252")
    assert ungarbled(once.encode().decode("cp1252")) == "wasn\u2019t"


@pytest.mark.parametrize(
    "text",
    [
        "Se\u00e1n O\u2019Neil",
        "CAF\u00c9\u2026",
        "JOS\u00c9\u2019S",
        "\u2026\u201d",
        "na\u00efve",
        "SIARAD \u00c2 MAM",
    ],
)
def test_words_that_were_never_garbled_stay(text: str) -> None:
    assert ungarbled(text) == text


def test_the_rows_and_the_words_are_told() -> None:
    cell, said = read("Theo wasn\u00e2\u20ac\u2122t seen; \u00c2\u00a320 given")
    assert cell.value == "Theo wasn\u2019t seen; \u00a320 given"
    assert said == [
        "Row 4: signs that a change of program or a slip of a key put for others are read as "
        "meant: 'wasn\u00e2\u20ac\u2122t' as 'wasn\u2019t'."
    ]


def test_web_text_is_read_as_a_browser_shows_it_and_keeps_what_it_strikes_out() -> None:
    cell, said = read("<p>Seen&nbsp;at home.</p><p>Wasn&#39;t <s>Ann</s> upset &amp; ate</p>")
    assert cell == Cell("Seen at home.\n\nWasn't upset & ate", Marks(struck_text="Ann"))
    assert said == [
        "Row 4: the cells hold web text with its markup, '<p>', and are read as a browser would "
        "show them."
    ]


@pytest.mark.parametrize(
    ("sent", "shown"),
    [("From Ann <ann@example.org> &amp; Jo", "From Ann <ann@example.org> & Jo"),
     ("<b>Saw</b> <the file>", "Saw <the file>"), ("<p>temp <a lot</p>", "temp <a lot"),
     ("<b>Saw</b> <!-- Theo", "Saw <!-- Theo"), ("<b>Saw</b><!-- x --><o:p>Ann</o:p>", "SawAnn")],
)  # fmt: skip
def test_brackets_that_no_browser_knows_stay_beside_web_text(sent: str, shown: str) -> None:
    assert read(sent)[0] == Cell(shown)


def test_marks_of_the_cell_itself_stay() -> None:
    cell, _ = read("<b>Seen</b><br>well", Marks(comment="Who?"))
    assert cell == Cell("Seen\nwell", Marks(comment="Who?"))


@pytest.mark.parametrize(
    "text",
    ["Weight <3rd centile, temp >38", "a<b and c>d", "mail <a.b@example.org>", "Tom & Jo", "R&D;",
     "see <the file>", "<3", "AT&T; then"],
)  # fmt: skip
def test_other_brackets_and_ampersands_are_no_web_text(text: str) -> None:
    assert read(text) == (Cell(text), [])
