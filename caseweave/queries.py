"""Questions to send back: one workbook and one letter for each agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from chronology.enquiries import enquiries
from chronology.exporters import query_book, query_letter, whole
from chronology.model import Chronology
from chronology.questions import questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was written for one agency; nothing where there is nothing to ask."""

    agency: str
    questions: int
    files: tuple[Path, ...] = ()


def write_queries(chronology: Chronology, folder: Path) -> tuple[Asked, ...]:
    """Write the questions to each agency into `folder`, and say what was written."""
    done = []
    taken: set[str] = set()
    for agency in sorted({e.agency for e in chronology.entries}):
        asked, others = questions(chronology, agency), enquiries(chronology, agency)
        if not asked and not others:
            done.append(Asked(agency=agency, questions=0))
            continue
        name = _free(agency, taken)
        book, letter = folder / f"{name}-questions.xlsx", folder / f"{name}-letter.docx"
        case = chronology.case
        written = (
            whole(book, partial(query_book.write, asked, others, chronology)),
            whole(letter, partial(query_letter.write, asked, others, agency, case, book.name)),
        )
        done.append(Asked(agency=agency, questions=len(asked) + len(others), files=written))
    return tuple(done)


def _free(agency: str, taken: set[str]) -> str:
    """The agency as a file name on any system; two that come out alike are numbered."""
    plain = re.sub(r"[^\w-]+", "-", agency).strip("-").lower() or "agency"
    name = next(n for n in (plain, *(f"{plain}-{i}" for i in range(2, 999))) if n not in taken)
    taken.add(name)
    return name
