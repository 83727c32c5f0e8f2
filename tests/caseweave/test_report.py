"""The report pack: what is in it, what is kept, and what it says of what is missing."""

import json
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from caseweave.cli import caseweave
from caseweave.opening import open_chronology, open_family
from caseweave.pack.parts import Given, Part, parts
from caseweave.pack.selfcheck import Answer, checks, shares
from caseweave.report import write_pack
from chronology.findings import CaseweaveError
from chronology.rows.withheld import holds_hidden, with_hidden
from tests.casefolder import case_folder

CASE = """
[review]
type = "LCSPR"
from = 2022-01-01
to = 2022-12-31
incident = 2022-06-01

[[children]]
label = "Theo"
born = 2020-01-01
subject = true

[[people]]
label = "Mother"
names = ["Ms Marsh"]

[agencies]
expected = ["Police", "School"]

[[submissions]]
file = "police.csv"
agency = "Police"
record_of = "household"

[outputs]
classification = "OFFICIAL-SENSITIVE"
"""
FAMILY = {
    "persons": [
        {"id": "p1", "name": "Theo", "sex": "M", "subject": True},
        {"id": "p2", "name": "Ms Marsh", "sex": "F"},
    ],
    "unions": [{"id": "u1", "partners": ["p2"], "kind": "unknown"}],
    "parents": [{"child": "p1", "union": "u1", "kind": "birth"}],
    "households": [{"id": "h1", "address": "1 Tern Close", "members": [{"person": "p1"}]}],
}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    police = (
        "Date,Event,Action\n"
        "01/02/2022,Visit. Theo seen in the kitchen. Ms Marsh present. Damp in the bedroom.,None\n"
        "03/02/2022,Visit to the home. Spoke to Ms Marsh.,None\n"
    )
    return case_folder(tmp_path / "my case", CASE, {"police.csv": police})


def report(case: Path, *more: str) -> Result:
    words = ["report", str(case), "-o", str(case.parent / "pack"), *more]
    done = CliRunner().invoke(caseweave, words, standalone_mode=False)
    assert done.exception is None, done.output
    return done


def family(case: Path) -> None:
    (case / "family.json").write_text(json.dumps({"family": FAMILY}), encoding="utf-8")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack of few parts, for what does not depend on which they are."""
    wanted = ("integrated-chronology.xlsx", "genogram-at-the-incident", "self-check")

    def chosen(given: Given) -> tuple[Part, ...]:
        return tuple(part for part in parts(given) if part.name in wanted)

    monkeypatch.setattr("caseweave.report.parts", chosen)


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


def test_run_again_it_keeps_what_has_not_changed(case: Path, few: None) -> None:
    family(case)
    report(case)
    pack = case.parent / "pack"
    before = {p: p.stat().st_mtime_ns for p in pack.rglob("self-check.*")}
    assert "written" not in report(case).output
    assert {p: p.stat().st_mtime_ns for p in before} == before
    (case / "case.toml").write_text(CASE.replace("LCSPR", "SCR"), encoding="utf-8")
    assert "unchanged" not in report(case).output


def test_run_afresh_it_writes_the_same_bytes(case: Path, few: None) -> None:
    family(case)
    report(case)
    pack = case.parent / "pack"
    before = {p: p.read_bytes() for p in pack.rglob("*.*")}
    assert "unchanged" not in report(case, "--fresh").output
    assert {p: p.read_bytes() for p in before} == before


def test_a_run_that_was_cut_short_goes_on_where_it_stopped(
    case: Path, few: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(given: object, family: object) -> None:
        raise KeyboardInterrupt

    given = Given(chronology=open_chronology((case,)))
    with monkeypatch.context() as patch:
        patch.setattr("caseweave.pack.method.selfcheck_document", cut)
        with pytest.raises(KeyboardInterrupt):
            write_pack(given, case.parent / "pack", fresh=False, say=lambda words: None)
    done = report(case)
    assert re.findall(r"^(written|unchanged)", done.output, re.M) == ["unchanged", "written"]


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


def test_a_file_that_somebody_wrote_in_is_never_overwritten(case: Path, few: None) -> None:
    report(case)
    word = case.parent / "pack" / "self-check.docx"
    document = docx.Document(str(word))
    document.paragraphs[0].add_run(" typed by the panel")
    document.save(str(word))
    typed = word.read_bytes()
    done = report(case)
    assert "self-check (changed 1).docx" in done.output
    assert word.with_stem("self-check (changed 1)").read_bytes() == typed
    assert word.read_bytes() != typed


@pytest.mark.parametrize("name", ["self-check.docx", "genogram-at-the-incident.svg"])
def test_a_file_that_was_there_before_the_pack_is_never_overwritten(
    case: Path, few: None, name: str
) -> None:
    family(case)
    theirs = case.parent / "pack" / name
    theirs.parent.mkdir()
    theirs.write_text("Somebody's own", encoding="utf-8")
    done = report(case)
    kept = theirs.with_stem(f"{theirs.stem} (there before 1)")
    assert f"not as caseweave wrote it; it is kept as {kept.name}." in done.output
    assert kept.read_text(encoding="utf-8") == "Somebody's own"
    assert "written" not in report(case).output


def test_a_folder_with_somebodys_own_web_page_is_refused(case: Path, few: None) -> None:
    theirs = case.parent / "pack" / "index.html"
    theirs.parent.mkdir()
    theirs.write_text("<h1>Our board</h1>", encoding="utf-8")
    done = CliRunner().invoke(caseweave, ["report", str(case), "-o", str(theirs.parent)])
    assert "holds an index.html that caseweave did not write" in str(done.exception)
    assert [p.name for p in theirs.parent.iterdir()] == ["index.html"]


@pytest.mark.parametrize(
    "name",
    ["../board.docx", "{outside}", ".", "", "sub", "sub/../../board.docx", "a\0b", "a" * 999],
)
def test_a_record_that_names_what_is_no_file_of_the_pack_is_refused(
    case: Path, few: None, name: str
) -> None:
    report(case)
    pack, theirs = case.parent / "pack", case.parent / "board.docx"
    theirs.write_text("Somebody's own", encoding="utf-8")
    (pack / "sub").mkdir()
    told = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
    told["self-check"] = {"digest": "", "files": {name.format(outside=theirs): "0"}}
    (pack / "pack.json").write_text(json.dumps(told), encoding="utf-8")
    before = {p: p.read_bytes() for p in pack.iterdir() if p.is_file()}
    done = CliRunner().invoke(caseweave, ["report", str(case), "-o", str(pack)])
    assert "names what is no file of a report pack; nothing was written." in str(done.exception)
    assert {p: p.read_bytes() for p in pack.iterdir() if p.is_file()} == before
    assert theirs.read_text(encoding="utf-8") == "Somebody's own"


def test_a_record_that_is_no_json_counts_as_none(case: Path, few: None) -> None:
    report(case)
    (case.parent / "pack" / "pack.json").write_text("[" * 100_000, encoding="utf-8")
    assert "unchanged" not in report(case).output


def test_a_part_that_could_not_be_made_for_a_while_takes_the_place_of_its_own_files(
    case: Path, few: None
) -> None:
    family(case)
    report(case)
    (case / "family.json").unlink()
    report(case)
    family(case)
    assert "kept as" not in report(case, "--fresh").output


def test_notes_typed_into_the_workbook_of_the_pack_come_back(case: Path, few: None) -> None:
    report(case)
    book = case.parent / "pack" / "integrated-chronology.xlsx"
    opened = openpyxl.load_workbook(book)
    sheet = opened["Chronology"]
    heads = [c.value for c in sheet[1]]
    sheet.cell(2, heads.index("Review notes") + 1).value = "Ask who was in."
    opened.save(book)
    report(case)
    again = openpyxl.load_workbook(book)["Chronology"]
    assert again.cell(2, heads.index("Review notes") + 1).value == "Ask who was in."


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


def typed(path: Path, words: str) -> None:
    """Write into the first entry's review notes, in Word or in the workbook."""
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        tables = [(t, [c.text for c in t.rows[0].cells]) for t in document.tables]
        table = next(t for t, heads in tables if "Review notes" in heads)
        at = [c.text for c in table.rows[0].cells].index("Review notes")
        table.rows[1].cells[at].paragraphs[0].add_run(words)
        document.save(str(path))
        return
    book = openpyxl.load_workbook(path)
    heads = [c.value for c in book["Chronology"][1]]
    book["Chronology"].cell(2, heads.index("Review notes") + 1).value = words
    book.save(path)


def note_in(path: Path) -> object:
    sheet = openpyxl.load_workbook(path)["Chronology"]
    return sheet.cell(2, [c.value for c in sheet[1]].index("Review notes") + 1).value


@pytest.fixture
def written(case: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    wanted = ("integrated-chronology.xlsx", "integrated-chronology.docx")
    monkeypatch.setattr(
        "caseweave.report.parts", lambda given: tuple(p for p in parts(given) if p.name in wanted)
    )
    report(case)
    return case.parent / "pack"


def test_a_note_typed_into_the_word_file_of_the_pack_comes_back_in_both(
    case: Path, written: Path
) -> None:
    typed(written / "integrated-chronology.docx", "Ask why.")
    assert "kept as integrated-chronology (changed 1).docx" in report(case).output
    assert note_in(written / "integrated-chronology.xlsx") == "Ask why."
    typed(written / "integrated-chronology.docx", " Twice.")
    report(case)
    assert note_in(written / "integrated-chronology.xlsx") == "Ask why. Twice."


def test_of_notes_typed_into_both_none_is_lost(case: Path, written: Path) -> None:
    typed(written / "integrated-chronology.docx", "In Word.")
    typed(written / "integrated-chronology.xlsx", "In the workbook.")
    report(case)
    assert note_in(written / "integrated-chronology.xlsx") == "In the workbook.\nIn Word."


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


@pytest.mark.parametrize("command", ["report", "queries"])
def test_nothing_is_written_into_the_case_folder_itself(case: Path, command: str) -> None:
    done = CliRunner().invoke(caseweave, [command, str(case), "-o", str(case)])
    assert isinstance(done.exception, CaseweaveError)
    assert done.exception.message == (
        "my case is a case folder; what is written there would mix with the case."
    )
    assert "such as my case-report" in done.exception.remedy
    assert sorted(p.name for p in case.iterdir()) == ["case.toml", "submissions"]


def test_a_pack_that_was_written_into_the_case_folder_before_goes_on(case: Path, few: None) -> None:
    (case / "pack.json").write_text("{}", encoding="utf-8")
    CliRunner().invoke(
        caseweave, ["report", str(case), "-o", str(case)], catch_exceptions=False,
        standalone_mode=False,
    )  # fmt: skip
    assert (case / "index.html").is_file()
