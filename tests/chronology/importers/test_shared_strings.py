"""Shared strings cut apart are those that reading the XML gives, each with its own number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.importers import excel
from chronology.importers import shared_strings as of_strings
from chronology.importers.rows import EMPTY
from chronology.importers.shared_strings import shared_strings
from chronology.importers.source import Source
from tests.chronology.importers.told import sample_files

HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.'
    'openxmlformats.org/spreadsheetml/2006/main" count="3" uniqueCount="3">'
)
WORDS = st.text(st.sampled_from("ab é<&>\"'\n!/"), max_size=8)


def part(items: str) -> bytes:
    return f"{HEAD}{items}</sst>".encode()


def whole(words: str) -> str:
    return f"<si><t>{escape(words)}</t></si>"


def spaced(words: str) -> str:
    return f'<si><t xml:space="preserve">{escape(words)}</t></si>'


def in_runs(words: str) -> str:
    bold = f"<r><rPr><b/></rPr><t>{escape(words[2:])}</t></r>"
    sound = '<rPh sb="0" eb="1"><t>as it is said</t></rPh><phoneticPr fontId="1"/>'
    return f'<si><r><t xml:space="preserve">{escape(words[:2])}</t></r>{bold}{sound}</si>'


@given(st.lists(st.tuples(WORDS, st.sampled_from([whole, spaced, in_runs])), min_size=1))
@settings(max_examples=50)
def test_every_string_keeps_its_number_however_those_round_it_are_written(
    strings: list[tuple[str, Callable[[str], str]]],
) -> None:
    found = shared_strings(part("".join(write(words) for words, write in strings)), "gp.xlsx")
    assert found is not None
    assert [found.cells[str(n)].value or "" for n in range(len(strings))] == [w for w, _ in strings]
    assert len(found.cells) == len(strings) + 1


def test_a_string_without_words_is_an_empty_cell() -> None:
    found = shared_strings(part("<si><t/></si><si><t></t></si><si/><si><t>a</t></si>"), "gp.xlsx")
    assert found is not None
    assert [found.cells[n] for n in ("", "0", "1", "2")] == [EMPTY] * 4
    assert found.cells["3"].value == "a"


@pytest.mark.parametrize(
    "written",
    [
        b"",
        part(""),
        part("<si><t>a</t></si><!-- </t></si><si><t> --><si><t>b</t></si>"),
        part("<si><t><![CDATA[a</t></si><si><t>b]]></t></si>"),
        part(whole("a")).replace(b"UTF-8", b"latin-1"),
        part(whole("a")).replace(b"<s", b"<x:s").replace(b"</s", b"</x:s"),
        part(whole("a")).replace(b"</sst>", b""),
    ],
)
def test_what_is_written_in_another_way_is_left_to_the_reader_of_values(written: bytes) -> None:
    assert shared_strings(written, "gp.xlsx") is None


def test_too_many_strings_are_not_cut_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_strings, "STRINGS_LIMIT", 5)
    assert shared_strings(part(whole("a") * 4), "gp.xlsx") is not None
    assert shared_strings(part(whole("a") * 40), "gp.xlsx") is None


@pytest.mark.parametrize(
    "sample",
    [p for p in sample_files() if p.suffix == ".xlsx" and p.read_bytes()[:2] == b"PK"],
    ids=lambda path: path.name,
)
def test_a_workbook_reads_the_same_with_and_without_cutting(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source(name=sample.name, data=sample.read_bytes())
    cut = excel.read(source)
    monkeypatch.setattr(excel, "shared_strings", lambda data, name: None)
    assert excel.read(source) == cut
