"""What to ask each agency: where its own rows do not say, and where records do not agree.

A question names the row and asks; it never shows one agency the words of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chronology.contacts.kinds import Scope
from chronology.contacts.missed import missed_contacts
from chronology.contacts.missed_cues import Missed
from chronology.contacts.other_records import of_another
from chronology.contacts.sightings import counts, in_person, scopes_of
from chronology.events.contradictions import Contradiction, contradictions
from chronology.findings import is_called_alike
from chronology.importers.rows import of_document
from chronology.model import (
    Basis,
    Child,
    Chronology,
    Entry,
    Kind,
    Seen,
    SeenValue,
    Views,
    ViewsValue,
)
from chronology.notes import ID
from chronology.values.children_named import speaks_of
from chronology.values.confirming import What

SHEET = "Questions"
ANSWER, SAYS, BY, ON, ABOUT = (
    "Answer", "What the record says, or how it is known", "Answered by (name and role)",
    "Answered on", "About",
)  # fmt: skip
FILE, SHEET_NAME, ROW, DATE, EVENT, CHILD, QUESTION = (
    "File", "Sheet", "Row", "Date as sent", "The entry as sent", "Child", "Question",
)  # fmt: skip
HEADS = (
    "No", FILE, SHEET_NAME, ROW, DATE, EVENT, CHILD, QUESTION, ANSWER, SAYS, BY, ON,
    "Agency", ABOUT, ID,
)  # fmt: skip
"""The headings of the workbook of questions."""
LETTER_HEADS = ("No", DATE, EVENT, QUESTION, CHILD, ABOUT, ANSWER, SAYS, BY, ON, ID)
"""Those of the tables in the letter: the file stands above each."""
SIGNED_HEADS = ("Agency", BY, ON)
"""Those of the table in which a letter is signed once for all its rows."""
CHOOSE = "Choose an answer"
"""What an answer's box in the letter shows until one is chosen."""
GOES_ON = " [it goes on in your file]"
_LONGEST = 1000  # letters of an entry in a letter; the agency has the row itself
OTHER_ANSWER = "Your answer"
SILENT = "The record does not say"
ANSWERS: Mapping[What, Mapping[str, SeenValue | ViewsValue]] = {
    What.SEEN: {
        "Seen": SeenValue.SEEN,
        "Seen alone": SeenValue.SEEN_ALONE,
        "Not seen": SeenValue.NOT_SEEN,
        SILENT: SeenValue.NOT_RECORDED,
    },
    What.VIEWS: {
        "Views recorded": ViewsValue.RECORDED,
        "Views sought but not given": ViewsValue.SOUGHT,
        "Behaviour observed without words": ViewsValue.OBSERVED,
        SILENT: ViewsValue.NOT_RECORDED,
    },
}
"""What may be chosen. No comma: a drop-down ends one choice and begins the next at each."""
ANSWERS_BEFORE: Mapping[str, ViewsValue] = {
    "Views sought, not given": ViewsValue.SOUGHT,
    "Views sought": ViewsValue.SOUGHT,
    "not given": ViewsValue.SOUGHT,
    "Behaviour observed, no words": ViewsValue.OBSERVED,
    "Behaviour observed": ViewsValue.OBSERVED,
    "no words": ViewsValue.OBSERVED,
}
"""What else may be typed, and what drop-downs with commas in their choices offered."""


class Asks(StrEnum):
    """The kinds of question, in the words of a letter."""

    SEEN = "The entry does not say whether the child was seen"
    VIEWS = "It says that the child was seen, not whether the child's views were sought or given"
    OBSERVED = "It says that a child too young for words was seen, not how the child behaved"
    OWN_WORDS = "The column and the text do not agree on whether the child was seen"
    SAME_CONTACT = "Another agency's record differs on whether the child was seen"


_NO_MEETING = (Missed.NOT_BROUGHT, Missed.NOT_ATTENDED, Missed.CANCELLED)
"""Contacts of which nobody is asked whether the child was seen; at a door it may have been."""
_APART = {
    Contradiction.OWN_WORDS: "the column says one thing about whether {0} was seen and the text "
    "reads as another. Which is right?",
    Contradiction.SAME_CONTACT: "another agency's record of what looks like the same contact "
    "differs on whether {0} was seen. What does yours say?",
}
_KINDS = {
    Contradiction.OWN_WORDS: Asks.OWN_WORDS,
    Contradiction.SAME_CONTACT: Asks.SAME_CONTACT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question about one row and one child."""

    entry: Entry
    child: str
    what: What
    asks: Asks
    words: str


def questions(chronology: Chronology, agency: str) -> tuple[Question, ...]:
    """The questions to one agency, in the order of its files and rows."""
    own = [e for e in chronology.entries if e.agency == agency]
    found = [
        question
        for child in chronology.case.children
        for question in (*_silent(own, child, chronology), *_apart(chronology, child, agency))
    ]
    return tuple(sorted(found, key=_place))


def _place(question: Question) -> tuple[str, str, int, str, str]:
    at = question.entry.at
    return at.file, at.sheet, at.row, question.child, question.what.value


def _silent(own: Iterable[Entry], child: Child, chronology: Chronology) -> Iterable[Question]:
    children = chronology.case.children
    apart = of_another(chronology)
    missed = {m.entry.id for m in missed_contacts(chronology, child) if m.kind in _NO_MEETING}
    for entry in own:
        if not counts(chronology, entry, child) or entry.id in chronology.sent_again:
            continue
        seen = entry.seen[child.label]
        contact = Scope.CONTACTS in scopes_of(entry, child.label) and entry.id not in missed
        # In another child's own record a visit to the home only may have been the subject's too.
        asked = contact and (entry.kind is Kind.VISIT or not apart(entry, child.label))
        if _silent_on(seen) and asked and _concerns(entry, child, children):
            words = f"the entry does not say whether {child.label} was seen."
            yield _question(entry, child, Asks.SEEN, words)
        elif in_person(seen) and _silent_on(entry.views[child.label]):
            yield _on_views(entry, child)


def _on_views(entry: Entry, child: Child) -> Question:
    """Nobody asks a baby for its views: how it behaved is what can be told of it."""
    if _before_words(entry, child):
        words = f"the entry does not say how {child.label}{_OF_A_BABY}"
        return _question(entry, child, Asks.OBSERVED, words)
    words = f"the entry does not say whether {child.label}{_OF_VIEWS}"
    return _question(entry, child, Asks.VIEWS, words)


def _before_words(entry: Entry, child: Child) -> bool:
    """Whether the child was younger than two, on the last day that it may have been."""
    day, born = entry.when.end, child.born
    if day is None or born is None:
        return False
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day)) < _WORDS_FROM


def _silent_on(told: Seen | Views) -> bool:
    """Whether nothing is recorded and the agency has not been asked and said so."""
    silent = told.value in (SeenValue.NOT_RECORDED, ViewsValue.NOT_RECORDED)
    return silent and Basis.AGENCY_ANSWER not in told.readings


def _concerns(entry: Entry, child: Child, children: Sequence[Child]) -> bool:
    """A child named in the row; a subject child at a visit; at the rest, where nobody is named."""
    text = " ".join((entry.event, *entry.fields.values()))
    if speaks_of(text, child):
        return True
    others = any(speaks_of(text, c) for c in children if c.label != child.label)
    return child.subject and (entry.kind is Kind.VISIT or not others)


def _apart(chronology: Chronology, child: Child, agency: str) -> Iterable[Question]:
    for clash in contradictions(chronology, child):
        if clash.kind in _APART:
            for entry in clash.entries:
                if entry.agency == agency:
                    words = _APART[clash.kind].format(child.label)
                    yield _question(entry, child, _KINDS[clash.kind], words)


def _question(entry: Entry, child: Child, asks: Asks, words: str) -> Question:
    what = What.VIEWS if asks in (Asks.VIEWS, Asks.OBSERVED) else What.SEEN
    where = f"Row {entry.at.row}{sheet_words(entry.at.file, entry.at.sheet)}: "
    return Question(entry=entry, child=child.label, what=what, asks=asks, words=where + words)


_OF_VIEWS = "'s views were sought or given."
_OF_A_BABY = ", too young for words, behaved or was with others."
_WORDS_FROM = 2  # years of age


def begun(words: str) -> str:
    """The words of an entry as a letter shows them; `in_full` (answers_moved.py) finds the rest."""
    if len(words) <= _LONGEST + len(GOES_ON):
        return words
    return words[:_LONGEST].rsplit(maxsplit=1)[0] + GOES_ON


def what_asked(words: str) -> What | None:
    """What a question asks for, by its words; None where there are none."""
    if not words:
        return None
    return What.VIEWS if words.endswith((_OF_VIEWS, _OF_A_BABY)) else What.SEEN


def sheet_words(file: str, sheet: str) -> str:
    """ " of sheet 2021", " of table 1"; nothing where a file has but one and it is called alike."""
    if is_called_alike(file, sheet):
        return ""
    return f" of {sheet}" if of_document(sheet) else f" of sheet {sheet}"
