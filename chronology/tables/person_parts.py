"""Rows alone that say whom the rows below them are about, on a sheet of several people.

Theo Marlowe                         Parts of a sheet, or the heading of each page of a printout:
Date  | Event        | Child seen    a Yes below "Ruby Marlowe" is Ruby's, although the sheet
12/01 | Weighed      | Yes           begins with Theo's. Only where names of the case are all of a
Ruby Marlowe                         row, or follow a label, and where they differ or are not those
13/01 | Hearing test | Yes           of the child whose record it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise, takewhile

from chronology.dates import Precision, read_date
from chronology.findings import Finding, note
from chronology.importers.rows import Row, filled_texts, text_at, text_of
from chronology.model import Case
from chronology.normalise import FEW_WORDS, Context, located
from chronology.record_of import A_RECORD, CHILD, FULL_NAME, KIN, record_of_row
from chronology.tables.agency_parts import is_one

_LED = (
    re.compile(
        r"(?:re|regarding|subject|patient|client|pupil|student|(?:child|sibling)(?: \d)?|baby|"
        r"young person|tenant|service user|brother|sister|mother|father|name|"
        r"name of (?:child|pupil|patient)|"
        r"(?:child|child's|pupil|patient|client|subject) name)\s*[:\u2013-]\s*(?P<who>.+)"
    ),
    re.compile(rf"(?:[\w-]+ ){{0,2}}{A_RECORD} (?:for|of|on|re|about)[\s:]+(?P<who>.+)"),
    re.compile(r"(?:[\w-]+ ){0,2}(?:chronology|timeline) ?[:\u2013-] ?(?P<who>.+)"),
    re.compile(rf"(?P<who>.+?)(?:'s?| ?[:\u2013-]) (?:[\w-]+ ){{0,3}}{A_RECORD}"),
)
_BESIDE_A_NAME = re.compile(
    r"\(.*?\)|\[.*?\]|\b(?:d\.?o\.?b|born|date of birth|nhs|upn|id|aged?|year \d+)\b.*|"
    r"\bcont(?:inue)?'?d\b.*|"
    r"(?<=\w)\W+subject(?: child)?$",
    re.IGNORECASE,
)
_NUMBER = r"[\d ./-]+$|\d{1,2}[ -]?[a-z]{3,9}[ -]?\d{2,4}$"
_NUMBERED = r"(?:d\.?o\.?b|date of birth|nhs|upn)\b(?: (?:no|number)\b)?\W*"
_OF_A_PERSON = re.compile(rf"{_NUMBERED}(?:$|{_NUMBER})|{_NUMBER}", re.IGNORECASE)
"""Cells from such a one on are details of a person: 'Patient: Ruby | DOB: 02/02/2012'."""
_LABEL = re.compile(rf"{_NUMBERED}|name\b|.+:", re.IGNORECASE)
"""Without it they may be a row of columns such as 'Child | NHS No | Date | Event'."""
_TELLS = re.compile(r"\b(?!date\b|of\b|birth\b|number\b|year\b|old\b|and\b|at\b)[a-z]{2,}\b")
_FEW_OF_DETAILS = 2
"""Words in small letters beyond these tell something: 'Ruby aged 3 was seen at home with a graze on
her knee' begins no part, however little of it is left without what stands behind 'aged'."""
_DRAWN = re.compile(
    r"^[\W_]*(?:(?:(?:part|section|appendix) )?(?:\d{1,2}|[A-H])\s?[.):\u2013-]\s*)?"
    r"|[\s=*#_~-]+$",
    re.IGNORECASE,
)
"""What stands round a heading: '== RUBY ==', '2. Ruby', 'Part B: Ruby'."""
_AND_WHEN = re.compile(r"(?P<who>[^\d:\u2013-]+?)\s*[:,\u2013-]\s+(?P<when>.*\d{4}.*)")
"""'Ruby: January to March 2019'."""
_KIN_OF = re.compile(
    r"\b(?:his|her|their|the) (?:(?:half|step)[ -]?|(?:older|younger|elder|twin|baby) )*"
    r"(?:siblings?|brothers?|sisters?|twin)\b[:,]? |\b(?:his|her|their|the) (?=[a-z])",
    re.IGNORECASE,
)
"""In 'Entries about his half-sister Ruby' and 'Entries about his mother'."""
_PARENT = rf"(?i:(?:{KIN})(?:'s|\u2019s)?)"
_NAMES = r"(?:[A-Z][\w'\u2019-]+,? ?){1,3}"
_BY_A_CARER = rf"(?i:foster[ -]?carer'?s?'? [\w-]* ?{A_RECORD})"
"""A 'Foster carer daily log' is about the child."""
_KIN_ALONE = re.compile(
    rf"(?=[A-Z])(?!{_BY_A_CARER})"
    rf"(?:{_PARENT}(?i: (?:[\w-]+ )?{A_RECORD})?\W?|{_NAMES}\s?[(\u2013-]\s?{_PARENT}\W?"
    rf"|{_PARENT}\s?[(\u2013-]\s?{_NAMES}\W?)"
)
"""'Mother', 'Mum's records', 'KAYLEIGH MARLOWE (MOTHER)', of whom the case may know nothing."""
_MORE_NAMES = 2
"""Words beside the known ones of a name that follows a label: 'Child: Theo James Marlowe'."""


def sections_of(
    rows: Sequence[Row], reasons: Sequence[str], context: Context
) -> tuple[str, Mapping[int, str]]:
    """Whom the first rows are about, and by row number whom those below such a row are about.

    Empty where all of it is about the one person whose record it is.
    """
    if context.turned:
        return "", {}
    over = _over_headings(rows, reasons)
    told = [
        (row.number, who)
        for row, why in zip(rows, reasons, strict=True)
        if why in ("", "title")
        and (
            who := _about(row, context, titled=why == "title" or row.number in over)
            or _heading(row, context)
            or (_title(row, context) if row.number in over else "")
        )
    ]
    head = next((r.number for r, why in zip(rows, reasons, strict=True) if why == "heading"), 0)
    said = {number: who for number, who in told if number > head}
    if not said:
        return "", {}
    titles = [who for number, who in told if number < head]
    first = titles[-1] if titles else ""
    whole = _owner(context)
    differ = {*said.values(), *filter(None, (first or whole,))}
    known = any(record_of_row(who, context.case, "") for who in differ)
    return (first, said) if len(differ) > 1 and known else ("", {})


def names_in(case: Case) -> Callable[[str], str]:
    """Tells whom words name that say nothing else, as over a part of a text; or which agency."""

    def named(words: str) -> str:
        agency = words if words.isupper() and is_one(words, case) else ""
        return agency or _said_of(words, case, alone=True)

    return named


def named_alone(texts: Iterable[str], case: Case) -> list[tuple[str, str]]:
    """Whose record those of some texts over a table say that are names alone, each with its words.

    Somebody of whom the case knows nothing is another person.
    """
    told = (
        (who, text)
        for text in texts
        if (
            who := _said_of(text, case, alone=True)
            or _said_of(_before_dash(text), case, alone=True)
        )
    )
    return [(record_of_row(who, case, "other"), text) for who, text in told]


def _before_dash(text: str) -> str:
    """What a title is about: 'Mother - adult services'."""
    return re.split(r"\s[\u2013\u2014|-]\s|:\s", text)[0]


def said_section(row: Row, context: Context) -> Finding:
    """What is to be said of a row that tells whom those below it are about."""
    remark = note(
        "subject-carried-down",
        message=f"The row says whom the rows below it are about; they were read as about "
        f"{context.section}.",
        remedy="Check that this is so down to the next such row.",
    )
    return located(remark, context, row)


def _owner(context: Context) -> str:
    """The child whose record the sheet is, by label; or the other person."""
    subjects = [c.label for c in context.case.children if c.subject]
    return subjects[0] if context.record_of == CHILD and len(subjects) == 1 else context.record_of


def _about(row: Row, context: Context, *, titled: bool) -> str:
    """The label of the person, or the names of the children, that a row says and nothing else.

    `titled` is one that stands over headings.
    """
    date = context.layout.places.get("date")
    cells = [(at, text) for at, cell in enumerate(row.cells) if (text := text_of(cell.value))]
    names = takewhile(lambda one: one[0] == date or not _OF_A_PERSON.match(one[1]), cells)
    filled = list(islice(names, 3))
    if not filled or len(filled) > 2:
        return ""
    at, text = filled[0]
    details = cells[len(filled) :]
    if details and not _are_details(text, details, date, titled=titled):
        return ""
    leading = row.band or at in (0, date)
    if len(filled) == 2:
        text = f"{text.rstrip(' :')}: {filled[1][1]}"
    return _said_of(text, context.case, alone=len(filled) == 1) if leading else ""


def _are_details(
    name: str, beside: Sequence[tuple[int, str]], date: int | None, *, titled: bool
) -> bool:
    """Whether the cells beside a name are those of a banner, and no row of a table."""
    if any(
        at == date and read_date(text).precision is not Precision.UNKNOWN for at, text in beside
    ):
        return False
    if _LABEL.match(name):
        return True
    told = titled or bool(_LABEL.match(beside[0][1]))
    return told and all(_OF_A_PERSON.match(text) for _, text in beside)


def _over_headings(rows: Sequence[Row], reasons: Sequence[str]) -> set[int]:
    """The numbers of the rows directly over headings that come again."""
    filled = [pair for pair in zip(rows, reasons, strict=True) if pair[1] != "blank"]
    return {row.number for (row, _), (_, why) in pairwise(filled) if why == "duplicate heading"}


def _title(row: Row, context: Context) -> str:
    """Whom a title over headings that come again is about: 'Entries on his sister Ruby', 'Health
    visiting - Ruby'. 'Before Ruby's birth' and 'Call from Ruby's school' are about anybody."""
    filled = filled_texts(row)
    leading = row.band or text_at(row, 0)
    if len(filled) != 1 or not leading or len(filled[0].split()) > FEW_WORDS:
        return ""
    text = _KIN_OF.sub("", filled[0])
    if found := re.fullmatch(rf"{A_RECORD} (?:for|of|on|re|about) ({KIN})", text.casefold()):
        return found[1]
    labels = {child.label for child in context.case.children}
    parts = (text, *re.split(r"\s[\u2013\u2014|-]\s", text))
    told = (_said_of(part, context.case, alone=True) for part in parts)
    return next((who for who in told if who in labels), "")


def _heading(row: Row, context: Context) -> str:
    """A name in capitals over a part of a text (importers/named.py), of whom nothing is known."""
    text = text_of(row.cells[0].value) if context.table.listed and len(row.cells) == 1 else ""
    return "" if is_one(text, context.case) else text


def _said_of(text: str, case: Case, *, alone: bool) -> str:
    """The same of words that stand `alone`, or of a label and what stands beside it."""
    text = _DRAWN.sub("", text)
    bare = _BESIDE_A_NAME.sub(" ", text).strip()
    telling = text.isupper() or len(_TELLS.findall(text)) > _FEW_OF_DETAILS
    if len(text.split()) > FEW_WORDS and telling:
        return ""
    if (over := _AND_WHEN.fullmatch(bare)) and read_date(over["when"]).start:
        text = over["who"]
    words = _fold(text)
    if len(words.split()) > FEW_WORDS:
        return ""
    if read_date(words).precision is not Precision.UNKNOWN:  # the month of May, and no child
        return ""
    for led in _LED:
        if found := led.fullmatch(words):
            more = _MORE_NAMES if _like_a_name(found["who"], text) else 0
            return _named(found["who"], case, more) or _unknown(text, led)
    if not alone:
        return ""
    return _named(words, case, 0) or (text.strip(" :.") if _KIN_ALONE.fullmatch(text) else "")


def _like_a_name(who: str, text: str) -> bool:
    """Whether every word of it has a capital: 'Child: Theo poorly' tells something."""
    words = re.findall(r"[\w'\u2019-]+", _BESIDE_A_NAME.sub(" ", text))
    said = {*re.findall(r"[\w'-]+", who)} - {"and"}
    return not any(w[0].islower() for w in words if w.casefold().replace("\u2019", "'") in said)


def _unknown(text: str, led: re.Pattern[str]) -> str:
    """The name of somebody of whom the case knows nothing, behind a label such as 'Pupil:'."""
    said = _BESIDE_A_NAME.sub(" ", text).strip(" :.-\u2013")
    name = said.partition(":")[2].strip()
    return name if led is _LED[0] and FULL_NAME.fullmatch(name) else ""


def _named(words: str, case: Case, more: int) -> str:
    """The one person of the case whose name the words are, or the children that they list."""
    if found := _one(words, case, more):
        return found
    parts = [_one(part, case, 0) for part in re.split(r"\s*(?:[,&+/]|\band\b)\s*", words)]
    return ", ".join(parts) if len(parts) > 1 and all(parts) else ""


def _one(words: str, case: Case, more: int) -> str:
    said = set(re.findall(r"[\w'-]+", words))
    found = [
        label
        for label, names in _people(case)
        if any(name <= said for name in names) and len(said - set().union(*names)) <= more
    ]
    return found[0] if len(found) == 1 else ""


def _people(case: Case) -> Iterator[tuple[str, list[set[str]]]]:
    for one in case.everybody:
        words = (set(re.findall(r"[\w'-]+", _fold(name))) for name in one.all_names)
        yield one.label, [name for name in words if name]


def _fold(text: str) -> str:
    bare = _BESIDE_A_NAME.sub(" ", text.casefold().replace("\u2019", "'"))
    return " ".join(bare.split()).strip(" :.-\u2013")
