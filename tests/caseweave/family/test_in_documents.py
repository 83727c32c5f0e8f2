"""The genograms that stand in the Word document and the PDF."""

import datetime as dt
import json
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from caseweave.cli import caseweave
from caseweave.family.in_documents import family_pictures
from caseweave.new import make_case
from caseweave.pack.parts import parts
from chronology.model import Review
from tests.case_folder import case_folder

EXAMPLE = Path(__file__).parents[3] / "examples" / "harbour-lane" / "family.xlsx"
REVIEW = Review(incident=dt.date(2024, 10, 18))


def test_the_blank_family_of_a_new_case_is_not_drawn_as_an_empty_genogram(tmp_path: Path) -> None:
    make_case(tmp_path)
    assert family_pictures(tmp_path / "family.xlsx", REVIEW) == ()


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (["merge", "case", "-o", "out.docx", "-o", "out.pdf"], "out.docx, out.pdf"),
        (["report", "case", "-o", "pack"], "the pack"),
        (["merge", "case", "-o", "out.xlsx"], ""),
    ],
)
def test_letters_that_no_font_has_in_the_genogram_of_a_document_are_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], where: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("caseweave.report.parts", lambda given: parts(given)[2:3])
    case = case_folder(tmp_path / "case", "", {"gp.csv": "Date,Event\n01/02/2021,Visit.\n"})
    told = {"family": {"persons": [{"id": "p", "name": "Theo \U0010fff0"}]}}
    (case / "family.json").write_text(json.dumps(told), encoding="utf-8")
    CliRunner().invoke(caseweave, words)
    (book,) = tmp_path.rglob("*.xlsx") if "out.docx" not in words else (tmp_path / "out.docx",)
    said = f"letters that stand in the genogram of {where}: U+10FFF0."
    assert (said in shown(book)) is bool(where)


def shown(path: Path) -> str:
    """All words of a workbook or Word document."""
    with zipfile.ZipFile(path) as package:
        parts_ = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    return re.sub(r"<[^>]+>", "", " ".join(parts_))


def test_the_family_is_drawn_on_the_day_of_the_incident() -> None:
    (picture,) = family_pictures(EXAMPLE, REVIEW)
    assert picture.caption == "Genogram: the family at the incident, 18/10/2024"
    assert "<svg" in picture.svg
