"""Rows round a table that are no entries: page footers, markings, and a key of abbreviations.

Page 3 of 9 | Printed 14/06/2021         every cell of it is a footer
OFFICIAL-SENSITIVE                       a marking alone
Prepared by | A Author                   a label with who or when
Key                                      and below it:   CSC | Children's social care
Initials: LM = Lena Marsh
NORTHMOOR HEALTH | Patient: Child A      over the headings of every page
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from chronology.dates import Precision, read_date
from chronology.importers.rows import Row, filled_texts

_SIGNED_OFF = (
    r"(?:(?:this|the) )?(?:[\w/-]+ )?(?:chronology|timeline)"
    r"(?: (?:was|is|has been))? (?:prepared|compiled|completed|produced|collated|written|drafted|"
    r"put together) (?:by|on)\b"
)
_FOOTER = re.compile(
    r"(?:end of (?:chronology|document|records?|report|table|extract|entries|log|notes)|"
    r"page:? \d+|(?:prepared|completed|compiled|produced) by(?!\W*(?-i:[a-z]))|"
    r"(?:filters? applied|(?:search|report|selection|filter) (?:criteria|parameters))(?=\s*:)|"
    r"printed (?:on|by|at|\d+)|generated (?:on|by|at)|"
    r"(?:report|extract|document|chronology) (?:run|printed|generated|produced|prepared)|"
    rf"{_SIGNED_OFF}|"
    r"\W*cont(?:inue[sd]|['\u2019]?d)\.? (?:overleaf|over the page|on (?:the )?(?:next|following) "
    r"(?:page|sheet)|on page \d+|from (?:the )?previous page|from page \d+)|"
    r"(?:(?:imr|report|chronology) )?authors?\s?:\s*(?=\w)|last updated|"
    r"date of (?:this )?(?:report|chronology)|"
    r"(?:(?:report|chronology) )?(?:completed|prepared|compiled|printed|approved|updated)"
    r"(?: on)?\s?:\s*(?=\d)|"
    r"this (?:document|report|chronology|record) (?:is|contains) [\w\s,]*confidential)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\W*(?:end|contd?|cont(?:['\u2019]?d|inued)|\d+ of \d+|"
    r"(?:grand |sub-?)?totals?(?! of\b)(?: \w+){0,4}[\s:=\u2013-]*[\d,.]*|"
    r"total of [\d,.]+(?: \w+){0,2}|"
    r"(?:(?:total|number|no\.?|count)(?: of)? )?(?:records?|rows?|entries|results?)"
    r"(?: (?:found|returned|exported|listed|in total))?\s*[:=]\s*\d+|count\s*[:=]\s*\d+|"
    r"\d+ (?:records?|rows?|entr(?:y|ies)|results?)"
    r"(?: (?:found|returned|exported|listed|affected|selected|in total))?|"
    r"version (?:no\.? ?)?v?\d+(?:\.\d+)*[\s,;:\u2013-]*[\d/.\s-]*|"
    r"(?:not protectively marked|restricted|protect)(?: (?:when|once) completed?)?|"
    r"(?:nhs |strictly )?(?:private (?:and|&) )?confidential(?:[\s:,\u2013-]+(?:patient|personal|"
    r"person|staff|identifiable|sensitive))*(?:[\s-]+(?:information|data|records?))?|"
    r"(?:uk )?official(?:[\s:,\[(\u2013-]*sensitive)?"
    r"(?:[\s:,\[(\u2013-]*(?:personal|commercial|(?:when|once) completed?))?)\W*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:chronology|report|document) )?(?:(?:prepared|completed|compiled|printed|produced|"
    r"approved|authori[sz]ed) (?:by|on)|date (?:completed|prepared|printed|signed|of completion))"
    r"\s*:?",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?:key|legend|glossary|abbreviations|acronyms|initials|(?:(?:attendance|register|colou?r) )?"
    r"codes|(?:colou?r|rag) key|(?:key|list|glossary) (?:to|of) "
    r"(?:the )?(?:abbreviations|acronyms|initials|terms|colours)|"
    r"(?:abbreviations|acronyms|initials) used)\b",
    re.IGNORECASE,
)
_PLAINLY = re.compile(
    r"\W*(?:page:? )?\d+ of \d+\W*|\W*end of \w+\W*|\W*cont(?:inue[sd]|['\u2019]?d)\b.*",
    re.IGNORECASE,
)
_FEW = 2
_MEANS = re.compile(r"[^\s=]{1,12}(?:\s*=|\s+[-\u2013])\s*\S")
_IN_FULL = re.compile(r"(?:abbreviations|acronyms|glossary)(?: used)?\s*:", re.IGNORECASE)
_PAGE = re.compile(r"(?<=\bpage )\d+(?: of \d+)?", re.IGNORECASE)
_PAGE_OF = re.compile(r"page:? \d+ (?:of|/) \d+", re.IGNORECASE)
"""Beside it, a day is that of printing."""
_LABEL_AND_WORDS = 2
_MOST_LABELLED, _MOST_IN_KEY, _MOST_IN_BANNER = 3, 3, 3
_LONGEST_IN_KEY, _LONGEST_FOOTER = 15, 14
"""Words in a row of a key, and in a footer; more of them tell what happened."""


def is_footer(filled: Sequence[str]) -> bool:
    """Whether the words of a row, one text for each cell with words, are a footer and no entry."""
    if len(filled) <= _MOST_LABELLED and _LABEL.fullmatch(filled[0]):
        return True
    if any(len(text.split()) > _LONGEST_FOOTER for text in filled):
        return False
    paged = any(_PAGE_OF.fullmatch(text) for text in filled)
    return all(
        _FOOTER.match(text)
        or _ALONE.fullmatch(text)
        or (paged and read_date(text).precision in (Precision.DAY, Precision.TIME))
        for text in filled
    )


def signs_off(words: str) -> bool:
    """Whether a sentence merged across the table says who made it, and tells nothing else."""
    signed = re.match(_SIGNED_OFF, words, re.IGNORECASE)
    return signed is not None and len(words.split()) <= _LONGEST_FOOTER


def tells_more(texts: Sequence[str], at: int) -> bool:
    """Whether a row holds words in this column alone that tell more than a footer does, however
    they begin: 'Completed by GP at home'."""
    if at <= 0 or [n for n, text in enumerate(texts) if text] != [at]:
        return False
    return len(texts[at].split()) > _FEW and not _PLAINLY.fullmatch(texts[at])


def page_banners(rows: Sequence[tuple[Row, str]]) -> set[tuple[str, ...]]:
    """Words of rows that stand more than once, and directly over headings that come again.

    `rows` are all rows, each with the reason why it is set aside, if it is. A row with a date is
    no banner of a page.
    """
    filled = [(row, why) for row, why in rows if why != "blank"]
    often = Counter(words_but_pages(row) for row, why in filled if not why)
    over = (
        words_but_pages(row)
        for (row, why), (_, below) in pairwise(filled)
        if not why and below == "duplicate heading"
    )
    return {
        words
        for words in over
        if often[words] > 1
        and len(words) <= _MOST_IN_BANNER
        and all(read_date(text).precision is Precision.UNKNOWN for text in words)
    }


def words_but_pages(row: Row) -> tuple[str, ...]:
    """The words of a row, cell by cell, without the numbers of pages."""
    return tuple(_PAGE.sub("", text) for text in filled_texts(row))


def key_rows(rows: Sequence[Row]) -> frozenset[int]:
    """The numbers of the rows of a key: its heading, and the short undated ones below that."""
    found: set[int] = set()
    within = False
    for row in rows:
        filled = filled_texts(row)
        if not filled:
            continue
        label = _KEY.fullmatch(filled[0].strip(" :-\u2013")) is not None
        if (len(filled) == 1 or (label and len(filled) == _LABEL_AND_WORDS)) and _heads_key(
            ": ".join(filled)
        ):
            within = label
            found.add(row.number)
        elif within := within and _explains(filled):
            found.add(row.number)
    return frozenset(found)


def _heads_key(text: str) -> bool:
    """'Key' or 'Initials: LM = Lena Marsh'; 'Weight = 27kg' alone is an entry that goes on."""
    led = _KEY.match(text)
    rest = text[led.end() :].strip(" \n:-\u2013") if led else ""
    return bool(led) and (not rest or bool(_MEANS.match(rest) or _IN_FULL.match(text)))


def _explains(filled: Sequence[str]) -> bool:
    """Whether a row below the heading of a key may belong to it: a few words and no date."""
    words = sum(len(text.split()) for text in filled)
    if len(filled) > _MOST_IN_KEY or words > _LONGEST_IN_KEY or is_footer(filled):
        return False
    return all(read_date(text).precision is Precision.UNKNOWN for text in filled)
