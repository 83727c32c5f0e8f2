"""What else to ask an agency: where records differ, and what in its own file cannot be read.

Beside the questions on seen and views (questions.py), whose answers merge reads back, these are
answered in writing. They never show one agency the words of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronology.findings import Finding, Severity, all_of
from chronology.model import Chronology, Difference, Entry, Location
from chronology.review.questions import sheet_words

_TO_RECEIVER = (
    "another agency records a referral to you about this family on {day}; your chronology records "
    "nothing of it in the days after. Was it received, and what was decided?"
)
_ASKED = {
    "date": "another agency's record of what looks like the same event has another date. On which "
    "day was it, and how is that known?",
    "side": "another agency's record of what looks like the same event names the other side of the "
    "body. Which side was it, and how is that known?",
    "attendance": "another agency's record of what looks like the same meeting differs on who "
    "came. Who was there?",
    "risk": "another agency's record of what looks like the same call-out gives another level of "
    "risk. Which was it, and when was it graded?",
    "children": "another agency's record of what looks like the same call-out has another number "
    "of children there. How many were there, and how is that known?",
    "fracture": "another agency's record of what looks like the same event names another bone. "
    "Which was broken, and how is that known?",
    "amount taken": "another agency's record of what looks like the same event has another amount. "
    "How much was taken, and who said so?",
    "brought by": "another agency's record of what looks like the same attendance names somebody "
    "else who brought the child. Who came with the child?",
    "discharged to": "another agency's record of what looks like the same event differs on with "
    "whom the child went. With whom was it, and from when?",
    "partner": "another agency's record of what looks like the same event gives the partner "
    "another name. What was the partner called, and how is that known?",
    "enquiry": "another agency's record of what looks like the same strategy discussion differs on "
    "whose enquiry was agreed. Was it joint, or one agency's?",
    "whereabouts": "another agency's record of the day differs on where the child was. Where was "
    "the child, at what time, and how is that known?",
    "unanswered referral": "the entry records a referral. How was it sent and to whom, and was its "
    "receipt confirmed?",
    "closed while active": "records differ on when a service closed the case. When was it closed, "
    "and who was told?",
    "address": "the address differs from the one in other entries. Which was it: a slip, or "
    "another household?",
    "date of birth": "the date of birth differs from that in the case file. Where was it taken "
    "from?",
    "impossible sequence": "the child is recorded as seen before birth or after death. Is the "
    "date right?",
}
_USUAL = (
    "another agency's record of what looks like the same event differs on {field}. What does "
    "yours say, and how is that known?"
)
_ASK = re.compile(r"Ask the agency(?: (?P<give>for the )| (?P<say>which|whether|what)|,)")
_OF_THE_AGENCY = ("seen-", "alone-", "views-", "date-", "time-", "cell-")
"""Findings about words in the agency's own file, which it can put right ..."""
_ASKED_ALREADY = "seen-differs"
"""... but for the one that questions.py asks with an answer to choose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry:
    """One thing to ask one agency; about one of its entries, or about none that it sent."""

    words: str
    place: str = ""
    entry: Entry | None = None
    file: str = ""
    day: str = ""
    """The day by which its words name an entry that the agency did not send."""
    row: int | None = None
    """Its row, where it is about words in the agency's own file that may stand in many rows."""

    @property
    def told(self) -> str:
        """Where, and what is asked."""
        return f"{self.place}: {self.words}" if self.place else first_capital(self.words)


def enquiries(chronology: Chronology, agency: str) -> tuple[Enquiry, ...]:
    """What else to ask one agency: differences in their order, then its own rows."""
    by_id = {e.id: e for e in chronology.entries}
    told = [e for d in chronology.differences for e in _of_difference(d, agency, by_id)]
    return tuple({e.told: e for e in (*told, *_of_findings(chronology, agency))}.values())


def together(found: Iterable[Enquiry]) -> tuple[Enquiry, ...]:
    """The same questions, what is asked in the same words of several rows of a sheet once."""
    same: dict[object, list[Enquiry]] = {}
    for number, one in enumerate(found):
        where = one.place.removeprefix(f"Row {one.row}")
        same.setdefault((one.words, one.file, where) if one.row else number, []).append(one)
    return tuple(_of_rows(alike) for alike in same.values())


def _of_rows(alike: Sequence[Enquiry]) -> Enquiry:
    rows = sorted({one.row for one in alike if one.row})
    if len(rows) < 2:
        return alike[0]
    where = alike[0].place.removeprefix(f"Row {alike[0].row}")
    words = f"{alike[0].words.rstrip('.')}, row by row if it differs."
    return Enquiry(words=words, place=f"Rows {all_of(rows)}{where}", file=alike[0].file)


def _of_difference(
    difference: Difference, agency: str, by_id: dict[str, Entry]
) -> Iterator[Enquiry]:
    """Whether a child was seen is asked with an answer to choose, in questions.py."""
    if difference.field == "seen":
        return
    usual = _USUAL.format(field=difference.field)
    for said in difference.said:
        entry = by_id.get(said.id)
        if said.agency != agency:
            continue
        if entry:
            yield Enquiry(
                words=_ASKED.get(difference.field, usual), place=_where(entry.at), entry=entry,
                file=entry.at.file,
            )  # fmt: skip
        elif difference.field == "unanswered referral":
            sent = next(by_id[s.id] for s in difference.said if s.id in by_id)
            day = f"{sent.when.start:%d/%m/%Y}" if sent.when.start else "a day not recorded"
            yield Enquiry(words=_TO_RECEIVER.format(day=day), day=day)


def _of_findings(chronology: Chronology, agency: str) -> Iterable[Enquiry]:
    """Warnings and errors about its own words whose remedy is to ask it."""
    files = {s.file for s in chronology.submissions if s.agency == agency}
    at = {e.at: e for e in chronology.entries}
    for finding in chronology.findings:
        asked = _ASK.match(finding.remedy)
        own = finding.file in files and finding.code.startswith(_OF_THE_AGENCY)
        own = own and finding.code != _ASKED_ALREADY
        if own and asked and finding.severity is not Severity.NOTE:
            place = Location(file=finding.file, sheet=finding.sheet, row=finding.row or 0)
            yield Enquiry(
                words=f"{_every_row(finding)} {_please(finding.remedy, asked)}",
                place=_place(finding), entry=at.get(place), file=finding.file,
                row=None if finding.rows else finding.row,
            )  # fmt: skip


def _every_row(finding: Finding) -> str:
    """The message with all its rows: an agency can only answer for those that it is told of."""
    told = ", ".join(map(str, finding.rows))
    return re.sub(r" \(\d[^)]* and \d+ more\)", f" ({told})", finding.message, count=1)


def _please(remedy: str, asked: re.Match[str]) -> str:
    """ "Ask the agency for the date." as it is put to the agency: "Please give the date."."""
    first = remedy.split(". ")[0].rstrip(".")
    if asked["give"]:
        return f"Please give the {first[asked.end() :].split(',')[0]}."
    if asked["say"]:
        return f"Please say {first[asked.start('say') :]}."
    return "Please say what is meant."


def _where(at: Location) -> str:
    return f"Row {at.row}{sheet_words(at.file, at.sheet)}"


def _place(finding: Finding) -> str:
    sheet = sheet_words(finding.file, finding.sheet)
    if re.match(r"\d+ rows \(", finding.message):  # the message names the rows
        return first_capital(sheet.removeprefix(" of ")) or finding.file
    if finding.row:
        return f"Row {finding.row}{sheet}"
    return f"Cell {finding.cell}{sheet}" if finding.cell else finding.file


def first_capital(words: str) -> str:
    """The same words with a capital first."""
    return words[:1].upper() + words[1:]
