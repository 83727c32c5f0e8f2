"""The report pack: what is in it, what is kept, and what it says of what is missing."""

import json
import re
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from openxml_audit import OpenXmlValidator

from caseweave.cli import caseweave
from caseweave.opening import open_chronology, open_family
from caseweave.selfcheck import Answer, checks, shares

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
    folder = tmp_path / "my case"
    (folder / "submissions").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "submissions" / "police.csv").write_text(
        "Date,Event,Action\n"
        "01/02/2022,Visit. Theo seen in the kitchen. Ms Marsh present. Damp in the bedroom.,None\n"
        "03/02/2022,Visit to the home. Spoke to Ms Marsh.,None\n",
        encoding="utf-8",
    )
    return folder


def report(case: Path, *more: str) -> Result:
    words = ["report", str(case), "-o", str(case.parent / "pack"), *more]
    done = CliRunner().invoke(caseweave, words, standalone_mode=False)
    assert done.exception is None, done.output
    return done


def family(case: Path) -> None:
    (case / "family.json").write_text(json.dumps({"family": FAMILY}), encoding="utf-8")


def test_the_pack_is_whole_kept_where_unchanged_and_written_again_when_asked(case: Path) -> None:
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

    before = {p: p.stat().st_mtime_ns for p in pack.rglob("*.pdf")}
    assert "written" not in report(case).output
    assert {p: p.stat().st_mtime_ns for p in before} == before
    kept = {p: p.read_bytes() for p in before}
    assert "unchanged" not in report(case, "--fresh").output
    assert {p: p.read_bytes() for p in before} == kept


def test_without_a_family_file_the_pack_says_so_and_goes_on(case: Path) -> None:
    done = report(case)
    page = (case.parent / "pack" / "index.html").read_text(encoding="utf-8")
    assert "What could not be made" in page
    assert "The case has no family file that can be read." in page
    assert (case.parent / "pack" / "integrated-chronology.pdf").is_file()
    assert done.return_value == 0


def test_a_file_that_somebody_wrote_in_is_never_overwritten(case: Path) -> None:
    report(case)
    word = case.parent / "pack" / "integrated-chronology.docx"
    document = docx.Document(str(word))
    document.paragraphs[0].add_run(" typed by the panel")
    document.save(str(word))
    typed = word.read_bytes()
    done = report(case)
    assert "integrated-chronology (changed 1).docx" in done.output
    assert word.with_stem("integrated-chronology (changed 1)").read_bytes() == typed
    assert word.read_bytes() != typed


def test_findings_at_the_level_asked_for_end_with_exit_code_1(case: Path) -> None:
    assert report(case, "--fail-on", "warning").return_value == 1


def test_every_word_file_of_the_pack_keeps_the_rules_of_the_format(case: Path) -> None:
    report(case)
    for path in sorted((case.parent / "pack").rglob("*.docx")):
        found = OpenXmlValidator().validate(path)
        assert [f"{path.name}: {e.description}" for e in found.errors] == []


def test_the_self_check_answers_item_by_item_and_says_why(case: Path) -> None:
    family(case)
    told = open_family(case)
    assert told is not None
    answers = {c.asked: c for c in checks(open_chronology((case,)), told[0])}
    assert answers["Genogram shows the family"].answer is Answer.PARTLY  # one parent
    assert answers["Genogram shows the extended family"].answer is Answer.NO
    assert answers["Genogram shows the household"].answer is Answer.YES
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
