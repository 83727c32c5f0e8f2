"""The Word document as a panel reads, prints and writes in it."""

import datetime as dt
import hashlib
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from chronology.contacts.key_events import shortened
from chronology.exporters import word, write
from chronology.exporters.paper import blocks
from chronology.exporters.paper.chapters import short_document
from chronology.exporters.paper.entries import printer
from chronology.exporters.rows import PLACE, WITHHELD
from chronology.merge import merge
from chronology.model import Chronology
from chronology.ordering import refs
from tests.chronology.exporters.printed_case import CASE, HOSTILE, LONG, printed_case

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def woven(tmp_path_factory: pytest.TempPathFactory) -> Chronology:
    return printed_case(tmp_path_factory.mktemp("case"))


@pytest.fixture(scope="module")
def path(woven: Chronology, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(woven, tmp_path_factory.mktemp("word") / "out.docx")


def test_a_long_word_of_a_childs_name_widens_the_childs_column(woven: Chronology) -> None:
    first, *others = woven.case.children
    long = replace(woven.case, children=(replace(first, label="Abdulrahman"), *others))
    usual, wider = printer(woven).widths, printer(replace(woven, case=long)).widths
    assert wider[4] > usual[4]
    assert wider[5:] == usual[5:]
    assert sum(wider) == pytest.approx(sum(usual)) == pytest.approx(blocks.ACROSS)


def rows_of(path: Path) -> list[list[str]]:
    """The cells of the two tables of entries, headings first."""
    told = [
        [cell.text for cell in row.cells]
        for table in docx.Document(str(path)).tables
        if table.rows[0].cells[-1].text == PLACE
        for row in table.rows
    ]
    return [row for row in told if row[1] == "Date" or row[0].isdigit()]


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as parts:
        return parts.read(name).decode()


def test_it_keeps_the_rules_of_the_format_so_that_no_program_repairs_it(path: Path) -> None:
    found = OpenXmlValidator().validate(path)
    assert [error.description for error in found.errors] == []


def test_every_entry_stands_in_a_row_of_its_own_with_all_its_words(
    woven: Chronology, path: Path
) -> None:
    rows = {int(row[0]): row for row in rows_of(path) if row[0].isdigit()}
    assert sorted(rows) == list(range(1, len(woven.entries) + 1))
    everything = "\n".join(cell for row in rows.values() for cell in row)
    for entry in woven.entries:
        assert entry.event in everything
        assert all(words in everything for words in (*entry.fields.values(), *entry.extra.values()))
    assert LONG.strip() in everything


def test_text_that_looks_like_code_stays_text(path: Path) -> None:
    assert any(HOSTILE in row[3] for row in rows_of(path))


def test_each_child_has_a_column_that_names_the_basis_in_words(path: Path) -> None:
    head, *rows = rows_of(path)
    theo, ruby = head.index("Theo"), head.index("Ruby")
    by_words = {row[3].split("\n")[0]: row for row in rows}
    assert by_words["Home visit."][theo] == "Seen (asleep, stated)"
    assert by_words["Home visit."][ruby] == "Not recorded\nViews: recorded (stated)"
    alone = by_words["Theo seen in the kitchen and spoken to alone."]
    assert alone[theo].startswith("Seen alone (from text)")


def test_before_birth_a_child_is_not_yet_born(path: Path) -> None:
    head, *rows = rows_of(path)
    early = next(row for row in rows if row[3].startswith("Antenatal"))
    assert early[head.index("Ruby")] == "Not yet born"


def test_the_first_page_tells_when_a_child_was_born_and_died(
    woven: Chronology, tmp_path: Path
) -> None:
    dead = tuple(
        replace(c, born=dt.date(2020, 1, 2), died=dt.date(2024, 3, 4)) for c in woven.case.children
    )
    told = replace(woven, case=replace(woven.case, children=dead))
    words = "\n".join(
        p.text for p in docx.Document(str(write(told, tmp_path / "o.docx"))).paragraphs
    )
    assert f"{dead[0].label} (born 02/01/2020, died 04/03/2024)" in words


def test_the_date_as_sent_stands_in_the_last_column_where_it_differs(path: Path) -> None:
    _, *rows = rows_of(path)
    sent = {row[3].split("\n")[0]: row[-1] for row in rows}
    assert sent["Antenatal visit to mother."].endswith("Date as sent: 3.1.22")
    assert sent["No date on this one."].endswith("Date as sent: none")
    assert sent["Home visit."] == "hv.csv, row 2"


def test_headings_repeat_and_only_long_entries_break_across_pages(path: Path) -> None:
    tables = docx.Document(str(path)).tables
    table = next(t for t in tables if t.rows[0].cells[0].text == "Ref")
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    broken = [r.cells[3].text for r in table.rows if r._tr.find(f"{W}trPr/{W}cantSplit") is None]
    assert [words.startswith("She told me") for words in broken] == [True]


def test_the_look_comes_from_named_styles(path: Path) -> None:
    text = part(path, "word/document.xml")
    body = re.sub(r"<w:drawing>.*?</w:drawing>", "", text)
    assert not re.search(r"<w:(?:b|i|color|sz|rFonts|shd|jc)\b", body)
    styles = {s.name for s in docx.Document(str(path)).styles}
    assert {"Agency 1", "Agency 2", "Table text", "Caseweave table", "Words read"} <= styles


def test_the_contents_are_filled_in_and_lead_to_the_chapters(path: Path) -> None:
    document = docx.Document(str(path))
    contents = [p.text for p in document.paragraphs if p.style and p.style.name == "toc 1"]
    heads = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert contents == heads
    assert contents[:4] == [
        "A. At a glance", "B. How to read this", "C. Chronology", "D. Undated entries",
    ]  # fmt: skip


def test_the_marking_stands_at_the_foot_of_every_page(path: Path) -> None:
    sections = docx.Document(str(path)).sections
    assert {s.footer.paragraphs[0].text.split("\t")[0] for s in sections} == {CASE.classification}
    assert sections[3].header.paragraphs[0].text == "Integrated chronology: C. Chronology"


def test_the_page_is_a4_landscape(path: Path) -> None:
    sizes = {
        (round(s.page_width.mm), round(s.page_height.mm))
        for s in docx.Document(str(path)).sections
        if s.page_width and s.page_height
    }
    assert sizes == {(297, 210)}


def test_charts_and_genograms_have_words_for_who_cannot_see_them(
    woven: Chronology, tmp_path: Path
) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>'
    drawn = blocks.Picture(svg=svg, caption="The family", told='A "small" family')
    word.write(woven, tmp_path / "out.docx", [drawn])
    text = part(tmp_path / "out.docx", "word/document.xml")
    told = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', text)
    assert told[0] == "A &quot;small&quot; family"
    assert len(told) == 4
    assert all(told)


def test_what_was_struck_out_or_hidden_is_withheld(woven: Chronology, tmp_path: Path) -> None:
    first, *rest = woven.entries
    secret = replace(first, event="refuge address", withheld=frozenset({"event"}))
    out = write(replace(woven, entries=(secret, *rest)), tmp_path / "out.docx")
    text = part(out, "word/document.xml")
    assert "refuge address" not in text
    assert WITHHELD in text


def test_the_same_chronology_gives_the_same_bytes(
    woven: Chronology, path: Path, tmp_path: Path
) -> None:
    again = write(woven, tmp_path / "out.docx")
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(path.read_bytes()).digest()


def test_an_empty_chronology_is_a_document_too(tmp_path: Path) -> None:
    word.write(Chronology(case=CASE, submissions=(), entries=(), findings=()), tmp_path / "o.docx")
    assert OpenXmlValidator().validate(tmp_path / "o.docx").is_valid


def test_it_reads_back_as_a_chronology_with_nothing_lost(
    woven: Chronology, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chronology.submission._OWN_HEADINGS", frozenset())  # it is refused else
    back = merge([path], replace(CASE, declared=(), expected=()))
    told = {e.fields["sequence"]: e for e in back.entries if PLACE in e.extra}
    assert len(told) == len(woven.entries)
    for ref, entry in zip(range(1, len(told) + 1), woven.entries, strict=True):
        again = told[str(ref)]
        assert (again.agency, again.when.start, again.when.end, again.when.time) == (
            entry.agency, entry.when.start, entry.when.end, entry.when.time,
        )  # fmt: skip
        words = "\n".join((again.event, *again.extra.values()))
        sent = (entry.event, *entry.fields.values(), *entry.extra.values())
        assert all(part in words for part in sent)
        assert entry.when.text in words or entry.when.text in again.when.text


def test_a_short_chronology_gives_no_coverage_and_keeps_the_refs_of_the_whole(
    woven: Chronology, tmp_path: Path
) -> None:
    key = woven.entries[-2].id
    marked = replace(woven, themes={"child protection plan": (key,)})
    short = shortened(marked)
    word.write(short, tmp_path / "short.docx")
    assert "Coverage" not in part(tmp_path / "short.docx", "word/document.xml")
    whole = {e.event: str(refs(marked)[e.id]) for e in short.entries}
    for row in rows_of(tmp_path / "short.docx"):
        assert row[0] == "Ref" or any(
            row[3].startswith(e) and row[0] == n for e, n in whole.items()
        )
    word.write_document(short_document(marked, short), tmp_path / "pack.docx")
    told = [row[0] for row in rows_of(tmp_path / "pack.docx") if row[0].isdigit()]
    assert str(refs(marked)[key]) in told
    assert sorted(told) == sorted(whole.values())


def kept_rows(path: Path, caption: str) -> list[bool]:
    """Of each row of a table, whether it stays on the page of the next."""
    tables = docx.Document(str(path)).tables
    table = next(t for t in tables if caption in t._tbl.xml.split("w:tblGrid")[0])
    return [
        all(p.paragraph_format.keep_with_next for c in row.cells for p in c.paragraphs)
        for row in table.rows
    ]


def test_headings_and_a_short_first_row_go_to_the_next_page_with_the_second(path: Path) -> None:
    heads, first, *rest = kept_rows(path, "Theo, contacts")
    assert heads
    assert first
    assert not any(rest)
