"""A narrative as words: where each begins, which clause and sentence it stands in, what is quoted.

Nothing is interpreted here. Offsets are those of the text as sent, so that evidence can be quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(
    r"\d+(?:[.:/,]\d+)*%?[a-z]*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\n|[^\w\s]|_", re.IGNORECASE
)
_SENTENCE_ENDS = frozenset(".!?;\n")
_CLAUSE_MARKS = frozenset(",:()-\u2013\u2014/")
_JOINS = frozenset(
    [
        "but",
        "while",
        "whilst",
        "although",
        "though",
        "because",
        "when",
        "as",
        "so",
        "and",
        "who",
        "which",
        "then",
        "where",
        "until",
        "after",
        "before",
        "if",
        "however",
        "since",
        "whereas",
        "despite",
        "whose",
    ]
)
_TITLES = frozenset(["mr", "mrs", "ms", "dr", "st", "approx", "no", "e.g", "i.e", "re"])
_DOUBLE = frozenset('"\u201c\u201d')
_SINGLE = frozenset("'\u2018\u2019")


@dataclass(slots=True)
class Words:
    """Parallel lists, one item per word or mark: a list of small objects measured half as fast."""

    text: str
    low: list[str]
    raw: list[str]
    start: list[int]
    end: list[int]
    clause: list[int]
    sentence: list[int]
    quoted: list[bool]


def split(text: str) -> Words:
    """Cut a narrative into words with their clause, sentence and whether they are in quotes."""
    low: list[str] = []
    raw: list[str] = []
    start: list[int] = []
    end: list[int] = []
    for found in _WORD.finditer(text):
        word = found.group()
        raw.append(word)
        low.append(word.lower().replace("\u2019", "'"))
        start.append(found.start())
        end.append(found.end())
    words = Words(text, low, raw, start, end, [], [], _quotes(text, low, start, end))
    _number(words)
    return words


def _quotes(text: str, low: list[str], start: list[int], end: list[int]) -> list[bool]:
    """Whether each word stands in quotation marks; an unclosed mark quotes to its line's end."""
    quoted = [False] * len(low)
    if not any(mark in text for mark in "\"'\u2018\u2019\u201c\u201d"):
        return quoted
    inside = ""
    for i, word in enumerate(low):
        if word in _DOUBLE:
            inside = "" if inside == "double" else "double"
            quoted[i] = True
        elif word == "'" or word in _SINGLE:
            before = text[start[i] - 1 : start[i]]
            if inside == "single":
                inside = ""
            elif not inside and (not before or before.isspace() or before == "("):
                inside = "single" if _closes(text, end[i]) else ""
            quoted[i] = True
        elif word == "\n":
            inside = ""
        else:
            quoted[i] = bool(inside)
    return quoted


def _closes(text: str, at: int) -> bool:
    """Whether a single quotation mark opened at `at` is closed further on."""
    return bool(re.search(r"[\w.!?,]['\u2019](?!\w)", text[at:]))


def _number(words: Words) -> None:
    clause = sentence = 0
    fresh = True
    for i, word in enumerate(words.low):
        if words.quoted[i]:
            words.clause.append(clause)
            words.sentence.append(sentence)
            fresh = False
            if (
                word in _DOUBLE
                and i
                and words.low[i - 1] in _SENTENCE_ENDS
                and _opens_next(words, i)
            ):
                clause, sentence, fresh = clause + 1, sentence + 1, True
            continue
        if word in _JOINS and not fresh:
            clause += 1
        words.clause.append(clause)
        words.sentence.append(sentence)
        fresh = False
        if word in _SENTENCE_ENDS and not (word == "." and _is_title(words, i)):
            clause, sentence, fresh = clause + 1, sentence + 1, True
        elif word in _CLAUSE_MARKS and not (word in "-/" and _tight(words, i)):
            clause, fresh = clause + 1, True


def _opens_next(words: Words, i: int) -> bool:
    following = words.raw[i + 1] if i + 1 < len(words.raw) else ""
    return following[:1].isupper() and words.quoted[i - 1]


def _is_title(words: Words, i: int) -> bool:
    return i > 0 and words.low[i - 1] in _TITLES


def _tight(words: Words, i: int) -> bool:
    """A hyphen or slash inside a word, as in day-trip or o/e."""
    after = words.start[i + 1] if i + 1 < len(words.start) else -1
    return i > 0 and words.end[i - 1] == words.start[i] and words.end[i] == after
