"""The parts of the report pack: what each is called, what it is for, and what makes it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from caseweave.opening import NO_FAMILY
from chronology.exporters import whole
from chronology.findings import CaseweaveError
from chronology.model import Chronology
from chronology.rows.withheld import holds_hidden
from chronology.unread import left_out_words

if TYPE_CHECKING:
    from chronology.exporters.paper.blocks import Document
    from genogram.model import Family


_ADD_FAMILY = (
    "Fill in family.xlsx in the case folder; caseweave new makes a blank one. "
    "caseweave genogram says what is wrong with a file."
)


class NotMade(CaseweaveError):
    """A part that this case cannot have, such as a genogram without a family file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What every part is made from."""

    chronology: Chronology
    family: Family | None = None
    family_file: Path | None = None
    include_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the pack; `make` writes its files into a folder and says which."""

    name: str
    title: str
    told: str
    make: Callable[[Given, Path], Iterable[Path]]


def parts(given: Given) -> tuple[Part, ...]:
    """Every part, in the order in which a panel opens them."""
    return (*_CHRONOLOGY, *_BESIDE, *_genograms(given), _CROSSCHECK, *_ABOUT)


def _output(name: str, given: Given, folder: Path) -> list[Path]:
    from caseweave import outputs

    return [outputs.write(given.chronology, folder / name, given.family_file)]


def _data(given: Given, folder: Path) -> list[Path]:
    """The case in the open data form, which withholds nothing: only where that is allowed."""
    if holds_hidden(given.chronology) and not given.include_hidden:
        raise NotMade(
            "The data form holds every word, also those struck out, hidden or in comments.",
            "Write it with caseweave merge -o case.json, or add --include-hidden.",
        )
    return _output("case.json", given, folder)


def _short(given: Given, folder: Path) -> list[Path]:
    from chronology.contacts.key_events import shortened
    from chronology.exporters.paper.chapters import short_document

    told = short_document(given.chronology, shortened(given.chronology))
    return _printed(told, folder / "short-chronology")


def _printed(told: Document, stem: Path) -> list[Path]:
    """One document as Word and as PDF."""
    from chronology.exporters import pdf, word

    told = replace(told, blocks=list(told.blocks))  # they are gone through twice
    return [
        whole(stem.with_suffix(".docx"), partial(word.write_document, told)),
        whole(stem.with_suffix(".pdf"), partial(pdf.write_document, told)),
    ]


def _coverage(names: Iterable[str], given: Given, folder: Path) -> Iterator[Path]:
    from caseweave.coverage import outputs as coverageoutputs

    children, note = given.chronology.case.children, left_out_words(given.chronology)
    for name in names:
        yield from coverageoutputs.write(given.chronology, children, folder / name, note)


def _differences(given: Given, folder: Path) -> list[Path]:
    from chronology.exporters.paper.chapters import accounts_document

    return _printed(accounts_document(given.chronology), folder / "differences")


def _queries(given: Given, folder: Path) -> Iterator[Path]:
    from caseweave.queries import write_queries

    for asked in write_queries(given.chronology, folder / "questions"):
        yield from asked.files


def _genograms(given: Given) -> Iterator[Part]:
    from caseweave.family.in_documents import days

    for name, day in days(given.chronology.case.review).items():
        on = f" on {day:%d/%m/%Y}" if day else ""
        yield Part(
            name=f"genogram-{name.replace(' ', '-')}",
            title=f"Genogram {name}",
            told=f"The family{on} as recorded: generations, partners, households, and a key.",
            make=partial(_genogram, name),
        )


def _genogram(name: str, given: Given, folder: Path) -> Iterator[Path]:
    import genogram
    from caseweave.family.in_documents import days, laid_out, titled

    if given.family is None:
        raise NotMade(NO_FAMILY, _ADD_FAMILY)
    day = days(given.chronology.case.review)[name]
    layout = laid_out(given.family, day)
    title = titled(name, day)
    for suffix in (".svg", ".png", ".pdf"):
        target = folder / f"genogram-{name.replace(' ', '-')}{suffix}"
        yield whole(target, lambda part: genogram.draw(layout, part, title=title))


def _crosscheck(given: Given, folder: Path) -> list[Path]:
    from caseweave.crosscheck import crosscheck, write

    if given.family is None or given.family_file is None:
        raise NotMade(NO_FAMILY, _ADD_FAMILY)
    found = crosscheck(given.chronology, given.family, given.family_file.name)
    return [write(given.chronology, found, folder / "cross-check.xlsx")]


def _method(given: Given, folder: Path) -> list[Path]:
    from caseweave.pack.method import method_document

    beside = [(p, hashlib.sha256(p.read_bytes()).hexdigest()) for p in (given.family_file,) if p]
    return _printed(method_document(given.chronology, beside), folder / "method")


def _selfcheck(given: Given, folder: Path) -> list[Path]:
    from caseweave.pack.method import selfcheck_document

    return _printed(selfcheck_document(given.chronology, given.family), folder / "self-check")


_WHOLE = "All agencies' entries in one order, each with its file, sheet and row"
_CHRONOLOGY = tuple(
    Part(
        name=f"integrated-chronology.{suffix}",
        title=title,
        told=f"{_WHOLE}; {told}",
        make=partial(_output, f"integrated-chronology.{suffix}"),
    )
    for suffix, title, told in (
        ("docx", "Integrated chronology to write in",
         "with coverage, differences and sources. Begins with At a glance: what happened, who saw "
         "and heard the children, what to ask which agency. For a word processor. Review notes "
         "typed here come back when the report is made again."),
        ("pdf", "Integrated chronology to print", "the same, with bookmarks. For any PDF viewer."),
        ("xlsx", "Integrated chronology to sort and filter",
         "every column as sent, all findings, and the panel's own columns. Notes typed here "
         "come back when the report is made again."),
        ("html", "Integrated chronology on screen",
         "with a timeline, search, and the family of the day. For any browser."),
    )
)  # fmt: skip
_CROSSCHECK = Part(
    name="cross-check",
    title="Cross-check of genogram and chronology",
    told="Where the entries and the genogram do not bear each other out, both sides quoted.",
    make=_crosscheck,
)
_BESIDE = (
    Part(
        name="short-chronology",
        title="Short chronology",
        told="Key events only; its first page says how they were chosen and how many are left out.",
        make=_short,
    ),
    Part(
        name="coverage",
        title="Coverage",
        told="Who is recorded as having seen each child, alone, and heard the child, and where "
        "nobody says; every figure leads to its rows.",
        make=partial(_coverage, ("coverage.html", "coverage.xlsx")),
    ),
    Part(
        name="charts",
        title="Coverage charts",
        told="Lanes, months and bars for each child, as sharp images for a report.",
        make=partial(_coverage, ("charts/coverage.svg", "charts/coverage.png")),
    ),
    Part(
        name="differences",
        title="Differences between accounts",
        told="Where agencies' accounts differ, what looks like the same event, and patterns.",
        make=_differences,
    ),
    Part(
        name="questions",
        title="Questions to each agency",
        told="For each agency a letter and a workbook to fill in: the rows that do not say.",
        make=_queries,
    ),
)
_ABOUT = (
    Part(
        name="self-check",
        title="Self-check for completeness",
        told='The case held against the outline of "the facts" in Working Together 1999/2006, '
        "chapter 8 (historical; a prompt for completeness).",
        make=_selfcheck,
    ),
    Part(
        name="method",
        title="Method",
        told="What was read, with hashes; what was assumed; what was left out; by which rules.",
        make=_method,
    ),
    Part(
        name="case.json",
        title="The case as data",
        told="Everything in the open data form; merge, coverage and report make the rest from it.",
        make=_data,
    ),
)
