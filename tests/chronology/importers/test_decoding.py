"""Bytes to text: which encoding, where no mark says so."""

from __future__ import annotations

import pytest

from chronology.importers.decoding import decode

TEXT = (
    "Zo\u00eb was seen, \u00a320 given at the caf\u00e9. Ren\u00e9e's temp 38\u00b0, na\u00efve\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850"])
def test_text_is_read_in_the_letters_in_which_it_stands_as_people_write(encoding: str) -> None:
    found = decode(TEXT.encode(encoding))
    assert (found.text, found.encoding, found.unknown) == (TEXT, encoding, 0)


def test_curly_marks_of_a_mac_are_read() -> None:
    text = "\u201cI don\u2019t,\u201d said Zo\u00eb \u2013 \u00a320\u2026\n"
    assert decode(text.encode("mac_roman")).text == text


def test_windows_letters_within_utf_8_are_read_and_counted() -> None:
    found = decode("Zo\u00eb\u2019s\n".encode() + "caf\u00e9, \u00a320\n".encode("cp1252"))
    assert (found.text, found.mixed) == ("Zo\u00eb\u2019s\ncaf\u00e9, \u00a320\n", 2)


@pytest.mark.parametrize(
    "text",
    ["\u00a320", "it\u2019s", "wasn\u2018t", "said \u201cgo\u201d", "home \u2013asleep",
     "\u2022Seen", "\u00e0 la", "GAL\u00c1N", "\u00c1lvaro", "50\u00b5g", "\u00bd day", "5\u00d73",
     "\u00a3ukasz", "c\u00a320", "\u0160koda", "\u00a1Hola!"],
)  # fmt: skip
def test_one_sign_alone_is_no_reason_to_leave_windows_letters(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text
