"""The report pack written again: what is kept, and what is never written over."""

import json
import re
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from caseweave.cli import caseweave
from caseweave.opening import open_chronology
from caseweave.pack.parts import Given
from caseweave.report import write_pack
from chronology.findings import CaseweaveError
from tests.caseweave.pack.marsh import CASE, family, report


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
