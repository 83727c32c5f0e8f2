"""The lines of a text read as a list of dated entries."""

from chronology.importers.lists import read_list
from chronology.importers.rows import Cell, Row, Table
from chronology.model import Chronology


def lines(text: str) -> list[Row]:
    return [Row(number=n, cells=(Cell(line),)) for n, line in enumerate(text.split("\n"), 1)]


def read(text: str) -> Table:
    found = read_list("log", lines(text), wrapped=True)
    assert found is not None
    return found


def entries(found: Table) -> dict[int, tuple[str, str]]:
    return {
        r.number: (str(r.cells[0].value), str(r.cells[1].value)) for r in found.rows if not r.aside
    }


def days(woven: Chronology) -> dict[int | None, str]:
    return {e.at.row: f"{e.when.start} {e.when.time or ''}".strip() for e in woven.entries}
