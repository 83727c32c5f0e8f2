"""Questions to send back: one workbook and one letter for each agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from chronology.exporters import file_name, whole
from chronology.exporters.books import query_book
from chronology.exporters.paper import query_letter
from chronology.findings import CaseweaveError
from chronology.model import Case, Chronology
from chronology.ordering import agencies_of
from chronology.review.answer_files import holds_answers
from chronology.review.questions import Question, questions
from chronology.review.written_questions import Enquiry, enquiries, together

_LONGEST_NAME = 60  # characters: a whole path may have 260 on Windows


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was written for one agency; nothing where there is nothing to ask."""

    agency: str
    questions: int
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    agency: str
    asked: tuple[Question, ...]
    others: tuple[Enquiry, ...]
    book: Path
    letter: Path


def write_queries(chronology: Chronology, folder: Path) -> tuple[Asked, ...]:
    """Write the questions to each agency into `folder`, and say what was written.

    Raises CaseweaveError, and writes nothing, rather than overwrite a file with answers in it.
    """
    plans = _plans(chronology, folder)
    for plan in plans:
        for path in (plan.book, plan.letter) if plan.asked or plan.others else ():
            if not path.exists() or not holds_answers(path):
                continue
            raise CaseweaveError(
                f"{path.name} in {folder.name} holds answers; nothing was written.",
                "Move it into the folder 'answers' of the case folder, or name another folder "
                "after -o.",
            )
    return tuple(_written(plan, chronology) for plan in plans)


def left_open(case: Case) -> str:
    """What the letters leave to be filled in, and where to say it once for all; '' for nothing."""
    named = {"contact": case.contact, "reply_by": case.reply_by}
    missing = [name for name, told in named.items() if not told]
    if not missing:
        return ""
    told = {"contact": "from whom they are", "reply_by": "by when to answer"}
    return (
        f"The letters leave open {' and '.join(told[name] for name in missing)}: fill it in, or "
        f"set {' and '.join(missing)} under [outputs] in case.toml and write them again."
    )


def _plans(chronology: Chronology, folder: Path) -> list[_Plan]:
    plans = []
    taken: set[str] = set()
    for agency in agencies_of(chronology):
        name = _free(agency, taken)
        plans.append(
            _Plan(
                agency=agency,
                asked=tuple(questions(chronology, agency)),
                others=together(enquiries(chronology, agency)),
                book=folder / f"{name}-questions.xlsx",
                letter=folder / f"{name}-letter.docx",
            )
        )
    return plans


def _written(plan: _Plan, chronology: Chronology) -> Asked:
    asked, others, case = plan.asked, plan.others, chronology.case
    if not asked and not others:
        return Asked(agency=plan.agency, questions=0)
    book, letter, agency = plan.book, plan.letter, plan.agency
    files = (
        whole(book, partial(query_book.write, asked, others, agency, chronology)),
        whole(letter, partial(query_letter.write, asked, others, agency, case, book.name)),
    )
    return Asked(agency=agency, questions=len(asked) + len(others), files=files)


def _free(agency: str, taken: set[str]) -> str:
    """The agency as a file name, cut after a word; two that come out alike are numbered."""
    plain = file_name(re.sub(r"['\u2019]", "", agency), "agency")
    if len(plain) > _LONGEST_NAME:
        plain = plain[: _LONGEST_NAME + 1].rpartition("-")[0] or plain[:_LONGEST_NAME]
    name = next(n for n in (plain, *(f"{plain}-{i}" for i in range(2, 999))) if n not in taken)
    taken.add(name)
    return name
