"""A small case whose pack is written."""

import json
from pathlib import Path

import docx
import openpyxl
from click.testing import CliRunner, Result

from caseweave.cli import caseweave

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


def report(case: Path, *more: str) -> Result:
    words = ["report", str(case), "-o", str(case.parent / "pack"), *more]
    done = CliRunner().invoke(caseweave, words, standalone_mode=False)
    assert done.exception is None, done.output
    return done


def family(case: Path) -> None:
    (case / "family.json").write_text(json.dumps({"family": FAMILY}), encoding="utf-8")


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
