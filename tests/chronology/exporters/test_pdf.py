"""The PDF as a panel reads it, prints it and hears it read aloud."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from chronology.exporters import pdf, write
from chronology.exporters.paper import blocks
from chronology.model import Chronology
from tests.chronology.exporters.printed_case import CASE, HOSTILE, LONG, printed_case

ROWS = 8


@pytest.fixture(scope="module")
def woven(tmp_path_factory: pytest.TempPathFactory) -> Chronology:
    return printed_case(tmp_path_factory.mktemp("case"))


@pytest.fixture(scope="module")
def path(woven: Chronology, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(woven, tmp_path_factory.mktemp("pdf") / "out.pdf")


@pytest.fixture(scope="module")
def joined(woven: Chronology, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same laid out a few rows at a time."""
    out = tmp_path_factory.mktemp("joined") / "out.pdf"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "PART_ROWS", ROWS)
        return write(woven, out)


def words_of(path: Path) -> str:
    """All words without the breaks of lines."""
    told = " ".join(page.extract_text() for page in PdfReader(path).pages)
    return " ".join(told.replace("\u200b", "").split())


def tags(path: Path) -> list[str]:
    """The kinds of all tags, in the order of reading."""
    found: list[str] = []
    root = PdfReader(path).root_object["/StructTreeRoot"]

    def walk(told: object) -> None:
        told = told.get_object() if hasattr(told, "get_object") else told
        if isinstance(told, list):
            for kid in told:
                walk(kid)
        elif isinstance(told, dict):
            found.append(str(told.get("/S", "")))
            walk(told.get("/K", []))

    walk(root["/K"])
    return found


@pytest.mark.parametrize("made", ["path", "joined"])
def test_every_entry_is_there_and_code_stays_text(
    made: str, request: pytest.FixtureRequest
) -> None:
    words = words_of(request.getfixturevalue(made))
    bare = words.replace(" ", "")
    assert HOSTILE.replace(" ", "") in bare
    chronology = words[words.index("All agencies' entries in one order") :]
    assert chronology.count("week.") == LONG.count("week.")
    assert "No date on this one." in words


@pytest.mark.parametrize("made", ["path", "joined"])
def test_headings_and_table_headings_are_tagged(made: str, request: pytest.FixtureRequest) -> None:
    found = tags(request.getfixturevalue(made))
    chapters = [mark for mark in found if mark == "/H1"]
    assert len(chapters) >= 7
    assert {"/Table", "/TH", "/TD", "/P", "/Figure"} <= set(found)


@pytest.mark.parametrize("made", ["path", "joined"])
def test_every_page_points_into_the_tags_at_a_number_of_its_own(
    made: str, request: pytest.FixtureRequest
) -> None:
    reader = PdfReader(request.getfixturevalue(made))
    numbers = [page["/StructParents"] for page in reader.pages]
    assert len(set(numbers)) == len(reader.pages)
    assert reader.root_object["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("made", ["path", "joined"])
def test_bookmarks_lead_to_the_chapters(made: str, request: pytest.FixtureRequest) -> None:
    reader = PdfReader(request.getfixturevalue(made))
    marks = {m.title: m for m in reader.outline if not isinstance(m, list)}
    chapter = marks["C. Chronology"]
    page = reader.get_destination_page_number(chapter)
    assert page is not None
    assert "C. Chronology" in reader.pages[page].extract_text()
    first = reader.pages[0].extract_text()
    assert f"{page + 1}" in first[first.index("C. Chronology") :].split("D. ")[0]


def test_the_heading_row_repeats_on_every_page_of_a_table(path: Path) -> None:
    pages = [page.extract_text() for page in PdfReader(path).pages]
    long = [text for text in pages if "She told me" in text and ": C. Chronology" in text]
    assert len(long) > 1
    assert all("Review notes" in text for text in long)


def test_fonts_are_embedded_and_are_those_that_ship(path: Path) -> None:
    fonts = {}
    for page in PdfReader(path).pages:
        for font in page["/Resources"]["/Font"].values():
            told = font["/DescendantFonts"][0]
            fonts[str(font["/BaseFont"])] = "/FontFile2" in told["/FontDescriptor"]
    assert fonts
    assert all("DejaVuSansCondensed" in name for name in fonts)
    assert all(fonts.values())


@pytest.mark.parametrize("made", ["path", "joined"])
def test_every_page_bears_the_marking_and_its_number(
    made: str, request: pytest.FixtureRequest
) -> None:
    pages = [page.extract_text() for page in PdfReader(request.getfixturevalue(made)).pages]
    assert all(CASE.classification in text for text in pages)
    assert all(f"Page {n} of {len(pages)}" in text for n, text in enumerate(pages, 1))


@pytest.mark.parametrize("rows", [ROWS, pdf.PART_ROWS])
def test_the_same_chronology_gives_the_same_bytes(
    woven: Chronology, path: Path, joined: Path, tmp_path: Path, rows: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "PART_ROWS", rows)
        patch.setattr(pdf, "ProcessPoolExecutor", lambda most, **how: ThreadPoolExecutor(most))
        again = write(woven, tmp_path / "again.pdf")
    assert again.read_bytes() == (joined if rows == ROWS else path).read_bytes()


def test_a_word_longer_than_its_cell_breaks_and_stays_in_it(
    woven: Chronology, tmp_path: Path
) -> None:
    first, *rest = woven.entries
    long = replace(first, event="x" * 300)
    out = write(replace(woven, entries=(long, *rest)), tmp_path / "out.pdf")
    text = " ".join(page.extract_text() for page in PdfReader(out).pages)
    longest = max(len(run) for run in re.findall("x+", text.replace("\u200b", "")))
    assert longest < 100
    assert text.count("x") >= 300


def test_what_was_struck_out_is_withheld(woven: Chronology, tmp_path: Path) -> None:
    first, *rest = woven.entries
    secret = replace(first, event="refuge address", withheld=frozenset({"event"}))
    out = write(replace(woven, entries=(secret, *rest)), tmp_path / "out.pdf")
    assert "refuge" not in words_of(out)
    assert "withheld: struck out" in words_of(out)


def test_an_empty_chronology_is_a_document_too(tmp_path: Path) -> None:
    pdf.write(Chronology(case=CASE, submissions=(), entries=(), findings=()), tmp_path / "o.pdf")
    assert "No dated entries" in words_of(tmp_path / "o.pdf")


def test_no_table_begins_with_one_row_at_the_foot_of_a_page(tmp_path: Path) -> None:
    told: list[blocks.Block] = [blocks.Contents()]
    heights = range(24, 34)
    for many in heights:
        told.append(blocks.Heading(text=f"Chapter {many}"))
        told += [blocks.plain(f"Line {n}") for n in range(many)]
        rows = tuple(blocks.Row(cells=(blocks.cell(f"{many} row {n}") * 2,)) for n in range(4))
        told.append(blocks.Table(caption="Told", heads=("Head",), widths=(270.0,), rows=rows))
    document = blocks.Document(
        title="T", marking="", draft="1", blocks=told,
        chapters=tuple(f"Chapter {many}" for many in heights),
    )  # fmt: skip
    pdf.write_document(document, tmp_path / "out.pdf")
    pages = [page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages]
    for many in heights:
        first = next(page for page in pages if f"{many} row 0" in page)
        assert f"{many} row 1" in first
    assert any("Told" in page and "Line" not in page for page in pages), "one table moved on"
