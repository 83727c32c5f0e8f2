"""The report pack: what is in it, and what it says of what is missing."""

import re
from pathlib import Path

import docx
import openpyxl
import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from caseweave.opening import open_chronology, open_family
from caseweave.pack.parts import Given, parts
from caseweave.pack.self_check import Answer, checks, shares
from chronology.findings import CaseweaveError
from chronology.rows.withheld import holds_hidden, with_hidden
from tests.caseweave.pack.marsh import family, report


def test_the_pack_holds_every_kind_of_file_and_the_index_names_each(case: Path) -> None:
    family(case)
    done = report(case)
    pack = case.parent / "pack"
    page = (pack / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'<a href="([^"]+)"', page)
    there = {p.relative_to(pack).as_posix() for p in pack.rglob("*") if p.is_file()}
    assert set(named) == there - {"index.html", "pack.json"}
    suffixes = {Path(name).suffix for name in named}
    assert suffixes == {".xlsx", ".docx", ".pdf", ".html", ".svg", ".png", ".json"}
    assert "No chronology received from: School." in page
    assert done.return_value == 0
    for path in sorted(pack.rglob("*.docx")):
        found = OpenXmlValidator().validate(path)
        assert [f"{path.name}: {e.description}" for e in found.errors] == []


@pytest.mark.parametrize("name", ["short-chronology", "integrated-chronology"])
def test_word_and_pdf_of_one_document_hold_the_same_entries(case: Path, name: str) -> None:
    given, folder = Given(chronology=open_chronology((case,))), case.parent
    for part in parts(given):
        if part.name in (name, f"{name}.docx", f"{name}.pdf"):
            list(part.make(given, folder))
    document = docx.Document(str(folder / f"{name}.docx"))
    words = "".join(c.text for t in document.tables for row in t.rows for c in row.cells)
    printed = "".join(page.extract_text() for page in PdfReader(folder / f"{name}.pdf").pages)
    row = "police.csv,row2"  # stands only in the table of entries
    assert row in "".join(words.split())
    assert row in "".join(printed.replace("\u200b", "").split())


def test_without_a_family_file_the_pack_says_so_and_goes_on(case: Path, few: None) -> None:
    done = report(case)
    page = (case.parent / "pack" / "index.html").read_text(encoding="utf-8")
    assert "What could not be made" in page
    assert "The case has no family file that can be read and names somebody." in page
    assert (case.parent / "pack" / "self-check.pdf").is_file()
    assert done.return_value == 0


def test_a_part_that_cannot_be_written_ends_with_exit_code_2(
    case: Path, few: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(given: object, family: object) -> None:
        raise CaseweaveError("The disk is full.", "Make room.")

    monkeypatch.setattr("caseweave.pack.method.selfcheck_document", full)
    done = report(case)
    assert done.return_value == 2
    assert "failed     Self-check for completeness\n           The disk is full." in done.output


def test_findings_at_the_level_asked_for_end_with_exit_code_1(case: Path, few: None) -> None:
    assert report(case, "--fail-on", "warning").return_value == 1


def test_the_self_check_answers_item_by_item_and_says_why(case: Path) -> None:
    family(case)
    told = open_family(case)
    assert told is not None
    answers = {c.asked: c for c in checks(open_chronology((case,)), told[0])}
    assert answers["Genogram shows the family"].answer is Answer.PARTLY  # one parent
    assert answers["Genogram shows the extended family"].answer is Answer.NO
    household = answers["Genogram shows the household"]
    assert (household.answer, "Home 1" in household.why) == (Answer.YES, True)  # no address
    agencies = answers["Integrated chronology covers every agency expected"]
    assert (agencies.answer, agencies.why) == (
        Answer.PARTLY, "1 of 2 expected. Not received: School.",
    )  # fmt: skip
    seen = answers["Each contact says whether Theo was seen"]
    assert seen.answer is Answer.PARTLY
    assert seen.why.startswith("1 of 2 read from the text, unconfirmed")
    assert answers["What was known about the home"].answer is Answer.PARTLY


def test_shares_stand_by_agency_with_the_bases_apart_and_small_numbers_without_percent(
    case: Path,
) -> None:
    (share,) = shares(open_chronology((case,)))
    assert (share.agency, share.of) == ("Police", 2)
    assert share.told == (
        "1 of 2 read from the text, unconfirmed",
        "0 of 2: not recorded in the files given",
        "0 of 2: not recorded in the files given",
    )


def test_hidden_words_enter_the_pack_only_when_asked_for(case: Path, few: None) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in (("Date", "Event"), ("05/02/2022", "Refuge address"), ("06/02/2022", "Visit")):
        sheet.append(line)
    sheet.row_dimensions[2].hidden = True
    book.save(case / "submissions" / "school.xlsx")
    chronology = open_chronology((case,))
    assert holds_hidden(chronology)
    assert not any(e.withheld for e in with_hidden(chronology).entries)
    written = case.parent / "pack" / "integrated-chronology.xlsx"

    def words() -> str:
        rows = openpyxl.load_workbook(written)["Chronology"].iter_rows(values_only=True)
        return str(list(rows))

    report(case)
    assert "Refuge address" not in words()
    report(case, "--include-hidden")
    assert "Refuge address" in words()


def test_a_no_under_seen_alone_says_that_the_child_was_not_alone(case: Path) -> None:
    (case / "submissions" / "school.csv").write_text(
        "Date,Event,Child seen,Seen alone\n05/02/2022,Home visit.,Yes (Theo),No\n"
        "06/02/2022,Home visit.,Yes (Theo),with mother\n07/02/2022,Home visit.,Yes (Theo),\n",
        encoding="utf-8",
    )
    opened = open_chronology((case,))
    told = next(s for s in shares(opened) if s.agency == "School")
    assert told.told[1] == "alone: 0 of 3; not alone: 2 of 3 stated by the agency"
    answers = {c.asked: c for c in checks(opened, None)}
    alone = answers["Each contact says whether Theo was seen alone or not"]
    assert (alone.answer, alone.why[:32]) == (Answer.PARTLY, "Alone: 0 of 5; not alone: 2 of 5")
